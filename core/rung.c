/* rung.c - the public calls: joins the stages, from rule files and rows to reports.
 *
 * Each public noun owns one arena in which its stages build; freeing the noun frees that.
 * Problems of stages become rung_errors here and nowhere else. */
#include "rung.h"

#include "base/fingerprint.h"
#include "base/memory.h"
#include "bind/bind.h"
#include "data/database.h"
#include "data/starter.h"
#include "eval/contradiction.h"
#include "eval/evaluate.h"
#include "lang/load.h"
#include "lang/words.h"
#include "report/report.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct rung_program {
    arena memory;
    const declarations *rules;
    plan *unbound; /* bound without a database: for settings */
};

struct rung_facts {
    arena memory;
    facts *read;
    const rung_program *program;
    date as_of;
    char as_of_text[DATE_TEXT];
};

struct rung_result {
    arena memory;
    const rung_program *program;
    const rung_facts *facts;
    result *found;
    pthread_mutex_t explaining; /* explanations compute rows' values when asked */
};

const char *rung_version(void) {
    return RUNG_VERSION;
}

/* --- errors
 * ------------------------------------------------------------------------------------- */

/* Copies what fits, never half a UTF-8 character. */
static void copy_text(char *out, size_t room, const char *bytes, size_t length) {
    if (length >= room) length = room - 1;
    while (length > 0 && length == room - 1 && ((unsigned char)bytes[length] & 0xC0) == 0x80)
        length--;
    memcpy(out, bytes, length);
    out[length] = '\0';
}

static void copy_string(char *out, size_t room, const char *string) {
    copy_text(out, room, string ? string : "", string ? strlen(string) : 0);
}

