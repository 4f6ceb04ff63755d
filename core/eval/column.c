/* column.c - values that come from the facts: cells of a row or a partner. */
#include "eval/frame.h"

/* A wrong cell of a reference is an error of those who need it: of the cells that were loaded,
 * the selected ones. */
static void tell_wrong(frame *f, const node *n, const selection *items, size_t first,
                       size_t count) {
    uint8_t *states = f->slots[n->id].states;
    for (size_t item = first; item < first + count; item++)
        if (states[item] == CELL_WRONG) states[item] = 0; /* not needed so far */
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        if (states[item]) continue;
        const cell_error *wrong =
            facts_error_of(f->of->facts, f->table, f->first_row + item, n->column);
        if (wrong) evaluation_cell_error(f, item, wrong);
        states[item] = CELL_WRONG;
    }
}

/* Loads the stretch from the first selected item to the last; cells in between are known as
 * well then. */
bool compute_column(frame *f, const node *n, const selection *items) {
    const evaluation *e = f->of;
    const facts_column *cells =
        f->table ? &f->table->columns[n->column] : &e->facts->tables[0].columns[n->column];
    size_t first = selection_at(items, 0),
           count = selection_at(items, items->count - 1) + 1 - first;
    column *slot = &f->slots[n->id];
    if (f->table || !e->members) {
        size_t row = f->table ? f->first_row + first : member_of(e, first);
        facts_column_load(cells, row, count, slot->values + first, slot->states + first);
        if (f->table && f->table->reference && cells->states)
            tell_wrong(f, n, items, first, count);
        return true;
    }
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        facts_column_load(cells, member_of(e, item), 1, slot->values + item,
                          slot->states + item);
    }
    return true;
}
