/* seek.h - the values of a setting for which a target holds.
 *
 * Totals are steps in a setting. A few values over the whole range are tried first; wherever
 * the target holds on one side and not on the other, the very step between is found by halving.
 * Between two neighbours among the first the totals are taken to rise or to fall, not both;
 * where they do both over the range, more are tried first. Called by rung_seek. */
#ifndef RUNG_COMPARE_SEEK_H
#define RUNG_COMPARE_SEEK_H

#include "bind/range.h"
#include "compare/target.h"
#include "compare/trial.h"

/* A value that was tried. */
typedef struct seek_point {
    int64_t at; /* which value of the range */
    int side;   /* of the target: -1 below, 0 there, 1 above */
    number figure;
    const totals *totals;
} seek_point;

/* The target holds from one to the other; the values next to them were tried and fail, or are
 * beyond the range. */
typedef struct seek_interval {
    const seek_point *from, *to;
} seek_interval;

typedef struct sought {
    seek_interval *intervals; /* ascending */
    size_t count;
    /* Without an interval: the nearest from below and from above, or, where everything is on
     * one side, the break points of the nearest figure. */
    const seek_point *nearest[2];
    size_t nearest_count;
    const seek_point *worst; /* tried first of those where most partners have errors */
    size_t evaluations;      /* values that were tried */
    size_t tried_first;
    bool all_tried; /* every value of the range was */
} sought;

/* NULL with problems, or when memory ran out. Lives in `memory`. */
const sought *seek(arena *memory, const trial *t, const range *over, const target *wanted,
                   problem_list *problems);

#endif
