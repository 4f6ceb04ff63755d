/* import.c - `rung import DB TABLE FILE.csv`: rows of a file into a table, all or none. */
#include "cli/session.h"

#include <string.h>

static void on_problem(void *context, const rung_error *problem) {
    session *s = context;
    progress_end(&s->progress);
    problem_print(&s->problems, problem);
}

static void on_note(void *context, const char *note) {
    session *s = context;
    if (!s->options->quiet) fprintf(stderr, "note: %s\n", note);
}

static void on_progress(void *context, const char *file, size_t rows) {
    session *s = context;
    progress_rows(&s->progress, file, rows);
}

static rung_import_options how_to_import(session *s) {
    const options *o = s->options;
    return (rung_import_options){.size = sizeof(rung_import_options),
                                 .program = s->program,
                                 .source = o->source,
                                 .delimiter = o->delimiter,
                                 .decimal = o->decimal,
                                 .date_format = o->date_format,
                                 .map = o->map,
                                 .map_count = o->map_count,
                                 .minor_units = o->minor_units,
                                 .replace = o->replace,
                                 .update = o->update,
                                 .on_problem = on_problem,
                                 .on_note = on_note,
                                 .on_progress = on_progress,
                                 .context = s};
}

/* Whatever was not told as a problem is told here. */
static int import_failed(session *s, rung_status status, const rung_error *error) {
    progress_end(&s->progress);
    if (!s->problems.shown) return session_failure(status, error);
    problem_print_count(&s->problems);
    fprintf(stderr, "nothing was imported\n");
    return EXIT_NOT_EVALUATED;
}

static void say(const char *separator, size_t rows, const char *what) {
    printf("%s%zu row%s %s", separator, rows, rows == 1 ? "" : "s", what);
}

static void print_outcome(const options *o, const rung_imported *done) {
    if (done->made_database) printf("made the database %s\n", o->words[0]);
    if (done->made_table) printf("made the table %s\n", o->words[1]);
    if (o->replace) say("", done->removed, "removed, ");
    say("", done->added, "added");
    if (o->update) say(", ", done->replaced, "replaced");
    if (done->empty) say(", ", done->empty, "without any cell passed over");
    printf("\n");
}

static int preview(session *s) {
    output out;
    rung_error error = {0};
    rung_import_options how = how_to_import(s);
    rung_report_options shown = output_report_options(s->options);
    const char *const *words = s->options->words;
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_import_preview(words[0], words[1], words[2], &how, &shown,
                                             output_write, &out, &error);
    progress_end(&s->progress);
    if (status == RUNG_OK) return session_finish(&out, status, &error);
    output_close(&out, false);
    return import_failed(s, status, &error);
}

static int import_rows(session *s) {
    rung_imported done;
    rung_error error = {0};
    rung_import_options how = how_to_import(s);
    const char *const *words = s->options->words;
    rung_status status = rung_import(words[0], words[1], words[2], &how, &done, &error);
    if (status != RUNG_OK) return import_failed(s, status, &error);
    progress_end(&s->progress);
    if (!s->options->quiet) print_outcome(s->options, &done);
    return EXIT_DONE;
}

int command_import(const options *o) {
    session s = {.options = o};
    if (o->source && !o->program) {
        fprintf(stderr, "rung: --source says which source of a program; give --program too\n");
        return EXIT_USAGE;
    }
    if (!o->program || session_program(&s, o->program, &s.program)) {
        progress_begin(&s.progress, o->quiet);
        s.exit_code = o->preview ? preview(&s) : import_rows(&s);
    }
    return session_end(&s);
}
