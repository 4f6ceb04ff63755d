/* against.h - evaluates a changed program against a base result over the same facts.
 *
 * What the change cannot touch is lent by the base; what it can is computed, for the partners
 * that it concerns and no others. Fresh and based evaluations agree in every byte. */
#ifndef RUNG_COMPARE_AGAINST_H
#define RUNG_COMPARE_AGAINST_H

#include "eval/result.h"

/* A result over the partners that may differ from the base, ascending; everybody else is as in
 * the base. */
typedef struct partial_result {
    const result *found; /* its arrays have an item for each of these partners; NULL when there
                            are none */
    const uint32_t *partners; /* the facts' numbers; NULL: all */
    size_t count;
    totals totals;      /* of everybody, as if all had been evaluated */
    bool scores_differ; /* .. but for scores, which may be other points for anybody */
} partial_result;

/* NULL when memory ran out. The result lives in `memory` and borrows from plan and base. */
partial_result *evaluate_against(arena *memory, const plan *p, const result *base, int jobs);

#endif
