/* evaluate.c - `rung evaluate PROGRAM DB`: everybody's levels, payouts and funds. */
#include "cli/session.h"

static int print_result(const session *s) {
    output out;
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_report(s->result, &how, output_write, &out, &error);
    int failure = session_finish(&out, status, &error);
    return failure ? failure : session_partner_errors(s);
}

static int export_result(const session *s) {
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    rung_status status = rung_export(s->result, &how, s->options->output, &error);
    return status == RUNG_OK ? session_partner_errors(s) : session_failure(status, &error);
}

int command_evaluate(const options *o) {
    session s;
    if (session_load(&s, o) && session_evaluate(&s))
        s.exit_code = output_is_database(o) ? export_result(&s) : print_result(&s);
    return session_end(&s);
}
