/* timing.h - how far a partner moves on a ladder today. Private to eval/. */
#ifndef RUNG_EVAL_TIMING_H
#define RUNG_EVAL_TIMING_H

#include "eval/evaluation.h"

/* Fills level and held of a ladder with timing for these partners, once what they qualify for
 * is known and a `current` that is no level is marked wrong; the others stand on no level.
 * False only when memory ran out. */
bool timing_apply(evaluation *e, int ladder, const selection *partners);

#endif
