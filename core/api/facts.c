/* facts.c - rows of a database as a noun of the public interface. */
#include "api/failure.h"
#include "api/given.h"
#include "api/loaded_for.h"
#include "api/some_day.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "data/database.h"

#include <stdio.h>
#include <string.h>

static const char *from_of(const term *source) {
    const term *from = term_field(source, "from");
    return from && from->kind == TERM_TEXT ? from->name : source->member;
}

static bool read_catalog(database *db, arena *memory, const declarations *rules, catalog *known,
                         problem_list *problems) {
    if (!database_catalog(db, memory, known, problems)) return false;
    bool fine = true;
    for (size_t i = 0; i < rules->count; i++) {
        const term *t = rules->items[i];
        if (strcmp(t->name, "source") || !database_is_select(from_of(t)) ||
            catalog_find(known, from_of(t)))
            continue;
        place at = term_field(t, "from") ? term_field(t, "from")->at : t->at;
        fine &= database_describe_select(db, memory, known, from_of(t), at, problems);
    }
    return fine;
}

/* Loading facts: what is asked for, and what is known so far. */
typedef struct reading {
    const rung_program *program;
    const rung_facts_options *options;
    const declarations *rules; /* the program's, or as the scenario changes them */
    problem_list *problems;
    rung_error *error;
    database *db;
    catalog known;
} reading;

static rung_status find_as_of(const reading *r, rung_facts *out) {
    const rung_scenario *scenario = r->options->scenario;
    const char *wanted = r->options->as_of ? r->options->as_of
                         : scenario        ? scenario->as_of
                                           : NULL;
    request sources;
    out->as_of = some_day();
    out->day_asked = r->options->as_of != NULL;
    if (wanted && !date_from_text(&out->as_of, wanted, strlen(wanted)))
        return fail(r->error, RUNG_BAD_ARGUMENT, "'%s' is not a date (YYYY-MM-DD)", wanted);
    if (wanted || !bind_sources(&out->memory, r->rules, &r->known, &sources, r->problems))
        return RUNG_OK;
    if (database_latest_date(r->db, &sources, &out->as_of)) return RUNG_OK;
    out->undated = r->options->undated;
    if (out->undated) return RUNG_OK;
    return fail(r->error, RUNG_BAD_ARGUMENT,
                "the data hold no date to evaluate at: say which (as of)");
}

/* The n-th of the programs that will be evaluated besides, or NULL. Where the ends of a range
 * use the same rows, so do the values between them. */
static const declarations *other_rules(const rung_facts_options *options, size_t n) {
    if (n < options->also_count) return options->also[n]->rules;
    n -= options->also_count;
    if (!options->range || n > 1) return NULL;
    return n == 0 ? options->range->first : options->range->last;
}

/* Both are shown a column that either of them shows, and either's rules may read it. */
static void want_columns(source_request *of, const source_request *other) {
    for (size_t c = 0; c < of->count; c++) {
        of->columns[c].wanted |= other->columns[c].wanted;
        of->columns[c].shown_only &= other->columns[c].shown_only;
    }
}

static void want_all_columns(request *asked) {
    for (size_t i = 0; i < asked->count; i++) {
        source_request *source = &asked->sources[i];
        for (size_t c = 0; c < source->count; c++) {
            source->columns[c].wanted = true;
            source->columns[c].shown_only = false;
        }
    }
}

/* Rows and columns that only some other scenario over these facts uses are read as well. */
static bool widen(const reading *r, rung_facts *out, plan *bound) {
    bool all = r->options->all_rows;
    const declarations *rules;
    for (size_t i = 0; (rules = other_rules(r->options, i)); i++) {
        plan *other = bind_plan(&out->memory, rules, &r->known, out->as_of, r->problems);
        if (!other) return false;
        all = all || !same_uses(&bound->request, &other->request);
        for (size_t k = 0; k < bound->request.count; k++)
            want_columns(&bound->request.sources[k], &other->request.sources[k]);
    }
    if (r->options->all_columns) want_all_columns(&bound->request);
    for (size_t i = 0; all && i < bound->request.count; i++)
        bound->request.sources[i].all_rows = true;
    return true;
}

/* Partners whose metrics a scenario sets must be there. */
static void check_partners(const reading *r, const rung_facts *out,
                           const rung_scenario *scenario) {
    const facts *f = out->read;
    for (size_t i = 0; i < scenario->overrides.count; i++) {
        const metric_override *o = &scenario->overrides.items[i];
        nearest guess = nearest_to(o->partner);
        if (facts_partner_find(f, text_of(o->partner)) >= 0) continue;
        for (size_t k = 0; k < f->partner_count; k++)
            nearest_offer(&guess, f->partner_ids[k].bytes);
        const char *hint =
            guess.best ? arena_print(r->problems->memory, "did you mean '%s'?", guess.best)
                       : NULL;
        problem_add(r->problems, o->partner_at, hint, "the data have no partner '%.60s'",
                    o->partner);
    }
}

