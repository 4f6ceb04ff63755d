/* options.h - what was written on the command line behind the command.
 *
 * One table holds every option: how it is written, what it says in help and where it goes. A
 * command lists those it takes by letter, and the words it wants by its usage. */
#ifndef RUNG_CLI_OPTIONS_H
#define RUNG_CLI_OPTIONS_H

#include <rung.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    OPTION_WORDS = 4,
    OPTION_PARTNERS = 1000,
    OPTION_CHANGES = 100,
    OPTION_RULES = 100,
    OPTION_RANGES = 2
};

typedef struct options {
    const char *words[OPTION_WORDS]; /* without the command; NULL where there is none */
    int word_count;
    const char *as_of, *format, *output; /* NULL: not said */
    const char *second_scenario;         /* which is one too many */
    const char *scenario, *against;      /* files; NULL: not said */
    const char *min_delta;               /* an amount; NULL: not said */
    const char *filter;                  /* of test cases; NULL: not said */
    const char *coverage, *mutate;       /* a least percentage or ""; NULL: not said */
    bool update;                         /* what test cases expect; rows with a known id */
    const char *within;                  /* "5%", "2"; NULL: not said */
    const char *program, *source;        /* what an import asks for its types; NULL: not said */
    const char *decimal, *date_format;   /* "point", "DD/MM/YYYY"; NULL: not said */
    char delimiter;                      /* 0: not said */
    const char *map[OPTION_CHANGES];     /* HEADER=COLUMN */
    size_t map_count;
    bool minor_units, replace, preview;
    rung_change set[OPTION_CHANGES];
    size_t set_count;
    const char *vary[OPTION_RANGES]; /* PATH=FROM..TO/STEP */
    size_t vary_count;
    const char *so_that; /* "totals.payout <= 2000000"; NULL: not said */
    const char *rules[OPTION_RULES];
    size_t rule_count;
    const char *partners[OPTION_PARTNERS];
    size_t partner_count;
    long limit;     /* -1: not said */
    long jobs;      /* 0: as many as there are processors */
    bool exit_code; /* 10 when there are changes */
    bool attribute; /* what each change is worth */
    bool quiet, no_color, fingerprint, help;
} options;

typedef struct command command;

/* Reads what follows the command; false after saying on stderr what is wrong. */
bool options_read(options *out, const command *c, int count, char **words);
/* The options that a command takes, for its help. */
void options_print(const command *c);

#endif
