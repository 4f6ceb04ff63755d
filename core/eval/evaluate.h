/* evaluate.h - computes a plan over facts. */
#ifndef RUNG_EVAL_EVALUATE_H
#define RUNG_EVAL_EVALUATE_H

#include "eval/result.h"

/* Evaluates everything. NULL only when memory ran out. The result lives in `memory` and borrows plan and facts. */
result *evaluate(arena *memory, const plan *p, const facts *f);

#endif
