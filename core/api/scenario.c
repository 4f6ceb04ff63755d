/* scenario.c - a change to try, as a noun of the public interface. */
#include "scenario/scenario.h"
#include "api/failure.h"
#include "api/given.h"
#include "api/loaded_for.h"
#include "base/memory.h"
#include "bind/edited.h"
#include "bind/written.h"
#include "data/changed_rows.h"
#include "explain/amount.h"
#include "lang/phrase.h"
#include "report/setting_row.h"

#include <string.h>

typedef struct loading {
    rung_scenario *made;
    const scenario *file; /* NULL: none */
    const rung_scenario_options *options;
    problem_list *problems;
    rung_error *error;
    bool twice; /* the command line is wrong, as `error` says */
    edit *edits;
    size_t edit_count;
} loading;

static bool list_edits(loading *l) {
    size_t from_file = l->file ? l->file->set_count : 0;
    l->edits =
        arena_array(&l->made->memory, from_file + l->options->set_count, sizeof *l->edits);
    if (!l->edits) return false;
    for (size_t i = 0; i < from_file; i++) {
        const written_value *v = &l->file->set[i];
        l->edits[l->edit_count++] = (edit){v->name, v->value, v->at, v->name_at};
    }
    for (size_t i = 0; i < l->options->set_count; i++) {
        const rung_change *c = &l->options->set[i];
        const char *path = arena_string(&l->made->memory, c->path),
                   *value = arena_string(&l->made->memory, c->value);
        if (!path || !value) return false;
        l->edits[l->edit_count++] = (edit){.path = path, .value = value};
    }
    return true;
}

/* What a whole path of a plan's rules leads to; NULL: nothing, or memory ran out. */
static const setting_path *setting_at(arena *memory, const plan *p, const char *path) {
    setting_path *paths;
    size_t count;
    if (!paths_of(memory, p->rules, &paths, &count)) return NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(paths[i].path, path) == 0) return &paths[i];
    return NULL;
}

/* What stands there, as people read it. */
static const char *literal_words(arena *memory, const plan *p, const setting_path *at) {
    if (!at) return NULL;
    bool whole = !term_is_call(at->literal, "fraction");
    const char *words = whole ? setting_words(memory, p, at) : NULL;
    return words ? words : phrase_text_of(memory, at->literal);
}

/* The same as tools read it: 200000, 0.08, 2026-01-01; EUR 100 in another currency than the
 * program's. NULL when memory ran out. */
static const char *literal_digits(arena *memory, const plan *p, const setting_path *at) {
    char room[AMOUNT_TEXT];
    if (!at) return NULL;
    const char *foreign = setting_is_foreign(p, at) ? written_code(at->literal) : NULL;
    value v = setting_value(p, at);
    v.measure = MEASURE_NUMBER;
    text said = amount_machine(&v, p, room);
    return arena_print(memory, "%s%s%.*s", foreign ? foreign : "", foreign ? " " : "",
                       (int)said.length, said.bytes);
}

/* The place in the list of what was set at this path before; set_count: nothing was. */
static size_t place_of(const rung_scenario *made, const char *whole) {
    size_t i = 0;
    while (i < made->set_count && strcmp(made->set[i].whole, whole) != 0)
        i++;
    return i;
}

/* Two values for one path; those of the command line go before the file's. */
static bool refuse_twice(loading *l, const edit *first, const edit *second, const char *whole) {
    if (second->at.file)
        problem_add_two(l->problems, second->path_at, first->path_at, "keep one of them",
                        "'%s' is given twice: as %s and as %s", whole, first->path,
                        second->path);
    else
        fail(l->error, RUNG_BAD_ARGUMENT, "'%s' is given twice: %s=%s and %s=%s", whole,
             first->path, first->value, second->path, second->value);
    l->twice |= !second->at.file;
    return false;
}

static changed_value changed_by(arena *memory, const edit *e, const char *whole,
                                const plan *before, const plan *after) {
    const setting_path *now = setting_at(memory, after, whole);
    const char *machine = literal_digits(memory, after, now);
    return (changed_value){.path = e->path,
                           .value = e->value,
                           .machine = machine ? machine : e->value,
                           .whole = whole,
                           .from =
                               literal_words(memory, before, setting_at(memory, before, whole)),
                           .to = literal_words(memory, after, now)};
}

