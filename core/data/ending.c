/* ending.c - a finished source becomes a table of the facts.
 *
 * Partners are numbered here, once their own source has ended; rows of every source are grouped
 * by those numbers, and what was gathered while reading is freed. Called by builder.c only. */
#include "base/memory.h"
#include "data/building.h"
#include "data/order.h"

static int compare_partners(const void *context, uint32_t a, uint32_t b) {
    const map *partners = context;
    return text_compare(partners->keys[a], partners->keys[b]);
}

/* Numbers the partners in byte order of their ids. */
static bool rank_partners(facts_builder *b) {
    size_t count = b->partners.count;
    uint32_t *order = memory_allocate(count * sizeof *order);
    b->rank = memory_allocate(count * sizeof *b->rank);
    b->built->partner_ids = arena_array(b->memory, count, sizeof *b->built->partner_ids);
    bool done = order && b->rank && b->built->partner_ids;
    for (size_t i = 0; done && i < count; i++)
        order[i] = (uint32_t)i;
    done = done && order_sort(order, count, compare_partners, &b->partners);
    for (size_t i = 0; done && i < count; i++) {
        b->rank[order[i]] = (uint32_t)i;
        b->built->partner_ids[i] = b->partners.keys[order[i]];
    }
    memory_free(order);
    b->built->partner_count = count;
    for (size_t row = 0; done && row < b->rows.rows; row++)
        b->rows.partner_of[row] = b->rank[b->rows.partner_of[row]];
    return done;
}

static bool gather_ids(const facts_builder *b, const uint32_t *order, facts_table *table) {
    const table_buffer *rows = &b->rows;
    if (!rows->ids) return true;
    table->ids = arena_array(b->memory, rows->rows, sizeof *table->ids);
    for (size_t i = 0; table->ids && i < rows->rows; i++)
        table->ids[i] = rows->ids[order[i]];
    if (!rows->id_is_text) return table->ids;
    table->id_is_text = arena_array(b->memory, rows->rows, 1);
    for (size_t i = 0; table->id_is_text && i < rows->rows; i++)
        table->id_is_text[i] = rows->id_is_text[order[i]];
    return table->ids && table->id_is_text;
}

static bool gather_columns(const facts_builder *b, const uint32_t *order, facts_table *table) {
    const source_request *source = &b->wanted->sources[b->begun - 1];
    table->columns = arena_array(b->memory, source->count, sizeof *table->columns);
    if (!table->columns) return false;
    table->column_count = source->count;
    for (size_t c = 0; c < source->count; c++) {
        facts_column *column = &table->columns[c];
        *column = (facts_column){.name = arena_string(b->memory, source->columns[c].name),
                                 .kind = source->columns[c].kind};
        if (!column->name ||
            !column_buffer_gather(&b->rows.columns[c], order, b->rows.rows, b->memory, column))
            return false;
    }
    return true;
}

static bool gather_partners(facts_table *table, arena *memory, size_t partners) {
    table->partner_of = arena_array(memory, table->rows, sizeof *table->partner_of);
    for (size_t p = 0; table->partner_of && p < partners; p++)
        for (uint32_t row = table->first[p]; row < table->first[p + 1]; row++)
            table->partner_of[row] = (uint32_t)p;
    return table->partner_of;
}

static date happened_on(const facts_table *table, uint32_t row) {
    if (table->happened_on < 0) return DATE_FIRST;
    const facts_column *column = &table->columns[table->happened_on];
    bool known = !column->states || column->states[row] == CELL_VALUE;
    return known ? column->codes[row] : DATE_FIRST;
}

/* Tells this source's errors where their rows stand now, whose they are and when. */
static bool place_errors(facts_builder *b, const uint32_t *order, const facts_table *table) {
    size_t first = b->error_count;
    while (first > 0 && b->errors[first - 1].table == b->begun - 1)
        first--;
    if (first == b->error_count) return true;
    uint32_t *now = memory_allocate(table->rows * sizeof *now);
    if (!now) return false;
    for (size_t i = 0; i < table->rows; i++)
        now[order[i]] = (uint32_t)i;
    for (size_t i = first; i < b->error_count; i++) {
        waiting_error *waiting = &b->errors[i];
        waiting->row = now[waiting->row];
        waiting->error.partner = table->partner_of[waiting->row];
        waiting->error.happened_on = happened_on(table, waiting->row);
    }
    memory_free(now);
    return true;
}

static bool settle_columns(facts_builder *b) {
    for (size_t c = 0; c < b->rows.column_count; c++)
        if (!column_buffer_settle(&b->rows.columns[c], &b->texts)) return false;
    return true;
}

bool builder_end_source(facts_builder *b) {
    facts_table *table = &b->built->tables[b->begun - 1];
    if (!settle_columns(b)) return false;
    if (b->begun == 1 && !rank_partners(b)) return false;
    size_t partners = b->built->partner_count;
    table->rows = b->rows.rows;
    table->first = arena_array(b->memory, partners + 1, sizeof *table->first);
    uint32_t *order = memory_allocate(table->rows * sizeof *order);
    bool done = order && table->first &&
                table_buffer_group(&b->rows, &b->built->texts, partners, table->first, order) &&
                gather_partners(table, b->memory, partners) && gather_ids(b, order, table) &&
                gather_columns(b, order, table) && place_errors(b, order, table);
    memory_free(order);
    table_buffer_free(&b->rows);
    return done;
}

/* By partner, source, row and column; equal rows by what their cells say. */
static int compare_errors(const void *context, uint32_t a, uint32_t b) {
    const waiting_error *x = (const waiting_error *)context + a;
    const waiting_error *y = (const waiting_error *)context + b;
    if (x->error.partner != y->error.partner)
        return x->error.partner < y->error.partner ? -1 : 1;
    if (x->table != y->table) return x->table < y->table ? -1 : 1;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->column != y->column) return x->column < y->column ? -1 : 1;
    return text_compare(text_of(x->error.message), text_of(y->error.message));
}

bool builder_end_errors(facts_builder *b) {
    uint32_t *order = memory_allocate(b->error_count * sizeof *order);
    b->built->errors = arena_array(b->memory, b->error_count, sizeof *b->built->errors);
    bool done = order && b->built->errors;
    for (size_t i = 0; done && i < b->error_count; i++)
        order[i] = (uint32_t)i;
    done = done && order_sort(order, b->error_count, compare_errors, b->errors);
    for (size_t i = 0; done && i < b->error_count; i++)
        b->built->errors[i] = b->errors[order[i]].error;
    b->built->error_count = b->error_count;
    memory_free(order);
    return done;
}
