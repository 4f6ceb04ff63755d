/* placing.c - rows of all intakes, put where they belong in a table of the facts.
 *
 * A counting sort: every intake's rows know their places first, then each vector is read
 * through once and written there, and what held it while reading is freed before the next. */
#include "data/placing.h"

#include "base/memory.h"
#include "data/two_threads.h"

#include <string.h>

/* A thread takes a tenth of a millisecond to begin, a row a few nanoseconds. */
enum { ROWS_FOR_A_THREAD = 100000 };

static void count_rows(const intake *in, uint32_t *first) {
    for (size_t row = 0; row < in->rows; row++)
        first[in->partner_of[row]]++;
}

static void find_places(placing *of, uint32_t *next) {
    const intake *in = of->in;
    for (size_t row = 0; row < in->rows; row++)
        of->places[row] = next[in->partner_of[row]]++;
}

bool placing_by_partner(placing *of, size_t count, size_t partners, uint32_t *first) {
    memset(first, 0, (partners + 1) * sizeof *first);
    for (size_t i = 0; i < count; i++)
        count_rows(of[i].in, first);
    uint32_t before = 0;
    for (size_t p = 0; p <= partners; p++) {
        uint32_t own = first[p];
        first[p] = before;
        before += own;
    }
    for (size_t i = 0; i < count; i++) {
        of[i].places = memory_resize(NULL, (of[i].in->rows + 1) * sizeof *of[i].places);
        if (!of[i].places) return false;
        find_places(&of[i], first);
    }
    for (size_t p = partners; p > 0; p--)
        first[p] = first[p - 1];
    first[0] = 0;
    return true;
}

/* The own texts from `first` on that are looked up together. */
static bool add_batch(const map *own, size_t first, size_t count, dictionary *texts,
                      int32_t *renumbered) {
    text_key keys[DICTIONARY_BATCH];
    uint16_t at[DICTIONARY_BATCH];
    for (size_t i = 0; i < count; i++) {
        at[i] = (uint16_t)i;
        keys[i] = text_key_of(own->keys[first + i]);
    }
    return dictionary_add_all(texts, keys, own->keys + first, at, count, renumbered + first);
}

bool placing_texts(placing *of, dictionary *texts) {
    const map *own = &of->in->own_texts;
    if (of->in->texts == texts) return true;
    of->renumbered = memory_allocate(own->count * sizeof *of->renumbered);
    if (!of->renumbered) return false;
    dictionary_free(&of->in->own_dictionary);
    for (size_t first = 0; first < own->count; first += DICTIONARY_BATCH) {
        size_t left = own->count - first;
        size_t count = left < DICTIONARY_BATCH ? left : DICTIONARY_BATCH;
        if (!add_batch(own, first, count, texts, of->renumbered)) return false;
    }
    return true;
}

static int32_t code_in_facts(const placing *of, int32_t code) {
    return of->renumbered ? of->renumbered[code] : code;
}

static void place_codes(const placing *of, const column_buffer *from, int32_t *to) {
    bool texts = from->kind == CELL_TEXT && of->renumbered && of->in->own_texts.count;
    for (size_t row = 0; row < of->in->rows; row++)
        to[of->places[row]] = texts ? of->renumbered[from->codes[row]] : from->codes[row];
}

static void place_amounts(const placing *of, const column_buffer *from, facts_column *to) {
    for (size_t row = 0; row < of->in->rows; row++) {
        if (to->wide)
            to->wide[of->places[row]] = column_buffer_wide(from, row);
        else
            to->narrow[of->places[row]] = from->narrow[row];
    }
}

static void place_bytes(const placing *of, const uint8_t *from, uint8_t absent, uint8_t *to) {
    for (size_t row = 0; row < of->in->rows; row++)
        to[of->places[row]] = from ? from[row] : absent;
}

static bool make_vectors(const placing *of, size_t count, size_t c, vector_room *room,
                         facts_column *out) {
    bool wide = false, states = false;
    for (size_t i = 0; i < count; i++) {
        wide |= of[i].in->columns[c].wide != NULL;
        states |= of[i].in->columns[c].states != NULL;
    }
    if (states && !(out->states = vector_room_take(room, 1))) return false;
    switch (of->in->columns[c].kind) {
    case CELL_BOOLEAN:
        return (out->flags = vector_room_take(room, 1));
    case CELL_TEXT:
    case CELL_DATE:
        return (out->codes = vector_room_take(room, sizeof *out->codes));
    case CELL_NUMBER:
    case CELL_MONEY:
        break;
    }
    if (wide) return (out->wide = vector_room_take(room, sizeof *out->wide));
    return (out->narrow = vector_room_take(room, sizeof *out->narrow));
}

/* The column's rows are placed; what held them is room for another column. */
static void leave(column_buffer *column, vector_room *room) {
    size_t capacity = column->capacity;
    vector_room_give(room, column->narrow, capacity, sizeof *column->narrow);
    vector_room_give(room, column->wide, capacity, sizeof *column->wide);
    vector_room_give(room, column->codes, capacity, sizeof *column->codes);
    vector_room_give(room, column->flags, capacity, 1);
    column->narrow = NULL;
    column->wide = NULL;
    column->codes = NULL;
    column->flags = NULL;
    column_buffer_free(column);
}