static rung_status fail(rung_error *error, rung_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static rung_status fail(rung_error *error, rung_status status, const char *format, ...) {
    if (!error) return status;
    *error = (rung_error){.status = status};
    va_list list;
    va_start(list, format);
    vsnprintf(error->message, sizeof error->message, format, list);
    va_end(list);
    return status;
}

static rung_status out_of_memory(rung_error *error) {
    return fail(error, RUNG_NO_MEMORY, "there is not enough memory");
}

/* The piece of a long source line around the column that is meant; `column` becomes that within
 * it. */
static void copy_source_line(rung_error *out, place at) {
    text line = place_source_line(at);
    size_t room = sizeof out->source_line - 1, from = 0,
           column = at.column > 0 ? (size_t)at.column - 1 : 0;
    if (line.length > room && column > room / 2) from = column - room / 2;
    if (from > line.length) from = line.length;
    if (from > 0) return; /* too long to be shown beside its column */
    copy_text(out->source_line, sizeof out->source_line, line.bytes + from, line.length - from);
}

static rung_error error_of(const problem *p) {
    rung_error out = {.status = p->in_data ? RUNG_BAD_DATA : RUNG_BAD_RULES};
    copy_string(out.file, sizeof out.file, p->at.file ? p->at.file->name : "");
    out.line = p->at.line;
    out.column = p->at.column;
    out.width = p->at.width;
    copy_string(out.message, sizeof out.message, p->message);
    copy_string(out.hint, sizeof out.hint, p->hint);
    copy_source_line(&out, p->at);
    copy_string(out.also_file, sizeof out.also_file, p->also.file ? p->also.file->name : "");
    out.also_line = p->also.line;
    out.also_column = p->also.column;
    return out;
}

/* Tells all problems, fills *error with the first, and says how the call ends. */
static rung_status tell_problems(problem_list *problems, rung_problem *on_problem,
                                 void *context, rung_error *error) {
    problem_sort(problems);
    rung_status status = RUNG_OK;
    for (size_t i = 0; i < problems->count; i++) {
        rung_error told = error_of(&problems->items[i]);
        if (on_problem) on_problem(context, &told);
        if (i == 0 && error) *error = told;
        if (status == RUNG_OK || told.status == RUNG_BAD_RULES) status = told.status;
    }
    if (problems->found > problems->count && on_problem) {
        rung_error more = {.status = status};
        snprintf(more.message, sizeof more.message, "and %zu more problems",
                 problems->found - problems->count);
        on_problem(context, &more);
    }
    return status;
}

/* --- programs
 * ----------------------------------------------------------------------------------- */

/* Rules are looked at as of some day when none is known yet; nothing is evaluated with it. */
static date some_day(void) {
    date d = 0;
    date_from_parts(&d, 2026, 1, 1);
    return d;
}

void rung_program_free(rung_program *program) {
    if (!program) return;
    arena memory = program->memory;
    arena_free(&memory);
}

rung_status rung_program_load(rung_program **out, const char *path,
                              const rung_load_options *options, rung_error *error) {
    *out = NULL;
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    const declarations *rules = lang_load(&memory, path, &problems);
    plan *unbound = rules ? bind_plan(&memory, rules, NULL, some_day(), &problems) : NULL;
    rung_program *program =
        unbound && !problems.found ? arena_allocate(&memory, sizeof *program) : NULL;
    if (program) {
        *program = (rung_program){memory, rules, unbound};
        *out = program;
        return RUNG_OK;
    }
    rung_status status = tell_problems(&problems, options ? options->on_problem : NULL,
                                       options ? options->context : NULL, error);
    if (status == RUNG_OK || memory.failed) status = out_of_memory(error);
    arena_free(&memory);
    return status;
}

const char *rung_program_name(const rung_program *program) {
    return program->unbound->name;
}

const char *rung_program_fingerprint(const rung_program *program) {
    return program->rules->fingerprint;
}

/* --- facts
 * -------------------------------------------------------------------------------------- */

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

static bool find_as_of(database *db, const declarations *rules, const catalog *known,
                       const char *wanted, arena *memory, problem_list *problems, date *out) {
    if (wanted) return date_from_text(out, wanted, strlen(wanted));
    request sources;
    *out = some_day();
    if (!bind_sources(memory, rules, known, &sources, problems))
        return true; /* the problems say enough */
    return database_latest_date(db, &sources, out);
}

typedef struct reading {
    const rung_program *program;
    const rung_facts_options *options;
    problem_list *problems;
    rung_error *error;
} reading;

static rung_status read_facts(const reading *r, database *db, rung_facts *out) {
    arena *memory = &out->memory;
    const rung_facts_options *options = r->options;
    catalog known = {0};
    if (!read_catalog(db, memory, r->program->rules, &known, r->problems))
        return RUNG_BAD_RULES;
    if (!find_as_of(db, r->program->rules, &known, options->as_of, memory, r->problems,
                    &out->as_of)) {
        if (options->as_of)
            return fail(r->error, RUNG_BAD_ARGUMENT, "'%s' is not a date (YYYY-MM-DD)",
                        options->as_of);
        return fail(r->error, RUNG_BAD_ARGUMENT,
                    "the data hold no date to evaluate at: say which (as of)");
    }
    date_print(out->as_of_text, out->as_of);
    plan *bound = bind_plan(memory, r->program->rules, &known, out->as_of, r->problems);
    if (!bound) return RUNG_BAD_RULES;
    for (size_t i = 0; i < bound->request.count && options->all_rows; i++)
        bound->request.sources[i].all_rows = true;
    out->read = database_read(db, memory, &bound->request, &known, 1, options->on_progress,
                              options->context, r->problems);
    return out->read ? RUNG_OK : RUNG_BAD_DATA;
}

rung_status rung_facts_load(rung_facts **out, const rung_program *program, const char *path,
                            const rung_facts_options *options, rung_error *error) {
    static const rung_facts_options plain = {.size = sizeof plain};
    *out = NULL;
    if (!options) options = &plain;
    rung_facts *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->program = program;
    problem_list problems = {.memory = &made->memory};
    reading r = {program, options, &problems, error};
    database *db = database_open(path, &problems);
    rung_status status = db ? read_facts(&r, db, made) : RUNG_BAD_DATA;
    database_close(db);
    if (status == RUNG_OK) {
        *out = made;
        return status;
    }
    if (problems.count)
        status = tell_problems(&problems, options->on_problem, options->context, error);
    else if (status != RUNG_BAD_ARGUMENT || made->memory.failed)
        status = out_of_memory(error);
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

/* --- results
 * ------------------------------------------------------------------------------------ */

/* Whether the facts hold what the plan asks for, column by column in its order. */
static bool facts_serve(const facts *f, const request *wanted) {
    if (f->table_count != wanted->count) return false;
    for (size_t i = 0; i < wanted->count; i++) {
        const source_request *source = &wanted->sources[i];
        const facts_table *table = &f->tables[i];
        if (strcmp(table->source, source->name) || table->column_count != source->count)
            return false;
        for (size_t k = 0; k < source->count; k++) {
            const facts_column *column = &table->columns[k];
            bool read = facts_column_is_read(column) || table->rows == 0;
            if (strcmp(column->name, source->columns[k].name) ||
                (source->columns[k].wanted && !read))
                return false;
        }
    }
    return true;
}

static rung_status evaluate_into(rung_result *made, int jobs, rung_error *error) {
    problem_list problems = {.memory = &made->memory};
    plan *bound = bind_plan(&made->memory, made->program->rules, &made->facts->read->catalog,
                            made->facts->as_of, &problems);
    if (!bound) {
        rung_status status = tell_problems(&problems, NULL, NULL, error);
        return status == RUNG_OK ? out_of_memory(error) : status;
    }
    if (!facts_serve(made->facts->read, &bound->request))
        return fail(error, RUNG_BAD_ARGUMENT, "these facts were loaded for another program");
    made->found = evaluate(&made->memory, bound, made->facts->read, jobs);
    return made->found ? RUNG_OK : out_of_memory(error);
}

rung_status rung_evaluate(rung_result **out, const rung_program *program,
                          const rung_facts *facts, const rung_evaluate_options *options,
                          rung_error *error) {
    *out = NULL;
    rung_result *made = memory_allocate(sizeof *made);
    if (!made) return out_of_memory(error);
    made->program = program;
    made->facts = facts;
    pthread_mutex_init(&made->explaining, NULL);
    rung_status status = evaluate_into(made, options ? options->jobs : 1, error);
    if (status == RUNG_OK)
        *out = made;
    else
        rung_result_free(made);
    return status;
}

void rung_result_free(rung_result *result) {
    if (!result) return;
    pthread_mutex_destroy(&result->explaining);
    arena_free(&result->memory);
    memory_free(result);
}

size_t rung_result_partner_count(const rung_result *result) {
    return result->facts->read->partner_count;
}

const char *rung_result_partner(const rung_result *result, size_t n) {
    const facts *f = result->facts->read;
    return n < f->partner_count ? f->partner_ids[n].bytes : NULL;
}

size_t rung_result_error_count(const rung_result *result) {
    return result->found->totals.errors;
}

rung_status rung_result_value(const rung_result *result, const char *partner, const char *name,
                              char *out, size_t out_size, rung_error *error) {
    text_buffer shown = {0};
    int64_t number_of =
        partner ? facts_partner_find(result->facts->read, text_of(partner)) : -1;
    if (partner && number_of < 0)
        return fail(error, RUNG_BAD_ARGUMENT, "the data have no partner '%s'", partner);
    bool known = report_value(result->found, number_of, name, &shown);
    rung_status status = RUNG_OK;
    if (shown.failed)
        status = out_of_memory(error);
    else if (!known)
        status = fail(error, RUNG_BAD_ARGUMENT, "there is no value called '%s'", name);
    else if (shown.length >= out_size)
        status = fail(error, RUNG_BAD_ARGUMENT, "%zu bytes are needed", shown.length + 1);
    else
        copy_text(out, out_size, shown.bytes ? shown.bytes : "", shown.length);
    text_free(&shown);
    return status;
}

/* --- reports
 * ------------------------------------------------------------------------------------ */

static bool find_format(const char *name, report_format *out) {
    static const char *const names[] = {"table", "json", "jsonl", "csv", "lua"};
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name)) continue;
        *out = (report_format)i;
        return true;
    }
    *out = REPORT_TABLE;
    return name == NULL;
}

