/* column_buffer.c - a column of one source while its rows are still coming in. */
#include "data/column_buffer.h"

#include "base/memory.h"

#include <string.h>

bool waiting_texts_add(waiting_texts *waiting, text value, uint16_t row) {
    size_t n = waiting->count++;
    waiting->keys[n] = text_key_of(value);
    waiting->rows[n] = row;
    if (value.length <= TEXT_KEY_BYTES) return true;
    waiting->starts[n] = waiting->bytes.length;
    waiting->longer[n].length = value.length;
    text_append(&waiting->bytes, value.bytes, value.length);
    return !waiting->bytes.failed;
}

void waiting_texts_settle(waiting_texts *waiting) {
    for (size_t n = 0; n < waiting->count; n++)
        if (!text_key_is_short(waiting->keys[n]))
            waiting->longer[n].bytes = waiting->bytes.bytes + waiting->starts[n];
}

void waiting_texts_clear(waiting_texts *waiting) {
    waiting->count = 0;
    text_clear(&waiting->bytes);
}

static bool is_amount(cell_kind kind) {
    return kind == CELL_NUMBER || kind == CELL_MONEY;
}

static int64_t power_of_ten(int places) {
    int64_t power = 1;
    while (places-- > 0)
        power *= 10;
    return power;
}

bool column_buffer_make(column_buffer *column, const row_filter *filter, size_t index) {
    const column_request *asked = &filter->source->columns[index];
    int places = cell_places(asked->kind, asked->minor_places);
    bool as_counted = asked->kind == CELL_MONEY && asked->minor_places >= 0;
    *column = (column_buffer){.column = index,
                              .kind = asked->kind,
                              .minor_places = asked->minor_places,
                              .places = places,
                              .factor = as_counted ? 1 : power_of_ten(places),
                              .filter = filter,
                              .tested = filter->columns[index].count > 0};
    column->shown_only = asked->kind == CELL_TEXT && asked->shown_only && !column->tested;
    if (column->shown_only) return true;
    column->last_day = DATE_FIRST - 1;
    if (asked->kind == CELL_DATE) {
        column->months = memory_allocate(sizeof *column->months);
        return column->months;
    }
    if (asked->kind != CELL_TEXT) return true;
    column->memo = memory_allocate(sizeof *column->memo);
    column->waiting = memory_allocate(sizeof *column->waiting);
    return column->memo && column->waiting;
}

static bool grow(void *vector, size_t capacity, size_t item_size) {
    void *block;
    memcpy(&block, vector, sizeof block);
    void *moved = memory_resize(block, capacity * item_size);
    if (moved) memcpy(vector, &moved, sizeof moved);
    return moved != NULL;
}

static bool grow_vector(column_buffer *column, size_t capacity) {
    if (column->shown_only) return shown_texts_reserve(&column->shown, capacity);
    if (column->kind == CELL_BOOLEAN) return grow(&column->flags, capacity, 1);
    if (!is_amount(column->kind)) return grow(&column->codes, capacity, sizeof *column->codes);
    if (column->wide) return grow(&column->wide, capacity, sizeof *column->wide);
    return grow(&column->narrow, capacity, sizeof *column->narrow);
}

bool column_buffer_reserve(column_buffer *column, size_t capacity) {
    if (column->states && !grow(&column->states, capacity, 1)) return false;
    if (!grow_vector(column, capacity)) return false;
    column->capacity = capacity;
    return true;
}

