/* changed_rows.c - facts as if some rows of the database were others. */
#include "data/changed_rows.h"

#include "data/changing.h"

#include <string.h>

/* The written rows of one source. */
typedef struct changed_source {
    ready_row **rows;
    size_t count, capacity;
    map ids;                  /* of those that have one; their codes are the rows' numbers */
    atomic_bool has_text_ids; /* some row of the database has an id that is no integer */
} changed_source;

struct changed_rows {
    arena *memory;
    const request *wanted;
    problem_list *problems;
    changed_source *sources; /* as in the request */
    bool adding;             /* the rows that come are ours */
    bool refused;
};

/* Every row of a source with ids has one here; a second row of an id is a problem. */
static bool note_id(changed_rows *c, changed_source *s, ready_row *row) {
    if (!row->id.length) return true;
    size_t known = s->ids.count;
    int64_t code = map_add(&s->ids, row->id);
    if (code < 0) return false;
    if (s->ids.count > known) return true;
    problem_add_two(c->problems, row->id_at, s->rows[code]->id_at, "keep one of them",
                    "the row '%.60s' of '%s' stands here twice", row->id.bytes,
                    row->change->source);
    return true;
}

/* False when memory ran out. */
static bool take_change(changed_rows *c, const row_change *change) {
    const source_request *source =
        written_source(c->wanted, change->source, change->source_at, c->problems);
    if (!source) return true;
    changed_source *s = &c->sources[source - c->wanted->sources];
    s->ids.memory = c->memory;
    ready_row *row = arena_allocate(c->memory, sizeof *row);
    if (!row || !written_row_read(c->memory, source, change, row, c->problems)) return false;
    s->rows = arena_grow(c->memory, s->rows, s->count, &s->capacity, sizeof(ready_row *));
    if (!s->rows) return false;
    if (source->id && !row->id.length) return true; /* told already */
    size_t ids = s->ids.count;
    if (!note_id(c, s, row)) return false;
    if (!source->id || s->ids.count > ids) s->rows[s->count++] = row;
    return true;
}

changed_rows *changed_rows_new(arena *memory, const request *wanted, problem_list *problems) {
    changed_rows *c = arena_allocate(memory, sizeof *c);
    if (!c) return NULL;
    *c = (changed_rows){memory, wanted, problems, NULL, false, false};
    c->sources = arena_array(memory, wanted->count, sizeof *c->sources);
    size_t found = problems->found + problems->repeats;
    for (size_t i = 0; c->sources && i < wanted->change_count; i++)
        if (!take_change(c, &wanted->changes[i])) return NULL;
    c->refused = problems->found + problems->repeats > found;
    return c->sources ? c : NULL;
}

bool changed_rows_hide(changed_rows *c, size_t source, const cell *id) {
    changed_source *s = &c->sources[source];
    if (c->adding || !s->ids.count) return false;
    char room[NUMBER_TEXT];
    text name;
    if (cell_to_text(id, room, &name) != CELL_VALUE) return false;
    bool is_text = id->type != CELL_IS_INTEGER;
    if (is_text && !atomic_load_explicit(&s->has_text_ids, memory_order_relaxed))
        atomic_store_explicit(&s->has_text_ids, true, memory_order_relaxed);
    int64_t code = map_find(&s->ids, name);
    if (code == MAP_ABSENT) return false;
    atomic_store_explicit(&s->rows[code]->met, true, memory_order_relaxed);
    if (is_text) atomic_store_explicit(&s->rows[code]->met_text, true, memory_order_relaxed);
    return true;
}

/* Written as SQLite would write the integer. */
static bool read_integer(text from, int64_t *out) {
    bool negative = from.length > 1 && from.bytes[0] == '-';
    size_t at = negative, digits = from.length - at;
    *out = 0;
    if (digits < 1 || digits > 18 || (from.bytes[at] == '0' && from.length > 1)) return false;
    for (; at < from.length; at++) {
        if (from.bytes[at] < '0' || from.bytes[at] > '9') return false;
        *out = *out * 10 + (from.bytes[at] - '0');
    }
    if (negative) *out = -*out;
    return true;
}

/* Ids of a source are of one type as far as possible, since rows are ordered by it. */
static cell id_of(const changed_source *s, const ready_row *row) {
    bool is_text = row->met ? row->met_text : s->has_text_ids;
    cell id = {.type = row->id.length ? CELL_IS_TEXT : CELL_IS_EMPTY, .text = row->id};
    int64_t integer;
    if (!is_text && row->id.length && read_integer(row->id, &integer))
        id = (cell){.type = CELL_IS_INTEGER, .integer = integer};
    return id;
}

static bool add_row(changed_rows *c, const changed_source *s, const ready_row *row,
                    facts_builder *b) {
    const row_change *change = row->change;
    if (change->is_deleted && !row->met) {
        problem_add(c->problems, row->id_at, NULL, "'%s' has no row '%.60s' to delete",
                    change->source, row->id.bytes);
        c->refused = true;
    }
    if (change->is_deleted) return true;
    bool owned = row->partner.type == CELL_IS_TEXT;
    if (owned && !facts_builder_knows(b, row->partner.text)) {
        problem_add(c->problems, row->partner_at, "add it under 'partner', or correct the id",
                    "there is no partner '%.60s'", row->partner.text.bytes);
        c->refused = true;
    }
    cell id = id_of(s, row);
    return facts_builder_row(b, &id, &row->partner, row->cells);
}

static void count_row(const ready_row *row, rows_changed *counts) {
    counts->deleted += row->change->is_deleted;
    counts->replaced += !row->change->is_deleted && row->met;
    counts->added += !row->change->is_deleted && !row->met;
}

bool changed_rows_add(changed_rows *c, size_t source, facts_builder *b, rows_changed *counts) {
    const changed_source *s = &c->sources[source];
    bool done = true;
    c->adding = true;
    for (size_t i = 0; done && i < s->count; i++) {
        done = add_row(c, s, s->rows[i], b);
        count_row(s->rows[i], counts);
    }
    c->adding = false;
    return done;
}

bool changed_rows_refused(const changed_rows *c) {
    return c->refused;
}
