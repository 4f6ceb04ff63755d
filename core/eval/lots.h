/* lots.h - what accrues in a fund row by row: when it may be used, and what is left of it.
 *
 * A row is a lot: it may be used from the day on which it happened through its last day. What
 * expires first is used first, then what accrued first, then by row id; the opening never
 * expires and is used before lots that never do. What a claim gives back returns to where it
 * was taken from, what is used last first, and expires with it, if that has not happened yet;
 * what exceeds all that was used is like an opening. A return (a negative row) takes back, on
 * its day, from what may be used then, in the same order; what is left of it waits for what
 * accrues later. A partner's days only move on: whatever the order of its claims, a claim sees
 * every lot of its day less what was used or taken back so far. Private to eval/. */
#ifndef RUNG_EVAL_LOTS_H
#define RUNG_EVAL_LOTS_H

#include "eval/line_order.h"
#include "eval/remains.h"

typedef struct lots {
    evaluation *of;
    const fund *rule;
    fund_result *out;
    arena *scratch;
    uint32_t *by_use;     /* within each partner: lots in the order of their use .. */
    uint32_t *use_of;     /* .. and by lot, its place there */
    remains remains;      /* of lots that began */
    size_t *arrived;      /* by partner: its next lot to begin */
    number *undated;      /* by partner: what is left that never expires and is no lot .. */
    number *undated_used; /* .. and what of it was used */
    number *debt;         /* by partner: what returns could not take back yet */
    remains uses;         /* what was used of lots, from the last place to the first .. */
    bool gives_back;      /* .. kept from when a claim first gives back */
} lots;

/* Takes the rows of partners that are due and have no error, into out->lots and out->accrued.
 * A row without an amount, and sums too large, are errors of their partner: states. False only
 * when memory ran out. */
bool lots_take(lots *l, uint8_t *states);

/* Opens the accounts, once all partners with errors are known. False only when memory ran out.
 */
bool lots_open(lots *l);

/* What may be used on a day, but no more than asked. */
number lots_usable(lots *l, uint32_t partner, date on, number asked);
/* Uses it; a negative amount is given back. False only when memory ran out. */
bool lots_use(lots *l, uint32_t partner, date on, number amount);

/* Lets everything arrive and expire that has by as_of; what expired. */
number lots_close(lots *l, uint32_t partner);

#endif