static bool has_met(const facts_column *out, int32_t code) {
    for (size_t i = 0; i < out->met_count; i++)
        if (out->met[i] == code) return true;
    return false;
}

/* Which of them came first never shows: all, while they are few, else those that are named. */
static bool place_met(const placing *of, size_t count, size_t c, arena *memory,
                      const map *texts, facts_column *out) {
    size_t most = 0;
    bool many = false;
    for (size_t i = 0; i < count; i++)
        most += of[i].in->columns[c].met.count;
    if (!most) return true;
    out->met = arena_array(memory, most, sizeof *out->met);
    for (size_t i = 0; out->met && i < count; i++) {
        const met_texts *met = &of[i].in->columns[c].met;
        many |= met->many;
        for (size_t k = 0; k < met->count; k++) {
            int32_t code = code_in_facts(&of[i], met->codes[k]);
            if (!has_met(out, code)) out->met[out->met_count++] = code;
        }
    }
    if (!out->met || (!many && out->met_count <= FEW_TEXTS)) return out->met;
    const column_buffer *column = &of->in->columns[c];
    row_answers exact = column->filter->columns[column->column].exact;
    size_t kept = 0;
    for (size_t k = 0; k < out->met_count; k++)
        if (row_filter_text(column->filter, column->column, texts->keys[out->met[k]]) & exact)
            out->met[kept++] = out->met[k];
    out->met_count = kept;
    return true;
}

/* Texts that are only shown have codes in the order of their rows. */
static bool place_shown(placing *of, size_t count, size_t c, const vector_room *room,
                        map *texts, facts_column *out) {
    size_t before = texts->count, rows = room->rows;
    if (!rows) return true;
    text *first = map_append_all(texts, rows);
    if (!first || texts->count >= INT32_MAX) return false;
    for (size_t i = 0; i < count; i++)
        shown_texts_place(&of[i].in->columns[c].shown, of[i].in->rows, of[i].places, first,
                          room->memory);
    for (size_t row = 0; row < rows; row++)
        out->codes[row] = (int32_t)(before + row);
    return true;
}

/* The rows of one intake on their way; those of two go to different places. */
typedef struct part {
    const placing *of;
    column_buffer *column;
    facts_column *out;
} part;

static void place_part(void *context) {
    const part *p = context;
    const column_buffer *from = p->column;
    facts_column *out = p->out;
    if (out->codes && !out->shown_only) place_codes(p->of, from, out->codes);
    if (out->flags) place_bytes(p->of, from->flags, 0, out->flags);
    if (out->narrow || out->wide) place_amounts(p->of, from, out);
    if (out->states) place_bytes(p->of, from->states, CELL_VALUE, out->states);
}

static void place_parts(placing *of, size_t count, size_t c, facts_column *out) {
    part parts[MOST_INTAKES];
    for (size_t i = 0; i < count; i++)
        parts[i] = (part){&of[i], &of[i].in->columns[c], out};
    bool worth_it = count == 2 && of[1].in->rows >= ROWS_FOR_A_THREAD;
    for (size_t i = 0; i < count && !worth_it; i++)
        place_part(&parts[i]);
    if (worth_it) in_two_threads(place_part, &parts[0], &parts[1]);
}

bool placing_column(placing *of, size_t count, size_t c, vector_room *room, map *texts,
                    facts_column *out) {
    out->places = of->in->columns[c].places;
    if (!make_vectors(of, count, c, room, out) ||
        !place_met(of, count, c, room->memory, texts, out))
        return false;
    out->shown_only = of->in->columns[c].shown_only;
    if (out->shown_only && !place_shown(of, count, c, room, texts, out)) return false;
    place_parts(of, count, c, out);
    for (size_t i = 0; i < count; i++)
        leave(&of[i].in->columns[c], room);
    return true;
}

static void place_ids_of(const placing *of, vector_room *room, facts_table *table) {
    intake *in = of->in;
    for (size_t row = 0; row < in->rows; row++) {
        bool is_text = in->id_is_text && in->id_is_text[row];
        int64_t id = in->ids[row];
        table->ids[of->places[row]] = is_text ? code_in_facts(of, (int32_t)id) : id;
    }
    vector_room_give(room, in->ids, in->capacity, sizeof *in->ids);
    in->ids = NULL;
}

bool placing_ids(placing *of, size_t count, vector_room *room, facts_table *table) {
    if (!of->in->ids) return true;
    table->ids = vector_room_take(room, sizeof *table->ids);
    if (!table->ids) return false;
    bool texts = false;
    for (size_t i = 0; i < count; i++) {
        place_ids_of(&of[i], room, table);
        texts |= of[i].in->id_is_text != NULL;
    }
    if (!texts) return true;
    table->id_is_text = vector_room_take(room, 1);
    for (size_t i = 0; table->id_is_text && i < count; i++)
        place_bytes(&of[i], of[i].in->id_is_text, 0, table->id_is_text);
    return table->id_is_text;
}
