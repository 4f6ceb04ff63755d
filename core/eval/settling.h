/* settling.h - what the files that settle incentives share: the lines of one rule on their way
 * from what `pays` says to what is paid. Private to eval/. */
#ifndef RUNG_EVAL_SETTLING_H
#define RUNG_EVAL_SETTLING_H

#include "eval/cap.h"

typedef struct settling {
    evaluation *of;
    const incentive *rule;
    incentive_result *out;
    arena *scratch;
    size_t partners;
    taken_rows rows;
    size_t order_at, payee_at; /* among the rows' values; pays is the first */
    running_cap *caps;         /* by cap of the rule */
    number *amounts;           /* by line */
    int *limited_by;           /* by line */
    uint64_t *cut_by;          /* by line, as line.cut_by; NULL: there are not several caps */
    int *excluded_by;          /* by line: the incentive that took it, or -1; NULL: none can */
    uint32_t *sequence;        /* lines in paying order, partner by partner */
    const uint32_t *across;    /* the same over all partners; NULL without cap.total */
    number *sums;              /* by partner: what is paid */
    number *minimums;          /* by partner; NULL: there is none */
} settling;

/* NULL: there is none. */
const running_cap *settling_total_cap(const settling *s);
/* The partner's lines, exact. Cannot overflow: see cap_check_sums. */
number settling_sum(const settling *s, size_t partner);
/* A sum over all of a partner's lines could not be held: its error. */
void settling_too_large(settling *s, size_t partner);

/* --- exclusion.c: not_with and best_of ---------------------------------------------------- */

/* Settles the incentives that may exclude lines of this one; whom they are in error for, this
 * one is, too. False only when memory ran out. */
bool exclusion_find(settling *s);
/* Lines that another incentive excludes are 0 from here on. */
void exclusion_apply(settling *s);
/* A partner's error in one rule of a group is one in all of them that are due. */
void contest_spread_errors(settling *group, size_t count);
/* Of the lines for one row, or partner, all but the largest become 0. False only when memory
 * ran out. */
bool contest_decide(settling *group, size_t count);

/* --- rounded_sums.c: rounds = "partner" --------------------------------------------------- */

/* Lines become minor units, sums[p] what they add up to. False only when memory ran out. */
bool sums_round(settling *s);

/* --- carry.c: opening and minimum --------------------------------------------------------- */

/* Finds both for the partners that they are needed for; one without a value is an error of the
 * partner. False only when memory ran out. */
bool carry_find(settling *s);
/* Marks partners whose lines and opening could leave the range of numbers together. */
void carry_check_sums(settling *s);
/* Decides who is paid, once the lines are written. */
void carry_settle(settling *s);

#endif
