/* test_rows.c - the rows that a case gives, as facts.
 *
 * They enter as a scenario's rows do, into a database without any. What a row leaves out is
 * what a reader would take for granted: its id is its number, its partner the only one there
 * is. A row of the case with the id of a default row gives it other cells; a default partner
 * without an id is what every partner of the case is like. */
#include "api/testing.h"

#include "data/changed_rows.h"

#include <string.h>

typedef struct giving {
    rung_tests *tests;
    const test_case *from;
    const request *asked;
    problem_list *problems;
    row_change *rows;
    size_t count;
    const char *partner; /* the only one's id; NULL: there are several */
} giving;

static const source_request *source_of(const request *asked, const char *name) {
    for (size_t i = 0; i < asked->count; i++)
        if (strcmp(asked->sources[i].name, name) == 0) return &asked->sources[i];
    return NULL;
}

static const row_field *field_of(const row_change *row, const char *word,
                                 const char *sql_name) {
    for (size_t i = 0; i < row->count; i++)
        if (strcmp(row->fields[i].name, word) == 0 ||
            (sql_name && strcmp(row->fields[i].name, sql_name) == 0))
            return &row->fields[i];
    return NULL;
}

static const char *id_of(const giving *g, const row_change *row) {
    const source_request *source = source_of(g->asked, row->source);
    const row_field *id = source ? field_of(row, "id", source->id) : NULL;
    return id ? id->value : NULL;
}

static bool is_partner(const char *source) {
    return strcmp(source, "partner") == 0;
}

/* A row as it was written, with room for an id and a partner. */
static bool take_row(giving *g, const written_row *from, row_change *out) {
    arena *memory = &g->tests->memory;
    row_field *fields = arena_array(memory, from->count + 2, sizeof *fields);
    if (!fields) return false;
    for (size_t i = 0; i < from->count; i++)
        fields[i] = (row_field){from->fields[i].name, from->fields[i].name_at,
                                from->fields[i].value, from->fields[i].at};
    *out = (row_change){from->source, from->source_at, from->at,
                        fields,       from->count,     from->is_deleted};
    return true;
}

/* Cells of `later` take the place of those of a default row with the same id. */
static bool merge(giving *g, row_change *row, const row_change *later) {
    row_field *fields =
        arena_array(&g->tests->memory, row->count + later->count + 2, sizeof *fields);
    size_t count = 0;
    if (!fields) return false;
    for (size_t i = 0; i < later->count; i++)
        fields[count++] = later->fields[i];
    for (size_t i = 0; i < row->count; i++)
        if (!field_of(later, row->fields[i].name, NULL)) fields[count++] = row->fields[i];
    row->at = later->at;
    row->fields = fields;
    row->count = count;
    return true;
}

/* The default row with the id of a later one, or NULL. */
static row_change *default_row(giving *g, const row_change *later) {
    const char *id = id_of(g, later);
    for (size_t i = 0; id && i < g->count && i < g->from->default_rows; i++) {
        const char *other =
            strcmp(g->rows[i].source, later->source) == 0 ? id_of(g, &g->rows[i]) : NULL;
        if (other && strcmp(id, other) == 0) return &g->rows[i];
    }
    return NULL;
}

/* A default partner without an id says what all partners of the case are like: NULL when there
 * is none. It is one of them only where the case has no other. */
static row_change *every_partner(giving *g) {
    for (size_t i = 0; i < g->count && i < g->from->default_rows; i++)
        if (is_partner(g->rows[i].source) && !id_of(g, &g->rows[i])) return &g->rows[i];
    return NULL;
}

static bool take_own_row(giving *g, row_change row) {
    row_change *known = default_row(g, &row), *like = every_partner(g);
    if (known && row.is_deleted) {
        *known = (row_change){.source = ""};
        return true;
    }
    if (known) return merge(g, known, &row);
    g->rows[g->count] = row;
    if (like && is_partner(row.source)) {
        g->rows[g->count] = *like;
        if (!merge(g, &g->rows[g->count], &row)) return false;
    }
    g->count++;
    return true;
}

/* Drops the description of every partner where there are others, what was deleted, and default
 * partners where a case says that there are none. */
static void drop_rows(giving *g) {
    const row_change *like = every_partner(g);
    size_t partners = 0, kept = 0;
    for (size_t i = 0; i < g->count; i++)
        partners += is_partner(g->rows[i].source);
    for (size_t i = 0; i < g->count; i++) {
        bool unwanted = is_partner(g->rows[i].source) && g->from->has_no_partner;
        bool dropped = unwanted || !*g->rows[i].source || (&g->rows[i] == like && partners > 1);
        if (!dropped) g->rows[kept++] = g->rows[i];
    }
    g->count = kept;
}

static bool take_rows(giving *g) {
    const written_rows *given = &g->from->given;
    g->rows = arena_array(&g->tests->memory, given->count + 1, sizeof *g->rows);
    if (!g->rows) return false;
    for (size_t i = 0; i < given->count; i++) {
        row_change row;
        if (!take_row(g, &given->items[i], &row)) return false;
        if (i < g->from->default_rows)
            g->rows[g->count++] = row;
        else if (!take_own_row(g, row))
            return false;
    }
    drop_rows(g);
    return true;
}

