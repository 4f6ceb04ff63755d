/* reference.c - cells of a reference's rows, reached by the rows' ids. */
#include "data/cell.h"
#include "eval/frame.h"

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

/* The row in which the id of an item stands: "deal row 6". */
static void name_row(const frame *f, const node *id, size_t item, text_buffer *out) {
    const facts *facts = f->of->facts;
    const facts_table *table =
        &facts->tables[id->kind == NODE_LOOKUP ? id->rows_of : id->source];
    size_t row = f->first_row + item;
    if (id->kind == NODE_LOOKUP) {
        const column *outer = &f->slots[id->items[0]->id];
        row = find_row(f->of, id, outer->values[item], f->of->found[id->rows_of]) - FIRST_ROW;
    } else if (table == facts->tables) {
        row = member_of(f->of, item);
    }
    text_append_string(out, table->source);
    if (table->ids || table == facts->tables) text_append_string(out, " row ");
    facts_row_id(facts, table, row, out);
}

/* The row is the data's mistake: told once, at the column, whichever rules need it. */
static void tell_missing(frame *f, const node *n, size_t item, text sought) {
    const node *id = n->items[0];
    int source = id->kind == NODE_LOOKUP ? id->rows_of : id->source;
    const source_request *from = &f->of->plan->request.sources[source];
    text_buffer out = {0};
    name_row(f, id, item, &out);
    text_print(&out, ", column '%s': there is no '", from->columns[id->column].sql_name);
    cell_escape(&out, sought);
    text_print(&out, "' in '%s'", f->of->facts->tables[n->rows_of].source);
    const char *message = arena_copy(f->of->memory, out.bytes ? out.bytes : "", out.length);
    f->of->memory->failed |= out.failed;
    text_free(&out);
    cell_error missing = {
        .source = from->name, .at = from->columns[id->column].at, .message = message};
    evaluation_cell_error(f, item, &missing);
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
        tell_missing(f, n, item, f->of->facts->texts.keys[(size_t)operand_value(&id, item)]);
        set_state(f, n, item, CELL_WRONG);
    }
    return true;
}
