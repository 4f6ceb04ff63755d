/* test.c - `rung test PROGRAM`: the cases beside the rules, what they cover and what they would
 * not notice. */
#include "cli/session.h"

#include <string.h>

static void on_problem(void *context, const rung_error *problem) {
    session *s = context;
    problem_print(&s->problems, problem);
}

static int say_failure(session *s, rung_status status, const rung_error *error) {
    if (!s->problems.shown) return session_failure(status, error);
    problem_print_count(&s->problems);
    return EXIT_NOT_EVALUATED;
}

static int print_tests(const session *s, const rung_tests *tests) {
    output out;
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_report_tests(tests, &how, output_write, &out, &error);
    return session_finish(&out, status, &error);
}

static void say_less(const options *o, const char *what, const char *wanted) {
    if (!o->quiet)
        fprintf(stderr, "%s less than %.*s%%\n", what, (int)strspn(wanted, "0123456789."),
                wanted);
}

static int code_of(const options *o, const rung_tests *tests) {
    rung_tests_counts n = rung_tests_count(tests);
    if (!n.covers_enough) say_less(o, "the cases cover", o->coverage);
    if (!n.notices_enough) say_less(o, "the cases notice", o->mutate);
    bool fine = n.failed == 0 && n.covers_enough && n.notices_enough;
    return fine ? EXIT_DONE : EXIT_NOT_EVALUATED;
}

/* Says which expected values were rewritten; what could not be is still a failure. */
static int update_tests(const session *s, const rung_tests *tests) {
    output out;
    size_t left = 0;
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_tests_update(tests, &how, &left, output_write, &out, &error);
    int failure = session_finish(&out, status, &error);
    return failure || !left ? failure : EXIT_NOT_EVALUATED;
}

static int run_tests(session *s, const options *o) {
    rung_tests *tests = NULL;
    rung_error error = {0};
    rung_tests_options how = {.size = sizeof how,
                              .filter = o->filter,
                              .coverage = o->coverage != NULL,
                              .mutate = o->mutate != NULL,
                              .least_covered = o->coverage,
                              .least_noticed = o->mutate,
                              .on_problem = on_problem,
                              .context = s};
    rung_status status = rung_tests_run(&tests, s->program, o->words[0], &how, &error);
    if (status != RUNG_OK) return say_failure(s, status, &error);
    int code = o->update ? update_tests(s, tests) : print_tests(s, tests);
    if (code == EXIT_DONE && !o->update) code = code_of(o, tests);
    rung_tests_free(tests);
    return code;
}

int command_test(const options *o) {
    session s;
    if (session_load(&s, o)) s.exit_code = run_tests(&s, o);
    return session_end(&s);
}
