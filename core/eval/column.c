/* column.c - values that come from the facts: cells of a row or a partner. */
#include "eval/frame.h"

/* Loads the stretch from the first selected item to the last; cells in between are known as well then. */
bool compute_column(frame *f, const node *n, const selection *items)
{
    const facts_table *table = f->table ? f->table : &f->of->facts->tables[0];
    const facts_column *cells = &table->columns[n->column];
    size_t first = selection_at(items, 0), count = selection_at(items, items->count - 1) + 1 - first;
    column *slot = &f->slots[n->id];
    facts_column_load(cells, f->first_row + first, count, slot->values + first, slot->states + first);
    return true;
}