/* What is evaluated over these facts; a scenario with rows of its own gets facts of its own. */
static bool knows_partners(const reading *r, const rung_facts *out) {
    const rung_facts_options *options = r->options;
    if (options->scenario) check_partners(r, out, options->scenario);
    for (size_t i = 0; i < options->also_count; i++)
        if (!options->also[i]->row_count) check_partners(r, out, options->also[i]);
    return !r->problems->found;
}

/* Rules that stand on another day are right: the day is wrong, at an edge of the calendar. */
static rung_status refuse_day(const reading *r, const rung_facts *out) {
    arena scratch = {0};
    problem_list others = {.memory = &scratch};
    bool stands = bind_plan(&scratch, r->rules, &r->known, some_day(), &others) != NULL;
    arena_free(&scratch);
    if (!stands || !r->problems->count) return RUNG_BAD_RULES;
    if (r->error) {
        *r->error = error_of(&r->problems->items[0]);
        r->error->status = RUNG_BAD_ARGUMENT;
        snprintf(r->error->hint, sizeof r->error->hint,
                 "as of %s that is so: evaluate at another date", out->as_of_text);
    }
    *r->problems = (problem_list){.memory = r->problems->memory};
    return RUNG_BAD_ARGUMENT;
}

static rung_status read_facts(reading *r, rung_facts *out) {
    const rung_facts_options *options = r->options;
    const rung_scenario *scenario = options->scenario;
    if (!read_catalog(r->db, &out->memory, r->rules, &r->known, r->problems))
        return RUNG_BAD_RULES;
    rung_status status = find_as_of(r, out);
    if (status != RUNG_OK) return status;
    if (!out->undated) date_print(out->as_of_text, out->as_of);
    plan *bound = bind_plan(&out->memory, r->rules, &r->known, out->as_of, r->problems);
    if (!bound) return refuse_day(r, out);
    if (!widen(r, out, bound)) return RUNG_BAD_RULES;
    if (scenario && scenario->row_count) {
        out->rows = bound->request.changes = scenario->rows;
        bound->request.change_count = scenario->row_count;
    }
    out->loaded = &bound->request;
    int jobs = options->jobs > 1 ? options->jobs : 1;
    out->read = database_read(r->db, &out->memory, &bound->request, &r->known, jobs,
                              options->on_progress, options->context, r->problems);
    if (!out->read) return RUNG_BAD_DATA;
    return knows_partners(r, out) ? RUNG_OK : RUNG_BAD_RULES;
}

/* Scenarios and ranges are of the program that asks for the facts. */
static bool of_program(const rung_program *program, const rung_facts_options *options) {
    bool fine = !options->scenario || options->scenario->program == program;
    for (size_t i = 0; i < options->also_count; i++)
        fine &= options->also[i]->program == program;
    return fine && (!options->range || options->range->program == program);
}

rung_status rung_facts_load(rung_facts **out, const rung_program *program, const char *path,
                            const rung_facts_options *options, rung_error *error) {
    rung_facts_options asked;
    *out = NULL;
    rung_status status = take_options(&asked, sizeof asked, options, error);
    if (status != RUNG_OK) return status;
    if (!of_program(program, &asked))
        return fail(error, RUNG_BAD_ARGUMENT,
                    "the scenario or range was loaded for another program");
    rung_facts *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->program = program;
    problem_list problems = {.memory = &made->memory};
    reading r = {.program = program,
                 .options = &asked,
                 .problems = &problems,
                 .error = error,
                 .rules = asked.scenario ? asked.scenario->rules : program->rules};
    r.db = database_open(path, &problems);
    status = r.db ? read_facts(&r, made) : RUNG_BAD_DATA;
    database_close(r.db);
    if (status == RUNG_OK) {
        *out = made;
        return status;
    }
    if (made->memory.failed || (!problems.count && status != RUNG_BAD_ARGUMENT))
        status = out_of_memory(error);
    else if (problems.count)
        status = tell_problems(&problems, asked.on_problem, asked.context, error);
    rung_facts_free(made);
    return status;
}

void rung_facts_free(rung_facts *facts) {
    if (!facts) return;
    arena_free(&facts->memory);
    memory_free(facts);
}

const char *rung_facts_as_of(const rung_facts *facts) {
    return facts->as_of_text;
}
