/* accumulator.h - one sum, count, average, .. in the making: values go in one by one.
 *
 * Sums are exact: the order of values never shows, except that of ids between equal `latest`.
 * Private to eval/. */
#ifndef RUNG_EVAL_ACCUMULATOR_H
#define RUNG_EVAL_ACCUMULATOR_H

#include "eval/frame.h"

typedef struct accumulator {
    const node *of; /* says which aggregate, of what, ordered by what */
    uint8_t state;  /* CELL_NONE until there is a value; CELL_WRONG stays */
    number total;   /* sum, or the best so far */
    number order;   /* of the latest */
    size_t count;   /* of values */
    number *kept;   /* median, count_distinct: the values */
    size_t kept_capacity;
    bool overflow;
} accumulator;

/* Of an aggregate's node; accumulator_free gives back what it keeps. */
static inline accumulator accumulator_of(const node *n) {
    return (accumulator){.of = n, .state = CELL_NONE};
}

/* Nothing went in yet. */
void accumulator_begin(accumulator *a);
/* What a row says. Rows without a value are left out; for `latest` also those that have none to
 * be ordered by. False only when memory ran out. */
bool accumulator_add(accumulator *a, uint8_t state, number value, uint8_t order_state,
                     number order);
/* The aggregate of all that went in: its state; afterwards a->overflow says whether it was too
 * large. More may go in behind. */
uint8_t accumulator_value(accumulator *a, number *out);
/* The same into a frame, with the error that it may be. */
void accumulator_end(accumulator *a, frame *f, size_t item);
void accumulator_free(accumulator *a);

#endif
