/* join.h - puts the results of stretches of partners together. Private to eval/. */
#ifndef RUNG_EVAL_JOIN_H
#define RUNG_EVAL_JOIN_H

#include "eval/evaluation.h"

/* Completes a whole result in whose arrays the parts, which follow each other and cover all
 * partners, wrote their figures: lines, claims, errors, totals. *overflow: some total does not
 * fit. False only when memory ran out. */
bool join_results(arena *memory, result *whole, const result_part *parts, size_t count,
                  bool *overflow);

#endif
