/* row_order.c - the rows of a partner in the order of facts. */
#include "data/row_order.h"

#include "base/memory.h"
#include "data/order.h"

#include <string.h>

int row_order_of_ids(const facts *f, const facts_table *table, size_t a, size_t b) {
    const int64_t *ids = table->ids;
    bool a_text = table->id_is_text && table->id_is_text[a];
    bool b_text = table->id_is_text && table->id_is_text[b];
    if (a_text != b_text) return a_text ? 1 : -1;
    if (ids[a] == ids[b]) return 0;
    if (!a_text) return ids[a] < ids[b] ? -1 : 1;
    text x = f->texts.keys[ids[a]], y = f->texts.keys[ids[b]];
    if (x.length == 0) return 1;
    if (y.length == 0) return -1;
    return text_compare(x, y);
}

static cell_state state_of(const facts_column *column, size_t row) {
    return column->states ? (cell_state)column->states[row] : CELL_VALUE;
}

/* No value after values. */
static int compare_cells(const facts *f, const facts_column *column, size_t a, size_t b) {
    int states = (int)state_of(column, a) - (int)state_of(column, b);
    if (states || state_of(column, a) != CELL_VALUE) return states;
    if (column->wide)
        return (column->wide[a] > column->wide[b]) - (column->wide[a] < column->wide[b]);
    if (column->narrow)
        return (column->narrow[a] > column->narrow[b]) -
               (column->narrow[a] < column->narrow[b]);
    if (column->flags) return (int)column->flags[a] - (int)column->flags[b];
    int32_t x = column->codes[a], y = column->codes[b];
    if (x == y || column->kind != CELL_TEXT) return (x > y) - (x < y);
    return text_compare(f->texts.keys[x], f->texts.keys[y]);
}

typedef struct sorting {
    const facts *f;
    facts_table *table;
    uint32_t *was;
    uint32_t *order;      /* room for the rows of one partner */
    unsigned char *items; /* the same, for the widest item there is */
} sorting;

/* Texts are asked last: they stand elsewhere. */
static int compare_rows(const void *context, uint32_t a, uint32_t b) {
    const sorting *s = context;
    const facts_table *table = s->table;
    int order = table->ids ? row_order_of_ids(s->f, table, a, b) : 0;
    for (int texts = 0; texts < 2; texts++) {
        for (size_t c = 0; c < table->column_count && order == 0; c++) {
            const facts_column *column = &table->columns[c];
            if (facts_column_is_read(column) && (column->kind == CELL_TEXT) == texts)
                order = compare_cells(s->f, column, a, b);
        }
    }
    return order;
}

static void rearrange(const sorting *s, void *vector, size_t item, size_t first, size_t count) {
    unsigned char *bytes = vector;
    if (!bytes) return;
    memcpy(s->items, bytes + first * item, count * item);
    for (size_t i = 0; i < count; i++)
        memcpy(bytes + (first + i) * item, s->items + (s->order[i] - first) * item, item);
}

static void rearrange_all(const sorting *s, size_t first, size_t count) {
    const facts_table *table = s->table;
    rearrange(s, s->was, sizeof *s->was, first, count);
    rearrange(s, table->ids, sizeof *table->ids, first, count);
    rearrange(s, table->id_is_text, 1, first, count);
    for (size_t c = 0; c < table->column_count; c++) {
        const facts_column *column = &table->columns[c];
        rearrange(s, column->narrow, sizeof *column->narrow, first, count);
        rearrange(s, column->wide, sizeof *column->wide, first, count);
        rearrange(s, column->codes, sizeof *column->codes, first, count);
        rearrange(s, column->flags, 1, first, count);
        rearrange(s, column->states, 1, first, count);
    }
}

static bool is_sorted(const sorting *s, size_t first, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (compare_rows(s, (uint32_t)(first + i - 1), (uint32_t)(first + i)) > 0) return false;
    return true;
}

static bool sort_rows_of(const sorting *s, size_t partner) {
    size_t first = s->table->first[partner], count = s->table->first[partner + 1] - first;
    if (is_sorted(s, first, count)) return true;
    for (size_t i = 0; i < count; i++)
        s->order[i] = (uint32_t)(first + i);
    if (!order_sort(s->order, count, compare_rows, s)) return false;
    rearrange_all(s, first, count);
    return true;
}

bool row_order_settle(const facts *f, facts_table *table, uint32_t *was) {
    size_t most = 0, partners = table->reference ? 1 : f->partner_count;
    for (size_t p = 0; p < partners; p++)
        if (table->first[p + 1] - table->first[p] > most)
            most = table->first[p + 1] - table->first[p];
    sorting s = {f, table, was, NULL, NULL};
    s.order = memory_allocate(most * sizeof *s.order);
    s.items = memory_allocate(most * sizeof(number));
    bool done = s.order && s.items;
    for (size_t p = 0; done && p < partners; p++)
        done = sort_rows_of(&s, p);
    memory_free(s.order);
    memory_free(s.items);
    return done;
}
