/* coverage.h - which parts of a program some result has made use of.
 *
 * What can be covered is listed from one plan of the program; results of the same declarations
 * with other literals, on other days, over other rows then cover it piece by piece. */
#ifndef RUNG_EVAL_COVERAGE_H
#define RUNG_EVAL_COVERAGE_H

#include "eval/result.h"

typedef enum coverage_kind {
    COVERS_RULE,        /* it measured, paid or accrued something */
    COVERS_REQUIREMENT, /* a line was met; was not met */
    COVERS_BAND,        /* it was reached */
    COVERS_LEVEL,       /* somebody stands there */
    COVERAGE_KINDS
} coverage_kind;

typedef struct coverage_item {
    coverage_kind kind;
    const char *name;  /* "tier.gold.bookings" */
    const char *lacks; /* what it is while it is not covered: "never met" */
    place at;
    bool covered;
} coverage_item;

typedef struct coverage {
    arena *memory;
    coverage_item *items;
    size_t count, capacity;
} coverage;

/* NULL when memory ran out. */
coverage *coverage_of(arena *memory, const plan *p);
/* The result keeps all its columns (it was evaluated as a base). Not safe from two threads on
 * one result. */
void coverage_add(coverage *c, const result *r);
/* Puts the items into the order of the files; no result can be added from then on. */
void coverage_in_order(coverage *c, const declarations *rules);

#endif