static void add_field(row_change *row, const char *name, const char *value) {
    row_field *fields = (row_field *)row->fields;
    fields[row->count++] =
        (row_field){.name = name, .name_at = row->at, .value = value, .at = row->at};
}

/* A case without a partner is about one of whom nothing is said, unless it says that there is
 * none. */
static bool name_partners(giving *g) {
    size_t partners = 0;
    row_change *last = NULL;
    for (size_t i = 0; i < g->count; i++)
        if (is_partner(g->rows[i].source)) partners++, last = &g->rows[i];
    if (partners > 1 || g->from->has_no_partner) return true;
    if (!last) {
        row_field *fields = arena_array(&g->tests->memory, 2, sizeof *fields);
        if (!fields) return false;
        last = &g->rows[g->count++];
        *last = (row_change){
            .source = "partner", .source_at = g->from->at, .at = g->from->at, .fields = fields};
    }
    if (!id_of(g, last)) add_field(last, "id", "partner");
    g->partner = id_of(g, last);
    return true;
}

static bool is_taken(const giving *g, const char *source, const char *id) {
    for (size_t i = 0; i < g->count; i++) {
        const char *other =
            strcmp(g->rows[i].source, source) == 0 ? id_of(g, &g->rows[i]) : NULL;
        if (other && strcmp(other, id) == 0) return true;
    }
    return false;
}

/* The number of the row among those of its source, or the next that is free. */
static bool number_row(giving *g, row_change *row) {
    size_t number = 1;
    const char *id;
    for (const row_change *r = g->rows; r < row; r++)
        number += strcmp(r->source, row->source) == 0;
    do
        id = arena_print(&g->tests->memory, "%zu", number++);
    while (id && is_taken(g, row->source, id));
    if (id) add_field(row, "id", id);
    return id != NULL;
}

static bool complete_rows(giving *g) {
    for (size_t i = 0; i < g->count; i++) {
        row_change *row = &g->rows[i];
        const source_request *source = source_of(g->asked, row->source);
        if (!source || is_partner(row->source)) continue;
        if (source->id && !field_of(row, "id", source->id) && !number_row(g, row)) return false;
        if (source->partner && g->partner && !field_of(row, "partner", source->partner))
            add_field(row, "partner", g->partner);
    }
    return true;
}

/* Everything that the program declares, so that any plan of it can be evaluated. */
static bool want_all(rung_tests *t, const request *asked, request *out) {
    source_request *sources = arena_array(&t->memory, asked->count, sizeof *sources);
    if (!sources) return false;
    memcpy(sources, asked->sources, asked->count * sizeof *sources);
    *out = (request){.sources = sources, .count = asked->count};
    for (size_t i = 0; i < asked->count; i++) {
        size_t count = sources[i].count;
        column_request *columns = arena_array(&t->memory, count + 1, sizeof *columns);
        if (!columns) return false;
        memcpy(columns, asked->sources[i].columns, count * sizeof *columns);
        for (size_t k = 0; k < count; k++)
            columns[k].wanted = true, columns[k].shown_only = false;
        sources[i].columns = columns;
        sources[i].uses = NULL;
        sources[i].use_count = 0;
        sources[i].all_rows = true;
        if (!sources[i].id) sources[i].id = "id"; /* without a table nobody knows better */
    }
    return true;
}

/* Rows say themselves which source they are of; one without rows is looked for here. */
static bool knows_sources(const giving *g) {
    const written_values *empty = &g->from->given.empty;
    bool fine = true;
    for (size_t i = 0; i < empty->count; i++)
        fine &= written_source(g->asked, empty->items[i].name, empty->items[i].name_at,
                               g->problems) != NULL;
    return fine;
}

static const facts *build(rung_tests *t, const request *wanted, problem_list *problems) {
    facts_builder *b = facts_builder_new(&t->memory, wanted, problems);
    if (!b) return NULL;
    bool fine = true;
    for (size_t i = 0; fine && i < wanted->count; i++)
        fine = facts_builder_begin(b);
    const facts *built = fine ? facts_builder_finish(b) : NULL;
    facts_builder_free(b);
    return built;
}

const facts *case_facts(rung_tests *t, const test_case *c, const request *asked,
                        problem_list *problems) {
    request wanted;
    if (!want_all(t, asked, &wanted)) return NULL;
    giving g = {.tests = t, .from = c, .asked = &wanted, .problems = problems};
    if (!take_rows(&g) || !name_partners(&g) || !complete_rows(&g)) return NULL;
    wanted.changes = g.rows;
    wanted.change_count = g.count;
    bool known = knows_sources(&g);
    const facts *built = build(t, &wanted, problems);
    return known ? built : NULL;
}

bool case_latest_day(const test_case *c, const request *asked, date *out) {
    bool found = false;
    for (size_t i = 0; i < c->given.count; i++) {
        const written_row *row = &c->given.items[i];
        const source_request *source = source_of(asked, row->source);
        if (!source || source->happened_on < 0) continue;
        const char *dated = source->columns[source->happened_on].name;
        for (size_t k = 0; k < row->count; k++) {
            date day;
            const char *said = row->fields[k].value;
            if (strcmp(row->fields[k].name, dated) != 0 ||
                !date_from_cell(&day, said, strlen(said)))
                continue;
            if (!found || day > *out) *out = day;
            found = true;
        }
    }
    return found;
}
