/* check.c - `rung check PROGRAM [DB]`: every problem of the rules, and where the data
 * contradict them. */
#include "cli/problem_json.h"
#include "cli/session.h"

#include <string.h>

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

/* Where problems go: for people to stderr, for tools to where reports go. */
static problem_count telling(const options *o, output *out) {
    enum { USUAL = 20 };
    bool json = o->format && strcmp(o->format, "json") == 0;
    bool lines = o->format && strcmp(o->format, "jsonl") == 0;
    bool people = !json && !lines;
    return (problem_count){.form = json    ? PROBLEMS_JSON
                                   : lines ? PROBLEMS_JSONL
                                           : PROBLEMS_FOR_PEOPLE,
                           .to = people && !o->output ? NULL : out->file,
                           .limited = people || o->limit >= 0,
                           .most = o->limit < 0 ? USUAL : (size_t)o->limit,
                           .no_notes = o->quiet};
}

/* What goes to a file is kept unless the command line was wrong. */
static int end_report(session *s, output *out) {
    bool keep = s->exit_code != EXIT_USAGE;
    if (keep) problem_json_end(&s->problems, out->file);
    return output_close(out, keep) ? s->exit_code : EXIT_NOT_EVALUATED;
}

int command_check(const options *o) {
    session s;
    output out;
    options quiet = *o;
    quiet.quiet = true; /* silent when fine */
    if (!output_open(&out, o)) return EXIT_NOT_EVALUATED;
    bool loaded = session_load_telling(&s, &quiet, telling(o, &out));
    s.all_rows = s.all_columns = s.undated = true;
    if (loaded && o->words[1] && session_evaluate(&s)) {
        note_undated(o, &s);
        s.exit_code = check_data(&s);
    }
    s.exit_code = end_report(&s, &out);
    return session_end(&s);
}