/* What is set, with its whole path and what stood there before. */
static bool list_values(loading *l, const plan *bound) {
    rung_scenario *made = l->made;
    arena *memory = &made->memory;
    const declarations *rules = made->program->rules;
    made->set = arena_array(memory, l->edit_count, sizeof *made->set);
    const edit **by = arena_array(memory, l->edit_count, sizeof *by);
    for (size_t i = 0; made->set && by && i < l->edit_count; i++) {
        const edit *e = &l->edits[i];
        const char *whole = edit_path(memory, rules, e, l->problems);
        if (!whole) return false;
        size_t n = place_of(made, whole);
        bool again = n < made->set_count;
        if (again && by[n]->at.file == e->at.file) return refuse_twice(l, by[n], e, whole);
        if (!again) made->set_count++;
        by[n] = e;
        made->set[n] = changed_by(memory, e, whole, made->program->unbound, bound);
    }
    return made->set && by;
}

static bool take_rows(loading *l) {
    rung_scenario *made = l->made;
    row_change *rows = arena_array(&made->memory, l->file->row_count, sizeof *rows);
    for (size_t i = 0; rows && i < l->file->row_count; i++) {
        const written_row *from = &l->file->rows[i];
        row_field *fields = arena_array(&made->memory, from->count, sizeof *fields);
        if (!fields) return false;
        for (size_t k = 0; k < from->count; k++)
            fields[k] = (row_field){from->fields[k].name, from->fields[k].name_at,
                                    from->fields[k].value, from->fields[k].at};
        rows[i] = (row_change){from->source, from->source_at, from->at,
                               fields,       from->count,     from->is_deleted};
    }
    made->rows = rows;
    made->row_count = l->file->row_count;
    return rows != NULL;
}

static bool take_metrics(loading *l) {
    metric_overrides *out = &l->made->overrides;
    out->items = arena_array(&l->made->memory, l->file->metric_count, sizeof *out->items);
    for (size_t i = 0; out->items && i < l->file->metric_count; i++) {
        const written_metric *m = &l->file->metrics[i];
        out->items[out->count++] =
            (metric_override){m->partner,        m->partner_at,   m->metric.name,
                              m->metric.name_at, m->metric.value, m->metric.at};
    }
    return out->items != NULL;
}

static bool take_file(loading *l) {
    rung_scenario *made = l->made;
    if (!l->file) return true;
    made->name = l->file->name ? l->file->name : l->file->file->name;
    made->why = l->file->why;
    made->as_of = l->file->as_of;
    made->as_of_at = l->file->as_of_at;
    return take_rows(l) && take_metrics(l);
}

/* Rows say themselves which source they are of; one without rows is looked for here. */
static bool knows_sources(const loading *l, const plan *bound) {
    bool fine = true;
    for (size_t i = 0; l->file && i < l->file->empty_count; i++) {
        const written_value *named = &l->file->empty[i];
        fine &=
            written_source(&bound->request, named->name, named->name_at, l->problems) != NULL;
    }
    return fine;
}

/* Everything that can be told without data: paths, values, names of metrics. */
static bool load(loading *l) {
    rung_scenario *made = l->made;
    const char *file = l->options->file;
    if (file && !(l->file = scenario_read(&made->memory, file, l->problems))) return false;
    if (!list_edits(l) || !take_file(l)) return false;
    made->rules =
        edit_apply(&made->memory, made->program->rules, l->edits, l->edit_count, l->problems);
    if (!made->rules) return false;
    edited rules = {made->program->rules, made->rules, l->edits, l->edit_count,
                    &made->overrides};
    const plan *bound =
        bind_edited(&made->memory, &rules, made->program->unbound->as_of, l->problems);
    if (!bound || !knows_sources(l, bound)) return false;
    made->reads_otherwise = !requests_alike(&bound->request, &made->program->unbound->request);
    return list_values(l, bound);
}

rung_status rung_scenario_load(rung_scenario **out, const rung_program *program,
                               const rung_scenario_options *options, rung_error *error) {
    rung_scenario_options asked;
    *out = NULL;
    rung_status status = take_options(&asked, sizeof asked, options, error);
    if (status != RUNG_OK) return status;
    rung_scenario *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->program = program;
    problem_list problems = {.memory = &made->memory};
    loading l = {.made = made, .options = &asked, .problems = &problems, .error = error};
    if (load(&l) && !made->memory.failed) {
        *out = made;
        return RUNG_OK;
    }
    status = l.twice ? RUNG_BAD_ARGUMENT
                     : tell_problems(&problems, asked.on_problem, asked.context, error);
    if (status == RUNG_OK) status = out_of_memory(error);
    rung_scenario_free(made);
    return status;
}

void rung_scenario_free(rung_scenario *scenario) {
    if (!scenario) return;
    arena_free(&scenario->memory);
    memory_free(scenario);
}

bool rung_scenario_changes_rows(const rung_scenario *scenario) {
    return scenario->row_count > 0 || scenario->reads_otherwise;
}

const char *rung_scenario_as_of(const rung_scenario *scenario) {
    return scenario->as_of;
}
