/* import.c - a CSV file into a table, through the public interface. */
#include "import/import.h"

#include "api/failure.h"
#include "api/given.h"
#include "api/nouns.h"
#include "api/report_options.h"
#include "base/nearest.h"
#include "data/catalog.h"
#include "import/people_date.h"
#include "report/import.h"

#include <string.h>

enum { OTHERS = 3 };

typedef struct importing {
    rung_import_options options;
    arena memory;
    problem_list problems;
    import_order order;
    import_outcome outcome;
    const char *others[OTHERS];
    bool previews;
    size_t shown; /* rows of the preview */
    rung_error *error;
} importing;

/* --- the source --------------------------------------------------------------------------- */

static const term *term_of(const rung_program *program, const char *source) {
    for (size_t i = 0; i < program->rules->count; i++) {
        const term *t = program->rules->items[i];
        if (t->member && strcmp(t->name, "source") == 0 && strcmp(t->member, source) == 0)
            return t;
    }
    return NULL;
}

static const char *text_field(const term *t, const char *field) {
    const term *value = t ? term_field(t, field) : NULL;
    return value && value->kind == TERM_TEXT ? value->name : NULL;
}

static const source_request *source_called(const request *all, const char *name) {
    for (size_t s = 0; s < all->count; s++)
        if (strcmp(all->sources[s].name, name) == 0) return &all->sources[s];
    return NULL;
}

static const source_request *source_reading(const request *all, const char *table) {
    for (size_t s = 0; s < all->count; s++)
        if (catalog_same_name(all->sources[s].from, table)) return &all->sources[s];
    return NULL;
}

/* A source whose rows are those of a table, not of a SELECT of its own. */
static bool reads_table(const source_request *s) {
    return !catalog_is_select(s->from);
}

/* Rows in a table of the source's name would never be read. */
static const source_request *other_table(importing *i, const source_request *source) {
    const char *hint = arena_print(
        &i->memory, "import into '%s', or say --source %s to fill the table '%s' all the same",
        source->from, source->name, source->name);
    problem_add(&i->problems, (place){0}, hint, "source '%s' reads the table '%s'",
                source->name, source->from);
    return NULL;
}

static const source_request *find_source(importing *i, const char *table) {
    const request *all = &i->options.program->unbound->request;
    const char *wanted = i->options.source;
    const source_request *found = wanted ? NULL : source_reading(all, table);
    if (found) return found;
    found = source_called(all, wanted ? wanted : table);
    if (found && !wanted && reads_table(found)) return other_table(i, found);
    if (found) return found;
    nearest guess = nearest_to(wanted ? wanted : table);
    for (size_t s = 0; s < all->count; s++)
        nearest_offer(&guess, wanted || !reads_table(&all->sources[s]) ? all->sources[s].name
                                                                       : all->sources[s].from);
    const char *hint =
        guess.best ? arena_print(&i->memory, "did you mean '%s'?", guess.best)
                   : "--source NAME says which of the program's sources describes its rows";
    if (wanted)
        problem_add(&i->problems, (place){0}, hint, "the program has no source '%s'", wanted);
    else
        problem_add(&i->problems, (place){0}, hint,
                    "no source of the program reads the table '%s'", table);
    return NULL;
}

static bool take_source(importing *i, const char *table) {
    static const char *const fields[OTHERS] = {"parent", "currency", "converted_on"};
    const rung_program *program = i->options.program;
    import_source *out = &i->order.source;
    if (!program) return true;
    out->request = find_source(i, table);
    if (!out->request) return false;
    out->currency = program->unbound->currency;
    const term *t = term_of(program, out->request->name);
    out->row_currency = text_field(t, "currency");
    out->others = i->others;
    for (size_t f = 0; f < OTHERS; f++) {
        const char *column = text_field(t, fields[f]);
        if (column) i->others[out->other_count++] = column;
    }
    return true;
}

/* --- the options -------------------------------------------------------------------------- */

