/* sweep.c - `rung sweep PROGRAM DB --vary PATH=FROM..TO/STEP`: one row a value. */
#include "cli/session.h"

static int print_sweep(session *s) {
    output out;
    rung_error error = {0};
    size_t errors = 0;
    rung_report_options how = output_report_options(s->options);
    how.error_count = &errors;
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_sweep(s->range, s->result, &how, output_write, &out, &error);
    int failure = session_finish(&out, status, &error);
    return failure ? failure : session_tried_errors(s, errors);
}

int command_sweep(const options *o) {
    session s;
    if (!o->vary_count) {
        fprintf(stderr, "rung: --vary is missing; see: rung sweep --help\n");
        return EXIT_USAGE;
    }
    if (session_load(&s, o) && session_range(&s) && session_evaluate(&s))
        s.exit_code = print_sweep(&s);
    return session_end(&s);
}
