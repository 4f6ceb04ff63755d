/* explain.c - `rung explain PROGRAM DB PARTNER [NAME]`: the reasons for one partner's results.
 */
#include "cli/session.h"

/* A partner with errors has no payout. */
static int exit_of_partner(const session *s, const char *partner) {
    char payout[64] = "";
    rung_error error = {0};
    rung_status status =
        rung_result_value(s->result, partner, "payout", payout, sizeof payout, &error);
    return status == RUNG_OK && !payout[0] ? EXIT_PARTNER_ERRORS : EXIT_DONE;
}

static int print_explanation(const session *s, const char *partner, const char *name) {
    output out;
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status =
        rung_explain(s->result, partner, name, &how, output_write, &out, &error);
    int failure = session_finish(&out, status, &error);
    return failure ? failure : exit_of_partner(s, partner);
}

int command_explain(const options *o) {
    session s;
    if (session_load(&s, o) && session_evaluate(&s))
        s.exit_code = print_explanation(&s, o->words[2], o->words[3]);
    return session_end(&s);
}
