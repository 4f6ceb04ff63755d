/* filter.h - which rows of a block a filter lets through. Private to eval/. */
#ifndef RUNG_EVAL_FILTER_H
#define RUNG_EVAL_FILTER_H

#include "eval/evaluation.h"

/* Narrows `rows` to those for which the condition holds; index has room for all of them and may
 * be where rows stand. `spoilt` is told of every row for which it is an error. False only when
 * memory ran out. */
typedef void spoilt_row(void *context, frame *block, size_t row);
bool filter_rows(frame *block, const node *condition, selection *rows, uint32_t *index,
                 spoilt_row *spoilt, void *context);

#endif
