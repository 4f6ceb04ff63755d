/* what_if.c - `rung what-if PROGRAM DB`: the program as changed, compared with the program as
 * it is. */
#include "cli/session.h"

/* The side that is compared with the baseline; what is NULL is shared with it. */
typedef struct candidate {
    rung_program *program; /* of --against */
    rung_facts *facts;     /* where rows, the day or the program differ */
    rung_result *result;
} candidate;

static bool load_against(session *s, candidate *c) {
    const char *other = s->options->against;
    if (!other) return true;
    return session_program(s, other, &c->program) &&
           session_scenario(s, c->program, &s->scenario);
}

/* The candidate needs facts of its own when it looks at other rows, on another day, or is
 * another program. */
static bool needs_own_facts(const session *s) {
    if (s->options->against) return true;
    return s->scenario &&
           (rung_scenario_changes_rows(s->scenario) || rung_scenario_as_of(s->scenario));
}

static bool evaluate_both(session *s, candidate *c) {
    bool own = needs_own_facts(s), apart = s->options->attribute && !s->options->against;
    s->as_base = !own || apart;
    s->two_days = true;
    s->all_rows = apart; /* a part of the changes may use what all of them do not */
    const rung_program *program = c->program ? c->program : s->program;
    if (!session_facts(s, s->program, NULL, own && !apart ? NULL : s->scenario, &s->facts))
        return false;
    if (own && !session_facts(s, program, s->scenario, NULL, &c->facts)) return false;
    if (!session_result(s, s->program, s->facts, NULL, NULL, &s->result)) return false;
    const rung_facts *facts = c->facts ? c->facts : s->facts;
    if (!session_result(s, program, facts, s->scenario, c->facts ? NULL : s->result,
                        &c->result))
        return false;
    session_note_as_of(s);
    return true;
}

/* 0, or how the command ends after saying what failed. */
static int write_changes(const session *s, const rung_changes *changes) {
    output out;
    rung_error error = {0};
    rung_report_options how = output_report_options(s->options);
    if (output_is_database(s->options)) {
        rung_status exported = rung_export_changes(changes, &how, s->options->output, &error);
        return exported == RUNG_OK ? EXIT_DONE : session_failure(exported, &error);
    }
    if (!output_open(&out, s->options)) return EXIT_NOT_EVALUATED;
    rung_status status = rung_report_changes(changes, &how, output_write, &out, &error);
    return session_finish(&out, status, &error);
}

static int print_changes(session *s, rung_changes *changes) {
    rung_error error = {0};
    if (s->options->attribute) {
        rung_status apart = rung_attribute(changes, &error);
        if (apart != RUNG_OK) return session_failure(apart, &error);
    }
    int failure = write_changes(s, changes);
    if (failure) return failure;
    if (rung_changes_broken(changes)) return EXIT_GUARD_BROKEN;
    int errors = session_left_out(s, rung_changes_error_count(changes));
    if (errors) return errors;
    return s->options->exit_code && rung_changes_count(changes) ? EXIT_CHANGES : EXIT_DONE;
}

int command_what_if(const options *o) {
    session s;
    candidate c = {0};
    rung_changes *changes = NULL;
    rung_error error = {0};
    if (session_load(&s, o) && load_against(&s, &c) && evaluate_both(&s, &c)) {
        rung_status status = rung_compare(&changes, s.result, c.result, &error);
        s.exit_code =
            status == RUNG_OK ? print_changes(&s, changes) : session_failure(status, &error);
    }
    rung_changes_free(changes);
    rung_result_free(c.result);
    rung_facts_free(c.facts);
    int code = session_end(&s);
    rung_program_free(c.program);
    return code;
}
