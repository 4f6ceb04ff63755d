/* join.h - puts the results of stretches of partners together. Private to eval/. */
#ifndef RUNG_EVAL_JOIN_H
#define RUNG_EVAL_JOIN_H

#include "eval/evaluation.h"

/* The whole result of parts that follow each other and cover all partners. *overflow: some
 * total does not fit. NULL when memory ran out. */
result *join_results(arena *memory, const plan *p, const facts *f, const result_part *parts,
                     size_t count, bool *overflow);

#endif
