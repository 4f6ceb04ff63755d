/* changes.h - what is different between two results: who moves, what it pays, in total.
 *
 * Baseline and candidate may come from different programs and different facts: partners are paired by id,
 * ladders, levels and rules by name. A partner with an error on either side is left out of all deltas and counted.
 * Deltas add up by rule, by partner and in total, to the minor unit. */
#ifndef RUNG_EVAL_CHANGES_H
#define RUNG_EVAL_CHANGES_H

#include "eval/result.h"

/* A ladder or paying rule of either program. */
typedef struct changed_rule {
    const char *name, *title; /* title may be NULL */
    int before, after;        /* its index on each side; -1: that program has no such rule */
    bool fund;                /* before and after are funds, else incentives */
} changed_rule;

typedef struct level_move {
    text partner;
    uint32_t before_partner, after_partner; /* the numbers in the facts of each side */
    int ladder;               /* index in changes->ladders */
    const char *from, *to;    /* level names; NULL: none */
    int direction;            /* 1 up, -1 down, 0 where the two ladders cannot be compared */
} level_move;

typedef struct payout_change {
    text partner;
    uint32_t before_partner, after_partner;
    int rule;                 /* index in changes->rules */
    number before, after, delta;
} payout_change;

typedef struct partner_change {
    text partner;
    uint32_t before_partner, after_partner;
    number before, after, delta; /* payout */
    size_t first_move, move_count;     /* in moves */
    size_t first_payout, payout_count; /* in payouts */
} partner_change;

typedef struct rule_total {
    number before, after, delta;
    size_t partners;          /* for how many it is different */
} rule_total;

typedef struct changes {
    const result *before, *after;
    changed_rule *rules;      /* incentives, then funds; of the baseline in its order, then those that only the candidate has */
    size_t rule_count;
    changed_rule *ladders;
    size_t ladder_count;
    level_move *moves;        /* by partner, then ladder */
    size_t move_count;
    payout_change *payouts;   /* by partner, then rule */
    size_t payout_count;
    partner_change *partners; /* those for whom anything is different, by id */
    size_t partner_count;
    size_t unchanged;         /* partners on both sides for whom nothing is */
    size_t errors;            /* partners that have an error on either side */
    size_t added, removed;    /* partners that only one side has: added count with a before of 0, removed with an after of 0 */
    size_t *up, *down;        /* by ladder */
    rule_total *totals;       /* by rule */
    rule_total payout;
} changes;

/* Finds all differences. NULL when memory ran out. When `after` is partial (it covers the partners that a change
 * concerns, see base.h) the others are unchanged. */
changes *compare_results(arena *memory, const result *before, const result *after);

#endif
