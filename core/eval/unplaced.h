/* unplaced.h - what is left over of amounts that rules divide among partners. */
#ifndef RUNG_EVAL_UNPLACED_H
#define RUNG_EVAL_UNPLACED_H

#include "eval/result.h"

/* The next rule that divides amounts, and what of them nobody could get; false when there is
 * none. *next begins at 0. */
bool unplaced_next(const plan *p, const totals *t, size_t *next, const declared **rule,
                   value *left);

#endif
