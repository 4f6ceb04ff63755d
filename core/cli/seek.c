/* seek.c - `rung seek PROGRAM DB --vary PATH --so-that TARGET`: the values that meet a target.
 */
#include "cli/session.h"

static int print_answer(session *s) {
    output out;
    rung_error error = {0};
    size_t errors = 0;
    rung_report_options how = output_report_options(s->options);
    how.error_count = &errors;
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_seek(s->range, s->result, &how, output_write, &out, &error);
    int failure = session_finish(&out, status, &error);
    return failure ? failure : session_tried_errors(s, errors);
}

int command_seek(const options *o) {
    session s;
    if (!o->vary_count || !o->so_that) {
        fprintf(stderr, "rung: %s is missing; see: rung seek --help\n",
                o->vary_count ? "--so-that" : "--vary");
        return EXIT_USAGE;
    }
    if (session_load(&s, o) && session_range(&s) && session_evaluate(&s))
        s.exit_code = print_answer(&s);
    return session_end(&s);
}
