/* match.h - what two plans have in common: which nodes say the same, which values cannot
 * differ.
 *
 * A candidate node matches a base node when both say the same of operands that match; levels,
 * certifications and payments are matched by the name of their rule. A node that matches is
 * *steady* when the rules that it mentions are steady too: then its value is that of the base
 * for every partner. Private to eval/ and compare/. */
#ifndef RUNG_EVAL_MATCH_H
#define RUNG_EVAL_MATCH_H

#include "bind/plan.h"

enum { NO_MATCH = -1 };
enum { NODE_STEADY = 1, NODE_UNSTEADY = 2 };

typedef struct rule_match {
    int base;    /* its index in the base plan, by name; or NO_MATCH */
    bool same;   /* it says the same: all its nodes match */
    bool steady; /* and all of them are steady */
    bool looked; /* whether that is known (incentives) */
} rule_match;

typedef struct plan_match {
    const plan *base, *candidate;
    int *nodes;      /* by the candidate's node id: the base's, or NO_MATCH */
    uint8_t *steady; /* by the candidate's node id: NODE_STEADY or NODE_UNSTEADY */
    rule_match *ladders, *holdings, *incentives, *funds; /* by the candidate's index */
    rule_match *scores; /* of these only `base`: the rest stands in their nodes */
    bool complete;      /* the base has no rule that the candidate lacks */
} plan_match;

/* Whether two ladders say the same of when and how far partners move; either may be NULL. */
bool timings_same(const plan_match *m, const ladder_timing *a, const ladder_timing *b);

/* NULL when memory ran out. Plans for different columns match in nothing. */
plan_match *plans_match(arena *memory, const plan *base, const plan *candidate);

#endif
