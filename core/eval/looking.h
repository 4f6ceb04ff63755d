/* looking.h - how many rows are looked at row by row: ends what would take hours.
 *
 * Rows that are looked at for each row at hand, and again for each of those, are their product.
 * What an aggregate looks at for the rows of one partner may come to plan.looks; then it is an
 * error of the partner. It is counted where no row is at hand yet, so that it does not depend
 * on who else is evaluated. Private to eval/. */
#ifndef RUNG_EVAL_LOOKING_H
#define RUNG_EVAL_LOOKING_H

#include "eval/frame.h"

/* The looks of one aggregate for the items of a frame, in turn. */
typedef struct looking {
    frame *f;
    const node *of;
    struct looked_rows *partner; /* NULL: rows are at hand, whoever looks at these counts */
    uint64_t before, limit;      /* of the evaluation, as this began */
} looking;

/* False when memory ran out. */
bool looking_open(looking *l, frame *f, const node *n);
/* Whether the item may look at rows; otherwise it is wrong, and told. */
bool looking_begin(looking *l, size_t item);
/* After it has looked. What it came to is wrong when these were too many. */
void looking_end(looking *l, size_t item);

#endif
