/* totals.h - what everybody's results add up to. Private to eval/ and compare/. */
#ifndef RUNG_EVAL_TOTALS_H
#define RUNG_EVAL_TOTALS_H

#include "eval/evaluation.h"

/* Fills totals, wrong and payout of the result, once every rule is settled and every other
 * error found. A partner whose figures do not fit into a total gets an error of its own, so
 * errors are put in order afterwards. False only when memory ran out. */
bool totals_compute(evaluation *e);

/* Computes what benefits need for everybody who has them; different texts for one benefit are
 * an error of the partner. Ladders must be settled. False only when memory ran out. */
bool benefits_check(evaluation *e);

/* How many amounts there are: an incentive and, where it carries over, what is carried; four a
 * fund; the payout. */
size_t totals_figures(const plan *p);
/* All zero, with room for the plan's rules. False only when memory ran out. */
bool totals_open(arena *memory, totals *out, const plan *p);
/* Adds the totals of other partners of the same plan; false when a sum does not fit. What was
 * routed is of all partners: it is not added, but copied. */
bool totals_add(totals *into, const totals *more, const plan *p);

/* The other way round; these counts and sums were in it. */
bool totals_subtract(totals *from, const totals *less, const plan *p);
/* A copy with arrays of its own. False only when memory ran out. */
bool totals_copy(arena *memory, totals *out, const totals *of, const plan *p);
/* All zero again. */
void totals_clear(totals *t, const plan *p);
/* What some partners (the facts' numbers) have of a whole result's totals. False only when
 * memory ran out. */
bool totals_of_members(arena *memory, const result *r, const uint32_t *members, size_t count,
                       totals *out);

/* What one partner has of the totals; nothing, when it has errors. */
typedef struct contribution {
    number *figures;    /* see totals_figures */
    uint16_t *standing; /* by ladder: 0: it does not apply, 1: none of its levels, 2 and above:
                           a level; by holding: held; then whether there are errors */
} contribution;

/* Room for one. False only when memory ran out. */
bool contribution_open(arena *memory, const plan *p, contribution *out);
/* Of an item of the result. */
void contribution_read(const result *r, uint32_t item, contribution *out);
/* sign 1 adds, -1 takes away, all but the count of partners. False when a sum does not fit; the
 * totals are then of no use. */
bool contribution_add(totals *into, const contribution *one, const plan *p, int sign);

#endif
