/* running.c - see running.h.
 *
 * Most aggregates are an accumulator that is asked after each row. Different values and medians
 * would be sorted anew each time: these are marked, or kept in two halves, instead. */
#include "eval/running.h"

#include "base/memory.h"

#include <stdlib.h>

static bool run_accumulator(const gathering *g, number *values, uint8_t *states) {
    accumulator sum = accumulator_of(g->of);
    bool fine = true;
    accumulator_begin(&sum);
    for (size_t i = 0; fine; i++) {
        uint8_t state = accumulator_value(&sum, &values[i]);
        states[i] = sum.overflow ? RUNNING_TOO_LARGE : state;
        if (i == g->count) break;
        const gathered_row *r = &g->rows[i];
        fine = accumulator_add(&sum, r->state, r->value, r->order_state, r->order);
    }
    accumulator_free(&sum);
    return fine;
}

typedef struct met_value {
    number value;
    size_t at;
} met_value;

static int compare_met(const void *a, const void *b) {
    const met_value *x = a, *y = b;
    if (x->value != y->value) return x->value < y->value ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* Each value counts where it is met first. */
static bool run_count_distinct(const gathering *g, number *values, uint8_t *states) {
    met_value *met = memory_allocate((g->count + 1) * sizeof *met);
    bool numbers = g->of->items[OVER_X]->type == TYPE_NUMBER;
    size_t count = 0;
    if (!met) return false;
    for (size_t i = 0; i < g->count; i++) {
        const gathered_row *r = &g->rows[i];
        values[i + 1] = 0;
        if (r->state != CELL_VALUE) continue;
        met[count++] = (met_value){numbers ? number_on_grid(r->value) : r->value, i};
    }
    if (count > 1) qsort(met, count, sizeof *met, compare_met);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || met[i].value != met[i - 1].value) values[met[i].at + 1] = NUMBER_ONE;
    memory_free(met);
    values[0] = 0;
    states[0] = CELL_VALUE;
    for (size_t i = 1; i <= g->count; i++) {
        values[i] += values[i - 1];
        bool wrong = states[i - 1] == CELL_WRONG || g->rows[i - 1].state == CELL_WRONG;
        states[i] = wrong ? CELL_WRONG : CELL_VALUE;
    }
    return true;
}

/* The smallest is first, each before the two at twice its place and one. */
typedef struct number_heap {
    number *values;
    size_t count;
} number_heap;

static void heap_push(number_heap *h, number value) {
    size_t at = h->count++;
    for (; at > 0 && h->values[(at - 1) / 2] > value; at = (at - 1) / 2)
        h->values[at] = h->values[(at - 1) / 2];
    h->values[at] = value;
}

static number heap_pop(number_heap *h) {
    number first = h->values[0], last = h->values[--h->count];
    size_t at = 0, below;
    while ((below = 2 * at + 1) < h->count) {
        if (below + 1 < h->count && h->values[below + 1] < h->values[below]) below++;
        if (h->values[below] >= last) break;
        h->values[at] = h->values[below];
        at = below;
    }
    h->values[at] = last;
    return first;
}

/* The lower half, negated, with the middle one; and the upper half. */
typedef struct halves_of_values {
    number_heap lower, upper;
} halves_of_values;

static void take(halves_of_values *h, number value) {
    if (h->lower.count && value < -h->lower.values[0])
        heap_push(&h->lower, -value);
    else
        heap_push(&h->upper, value);
    if (h->upper.count > h->lower.count) heap_push(&h->lower, -heap_pop(&h->upper));
    if (h->lower.count > h->upper.count + 1) heap_push(&h->upper, -heap_pop(&h->lower));
}

static uint8_t median_of(const halves_of_values *h, number *out) {
    *out = 0;
    if (h->lower.count == 0) return CELL_NONE;
    *out = -h->lower.values[0];
    if (h->lower.count > h->upper.count) return CELL_VALUE;
    bool fits =
        number_add(out, *out, h->upper.values[0]) && number_divide(out, *out, 2 * NUMBER_ONE);
    return fits ? CELL_VALUE : RUNNING_TOO_LARGE;
}

static bool run_median(const gathering *g, number *values, uint8_t *states) {
    size_t room = g->count / 2 + 2;
    number *both = memory_allocate(2 * room * sizeof *both);
    if (!both) return false;
    halves_of_values h = {{both, 0}, {both + room, 0}};
    states[0] = median_of(&h, &values[0]);
    for (size_t i = 0; i < g->count; i++) {
        const gathered_row *r = &g->rows[i];
        if (r->state == CELL_VALUE) take(&h, r->value);
        states[i + 1] = median_of(&h, &values[i + 1]);
        if (states[i] == CELL_WRONG || r->state == CELL_WRONG) states[i + 1] = CELL_WRONG;
    }
    memory_free(both);
    return true;
}

bool running_values(const gathering *g, number *values, uint8_t *states) {
    switch (g->of->aggregate) {
    case AGGREGATE_COUNT_DISTINCT:
        return run_count_distinct(g, values, states);
    case AGGREGATE_MEDIAN:
        return run_median(g, values, states);
    default:
        return run_accumulator(g, values, states);
    }
}