static rung_status read_options(const rung_report_options *given, report_options *out,
                                rung_error *error) {
    *out = (report_options){.limit = -1};
    if (!given) return RUNG_OK;
    out->limit = given->limit;
    out->color = given->color;
    if (find_format(given->format, &out->format)) return RUNG_OK;
    return fail(error, RUNG_BAD_ARGUMENT, "there is no format '%s'", given->format);
}

/* The numbers of the partners that are asked for, ascending, each once. */
static rung_status find_partners(const facts *f, const rung_report_options *given,
                                 arena *scratch, report_options *out, rung_error *error) {
    if (!given || !given->partner_count) return RUNG_OK;
    uint32_t *partners = arena_array(scratch, given->partner_count, sizeof *partners);
    if (!partners) return out_of_memory(error);
    for (size_t i = 0; i < given->partner_count; i++) {
        int64_t found = facts_partner_find(f, text_of(given->partners[i]));
        if (found < 0)
            return fail(error, RUNG_BAD_ARGUMENT, "the data have no partner '%s'",
                        given->partners[i]);
        size_t k = out->partner_count;
        while (k > 0 && partners[k - 1] > (uint32_t)found)
            k--;
        if (k > 0 && partners[k - 1] == (uint32_t)found) continue;
        memmove(&partners[k + 1], &partners[k], (out->partner_count - k) * sizeof *partners);
        partners[k] = (uint32_t)found;
        out->partner_count++;
    }
    out->partners = partners;
    return RUNG_OK;
}

static rung_status written(bool fine, rung_error *error) {
    return fine ? RUNG_OK : fail(error, RUNG_NOT_WRITTEN, "the report could not be written");
}

rung_status rung_report(const rung_result *result, const rung_report_options *options,
                        rung_write *write, void *context, rung_error *error) {
    arena scratch = {0};
    report_options plain;
    char hash[FINGERPRINT_TEXT];
    const facts *f = result->facts->read;
    rung_status status = read_options(options, &plain, error);
    if (status == RUNG_OK) status = find_partners(f, options, &scratch, &plain, error);
    if (options && options->fingerprint) {
        facts_fingerprint(f, hash);
        plain.data_fingerprint = hash;
    }
    if (status == RUNG_OK)
        status = written(report_result(result->found, &plain, write, context), error);
    arena_free(&scratch);
    return status;
}

