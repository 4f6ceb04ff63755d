/* check.c - `rung check PROGRAM [DB]`: every problem of the rules, and where the data
 * contradict them. */
#include "cli/session.h"

/* 3, as evaluate would answer: the rules stand, the data are wrong somewhere. */
static int check_data(session *s) {
    rung_error error = {0};
    size_t found = 0;
    rung_status status = rung_check(s->result, problem_print, &s->problems, &found, &error);
    if (status != RUNG_OK) return session_failure(status, &error);
    problem_print_count(&s->problems);
    return found ? EXIT_PARTNER_ERRORS : EXIT_DONE;
}

static void note_undated(const options *o, const session *s) {
    if (o->quiet || rung_facts_as_of(s->facts)[0]) return;
    fprintf(stderr,
            "the data hold no date: tables, columns and cells were looked at, but no rule was "
            "evaluated; --as-of 2026-12-31 does\n");
}

int command_check(const options *o) {
    session s;
    options quiet = *o;
    quiet.quiet = true; /* silent when fine */
    bool loaded = session_load(&s, &quiet);
    s.all_rows = s.undated = true;
    if (loaded && o->words[1] && session_evaluate(&s)) {
        note_undated(o, &s);
        s.exit_code = check_data(&s);
    }
    return session_end(&s);
}