static rung_status take_style(importing *i) {
    const rung_import_options *o = &i->options;
    import_style *style = &i->order.style;
    bool point = o->decimal && strcmp(o->decimal, "point") == 0;
    bool comma = o->decimal && strcmp(o->decimal, "comma") == 0;
    if (o->decimal && !point && !comma)
        return fail(i->error, RUNG_BAD_ARGUMENT,
                    "the decimal mark is 'point' or 'comma', not '%s'", o->decimal);
    style->decimal = point ? DECIMAL_POINT : comma ? DECIMAL_COMMA : DECIMAL_UNSAID;
    style->minor_units = o->minor_units;
    if (o->date_format) style->date_pattern = date_pattern_of(&i->memory, o->date_format);
    if (i->memory.failed) return out_of_memory(i->error);
    if (o->date_format && !style->date_pattern)
        return fail(
            i->error, RUNG_BAD_ARGUMENT,
            "'%s' does not say how dates are written; write it like DD/MM/YYYY or D MMM YY",
            o->date_format);
    if (o->replace && o->update)
        return fail(i->error, RUNG_BAD_ARGUMENT,
                    "rows are replaced all together or by their ids, not both");
    if (o->delimiter && strchr("\"\r\n", o->delimiter))
        return fail(i->error, RUNG_BAD_ARGUMENT, "that cannot separate cells");
    return RUNG_OK;
}

static void take_order(importing *i, const char *database, const char *table,
                       const char *file) {
    const rung_import_options *o = &i->options;
    i->order = (import_order){.database = database,
                              .table = table,
                              .path = file,
                              .previews = i->previews,
                              .shown = i->shown,
                              .delimiter = o->delimiter,
                              .mappings = o->map,
                              .mapping_count = o->map_count,
                              .replaces = o->replace,
                              .updates = o->update,
                              .on_note = o->on_note,
                              .on_progress = o->on_progress,
                              .context = o->context};
}

/* --- importing ---------------------------------------------------------------------------- */

static rung_status tell(importing *i) {
    for (size_t p = 0; p < i->problems.count; p++)
        i->problems.items[p].in_data = true;
    rung_status status =
        tell_problems(&i->problems, i->options.on_problem, i->options.context, i->error);
    return status == RUNG_OK ? out_of_memory(i->error) : status;
}

static rung_status run(importing *i, const char *database, const char *table,
                       const char *file) {
    take_order(i, database, table, file);
    rung_status status = take_style(i);
    if (status != RUNG_OK) return status;
    bool fine =
        take_source(i, table) && import_file(&i->order, &i->memory, &i->outcome, &i->problems);
    return fine ? RUNG_OK : tell(i);
}

static rung_status begin(importing *i, const rung_import_options *options, rung_error *error) {
    *i = (importing){.error = error};
    i->problems.memory = &i->memory;
    return take_options(&i->options, sizeof i->options, options, error);
}

rung_status rung_import(const char *database, const char *table, const char *file,
                        const rung_import_options *options, rung_imported *done,
                        rung_error *error) {
    importing i;
    rung_status status = begin(&i, options, error);
    if (status == RUNG_OK) status = run(&i, database, table, file);
    if (done)
        *done = (rung_imported){.added = i.outcome.added,
                                .replaced = i.outcome.updated,
                                .removed = i.outcome.removed,
                                .empty = i.outcome.empty,
                                .made_database = i.outcome.makes_database,
                                .made_table = i.outcome.makes_table};
    if (done && status != RUNG_OK) *done = (rung_imported){0};
    arena_free(&i.memory);
    return status;
}

rung_status rung_import_preview(const char *database, const char *table, const char *file,
                                const rung_import_options *options,
                                const rung_report_options *how, rung_write *write,
                                void *context, rung_error *error) {
    enum { SHOWN = 5, MOST = 1000 };
    importing i;
    rung_report_options asked;
    report_options plain;
    report_target to = {.write = write, .context = context};
    rung_status status = read_report_options(how, TABLE_FORMAT, &asked, &plain, error);
    if (status == RUNG_OK) status = begin(&i, options, error);
    if (status != RUNG_OK) return status;
    i.previews = true;
    i.shown = plain.limit < 0 ? SHOWN : plain.limit > MOST ? MOST : (size_t)plain.limit;
    status = run(&i, database, table, file);
    if (status == RUNG_OK)
        status = report_written(report_import(&i.order, &i.outcome, &plain, report_write, &to),
                                &to, error);
    arena_free(&i.memory);
    return status;
}
