/* check.c - where the data contradict the rules: everything that is found, in the order of the
 * rules. */
#include "api/failure.h"
#include "api/nouns.h"
#include "base/map.h"
#include "base/problem.h"
#include "data/cell.h"
#include "eval/contradiction.h"
#include "eval/left_out.h"

#include <stdlib.h>

/* One thing that was found, and where it comes. */
typedef struct finding {
    problem says;
    size_t file; /* in the order of reading */
    size_t met;  /* which one it was */
} finding;

typedef struct findings {
    arena *memory;
    const declarations *rules;
    finding *items;
    size_t count, room;
} findings;

static size_t rank_of(const declarations *rules, const source_file *file) {
    size_t i = 0;
    while (i < rules->file_count && rules->files[i] != file)
        i++;
    return i;
}

static void add(findings *all, problem says) {
    finding *grown =
        arena_grow(all->memory, all->items, all->count, &all->room, sizeof *all->items);
    if (!grown) return;
    all->items = grown;
    says.in_data = true;
    all->items[all->count] = (finding){says, rank_of(all->rules, says.at.file), all->count};
    all->count++;
}

static void add_error(findings *all, const facts *f, uint32_t partner, place at,
                      const char *message) {
    const char *said =
        arena_print(all->memory, "partner %s: %s", f->partner_ids[partner].bytes, message);
    if (said) add(all, (problem){.at = at, .message = said});
}

static void add_partners(findings *all, const result *r) {
    for (size_t i = 0; i < r->error_count; i++)
        add_error(all, r->facts, r->errors[i].partner, r->errors[i].at, r->errors[i].message);
}

/* Cells of nobody's rows that no partner's error tells of. */
static void add_nobodys(findings *all, const result *r) {
    const facts *f = r->facts;
    map told = {.memory = all->memory};
    for (size_t i = 0; i < r->error_count; i++)
        if (map_add(&told, text_of(r->errors[i].message)) == MAP_ABSENT) return;
    for (size_t i = 0; i < f->error_count; i++) {
        const cell_error *wrong = &f->errors[i];
        if (wrong->partner == NO_PARTNER &&
            map_find(&told, text_of(wrong->message)) == MAP_ABSENT)
            add(all, (problem){.at = wrong->at, .message = wrong->message});
    }
}

/* Without a day only cells can be looked at. */
static void add_cells(findings *all, const facts *f) {
    for (size_t i = 0; i < f->error_count; i++) {
        const cell_error *wrong = &f->errors[i];
        if (wrong->partner != NO_PARTNER)
            add_error(all, f, wrong->partner, wrong->at, wrong->message);
    }
}

/* The partner whose row it is, or NO_PARTNER. */
static uint32_t owner_of(const facts *f, const facts_table *t, size_t row) {
    if (t == f->tables) return (uint32_t)row;
    return t->partner_of ? t->partner_of[row] : NO_PARTNER;
}

/* As the evaluation says it that needs the row. */
static void add_missing(findings *all, const facts *f, const facts_table *t, size_t row,
                        const column_request *column, text id) {
    text_buffer said = {0};
    text_print(&said, "%s%s", t->source, t->ids || t == f->tables ? " row " : "");
    facts_row_id(f, t, row, &said);
    text_print(&said, ", column '%s': there is no '", column->sql_name);
    cell_escape(&said, id);
    text_print(&said, "' in '%s'", column->refers_to);
    const char *message = said.failed ? NULL : arena_string(all->memory, said.bytes);
    all->memory->failed |= said.failed;
    uint32_t partner = owner_of(f, t, row);
    if (message && partner != NO_PARTNER)
        add_error(all, f, partner, column->at, message);
    else if (message)
        add(all, (problem){.at = column->at, .message = message});
    text_free(&said);
}

