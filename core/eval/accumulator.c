/* accumulator.c - see accumulator.h. */
#include "eval/accumulator.h"

#include "base/memory.h"

#include <stdlib.h>

static bool keeps_values(const node *n) {
    return n->aggregate == AGGREGATE_MEDIAN || n->aggregate == AGGREGATE_COUNT_DISTINCT;
}

static int compare_numbers(const void *a, const void *b) {
    const number *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

static size_t count_distinct(number *values, size_t count) {
    size_t distinct = 0;
    if (count > 1) qsort(values, count, sizeof *values, compare_numbers);
    for (size_t i = 0; i < count; i++)
        distinct += i == 0 || values[i] != values[i - 1];
    return distinct;
}

static bool median(number *values, size_t count, number *out) {
    number pair;
    qsort(values, count, sizeof *values, compare_numbers);
    *out = values[count / 2];
    if (count % 2) return true;
    return number_add(&pair, values[count / 2 - 1], *out) &&
           number_divide(out, pair, 2 * NUMBER_ONE);
}

/* CELL_NONE for nothing where nothing has no value. */
static uint8_t conclude(accumulator *a, number *out) {
    switch (a->of->aggregate) {
    case AGGREGATE_SUM:
        *out = a->total;
        return CELL_VALUE;
    case AGGREGATE_COUNT:
        *out = number_from_integer((int64_t)a->count);
        return CELL_VALUE;
    case AGGREGATE_COUNT_DISTINCT:
        *out = number_from_integer((int64_t)count_distinct(a->kept, a->count));
        return CELL_VALUE;
    case AGGREGATE_EXISTS:
        *out = a->count > 0;
        return CELL_VALUE;
    case AGGREGATE_AVERAGE:
        if (a->count == 0) return CELL_NONE;
        a->overflow |= !number_divide(out, a->total, number_from_integer((int64_t)a->count));
        return CELL_VALUE;
    case AGGREGATE_MEDIAN:
        if (a->count == 0) return CELL_NONE;
        a->overflow |= !median(a->kept, a->count, out);
        return CELL_VALUE;
    default:
        *out = a->total;
        return a->count ? a->state : CELL_NONE;
    }
}

uint8_t accumulator_value(accumulator *a, number *out) {
    *out = 0;
    return a->state == CELL_WRONG ? CELL_WRONG : conclude(a, out);
}

void accumulator_end(accumulator *a, frame *f, size_t item) {
    number found;
    uint8_t state = accumulator_value(a, &found);
    if (a->overflow)
        set_overflow(f, a->of, item);
    else if (state == CELL_VALUE)
        set_value(f, a->of, item, found);
    else
        set_state(f, a->of, item, state);
}

void accumulator_begin(accumulator *a) {
    a->state = CELL_NONE;
    a->total = 0;
    a->count = 0;
    a->overflow = false;
}

static bool keep(accumulator *a, number value) {
    if (a->count == a->kept_capacity) {
        size_t larger = a->kept_capacity ? a->kept_capacity * 2 : 256;
        number *moved = memory_resize(a->kept, larger * sizeof *moved);
        if (!moved) return false;
        a->kept = moved;
        a->kept_capacity = larger;
    }
    a->kept[a->count] =
        a->of->items[0]->type == TYPE_NUMBER && a->of->aggregate == AGGREGATE_COUNT_DISTINCT
            ? number_on_grid(value)
            : value;
    return true;
}

/* Adds one row's value (there is one). */
static bool add_value(accumulator *a, number value, number order) {
    bool first = a->count == 0, better = false;
    switch (a->of->aggregate) {
    case AGGREGATE_SUM:
    case AGGREGATE_AVERAGE:
        a->overflow |= !number_add(&a->total, a->total, value);
        break;
    case AGGREGATE_LOWEST:
        better = first || value < a->total;
        break;
    case AGGREGATE_HIGHEST:
        better = first || value > a->total;
        break;
    case AGGREGATE_LATEST:
        better = first || order >= a->order;
        break; /* rows come by id: the last of equals */
    default:
        if (keeps_values(a->of) && !keep(a, value)) return false;
    }
    if (better) {
        a->total = value;
        a->order = order;
        a->state = CELL_VALUE;
    }
    a->count++;
    return true;
}

bool accumulator_add(accumulator *a, uint8_t state, number value, uint8_t order_state,
                     number order) {
    bool by_number = a->of->items[2] && a->of->items[2]->type == TYPE_NUMBER;
    if (state == CELL_WRONG || order_state == CELL_WRONG) a->state = CELL_WRONG;
    if (a->state == CELL_WRONG || state != CELL_VALUE || order_state != CELL_VALUE) return true;
    return add_value(a, value, by_number ? number_on_grid(order) : order);
}

void accumulator_free(accumulator *a) {
    memory_free(a->kept);
    a->kept = NULL;
    a->kept_capacity = 0;
}
