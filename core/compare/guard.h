/* guard.h - whether a change keeps what the guards of the changed program ask. */
#ifndef RUNG_COMPARE_GUARD_H
#define RUNG_COMPARE_GUARD_H

#include "compare/changes.h"

/* One condition of a guard. A guard holds when all of its conditions do. Of a group, `actual`
 * is how many of its parts are met and `limit` how many must be: at least so many, or, for
 * none_of, at most 0. */
typedef struct guard_outcome guard_outcome;
struct guard_outcome {
    const char *name;      /* the guard's */
    const char *title;     /* the guard's, or NULL */
    const char *why;       /* the guard's clause, or NULL */
    const char *condition; /* as people read it; or NULL */
    bool holds;
    value actual, limit;
    const text *offenders; /* where it is broken: partners that move, by id, or whose loss
                            * breaks it, the largest first */
    size_t offender_count;
    const char *group; /* "any of"; NULL: a comparison */
    const guard_outcome *parts;
    size_t part_count;
};

/* All conditions of the candidate's plan, in the order of the files: where nobody is concerned,
 * the changes hold the baseline for both sides. False when memory ran out. */
bool check_guards(arena *memory, const changes *c, const plan *candidate, guard_outcome **out,
                  size_t *count);
/* How many guards are broken. */
size_t count_broken_guards(const guard_outcome *outcomes, size_t count);

#endif
