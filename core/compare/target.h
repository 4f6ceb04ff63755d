/* target.h - what a sought value must make true: "totals.payout <= 2000000".
 *
 * A target compares one figure of the totals with a number. Called by seek. */
#ifndef RUNG_COMPARE_TARGET_H
#define RUNG_COMPARE_TARGET_H

#include "eval/result.h"

/* One figure of the totals. */
typedef enum figure_kind {
    FIGURE_PAYOUT,
    FIGURE_PARTNERS,
    FIGURE_ERRORS,
    FIGURE_LEVEL,
    FIGURE_HELD,
    FIGURE_PASSED,
    FIGURE_INCENTIVE,
    FIGURE_ACCRUED,
    FIGURE_PAID,
    FIGURE_EXPIRED,
    FIGURE_BALANCE
} figure_kind;

typedef struct target {
    const char *name; /* of the figure, whole: totals.incentives.volume_rebate */
    figure_kind figure;
    size_t index, level; /* of the rule; of the level on its ladder */
    const char *sign;    /* "<=", ">=", "<", ">" or "=" */
    number wanted;
} target;

/* False with a problem, or when memory ran out. */
bool target_read(arena *memory, const char *text, const plan *p, target *out,
                 problem_list *problems);

number target_figure(const target *t, const totals *of);
/* Whether the figure is money. */
bool target_is_money(const target *t);
/* Where a figure stands to what is wanted: -1 below, 0 there, 1 above. */
int target_side(const target *t, const totals *of);
/* Whether the target holds on that side. */
bool target_holds(const target *t, int side);

#endif
