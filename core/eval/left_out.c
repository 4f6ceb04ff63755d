#include "eval/left_out.h"

#include <string.h>

static bool is_there(const facts_column *column, size_t row) {
    return !column->states || column->states[row] == CELL_VALUE;
}

static const facts_column *currency_of(const source_request *from, const facts_table *table) {
    for (size_t c = 0; from->currency && c < table->column_count; c++)
        if (strcmp(table->columns[c].name, from->currency) == 0) return &table->columns[c];
    return NULL;
}

/* The future does not count. */
static bool exists(const result *r, const facts_table *table, size_t row) {
    if (table->happened_on < 0) return true;
    const facts_column *day = &table->columns[table->happened_on];
    return !is_there(day, row) || day->codes[row] <= r->plan->as_of;
}

size_t amounts_without_currency(const result *r, size_t source) {
    const facts_table *table = &r->facts->tables[source];
    const facts_column *currency = currency_of(&r->plan->request.sources[source], table);
    size_t found = 0;
    if (!currency || !facts_column_is_read(currency) || !currency->states) return 0;
    for (size_t c = 0; c < table->column_count; c++) {
        const facts_column *amount = &table->columns[c];
        if (amount->kind != CELL_MONEY || !facts_column_is_read(amount)) continue;
        for (size_t row = 0; row < table->rows; row++)
            found += currency->states[row] == CELL_NONE && is_there(amount, row) &&
                     exists(r, table, row);
    }
    return found;
}