/* Ids of a column that no row of its reference has. */
static void add_dangling(findings *all, const facts *f, const facts_table *t, size_t column,
                         const column_request *from) {
    enum { SOME = 256 };
    const facts_table *to = facts_table_find(f, from->refers_to);
    number codes[SOME];
    uint8_t states[SOME];
    for (size_t first = 0; to && first < t->rows; first += SOME) {
        size_t count = t->rows - first < SOME ? t->rows - first : SOME;
        facts_column_load(&t->columns[column], first, count, codes, states);
        for (size_t i = 0; i < count; i++) {
            if (states[i] != CELL_VALUE) continue;
            text id = f->texts.keys[(size_t)codes[i]];
            if (facts_row_find(f, to, id) < 0) add_missing(all, f, t, first + i, from, id);
        }
    }
}

/* Without a day nothing looks references up. */
static void add_references(findings *all, const result *r) {
    const facts *f = r->facts;
    for (size_t i = 0; i < f->table_count; i++) {
        const source_request *from = &r->plan->request.sources[i];
        for (size_t c = 0; c < from->count; c++)
            if (from->columns[c].refers_to && facts_column_is_read(&f->tables[i].columns[c]))
                add_dangling(all, f, &f->tables[i], c, &from->columns[c]);
    }
}

static int compare(const void *a, const void *b) {
    const finding *x = a, *y = b;
    if (x->file != y->file) return x->file < y->file ? -1 : 1;
    if (x->says.at.line != y->says.at.line) return x->says.at.line < y->says.at.line ? -1 : 1;
    if (x->says.at.column != y->says.at.column)
        return x->says.at.column < y->says.at.column ? -1 : 1;
    return x->met < y->met ? -1 : 1;
}

static void tell(const problem *p, rung_problem *on_problem, void *context) {
    rung_error told = error_of(p);
    if (on_problem) on_problem(context, &told);
}

/* Something to know that is no mistake of the rules: it stands at the source. */
static void tell_note(const result *r, size_t source, const char *said,
                      rung_problem *on_problem, void *context) {
    problem p = {.at = r->plan->request.sources[source].at, .message = said};
    if (!said) return;
    rung_error told = error_of(&p);
    told.status = RUNG_OK;
    if (on_problem) on_problem(context, &told);
}

/* Rows of partners that are not known, and amounts of a currency that is not named, count
 * nowhere. */
static void tell_left_out(const result *r, arena *memory, rung_problem *on_problem,
                          void *context) {
    const facts *f = r->facts;
    for (size_t i = 0; i < f->table_count; i++) {
        const facts_table *t = &f->tables[i];
        const source_request *from = &r->plan->request.sources[i];
        size_t amounts = amounts_without_currency(r, i);
        if (t->orphans)
            tell_note(
                r, i,
                arena_print(memory,
                            "%zu of %zu rows of '%s' belong to no partner and are left out",
                            t->orphans, t->rows_read, t->source),
                on_problem, context);
        if (amounts)
            tell_note(r, i,
                      arena_print(
                          memory,
                          "%zu amount%s of '%s' name%s no currency in '%s' and %s left out",
                          amounts, amounts == 1 ? "" : "s", t->source, amounts == 1 ? "s" : "",
                          from->currency, amounts == 1 ? "is" : "are"),
                      on_problem, context);
    }
}

rung_status rung_check(const rung_result *result, rung_problem *on_problem, void *context,
                       size_t *found, rung_error *error) {
    arena scratch = {0};
    const struct result *r = whole_result(result);
    if (!r) return out_of_memory(error);
    problem_list contradictions = {.memory = &scratch};
    findings all = {.memory = &scratch, .rules = result->rules};
    if (result->facts->undated)
        add_cells(&all, r->facts);
    else
        add_partners(&all, r);
    if (result->facts->undated) add_references(&all, r);
    add_nobodys(&all, r);
    find_contradictions(r, &contradictions);
    for (size_t i = 0; i < contradictions.count; i++)
        add(&all, contradictions.items[i]);
    if (all.count) qsort(all.items, all.count, sizeof *all.items, compare);
    for (size_t i = 0; i < all.count && !scratch.failed; i++)
        tell(&all.items[i].says, on_problem, context);
    tell_left_out(r, &scratch, on_problem, context);
    *found = all.count;
    if (all.count && error) *error = error_of(&all.items[0].says);
    rung_status status = scratch.failed ? out_of_memory(error) : RUNG_OK;
    arena_free(&scratch);
    return status;
}