static rung_status refuse_rule(const plan *p, const char *name, rung_error *error) {
    nearest guess = nearest_to(name);
    for (size_t i = 0; i < p->rules->count; i++) {
        const char *known = p->rules->items[i]->member;
        if (known && report_can_explain(p, known)) nearest_offer(&guess, known);
    }
    fail(error, RUNG_BAD_ARGUMENT, "the program has no rule '%s'", name);
    if (error && guess.best)
        snprintf(error->hint, sizeof error->hint, "did you mean '%s'?", guess.best);
    return RUNG_BAD_ARGUMENT;
}

rung_status rung_explain(const rung_result *result, const char *partner, const char *name,
                         const rung_report_options *options, rung_write *write, void *context,
                         rung_error *error) {
    report_options plain;
    rung_status status = read_options(options, &plain, error);
    if (status != RUNG_OK) return status;
    int64_t found = facts_partner_find(result->facts->read, text_of(partner));
    if (found < 0)
        return fail(error, RUNG_BAD_ARGUMENT, "the data have no partner '%s'", partner);
    if (name && !report_can_explain(result->found->plan, name))
        return refuse_rule(result->found->plan, name, error);
    pthread_mutex_t *lock = (pthread_mutex_t *)&result->explaining;
    pthread_mutex_lock(lock);
    bool fine =
        report_explanation(result->found, (uint32_t)found, name, &plain, write, context);
    pthread_mutex_unlock(lock);
    return written(fine, error);
}

rung_status rung_settings(const rung_program *program, const rung_report_options *options,
                          rung_write *write, void *context, rung_error *error) {
    report_options plain;
    rung_status status = read_options(options, &plain, error);
    return status == RUNG_OK
               ? written(report_settings(program->unbound, &plain, write, context), error)
               : status;
}

rung_status rung_check(const rung_result *result, rung_problem *on_problem, void *context,
                       size_t *found, rung_error *error) {
    arena scratch = {0};
    problem_list problems = {.memory = &scratch};
    const struct result *r = result->found;
    for (size_t i = 0; i < r->error_count; i++) {
        const partner_error *wrong = &r->errors[i];
        place line = {wrong->at.file, wrong->at.line, 0,
                      0}; /* many partners may have errors at one word */
        problem_add(&problems, line, NULL, "partner %s: %s",
                    r->facts->partner_ids[wrong->partner].bytes, wrong->message);
    }
    find_contradictions(r, &problems);
    for (size_t i = 0; i < problems.count; i++)
        problems.items[i].in_data = true;
    *found = problems.found;
    tell_problems(&problems, on_problem, context, error);
    rung_status status = scratch.failed ? out_of_memory(error) : RUNG_OK;
    arena_free(&scratch);
    return status;
}

static rung_status refuse_word(const char *word, rung_error *error) {
    nearest guess = nearest_to(word);
    words_offer(&guess);
    fail(error, RUNG_BAD_ARGUMENT, "the language has no word '%s'", word);
    if (error && guess.best)
        snprintf(error->hint, sizeof error->hint, "did you mean '%s'?", guess.best);
    return RUNG_BAD_ARGUMENT;
}

rung_status rung_words(const char *word, const rung_report_options *options, rung_write *write,
                       void *context, rung_error *error) {
    bool known = true;
    report_options plain;
    rung_status status = read_options(options, &plain, error);
    if (status != RUNG_OK) return status;
    bool fine = report_words(word, &plain, &known, write, context);
    if (!known) return refuse_word(word, error);
    return written(fine, error);
}

/* --- the starter
 * -------------------------------------------------------------------------------- */

static bool gather(void *context, const char *bytes, size_t length) {
    text_append(context, bytes, length);
    return !((text_buffer *)context)->failed;
}

rung_status rung_init(const char *folder, rung_error *error) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    text_buffer annotations = {0};
    report_options how = {.format = REPORT_LUA, .limit = -1};
    bool known = true;
    bool fine = report_words(NULL, &how, &known, gather, &annotations) && !annotations.failed;
    if (fine)
        fine = starter_write(folder, (text){annotations.bytes, annotations.length}, &problems);
    text_free(&annotations);
    rung_status status = fine ? RUNG_OK : tell_problems(&problems, NULL, NULL, error);
    if (!fine && status == RUNG_OK) status = out_of_memory(error);
    if (!fine && status == RUNG_BAD_RULES) status = RUNG_BAD_ARGUMENT;
    arena_free(&memory);
    return status;
}
