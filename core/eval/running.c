/* running.c - see running.h.
 *
 * Most aggregates are an accumulator that is asked after each row. Different values and medians
 * would be sorted anew each time: these are marked, or kept in order, instead. */
#include "eval/running.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

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

static void insert(number *sorted, size_t count, number value) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sorted[middle] <= value)
            low = middle + 1;
        else
            high = middle;
    }
    memmove(sorted + low + 1, sorted + low, (count - low) * sizeof *sorted);
    sorted[low] = value;
}

static uint8_t median_of(const number *sorted, size_t count, number *out) {
    *out = 0;
    if (count == 0) return CELL_NONE;
    *out = sorted[count / 2];
    if (count % 2) return CELL_VALUE;
    bool fits = number_add(out, sorted[count / 2 - 1], *out) &&
                number_divide(out, *out, 2 * NUMBER_ONE);
    return fits ? CELL_VALUE : RUNNING_TOO_LARGE;
}

static bool run_median(const gathering *g, number *values, uint8_t *states) {
    number *sorted = memory_allocate((g->count + 1) * sizeof *sorted);
    size_t count = 0;
    if (!sorted) return false;
    states[0] = median_of(sorted, 0, &values[0]);
    for (size_t i = 0; i < g->count; i++) {
        const gathered_row *r = &g->rows[i];
        if (r->state == CELL_VALUE) insert(sorted, count++, r->value);
        states[i + 1] = median_of(sorted, count, &values[i + 1]);
        if (states[i] == CELL_WRONG || r->state == CELL_WRONG) states[i + 1] = CELL_WRONG;
    }
    memory_free(sorted);
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
