/* session.c - load, read, evaluate: what check, evaluate, explain and settings begin with. */
#include "cli/session.h"

#include "cli/inputs.h"

#include <string.h>
#include <unistd.h>

int session_failure(rung_status status, const rung_error *error) {
    problem_print(NULL, error);
    return status == RUNG_BAD_ARGUMENT ? EXIT_USAGE : EXIT_NOT_EVALUATED;
}

int session_finish(output *out, rung_status status, const rung_error *error) {
    if (!output_close(out, status == RUNG_OK)) return EXIT_NOT_EVALUATED;
    return status == RUNG_OK ? EXIT_DONE : session_failure(status, error);
}

/* Whatever the library did not tell as problems is told here. */
static bool step_failed(session *s, rung_status status, const rung_error *error) {
    progress_end(&s->progress);
    s->exit_code = status == RUNG_BAD_ARGUMENT ? EXIT_USAGE : EXIT_NOT_EVALUATED;
    bool told = s->problems.shown || s->problems.held_back;
    if (told)
        problem_print_count(&s->problems);
    else
        problem_print(status == RUNG_BAD_ARGUMENT ? NULL : &s->problems, error);
    return false;
}

static void on_problem(void *context, const rung_error *problem) {
    session *s = context;
    const char *scenario = s->options->scenario;
    bool of_scenario = scenario && strcmp(problem->file, scenario) == 0;
    progress_end(&s->progress);
    s->problems.program = of_scenario ? NULL : s->reading;
    problem_print(&s->problems, problem);
}

static void on_progress(void *context, const char *source, size_t rows) {
    session *s = context;
    progress_rows(&s->progress, source, rows);
}

bool session_scenario(session *s, const rung_program *program, rung_scenario **out) {
    const options *o = s->options;
    rung_error error = {0};
    if (!o->scenario && !o->set_count) return true;
    if (o->against) s->reading = o->against; /* what a path stands for */
    rung_scenario_options how = {.size = sizeof how,
                                 .file = o->scenario,
                                 .set = o->set,
                                 .set_count = o->set_count,
                                 .on_problem = on_problem,
                                 .context = s};
    rung_status status = rung_scenario_load(out, program, &how, &error);
    return status == RUNG_OK || step_failed(s, status, &error);
}

/* What was wrong with the command line has been said. */
static bool refused(session *s) {
    s->exit_code = EXIT_USAGE;
    return false;
}

bool session_program(session *s, const char *path, rung_program **out) {
    rung_error error = {0};
    if (!inputs_are_rules(path)) return refused(s);
    if (s->options->against) s->reading = path;
    rung_load_options how = {sizeof how, on_problem, s};
    rung_status status = rung_program_load(out, path, &how, &error);
    if (status != RUNG_OK) return step_failed(s, status, &error);
    return inputs_spare_rules(s->options, path, *out) || refused(s);
}

bool session_load(session *s, const options *o) {
    return session_load_telling(s, o, (problem_count){0});
}

bool session_load_telling(session *s, const options *o, problem_count told) {
    *s = (session){.options = o, .problems = told};
    if (!inputs_spare_data(o)) return refused(s);
    if (!session_program(s, o->words[0], &s->program)) return false;
    return o->against || session_scenario(s, s->program, &s->scenario);
}

bool session_range(session *s) {
    const options *o = s->options;
    rung_error error = {0};
    rung_range_options how = {.size = sizeof how,
                              .vary = o->vary,
                              .vary_count = o->vary_count,
                              .so_that = o->so_that,
                              .scenario = s->scenario,
                              .on_problem = on_problem,
                              .context = s};
    s->as_base = true;
    rung_status status = rung_range_load(&s->range, s->program, &how, &error);
    return status == RUNG_OK || step_failed(s, status, &error);
}

