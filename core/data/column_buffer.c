/* column_buffer.c - a column while its rows are still coming in. */
#include "data/column_buffer.h"

#include "base/memory.h"

#include <string.h>

static bool grow(void *vector, size_t capacity, size_t item_size) {
    void *block;
    memcpy(&block, vector, sizeof block);
    void *moved = memory_resize(block, capacity * item_size);
    if (moved) memcpy(vector, &moved, sizeof moved);
    return moved != NULL;
}

static bool is_amount(cell_kind kind) {
    return kind == CELL_NUMBER || kind == CELL_MONEY;
}

bool column_buffer_reserve(column_buffer *column, size_t capacity) {
    if (!column->read) return true;
    if (column->states && !grow(&column->states, capacity, sizeof *column->states))
        return false;
    if (!is_amount(column->kind)) return grow(&column->codes, capacity, sizeof *column->codes);
    if (column->wide) return grow(&column->wide, capacity, sizeof *column->wide);
    return grow(&column->narrow, capacity, sizeof *column->narrow);
}

static bool note_state(column_buffer *column, size_t row, size_t capacity, cell_state state) {
    if (!column->states) {
        if (state == CELL_VALUE) return true;
        column->states = memory_allocate(capacity);
        if (!column->states) return false;
        memset(column->states, CELL_VALUE, row);
    }
    column->states[row] = (uint8_t)state;
    return true;
}

static number widened(const column_buffer *column, int64_t narrow) {
    number value = 0;
    number_from_scaled(&value, narrow, column->places); /* 64 bits never reach the limit */
    return value;
}

static bool widen(column_buffer *column, size_t rows, size_t capacity) {
    number *wide = memory_allocate(capacity * sizeof *wide);
    if (!wide) return false;
    for (size_t i = 0; i < rows; i++)
        wide[i] = widened(column, column->narrow[i]);
    memory_free(column->narrow);
    column->narrow = NULL;
    column->wide = wide;
    return true;
}

static int put_amount(column_buffer *column, size_t row, size_t capacity, const cell *from) {
    cell_amount amount = {.is_narrow = true};
    cell_state state = cell_to_amount(from, column->kind, column->minor_places, &amount);
    if (!amount.is_narrow && !column->wide && !widen(column, row, capacity)) return 0;
    if (!column->wide)
        column->narrow[row] = amount.narrow;
    else
        column->wide[row] = amount.is_narrow ? widened(column, amount.narrow) : amount.wide;
    return state;
}

static int put_text(column_buffer *column, size_t row, const cell *from, dictionary *texts) {
    char room[NUMBER_TEXT];
    text value;
    cell_state state = cell_to_text(from, room, &value);
    column->codes[row] = 0;
    if (state != CELL_VALUE) return state;
    bool kept =
        dictionary_add_later(texts, &column->waiting, value, (uint32_t)row, column->codes);
    return kept ? (int)state : 0;
}

int column_buffer_put(column_buffer *column, size_t row, size_t capacity, const cell *from,
                      dictionary *texts) {
    int state;
    if (is_amount(column->kind)) {
        state = put_amount(column, row, capacity, from);
    } else if (column->kind == CELL_TEXT) {
        state = put_text(column, row, from, texts);
    } else {
        column->codes[row] = 0;
        state = column->kind == CELL_DATE ? (int)cell_to_date(from, &column->codes[row])
                                          : (int)cell_to_boolean(from, &column->codes[row]);
    }
    if (state && !note_state(column, row, capacity, (cell_state)state)) return 0;
    return state;
}

bool column_buffer_settle(column_buffer *column, dictionary *texts) {
    return dictionary_settle(texts, &column->waiting, column->codes);
}

cell_state column_buffer_state(const column_buffer *column, size_t row) {
    return column->states ? (cell_state)column->states[row] : CELL_VALUE;
}

int column_buffer_compare(const column_buffer *column, const map *texts, size_t a, size_t b) {
    if (!column->read) return 0;
    int states = (int)column_buffer_state(column, a) - (int)column_buffer_state(column, b);
    if (states || column_buffer_state(column, a) != CELL_VALUE) return states;
    if (column->wide)
        return (column->wide[a] > column->wide[b]) - (column->wide[a] < column->wide[b]);
    if (column->narrow)
        return (column->narrow[a] > column->narrow[b]) -
               (column->narrow[a] < column->narrow[b]);
    int32_t x = column->codes[a], y = column->codes[b];
    if (x == y || column->kind != CELL_TEXT) return (x > y) - (x < y);
    return text_compare(texts->keys[x], texts->keys[y]);
}

static bool gather_vectors(const column_buffer *column, const uint32_t *rows, size_t count,
                           arena *memory, facts_column *out) {
    if (column->wide) {
        out->wide = arena_array(memory, count, sizeof *out->wide);
        for (size_t i = 0; out->wide && i < count; i++)
            out->wide[i] = column->wide[rows[i]];
        return out->wide;
    }
    if (is_amount(column->kind)) {
        out->narrow = arena_array(memory, count, sizeof *out->narrow);
        for (size_t i = 0; out->narrow && i < count; i++)
            out->narrow[i] = column->narrow[rows[i]];
        return out->narrow;
    }
    out->codes = arena_array(memory, count, sizeof *out->codes);
    for (size_t i = 0; out->codes && i < count; i++)
        out->codes[i] = column->codes[rows[i]];
    return out->codes;
}

bool column_buffer_gather(const column_buffer *column, const uint32_t *rows, size_t count,
                          arena *memory, facts_column *out) {
    out->places = column->places;
    if (!column->read) return true;
    if (!gather_vectors(column, rows, count, memory, out)) return false;
    if (!column->states) return true;
    out->states = arena_array(memory, count, sizeof *out->states);
    for (size_t i = 0; out->states && i < count; i++)
        out->states[i] = column->states[rows[i]];
    return out->states;
}

void column_buffer_free(column_buffer *column) {
    memory_free(column->narrow);
    memory_free(column->wide);
    memory_free(column->codes);
    memory_free(column->states);
    *column = (column_buffer){0};
}
