/* commands.h - the table of commands: dispatch, help and misspellings all read it. */
#ifndef RUNG_CLI_COMMANDS_H
#define RUNG_CLI_COMMANDS_H

#include "cli/options.h"

/* What `rung` answers to the shell. */
enum exit_code {
    EXIT_DONE = 0,
    EXIT_NOT_EVALUATED =
        1, /* the rules are wrong, a table is missing, nothing could be written */
    EXIT_USAGE = 2,
    EXIT_PARTNER_ERRORS = 3,
    EXIT_GUARD_BROKEN = 4,
    EXIT_CHANGES = 10 /* with --exit-code */
};

struct command {
    const char *name;
    const char *line;    /* one line for the list of commands */
    const char *usage;   /* the words it wants: "PROGRAM DB PARTNER [NAME]" */
    int least, most;     /* how many of them */
    const char *takes;   /* the letters of its options; see options.c */
    const char *formats; /* separated by blanks, the default first; NULL: it prints no report */
    const char *about;   /* a few lines for its own help */
    const char *example; /* commands to try */
    int (*run)(const options *o);
};

int command_check(const options *o);
int command_edges(const options *o);
int command_evaluate(const options *o);
int command_explain(const options *o);
int command_import(const options *o);
int command_init(const options *o);
int command_seek(const options *o);
int command_settings(const options *o);
int command_sweep(const options *o);
int command_test(const options *o);
int command_what_if(const options *o);
int command_words(const options *o);

#endif