bool column_buffer_note(column_buffer *column, size_t row, cell_state state) {
    if (!column->states) {
        if (state == CELL_VALUE) return true;
        column->states = memory_allocate(column->capacity);
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

number column_buffer_wide(const column_buffer *column, size_t row) {
    return column->wide ? column->wide[row] : widened(column, column->narrow[row]);
}

static bool widen(column_buffer *column, size_t rows) {
    number *wide = memory_allocate(column->capacity * sizeof *wide);
    if (!wide) return false;
    for (size_t i = 0; i < rows; i++)
        wide[i] = widened(column, column->narrow[i]);
    memory_free(column->narrow);
    column->narrow = NULL;
    column->wide = wide;
    return true;
}

cell_state column_buffer_put_amount(column_buffer *column, size_t row, const cell *from) {
    cell_amount amount = {.is_narrow = true};
    cell_state state = cell_to_amount(from, column->kind, column->minor_places, &amount);
    if (!amount.is_narrow && !column->wide && !widen(column, row)) {
        column->failed = true;
        return state;
    }
    if (!column->wide)
        column->narrow[row] = amount.narrow;
    else
        column->wide[row] = amount.is_narrow ? widened(column, amount.narrow) : amount.wide;
    return state;
}

static bool has_met(const met_texts *met, int32_t code) {
    for (size_t i = 0; i < met->count; i++)
        if (met->codes[i] == code) return true;
    return false;
}

static bool add_met(met_texts *met, int32_t code) {
    if (met->count == met->capacity) {
        size_t capacity = met->capacity ? met->capacity * 2 : 8;
        if (!grow(&met->codes, capacity, sizeof *met->codes)) return false;
        met->capacity = capacity;
    }
    met->codes[met->count++] = code;
    return true;
}

void column_buffer_meet(column_buffer *column, text value, row_answers answers,
                        dictionary *texts) {
    met_texts *met = &column->met;
    bool named = answers & column->filter->columns[column->column].exact;
    if (met->many && !named) return;
    int64_t code = dictionary_add(texts, value);
    if (code < 0) {
        column->failed = true;
    } else if (!has_met(met, (int32_t)code)) {
        if (!named && met->count >= FEW_TEXTS)
            met->many = true;
        else if (!add_met(met, (int32_t)code))
            column->failed = true;
    }
}

static int32_t code_of(column_buffer *column, text value, dictionary *texts) {
    int64_t code = dictionary_add(texts, value);
    if (code < 0) column->failed = true;
    return (int32_t)code;
}

/* The code of a text that the memo knows, found where it was not needed so far. */
static int32_t remembered_code(column_buffer *column, memo_entry *entry, text value,
                               dictionary *texts) {
    if (entry->value < 0) entry->value = code_of(column, value, texts);
    return entry->value;
}

/* A short text of a column that is not tested. */
static int32_t code_by_memo(column_buffer *column, text value, dictionary *texts) {
    text_key key = text_key_of(value);
    memo_entry *entry = cell_memo_entry(column->memo, key);
    if (!cell_memo_knows(column->memo, entry, key))
        *entry = (memo_entry){.key = key, .value = -1};
    return remembered_code(column, entry, value, texts);
}

/* A text's code: from the memo, or with the others of its batch. */
static void put_text(column_buffer *column, size_t row, size_t batch, text value,
                     dictionary *texts) {
    if (column->shown_only)
        column->failed |= !shown_texts_put(&column->shown, row, value);
    else if (column->weighed)
        column->codes[row] = remembered_code(column, column->weighed, value, texts);
    else if (!column->tested && value.length <= TEXT_KEY_BYTES && cell_memo_helps(column->memo))
        column->codes[row] = code_by_memo(column, value, texts);
    else if (!waiting_texts_add(column->waiting, value, (uint16_t)(row - batch)))
        column->failed = true;
}

void column_buffer_keep(column_buffer *column, size_t row, size_t batch, const cell *from,
                        cell_state state, bool wanted, dictionary *texts) {
    if (column->shown_only)
        column->shown.rows[row] = (text){"", 0};
    else
        column->codes[row] = 0;
    if (state == CELL_VALUE && wanted) {
        char room[NUMBER_TEXT];
        text value;
        if (from->type == CELL_IS_TEXT)
            put_text(column, row, batch, from->text, texts);
        else if (cell_to_text(from, room, &value) == CELL_VALUE)
            put_text(column, row, batch, value, texts);
    } else if (state == CELL_VALUE && !column_buffer_note(column, row, CELL_NONE)) {
        column->failed = true;
    }
}

void column_buffer_move(column_buffer *column, size_t from, size_t to) {
    if (column->states) column->states[to] = column->states[from];
    if (column->narrow) column->narrow[to] = column->narrow[from];
    if (column->wide) column->wide[to] = column->wide[from];
    if (column->codes) column->codes[to] = column->codes[from];
    if (column->flags) column->flags[to] = column->flags[from];
    if (column->shown_only) column->shown.rows[to] = column->shown.rows[from];
}

bool column_buffer_settle(column_buffer *column, size_t batch, dictionary *texts) {
    waiting_texts *waiting = column->waiting;
    if (!waiting || !waiting->count || column->failed) return !column->failed;
    waiting_texts_settle(waiting);
    bool done = dictionary_add_all(texts, waiting->keys, waiting->longer, waiting->rows,
                                   waiting->count, column->codes + batch);
    waiting_texts_clear(waiting);
    return done;
}

void column_buffer_free(column_buffer *column) {
    memory_free(column->narrow);
    memory_free(column->wide);
    memory_free(column->codes);
    memory_free(column->flags);
    memory_free(column->states);
    memory_free(column->memo);
    memory_free(column->months);
    if (column->waiting) text_free(&column->waiting->bytes);
    memory_free(column->waiting);
    memory_free(column->met.codes);
    shown_texts_free(&column->shown);
    *column = (column_buffer){0};
}
