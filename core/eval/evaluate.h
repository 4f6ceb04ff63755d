/* evaluate.h - computes a plan over facts. */
#ifndef RUNG_EVAL_EVALUATE_H
#define RUNG_EVAL_EVALUATE_H

#include "eval/result.h"

/* Evaluates everything, with at most `jobs` threads (1: none but the caller's). The same bytes
 * whatever jobs is. as_base: all columns are kept, for others to take over (against.h); else
 * those that reports ask for. NULL only when memory ran out. The result lives in `memory` and
 * borrows plan and facts. */
result *evaluate(arena *memory, const plan *p, const facts *f, int jobs, bool as_base);

#endif