void session_note_as_of(const session *s) {
    const char *asked = s->options->as_of, *day = rung_facts_as_of(s->facts);
    const char *said = s->scenario && !s->two_days ? rung_scenario_as_of(s->scenario) : NULL;
    if (s->options->quiet) return;
    if (asked && said && strcmp(said, day) != 0)
        fprintf(stderr, "as of %s, as --as-of says; the scenario's %s is left aside\n", day,
                said);
    else if (!asked)
        fprintf(stderr, "as of %s, %s; --as-of to change\n", day,
                said ? "as the scenario says" : "the latest date in the data");
}

/* Figures of a changed program look like those of the program itself. */
static void note_changes(const session *s) {
    const options *o = s->options;
    if (o->quiet || (!o->set_count && !o->scenario)) return;
    fprintf(stderr, "the program is changed:");
    for (size_t i = 0; i < o->set_count; i++) {
        problem_say(" --set ", o->set[i].path, "=");
        problem_say("", o->set[i].value, "");
    }
    if (o->scenario) problem_say(" --scenario ", o->scenario, "");
    fprintf(stderr, "\n");
}

static int processors(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 1 ? (int)count : 1;
}

static int jobs_of(const session *s) {
    return s->options->jobs ? (int)s->options->jobs : processors();
}

bool session_facts(session *s, const rung_program *program, const rung_scenario *scenario,
                   const rung_scenario *also, rung_facts **out) {
    rung_error error = {0};
    bool own_day = s->two_days && scenario && rung_scenario_as_of(scenario);
    rung_facts_options how = {.size = sizeof how,
                              .as_of = own_day ? NULL : s->options->as_of,
                              .on_problem = on_problem,
                              .on_progress = on_progress,
                              .context = s,
                              .jobs = jobs_of(s),
                              .all_rows = s->all_rows,
                              .undated = s->undated,
                              .all_columns = s->all_columns,
                              .scenario = scenario,
                              .also = &also,
                              .also_count = also != NULL,
                              .range = s->range};
    if (s->options->against) s->reading = s->options->words[0];
    if (s->options->against && program != s->program) s->reading = s->options->against;
    progress_begin(&s->progress, s->options->quiet);
    rung_status status = rung_facts_load(out, program, s->options->words[1], &how, &error);
    bool undated = status == RUNG_BAD_ARGUMENT && !s->options->as_of && !error.hint[0];
    if (undated) strcpy(error.hint, "give one: --as-of 2026-12-31");
    if (status != RUNG_OK) return step_failed(s, status, &error);
    progress_end(&s->progress);
    return true;
}

bool session_result(session *s, const rung_program *program, const rung_facts *facts,
                    const rung_scenario *scenario, const rung_result *base, rung_result **out) {
    rung_error error = {0};
    rung_evaluate_options with = {.size = sizeof with,
                                  .jobs = jobs_of(s),
                                  .scenario = scenario,
                                  .as_base = s->as_base,
                                  .base = base};
    rung_status status = rung_evaluate(out, program, facts, &with, &error);
    return status == RUNG_OK || step_failed(s, status, &error);
}

bool session_evaluate(session *s) {
    if (!session_facts(s, s->program, s->scenario, NULL, &s->facts)) return false;
    if (!session_result(s, s->program, s->facts, s->scenario, NULL, &s->result)) return false;
    session_note_as_of(s);
    note_changes(s);
    return true;
}

int session_end(session *s) {
    rung_result_free(s->result);
    rung_facts_free(s->facts);
    rung_range_free(s->range);
    rung_scenario_free(s->scenario);
    rung_program_free(s->program);
    return s->exit_code;
}

int session_partner_errors(const session *s) {
    return session_left_out(s, rung_result_error_count(s->result));
}

int session_tried_errors(const session *s, size_t partners) {
    size_t own = rung_result_error_count(s->result);
    return session_left_out(s, partners > own ? partners : own);
}

int session_left_out(const session *s, size_t count) {
    if (!count) return EXIT_DONE;
    const char *format = s->options->format;
    bool table = !format || strcmp(format, "table") == 0; /* it lists them */
    if (!s->options->quiet && !table)
        fprintf(stderr, "%zu partner%s errors and %s in no total\n", count,
                count == 1 ? " has" : "s have", count == 1 ? "is" : "are");
    return EXIT_PARTNER_ERRORS;
}
