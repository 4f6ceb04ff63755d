/* settings.c - `rung settings PROGRAM`: every path that can be set. */
#include "cli/session.h"

static int print_settings(const session *s) {
    output out;
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_settings(s->program, &how, output_write, &out, &error);
    return session_finish(&out, status, &error);
}

int command_settings(const options *o) {
    session s;
    if (session_load(&s, o)) s.exit_code = print_settings(&s);
    return session_end(&s);
}
