/* trial.h - a program tried with other values of its settings, time and again over one base.
 *
 * Only totals are kept: whatever else an attempt builds is freed before the next. */
#ifndef RUNG_COMPARE_TRIAL_H
#define RUNG_COMPARE_TRIAL_H

#include "bind/edit.h"
#include "compare/outcomes.h"

typedef struct trial {
    const result *base; /* of `rules` over the facts */
    const declarations *rules;
    int jobs;
    outcomes *known; /* of earlier attempts; NULL: each begins at the base */
} trial;

/* The totals with these edits, in `memory`. NULL with problems, or when memory ran out. */
const totals *trial_totals(const trial *t, arena *memory, const edit *edits, size_t count,
                           problem_list *problems);

#endif
