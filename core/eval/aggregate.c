/* aggregate.c - folds the rows of each partner: sum, count, average, latest and so on.
 *
 * The rows of a partner stand together, so one accumulator serves them all in turn. Values
 * are exact: the order of rows never shows, except that of ids between equal `latest`. */
#include "eval/filter.h"
#include "eval/frame.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct folding {
    const node *of;
    frame *partners;
    bool open; /* a partner's rows are being folded */
    uint32_t partner;
    uint8_t state; /* CELL_NONE until there is a value; CELL_WRONG stays */
    number total;  /* sum, or the best so far */
    number order;  /* of the latest */
    size_t count;  /* of values */
    number *kept;  /* median, count_distinct: the values */
    size_t kept_capacity;
    uint8_t *wanted; /* by partner; NULL: all of the stretch */
    uint32_t *index; /* BLOCK_ROWS */
    bool overflow;
} folding;

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

/* The aggregate of what was folded; CELL_NONE for nothing where nothing has no value. */
static uint8_t conclude(folding *g, number *out) {
    switch (g->of->aggregate) {
    case AGGREGATE_SUM:
        *out = g->total;
        return CELL_VALUE;
    case AGGREGATE_COUNT:
        *out = number_from_integer((int64_t)g->count);
        return CELL_VALUE;
    case AGGREGATE_COUNT_DISTINCT:
        *out = number_from_integer((int64_t)count_distinct(g->kept, g->count));
        return CELL_VALUE;
    case AGGREGATE_EXISTS:
        *out = g->count > 0;
        return CELL_VALUE;
    case AGGREGATE_AVERAGE:
        if (g->count == 0) return CELL_NONE;
        g->overflow |= !number_divide(out, g->total, number_from_integer((int64_t)g->count));
        return CELL_VALUE;
    case AGGREGATE_MEDIAN:
        if (g->count == 0) return CELL_NONE;
        g->overflow |= !median(g->kept, g->count, out);
        return CELL_VALUE;
    default:
        *out = g->total;
        return g->count ? g->state : CELL_NONE;
    }
}

static void close_partner(folding *g) {
    number found = 0;
    if (!g->open) return;
    uint8_t state = g->state == CELL_WRONG ? CELL_WRONG : conclude(g, &found);
    if (g->overflow)
        set_overflow(g->partners, g->of, g->partner);
    else if (state == CELL_VALUE)
        set_value(g->partners, g->of, g->partner, found);
    else
        set_state(g->partners, g->of, g->partner, state);
    g->open = false;
}

static void open_partner(folding *g, uint32_t partner) {
    g->open = true;
    g->partner = partner;
    g->state = CELL_NONE;
    g->total = 0;
    g->count = 0;
    g->overflow = false;
}

static bool keep(folding *g, number value) {
    if (g->count == g->kept_capacity) {
        size_t larger = g->kept_capacity ? g->kept_capacity * 2 : 256;
        number *moved = memory_resize(g->kept, larger * sizeof *moved);
        if (!moved) return false;
        g->kept = moved;
        g->kept_capacity = larger;
    }
    g->kept[g->count] =
        g->of->items[0]->type == TYPE_NUMBER && g->of->aggregate == AGGREGATE_COUNT_DISTINCT
            ? number_on_grid(value)
            : value;
    return true;
}

/* Adds one row's value (there is one). */
static bool fold_value(folding *g, number value, number order) {
    bool first = g->count == 0, better = false;
    switch (g->of->aggregate) {
    case AGGREGATE_SUM:
    case AGGREGATE_AVERAGE:
        g->overflow |= !number_add(&g->total, g->total, value);
        break;
    case AGGREGATE_LOWEST:
        better = first || value < g->total;
        break;
    case AGGREGATE_HIGHEST:
        better = first || value > g->total;
        break;
    case AGGREGATE_LATEST:
        better = first || order >= g->order;
        break; /* rows come by id: the last of equals */
    default:
        if (keeps_values(g->of) && !keep(g, value)) return false;
    }
    if (better) {
        g->total = value;
        g->order = order;
        g->state = CELL_VALUE;
    }
    g->count++;
    return true;
}

/* Rows without a value are left out; for `latest` also those that have none to be ordered by.
 */
static bool fold_row(folding *g, uint8_t state, number value, uint8_t order_state,
                     number order) {
    bool by_number = g->of->items[2] && g->of->items[2]->type == TYPE_NUMBER;
    if (state == CELL_WRONG || order_state == CELL_WRONG) g->state = CELL_WRONG;
    if (g->state == CELL_WRONG || state != CELL_VALUE || order_state != CELL_VALUE) return true;
    return fold_value(g, value, by_number ? number_on_grid(order) : order);
}

/* A row whose filter is an error spoils its partner's aggregate. */
static void spoil(void *context, frame *block, size_t row) {
    folding *g = context;
    uint32_t partner = frame_partner(block, row);
    if (g->open && g->partner == partner)
        g->state = CELL_WRONG;
    else
        set_state(g->partners, g->of, partner, CELL_WRONG);
}

static bool fold_block(void *context, frame *block) {
    folding *g = context;
    const node *n = g->of;
    static const uint8_t is_there = CELL_VALUE;
    static const number nothing = 0;
    constant_room rooms[3];
    operand x = {&nothing, &is_there, 0}, order = x;
    selection rows = {NULL, block->size};
    if (n->items[1] && !filter_rows(block, n->items[1], &rows, g->index, spoil, g))
        return false;
    if (n->items[0] && !operand_compute(block, n->items[0], &rows, &rooms[0], &x)) return false;
    if (n->items[2] && !operand_compute(block, n->items[2], &rows, &rooms[2], &order))
        return false;
    for (size_t k = 0; k < rows.count; k++) {
        size_t row = selection_at(&rows, k);
        uint32_t partner = frame_partner(block, row);
        if (!g->open || g->partner != partner) {
            close_partner(g);
            open_partner(g, partner);
            if (g->partners->slots[n->id].states[partner] == CELL_WRONG) g->state = CELL_WRONG;
        }
        if (!fold_row(g, operand_state(&x, row), operand_value(&x, row),
                      operand_state(&order, row), operand_value(&order, row)))
            return false;
    }
    return true;
}

/* What the aggregate of no rows is; partners without rows keep it. */
static void start_with_nothing(folding *g, const selection *items) {
    for (size_t k = 0; k < items->count; k++) {
        open_partner(g, (uint32_t)selection_at(items, k));
        close_partner(g);
    }
}

bool compute_aggregate(frame *f, const node *n, const selection *items) {
    folding g = {
        .of = n, .partners = f, .index = memory_allocate(BLOCK_ROWS * sizeof *g.index)};
    bool fine = g.index != NULL;
    if (fine) start_with_nothing(&g, items);
    fine =
        fine && for_each_block(f->of, &f->of->facts->tables[n->rows_of], items, fold_block, &g);
    close_partner(&g);
    memory_free(g.kept);
    memory_free(g.index);
    return fine;
}
