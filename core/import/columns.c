/* columns.c - what the columns of a table hold: see columns.h. */
#include "import/columns.h"

#include "data/catalog.h"

#include <string.h>

static char folded(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t skip_gap(text t, size_t at) {
    for (;;) {
        bool narrow =
            at < t.length && (t.bytes[at] == ' ' || t.bytes[at] == '_' || t.bytes[at] == '\t' ||
                              t.bytes[at] == '\n' || t.bytes[at] == '\r');
        bool fixed = at + 1 < t.length && memcmp(t.bytes + at, "\xC2\xA0", 2) == 0;
        if (!narrow && !fixed) return at;
        at += fixed ? 2 : 1;
    }
}

bool import_same_name(text a, text b) {
    size_t i = skip_gap(a, 0), k = skip_gap(b, 0);
    while (i < a.length && k < b.length && folded(a.bytes[i]) == folded(b.bytes[k])) {
        i = skip_gap(a, i + 1);
        k = skip_gap(b, k + 1);
    }
    return i == a.length && k == b.length;
}

import_column *import_columns_find(import_columns *columns, text name) {
    for (int aliases = 0; aliases < 2; aliases++)
        for (size_t i = 0; i < columns->count; i++) {
            import_column *c = &columns->items[i];
            const char *known = aliases ? c->alias : c->name;
            if (import_same_name(text_of(known), name)) return c;
        }
    return NULL;
}

/* --- what a table declares -----------------------------------------------------------------
 */

static bool mentions(const char *type, const char *word) {
    size_t length = strlen(word);
    for (; *type; type++) {
        size_t i = 0;
        while (i < length && type[i] && folded(type[i]) == word[i])
            i++;
        if (i == length) return true;
    }
    return false;
}

static bool mentions_any(const char *type, const char *const *words) {
    for (; *words; words++)
        if (mentions(type, *words)) return true;
    return false;
}

static const char *const texts[] = {"char", "clob", "text", NULL};
static const char *const reals[] = {"real", "floa", "doub", NULL};
static const char *const amounts[] = {"real", "floa",  "doub",     "dec",
                                      "num",  "money", "currency", NULL};

/* SQLite's own rules, in its order. */
static import_room room_of(const char *type, bool is_strict) {
    if (is_strict && catalog_same_name(type, "any")) return ROOM_ANY;
    if (mentions(type, "int")) return ROOM_INTEGER;
    if (mentions_any(type, texts)) return ROOM_TEXT;
    if (!*type || mentions(type, "blob")) return ROOM_ANY;
    return mentions_any(type, reals) ? ROOM_REAL : ROOM_NUMERIC;
}

static cell_kind kind_of(const char *type) {
    if (mentions(type, "bool")) return CELL_BOOLEAN;
    if (mentions(type, "date") && !mentions(type, "time")) return CELL_DATE;
    if (mentions(type, "int")) return CELL_NUMBER;
    if (mentions_any(type, texts)) return CELL_TEXT;
    return mentions_any(type, amounts) ? CELL_MONEY : CELL_TEXT;
}

import_column import_column_declared(const char *name, const char *type, bool is_strict) {
    import_column c = {.name = name,
                       .alias = name,
                       .type = type,
                       .kind = kind_of(type),
                       .minor_places = PLACES_AS_WRITTEN,
                       .room = room_of(type, is_strict),
                       .header = NO_HEADER};
    c.is_whole = c.room == ROOM_INTEGER && c.kind == CELL_NUMBER;
    return c;
}

/* --- what the program says -----------------------------------------------------------------
 */

static bool is_named(const char *name, const char *other) {
    return other && catalog_same_name(name, other);
}

static bool is_other(const import_source *source, const char *name) {
    for (size_t i = 0; i < source->other_count; i++)
        if (catalog_same_name(source->others[i], name)) return true;
    return false;
}

void import_column_agree(import_column *c, const import_source *source) {
    const source_request *r = source->request;
    if (!r) return;
    bool id = is_named(c->name, r->id), tie = is_named(c->name, r->partner);
    bool known = id || tie || is_other(source, c->name);
    if (known) {
        c->kind = CELL_TEXT;
        c->is_whole = false;
    }
    for (size_t i = 0; i < r->count; i++) {
        const column_request *asked = &r->columns[i];
        if (!catalog_same_name(c->name, asked->sql_name)) continue;
        c->alias = asked->name;
        c->kind = asked->kind;
        c->minor_places = asked->minor_places;
        c->is_whole = false;
        known = true;
        tie |= asked->refers_to != NULL;
    }
    c->is_key = (id || tie) && c->kind == CELL_TEXT;
    c->is_declared = known;
}

static const char *type_to_make(const import_column *c, bool is_row_id) {
    switch (c->kind) {
    case CELL_BOOLEAN:
        return "INTEGER";
    case CELL_MONEY:
        return c->minor_places >= 0 ? "INTEGER" : "TEXT";
    case CELL_NUMBER:
        return "ANY";
    default:
        /* Rows whose ids are numbers stand in their order; what is pointed to is known by text.
         */
        return c->is_key && is_row_id ? "ANY" : "TEXT";
    }
}

static bool add(arena *memory, const import_source *source, import_columns *out,
                const char *name) {
    if (!name) return true;
    for (size_t i = 0; i < out->count; i++)
        if (catalog_same_name(out->items[i].name, name)) return true;
    import_column *items =
        arena_grow(memory, out->items, out->count, &out->capacity, sizeof *items);
    if (!items) return false;
    import_column made = import_column_declared(name, "", true);
    import_column_agree(&made, source);
    const source_request *r = source->request;
    made.type = type_to_make(&made, is_named(name, r->id) && r->partner);
    made.room = room_of(made.type, true);
    made.needs_value = is_named(name, r->id);
    out->items = items;
    items[out->count++] = made;
    return true;
}

bool import_columns_of_source(arena *memory, const import_source *source, import_columns *out) {
    const source_request *r = source->request;
    bool fine =
        add(memory, source, out, r->id ? r->id : "id") && add(memory, source, out, r->partner);
    if (fine && !r->id) {
        out->items[0].is_key = true;
        out->items[0].is_offered = true;
        out->items[0].type = r->partner ? "ANY" : "TEXT";
        out->items[0].room = r->partner ? ROOM_ANY : ROOM_TEXT;
    }
    for (size_t i = 0; fine && i < r->count; i++)
        fine = add(memory, source, out, r->columns[i].sql_name);
    for (size_t i = 0; fine && i < source->other_count; i++)
        fine = add(memory, source, out, source->others[i]);
    return fine;
}

const char *import_column_says(const import_column *c) {
    switch (c->kind) {
    case CELL_NUMBER:
        return c->is_whole ? "whole number" : "number";
    case CELL_MONEY:
        return c->minor_places >= 0 ? "money, kept in minor units" : "money";
    case CELL_DATE:
        return "date";
    case CELL_BOOLEAN:
        return "boolean";
    case CELL_TEXT:
        break;
    }
    return c->is_key ? "id" : "text";
}
