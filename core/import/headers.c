/* headers.c - matches headers with columns: see headers.h. */
#include "import/headers.h"

#include "base/nearest.h"

#include <stdio.h>
#include <string.h>

typedef struct matching {
    arena *memory;
    const import_order *order;
    const csv_row *header;
    const source_file *file;
    import_columns *columns;
    problem_list *problems;
    const char **names; /* of the headers, as a message may show them */
    bool *taken;        /* headers that --map spoke of, or that a column has */
    bool *near;         /* columns that a header was nearly called like */
} matching;

static place place_of(const matching *m, size_t header) {
    return (place){
        .file = m->file, .line = m->header->cells[header].line, .column = (int)header + 1};
}

static const char *header_name(const matching *m, size_t i) {
    text_buffer shown = {0};
    cell_escape(&shown, people_trim(m->header->cells[i].text));
    const char *name =
        shown.failed ? NULL : arena_string(m->memory, shown.length ? shown.bytes : "");
    if (shown.failed) m->memory->failed = true;
    text_free(&shown);
    return name;
}

/* A name in the form in which it is compared: lower case, blanks and underscores one thing. */
static const char *guessable(const matching *m, text t) {
    char *copy = arena_copy(m->memory, t.bytes, t.length);
    for (char *c = copy; c && *c; c++) {
        if (*c >= 'A' && *c <= 'Z') *c = (char)(*c - 'A' + 'a');
        if (*c == ' ') *c = '_';
    }
    return copy;
}

/* --- --map ---------------------------------------------------------------------------------
 */

static void fill_column(matching *m, import_column *column, size_t header) {
    if (column->header != NO_HEADER) {
        bool alike = import_same_name(text_of(column->header_name), text_of(m->names[header]));
        problem_add(m->problems, place_of(m, header),
                    alike ? "rename one of them in the file"
                          : arena_print(m->memory, "choose one: --map '%s=' or --map '%s='",
                                        column->header_name, m->names[header]),
                    "columns %d and %zu of the file, '%s' and '%s', both go to '%s'",
                    column->header + 1, header + 1, column->header_name, m->names[header],
                    column->name);
        return;
    }
    column->header = (int)header;
    column->header_name = m->names[header];
}

static bool map_problem(matching *m, const char *mapping, const char *hint, const char *what,
                        text name) {
    return problem_add(m->problems, (place){0}, hint, "--map '%.80s': %s '%.*s'", mapping, what,
                       (int)(name.length < 60 ? name.length : 60), name.bytes);
}

/* The one header of this name, or -1 with a problem. */
static int64_t find_header(matching *m, const char *mapping, text name) {
    int64_t found = -1;
    nearest guess = nearest_to(guessable(m, name));
    for (size_t i = 0; i < m->header->count; i++) {
        text cell = people_trim(m->header->cells[i].text);
        if (import_same_name(cell, name)) {
            if (found >= 0) {
                map_problem(m, mapping, "rename one of them in the file",
                            "the file has several columns", name);
                return -1;
            }
            found = (int64_t)i;
        }
        const char *known = guessable(m, cell);
        if (known && guess.wanted) nearest_offer(&guess, known);
    }
    if (found < 0)
        map_problem(m, mapping,
                    guess.best ? arena_print(m->memory, "did you mean '%s'?", guess.best)
                               : NULL,
                    "the file has no column", name);
    return found;
}

static import_column *find_column(matching *m, const char *mapping, text name) {
    import_column *found = import_columns_find(m->columns, name);
    if (found) return found;
    nearest guess = nearest_to(guessable(m, name));
    for (size_t i = 0; guess.wanted && i < m->columns->count; i++) {
        nearest_offer(&guess, m->columns->items[i].name);
        nearest_offer(&guess, m->columns->items[i].alias);
    }
    map_problem(m, mapping,
                guess.best ? arena_print(m->memory, "did you mean '%s'?", guess.best) : NULL,
                "the table has no column", name);
    return NULL;
}

