/* stretches.h - partners cut into stretches, each evaluated for itself, then put together.
 *
 * A stretch is small enough for its columns to stay near the processor; several threads may
 * work through them. A thread has an arena and functions of its own; plan and facts are only
 * read. What looks across partners cannot be cut. Private to eval/ and compare/. */
#ifndef RUNG_EVAL_STRETCHES_H
#define RUNG_EVAL_STRETCHES_H

#include "eval/evaluation.h"

typedef struct stretching {
    const plan *plan;
    const facts *facts;
    const lending *lends; /* or NULL: then its base is cut the same way */
    int jobs;
    bool as_base; /* columns of all nodes are kept */
} stretching;

/* Whether no rule of the program looks at more than one partner. */
bool stretches_stand_alone(const plan *p);

/* A whole result. NULL only when memory ran out. */
result *evaluate_stretches(arena *memory, const stretching *how);

#endif
