/* changes.h - what is different between two results: who moves, what it pays, in total.
 *
 * Baseline and candidate may come from different programs and different facts: partners are
 * paired by id, ladders, levels and rules by name. A partner with an error on either side is
 * left out of all figures, counted and listed. Deltas add up by rule, by partner and in total,
 * to the minor unit. */
#ifndef RUNG_COMPARE_CHANGES_H
#define RUNG_COMPARE_CHANGES_H

#include "eval/result.h"

enum {
    NOT_THERE = -1 /* instead of an index: that side has no such thing */
};

/* A paying rule of either program. */
typedef struct changed_rule {
    const char *name, *title;     /* title may be NULL */
    int before, after;            /* its index on each side, or NOT_THERE */
    bool before_fund, after_fund; /* of its funds, else of its incentives */
} changed_rule;

typedef struct changed_level {
    const char *name, *title; /* title may be NULL */
    int before, after;        /* its index on each side, or NOT_THERE */
    size_t stood, stand;      /* partners before and after */
} changed_level;

/* A ladder of either program. Nobody moves on one that only one side has. */
typedef struct changed_ladder {
    const char *name, *title;
    int before, after;
    changed_level *levels; /* of both sides, ascending; the candidate's order decides */
    size_t level_count;
    size_t none_before, none_after; /* partners on no level of it though it applies to them */
    size_t held_up, held_down; /* partners who qualify for a higher, or lower, level than before
                                * while timing keeps theirs as it is */
} changed_ladder;

typedef struct level_move {
    text partner;
    uint32_t before_partner, after_partner; /* the numbers in the facts of each side */
    int ladder;                             /* index in changes->ladders */
    int from, to;                           /* index in its levels; NOT_THERE: none */
    int direction;                          /* 1 up, -1 down */
} level_move;

typedef struct payout_change {
    int rule; /* index in changes->rules */
    number before, after, delta;
} payout_change;

typedef enum other_kind {
    OTHER_CERTIFICATION,
    OTHER_OBLIGATION,
    OTHER_SCORE,   /* its points */
    OTHER_PASSED,  /* whether it passes */
    OTHER_BENEFIT, /* what a partner gets, whoever gives it */
    OTHER_CARRIED, /* by an incentive; from here on amounts of money */
    OTHER_ACCRUED, /* in a fund */
    OTHER_BALANCE /* of a fund, where that follows neither from what accrued nor from payouts */
} other_kind;

/* Anything that may be different for a partner besides levels and payouts. */
typedef struct other_thing {
    other_kind kind;
    const char *name, *title;       /* title may be NULL */
    int before, after;              /* its index on each side, or NOT_THERE */
    size_t gained, lost, otherwise; /* partners for whom it is different */
} other_thing;

typedef struct other_change {
    int thing;           /* index in changes->things */
    value before, after; /* no value: the partner has none */
} other_change;

/* An error that leaves a partner out. */
typedef struct changed_error {
    text partner;
    const partner_error *of;
    bool before, after; /* on which side it arises */
} changed_error;

/* A partner for whom anything is different. One that only one side has is paid 0 on the other
 * and has no moves. */
typedef struct partner_change {
    text partner;
    int64_t before_partner,
        after_partner;                 /* the numbers in the facts of each side, or NOT_THERE */
    number before, after, delta;       /* payout */
    size_t first_move, move_count;     /* in moves */
    size_t first_payout, payout_count; /* in payouts */
    size_t first_other, other_count;   /* in others */
} partner_change;

typedef struct rule_total {
    number before, after, delta;
    size_t partners; /* for how many it is different */
} rule_total;

typedef struct changes {
    const result *before, *after;
    changed_rule *rules; /* incentives, then funds; of the baseline in its order, then those
                          * that only the candidate has */
    size_t rule_count;
    changed_ladder *ladders; /* the same order */
    size_t ladder_count;
    level_move *moves; /* by partner, then ladder */
    size_t move_count;
    payout_change *payouts; /* by partner, then rule */
    size_t payout_count;
    other_thing *things; /* certifications and obligations, scores, benefits, then money */
    size_t thing_count;
    other_change *others; /* by partner, then thing; benefits come last */
    size_t other_count;
    partner_change *partners; /* by id */
    size_t partner_count;
    size_t unchanged;          /* partners on both sides for whom nothing is different */
    size_t errors;             /* partners that have an error on either side */
    changed_error *error_list; /* by partner, the baseline's first */
    size_t error_list_count;
    size_t added, removed; /* partners that only one side has; they are among `partners` */
    size_t *up, *down;     /* moves, by ladder */
    size_t partners_up, partners_down; /* partners who move up, or down, on some ladder */
    size_t partners_otherwise;         /* partners who neither move nor are paid differently */
    rule_total *totals;                /* by rule: what it pays */
    rule_total *accrued;               /* by rule: what accrues in a fund; 0 for incentives */
    rule_total payout;
} changes;

/* Finds all differences. NULL when memory ran out. When `after` was evaluated for the members
 * that a change concerns only (see evaluation.h), everybody else is unchanged. `before` is
 * always whole. */
changes *compare_results(arena *memory, const result *before, const result *after);

#endif
