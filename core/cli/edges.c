/* edges.c - `rung edges PROGRAM DB`: who stands close to a line of some level. */
#include "cli/session.h"

static int print_edges(const session *s) {
    output out;
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status =
        rung_edges(s->result, s->options->within, &how, output_write, &out, &error);
    int failure = session_finish(&out, status, &error);
    return failure ? failure : session_partner_errors(s);
}

int command_edges(const options *o) {
    session s;
    bool loaded = session_load(&s, o);
    s.as_base = true;
    if (loaded && session_evaluate(&s)) s.exit_code = print_edges(&s);
    return session_end(&s);
}
