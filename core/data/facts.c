/* facts.c - looking into what was read. */
#include "data/facts.h"

#include "data/row_order.h"

#include <string.h>

/* What one unit of a narrow vector is worth. */
static number narrow_unit(int places) {
    number unit = NUMBER_ONE;
    while (places-- > 0)
        unit /= 10;
    return unit;
}

void facts_column_load(const facts_column *column, size_t first, size_t count, number *values,
                       uint8_t *states) {
    if (column->states)
        memcpy(states, column->states + first, count);
    else
        memset(states, CELL_VALUE, count);
    if (column->wide) {
        memcpy(values, column->wide + first, count * sizeof *values);
    } else if (column->narrow) {
        number unit = narrow_unit(column->places);
        for (size_t i = 0; i < count; i++)
            values[i] = column->narrow[first + i] * unit;
    } else if (column->flags) {
        for (size_t i = 0; i < count; i++)
            values[i] = column->flags[first + i];
    } else {
        for (size_t i = 0; i < count; i++)
            values[i] = column->codes[first + i];
    }
}

bool facts_column_is_read(const facts_column *column) {
    return column->narrow || column->wide || column->codes || column->flags;
}

void facts_row_id(const facts *f, const facts_table *table, size_t row, text_buffer *out) {
    if (table == f->tables) {
        text_append(out, f->partner_ids[row].bytes, f->partner_ids[row].length);
    } else if (table->id_is_text && table->id_is_text[row]) {
        text name = f->texts.keys[table->ids[row]];
        text_append(out, name.bytes, name.length);
    } else if (table->ids) {
        text_print(out, "%lld", (long long)table->ids[row]);
    }
}

int facts_compare_rows(const facts *f, const facts_table *table, size_t a, size_t b) {
    if (table == f->tables || !table->ids) return (a > b) - (a < b);
    return row_order_of_ids(f, table, a, b);
}

const facts_table *facts_table_find(const facts *f, const char *source) {
    for (size_t i = 0; i < f->table_count; i++)
        if (strcmp(f->tables[i].source, source) == 0) return &f->tables[i];
    return NULL;
}

/* Integers stand before texts, both ascending. */
static int64_t find_integer(const facts_table *table, int64_t id) {
    size_t low = 0, high = table->rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_text = table->id_is_text && table->id_is_text[middle];
        if (!is_text && table->ids[middle] == id) return (int64_t)middle;
        if (!is_text && table->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

static int64_t find_text(const facts *f, const facts_table *table, text id) {
    size_t low = 0, high = table->rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_text = table->id_is_text && table->id_is_text[middle];
        text at = is_text ? f->texts.keys[table->ids[middle]] : (text){"", 0};
        int order = !is_text ? -1 : at.length ? text_compare(at, id) : 1; /* the empty last */
        if (order == 0) return (int64_t)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

int64_t facts_row_find(const facts *f, const facts_table *reference, text id) {
    number value;
    int64_t integer;
    char written[NUMBER_TEXT];
    if (!reference->ids || !id.length) return -1;
    /* Only as it would be printed: '012' is another id than 12. */
    if (number_from_text(&value, id.bytes, id.length) && number_is_whole(value) &&
        number_to_integer(&integer, value) &&
        text_equal((text){written, number_print(written, value, 0)}, id)) {
        int64_t row = find_integer(reference, integer);
        if (row >= 0) return row;
    }
    return find_text(f, reference, id);
}

const cell_error *facts_error_of(const facts *f, const facts_table *reference, size_t row,
                                 int column) {
    for (size_t i = f->error_count; i > 0 && f->errors[i - 1].partner == NO_PARTNER; i--) {
        const cell_error *e = &f->errors[i - 1];
        if (e->row == row && e->column == column && strcmp(e->source, reference->source) == 0)
            return e;
    }
    return NULL;
}

int64_t facts_partner_find(const facts *f, text id) {
    size_t low = 0, high = f->partner_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = text_compare(f->partner_ids[middle], id);
        if (order == 0) return (int64_t)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}