static void apply_mapping(matching *m, const char *mapping) {
    const char *equals = strrchr(mapping, '=');
    text from = {mapping, equals ? (size_t)(equals - mapping) : 0};
    text to = text_of(equals ? equals + 1 : "");
    from = people_trim(from);
    to = people_trim(to);
    if (!equals || (!from.length && !to.length)) {
        problem_add(m->problems, (place){0}, "write --map 'Amount (USD)=amount'",
                    "--map '%.80s' does not say which header goes to which column", mapping);
        return;
    }
    int64_t header = from.length ? find_header(m, mapping, from) : -1;
    import_column *column = to.length ? find_column(m, mapping, to) : NULL;
    if (header >= 0) m->taken[header] = true;
    if (header >= 0 && column) fill_column(m, column, (size_t)header);
    if (!from.length && column) column->left_empty = true;
}

/* --- headers by their own names ------------------------------------------------------------
 */

static void match_names(matching *m) {
    for (size_t i = 0; i < m->header->count; i++) {
        text name = people_trim(m->header->cells[i].text);
        import_column *column = name.length ? import_columns_find(m->columns, name) : NULL;
        bool mapped = column && column->header != NO_HEADER && m->taken[column->header];
        if (m->taken[i] || !column || column->left_empty) continue;
        bool by_map = mapped && !import_same_name(text_of(column->header_name), name);
        if (by_map) continue; /* somebody said that another header fills it */
        fill_column(m, column, i);
        m->taken[i] = true;
    }
}

/* A header that is nearly a column's name was probably meant for it. */
static void tell_near(matching *m, size_t i) {
    nearest guess = nearest_to(guessable(m, people_trim(m->header->cells[i].text)));
    for (size_t c = 0; guess.wanted && c < m->columns->count; c++) {
        const import_column *column = &m->columns->items[c];
        if (column->header != NO_HEADER || column->left_empty) continue;
        nearest_offer(&guess, column->name);
        nearest_offer(&guess, column->alias);
    }
    if (!guess.best) return;
    import_column *meant = import_columns_find(m->columns, text_of(guess.best));
    m->taken[i] = true;
    m->near[meant - m->columns->items] = true;
    problem_add(m->problems, place_of(m, i),
                arena_print(m->memory, "--map '%s=%s', or --map '%s=' to leave it out",
                            m->names[i], meant->name, m->names[i]),
                "the table has no column '%s'; did you mean '%s'?", m->names[i], meant->name);
}

/* The headers that are nobody's, in single quotes; NULL when there are none. */
static const char *list_unused(const matching *m) {
    text_buffer list = {0};
    enum { SHOWN = 8 };
    size_t unused = 0;
    for (size_t i = 0; i < m->header->count; i++) {
        if (m->taken[i]) continue;
        if (unused++ >= SHOWN) continue;
        text_append_string(&list, unused > 1 ? ", " : "");
        if (*m->names[i])
            text_print(&list, "'%s'", m->names[i]);
        else
            text_print(&list, "column %zu, which has no header", i + 1);
    }
    if (unused > SHOWN) text_print(&list, " and %zu more", unused - SHOWN);
    const char *kept = unused && !list.failed ? arena_string(m->memory, list.bytes) : NULL;
    if (list.failed) m->memory->failed = true;
    text_free(&list);
    return kept;
}

/* --- columns that nothing fills ------------------------------------------------------------
 */

static bool may_be_empty(const matching *m, const import_column *c) {
    if (c->header != NO_HEADER || c->numbers_rows) return true;
    if (c->needs_value) return c->has_default && !c->is_declared;
    return c->left_empty || !m->order->source.request || !c->is_declared;
}

