/* threads.h - partners split over threads, each stretch evaluated for itself, then put
 * together.
 *
 * A thread has an evaluation, an arena and an error list of its own; plan and facts are only
 * read. What looks across partners cannot be split: such programs are evaluated by one thread.
 * Private to eval/. */
#ifndef RUNG_EVAL_THREADS_H
#define RUNG_EVAL_THREADS_H

#include "eval/evaluation.h"

/* Whether no rule of the program looks at more than one partner. */
bool stretches_stand_alone(const plan *p);

/* As evaluate(), over stretches of partners with about the same number of rows. */
result *evaluate_in_threads(arena *memory, const plan *p, const facts *f, int jobs);

#endif
