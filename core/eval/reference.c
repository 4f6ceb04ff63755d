/* reference.c - cells of a reference's rows, reached by the rows' ids. */
#include "data/cell.h"
#include "eval/frame.h"

#include <stdarg.h>
#include <stdio.h>

enum { NOT_SOUGHT = 0, NOT_THERE = 1, FIRST_ROW = 2 };

/* The row that a text of the facts names: sought once, however many rows have it. */
static uint32_t *found_by(evaluation *e, int source) {
    if (!e->found) e->found = arena_array(e->memory, e->facts->table_count, sizeof *e->found);
    if (!e->found) return NULL;
    uint32_t **found = &e->found[source];
    if (!*found) *found = arena_array(e->memory, e->facts->texts.count, sizeof **found);
    return *found;
}

static uint32_t find_row(const evaluation *e, const node *n, number code, uint32_t *found) {
    uint32_t *row = &found[(size_t)code];
    if (*row != NOT_SOUGHT) return *row;
    int64_t sought = facts_row_find(e->facts, &e->facts->tables[n->rows_of],
                                    e->facts->texts.keys[(size_t)code]);
    *row = sought < 0 ? (uint32_t)NOT_THERE : (uint32_t)sought + FIRST_ROW;
    return *row;
}

/* Rows that happen after the day do not exist. */
static bool exists(const facts_table *table, size_t row, date as_of) {
    number day;
    uint8_t state;
    if (table->happened_on < 0) return true;
    facts_column_load(&table->columns[table->happened_on], row, 1, &day, &state);
    return state != CELL_VALUE || day <= as_of;
}

static const facts_table *table_of(const frame *f, const node *cell) {
    return &f->of->facts->tables[cell->kind == NODE_LOOKUP ? cell->rows_of : cell->source];
}

/* The row in which the cell stands that an item's value was read from. */
static size_t row_of(const frame *f, const node *cell, size_t item) {
    if (cell->kind == NODE_LOOKUP) {
        const column *id = &f->slots[cell->items[0]->id];
        uint32_t *found = f->of->found[cell->rows_of];
        return find_row(f->of, cell, id->values[item], found) - FIRST_ROW;
    }
    return table_of(f, cell) == f->of->facts->tables ? member_of(f->of, item)
                                                     : f->first_row + item;
}

static void name_row(const frame *f, const facts_table *table, size_t row, text_buffer *out) {
    const facts *facts = f->of->facts;
    text_append_string(out, table->source);
    if (table->ids || table == facts->tables) text_append_string(out, " row ");
    facts_row_id(facts, table, row, out);
}

void evaluation_data_error(frame *f, const node *cell, size_t item, const char *format, ...) {
    char why[600];
    va_list list;
    va_start(list, format);
    vsnprintf(why, sizeof why, format, list);
    va_end(list);
    const source_request *from =
        &f->of->plan->request.sources[cell->kind == NODE_LOOKUP ? cell->rows_of : cell->source];
    const column_request *column = &from->columns[cell->column];
    text_buffer out = {0};
    size_t row = row_of(f, cell, item);
    name_row(f, table_of(f, cell), row, &out);
    text_print(&out, ", column '%s': %s", column->sql_name, why);
    const char *message = arena_copy(f->of->memory, out.bytes ? out.bytes : "", out.length);
    f->of->memory->failed |= out.failed;
    text_free(&out);
    cell_error wrong = {
        .row = (uint32_t)row, .source = from->name, .at = column->at, .message = message};
    evaluation_cell_error(f, item, &wrong);
}

/* A row of a later day is not there either. */
static void tell_missing(frame *f, const node *n, size_t item, text sought, bool later) {
    const char *source = f->of->facts->tables[n->rows_of].source;
    text_buffer shown = {0};
    char day[DATE_TEXT];
    cell_escape(&shown, sought);
    const char *id = shown.bytes ? shown.bytes : "";
    date_print(day, (date)n->constant);
    if (later)
        evaluation_data_error(f, n->items[0], item, "'%s' of '%s' is of a later day than %s",
                              id, source, day);
    else
        evaluation_data_error(f, n->items[0], item, "there is no '%s' in '%s'", id, source);
    text_free(&shown);
}

static void take_cell(frame *f, const node *n, size_t item, size_t row) {
    const facts_table *table = &f->of->facts->tables[n->rows_of];
    column *slot = &f->slots[n->id];
    facts_column_load(&table->columns[n->column], row, 1, &slot->values[item],
                      &slot->states[item]);
    if (slot->states[item] != CELL_WRONG) return;
    const cell_error *wrong = facts_error_of(f->of->facts, table, row, n->column);
    if (wrong) evaluation_cell_error(f, item, wrong);
}

bool compute_lookup(frame *f, const node *n, const selection *items) {
    const facts_table *table = &f->of->facts->tables[n->rows_of];
    constant_room room;
    operand id;
    uint32_t *found = found_by(f->of, n->rows_of);
    if (!found || !operand_compute(f, n->items[0], items, &room, &id)) return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        set_state(f, n, item, operand_state(&id, item));
        if (operand_state(&id, item) != CELL_VALUE) continue;
        uint32_t row = find_row(f->of, n, operand_value(&id, item), found);
        if (row != NOT_THERE && exists(table, row - FIRST_ROW, (date)n->constant)) {
            take_cell(f, n, item, row - FIRST_ROW);
            continue;
        }
        tell_missing(f, n, item, f->of->facts->texts.keys[(size_t)operand_value(&id, item)],
                     row != NOT_THERE);
        set_state(f, n, item, CELL_WRONG);
    }
    return true;
}