static void tell_missing(matching *m, const char *unused) {
    place first = {.file = m->file, .line = m->header->line};
    for (size_t i = 0; i < m->columns->count; i++) {
        const import_column *c = &m->columns->items[i];
        if (may_be_empty(m, c) || m->near[i]) continue;
        const char *hint =
            c->needs_value
                ? arena_print(m->memory, "say which header it is: --map 'HEADER=%s'%s%s",
                              c->name, unused ? "; not used: " : "", unused ? unused : "")
                : arena_print(
                      m->memory, "--map 'HEADER=%s', or --map '=%s' to leave it empty%s%s",
                      c->name, c->name, unused ? "; not used: " : "", unused ? unused : "");
        unused = NULL; /* once is enough */
        problem_add(m->problems, first, hint, "the file has no column for '%s' (%s)%s", c->name,
                    import_column_says(c), c->needs_value ? ", which cannot be empty" : "");
    }
}

static void note(const matching *m, const char *format, const char *what) {
    if (!m->order->on_note || !what) return;
    const char *said = arena_print(m->memory, format, what);
    if (said) m->order->on_note(m->order->context, said);
}

static void note_left_empty(const matching *m) {
    text_buffer list = {0};
    for (size_t i = 0; i < m->columns->count; i++) {
        const import_column *c = &m->columns->items[i];
        if (c->header == NO_HEADER && !c->is_offered)
            text_print(&list, "%s'%s'%s", list.length ? ", " : "", c->name,
                       c->has_default ? " (its default)" : "");
    }
    if (list.length && !list.failed)
        note(m,
             m->order->updates ? "not in the file: %s (new rows have no value there)"
                               : "not in the file, left empty: %s",
             list.bytes);
    if (list.failed) m->memory->failed = true;
    text_free(&list);
}

static bool any_filled(const matching *m) {
    for (size_t i = 0; i < m->columns->count; i++)
        if (m->columns->items[i].header != NO_HEADER) return true;
    return problem_add(m->problems, (place){.file = m->file, .line = m->header->line},
                       "the first line names the columns; --map 'HEADER=COLUMN' says which is "
                       "which",
                       "no header of the file is a column of the table");
}

static bool prepare(matching *m) {
    size_t count = m->header->count;
    m->names = arena_array(m->memory, count, sizeof *m->names);
    m->taken = arena_array(m->memory, count, sizeof *m->taken);
    m->near = arena_array(m->memory, m->columns->count, sizeof *m->near);
    if (!m->names || !m->taken || !m->near) return false;
    for (size_t i = 0; i < count; i++) {
        text name = m->header->cells[i].text;
        size_t bad = cell_bad_byte(name);
        m->names[i] = header_name(m, i);
        if (!m->names[i]) return false;
        if (bad == name.length && !memchr(name.bytes, 0, name.length)) continue;
        return problem_add(m->problems, place_of(m, i),
                           "save the file as UTF-8 (in Excel: CSV UTF-8)",
                           "the header of column %zu, '%s', is not UTF-8: byte %zu of it is "
                           "0x%02X",
                           i + 1, m->names[i], bad + 1,
                           (unsigned)(unsigned char)(bad < name.length ? name.bytes[bad] : 0));
    }
    return true;
}

bool import_headers_assign(arena *memory, const import_order *order, const csv_row *header,
                           const source_file *file, import_columns *columns,
                           problem_list *problems) {
    matching m = {memory, order, header, file, columns, problems, NULL, NULL, NULL};
    size_t before = problems->found;
    if (!prepare(&m)) return false;
    for (size_t i = 0; i < order->mapping_count; i++)
        apply_mapping(&m, order->mappings[i]);
    match_names(&m);
    for (size_t i = 0; i < header->count; i++)
        if (!m.taken[i] && *m.names[i]) tell_near(&m, i);
    const char *unused = list_unused(&m);
    tell_missing(&m, unused);
    if (problems->found == before) any_filled(&m);
    if (problems->found > before || memory->failed) return false;
    note(&m, "left out: %s", unused);
    note_left_empty(&m);
    return true;
}
