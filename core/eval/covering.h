/* covering.h - what coverage.c and coverage_bands.c share. Nobody else looks inside. */
#ifndef RUNG_EVAL_COVERING_H
#define RUNG_EVAL_COVERING_H

#include "eval/coverage.h"

/* One walk: without a result it lists, with one it marks. */
typedef struct covering {
    coverage *into;
    const plan *plan;
    const result *of; /* NULL: what can be covered is listed */
    size_t at;        /* the next item, while marking */
} covering;

bool covering_lists(const covering *w);
void covering_item(covering *w, coverage_item item, bool covered);
/* coverage_bands.c */
void cover_bands(covering *w);

#endif
