/* session.h - the way from rule files to a result, with everything said on stderr.
 *
 * Each step returns false after saying what is wrong; exit_code then says how the command ends.
 */
#ifndef RUNG_CLI_SESSION_H
#define RUNG_CLI_SESSION_H

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/problem_printer.h"
#include "cli/progress.h"

typedef struct session {
    const options *options;
    rung_program *program;
    rung_scenario *scenario; /* what --set and --scenario say; NULL: nothing */
    rung_range *range;       /* what --vary and --so-that say; NULL: nothing */
    rung_facts *facts;
    rung_result *result;
    problem_count problems;
    const char *reading; /* the program whose problems come in, when there are two; or NULL */
    progress progress;
    bool as_base;     /* the first result is to be the base of others */
    bool all_rows;    /* reads what no rule can use, too */
    bool two_days;    /* the scenario's day is the candidate's, --as-of the baseline's */
    bool all_columns; /* reads what no rule reads, too */
    bool undated;     /* does without a date where the data hold none */
    int exit_code;
} session;

/* Reads rules; false after saying what is wrong with them. */
bool session_program(session *s, const char *path, rung_program **out);
/* Reads the rules, words[0], and, unless they go to another program, --set and --scenario. */
bool session_load(session *s, const options *o);
/* The same; problems are counted, limited and printed as `told` says. */
bool session_load_telling(session *s, const options *o, problem_count told);
/* Reads --vary and --so-that; the result will be the base of what they try. */
bool session_range(session *s);
/* Reads the data, words[1], and evaluates. */
bool session_evaluate(session *s);
/* What --set and --scenario say of a program; *out stays NULL when they say nothing. */
bool session_scenario(session *s, const rung_program *program, rung_scenario **out);
/* Says which day was taken where none was asked for. */
void session_note_as_of(const session *s);
/* The two halves of session_evaluate. Facts as a scenario changes them, or NULL; scenarios that
 * will be evaluated over them. Whoever asks for facts frees them. */
bool session_facts(session *s, const rung_program *program, const rung_scenario *scenario,
                   const rung_scenario *also, rung_facts **out);
bool session_result(session *s, const rung_program *program, const rung_facts *facts,
                    const rung_scenario *scenario, const rung_result *base, rung_result **out);

/* Frees everything; gives the exit code. */
int session_end(session *s);

/* Says what a call of the library answered; gives the exit code that goes with it. */
int session_failure(rung_status status, const rung_error *error);
/* Ends a report: says what failed, in writing or in the library; gives the exit code. */
int session_finish(output *out, rung_status status, const rung_error *error);
/* Says that so many partners have errors; gives the exit code that goes with it. */
int session_left_out(const session *s, size_t partners);
/* The same for the partners of the result. */
int session_partner_errors(const session *s);
/* The same for values that were tried besides, at one of which so many have errors. */
int session_tried_errors(const session *s, size_t partners);

#endif
