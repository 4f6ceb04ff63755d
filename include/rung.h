/* rung.h - evaluate partner programs: rules in Lua, data in SQLite, exact to the cent.
 *
 * Nouns. A rung_program is what rule files declare. rung_facts are the rows of a database
 * that programs ask for. A rung_result is what every partner gets: levels, certifications,
 * payouts, funds, totals. Texts go out through a rung_write that you give.
 *
 * Flow. rung_program_load -> rung_facts_load -> rung_evaluate -> rung_report, rung_explain or
 * rung_result_value. Each is built once and never changes: load the program and the facts
 * once, evaluate as often as you like. Facts hold what they were loaded for; what needs more
 * is RUNG_BAD_ARGUMENT.
 *
 * Ownership. What comes through `out` is yours, to be freed by the noun's _free, which takes
 * NULL. What is returned is borrowed and lives as long as its noun. Programs and scenarios must
 * outlive the facts and results made with them, and facts the results.
 *
 * Errors. Every call that can fail returns a rung_status and fills a rung_error on your stack
 * (NULL: not wanted). Programs can have many problems: all go to on_problem, the first is
 * in the rung_error. On failure *out is NULL. Options of the rung command that hints name
 * (--map, --source) are fields of options here.
 *
 * Options. `size` is sizeof the struct, of this header or an older one; else RUNG_BAD_ARGUMENT.
 * What is 0 or NULL is the default; options may be NULL.
 *
 * Threads. Nouns may be shared by any number of threads that only read; rung_explain locks
 * its result for itself. Nothing is global; no signal, locale, clock or environment is used.
 *
 * Amounts are decimal strings such as "1234.50"; dates are "YYYY-MM-DD". */
#ifndef RUNG_H
#define RUNG_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define RUNG_API __attribute__((visibility("default")))
#else
#define RUNG_API
#endif

/* The version of this header and of the library that is running. */
#define RUNG_VERSION "0.1.0"
RUNG_API const char *rung_version(void);

typedef enum rung_status {
    RUNG_OK = 0,
    RUNG_BAD_RULES = 1,    /* the rules are wrong, or a table or column is missing */
    RUNG_BAD_ARGUMENT = 2, /* the call itself is wrong: an unknown partner, format or date */
    RUNG_BAD_DATA = 3,     /* the database cannot be read, or an id stands twice in it */
    RUNG_NO_MEMORY = 4,
    RUNG_NOT_WRITTEN = 5 /* your rung_write returned false, or a file cannot be written */
} rung_status;

/* What went wrong and where. Texts are cut to fit, never unterminated. */
typedef struct rung_error {
    rung_status status;
    char file[256];   /* relative to the program's folder; "" when it is about no file */
    int line, column; /* from 1; 0: none */
    int width;        /* bytes of the source line that are meant, from column */
    char message[512];
    char hint[512];        /* how to mend it; "" when there is none */
    char source_line[256]; /* the line at fault, of a long one a piece around column; or "" */
    char also_file[256];   /* a second place that has to do with it; "" when there is none */
    int also_line, also_column;
    int source_column; /* of the line at fault: where source_line begins, from 1 */
} rung_error;

typedef void rung_problem(void *context, const rung_error *problem);

/* Receives text in pieces; false stops the report. It may call the library. */
typedef bool rung_write(void *context, const char *bytes, size_t length);

/* --- programs --- */

typedef struct rung_program rung_program;

typedef struct rung_load_options {
    size_t size;
    rung_problem *on_problem; /* told every problem, in the order of the files; or NULL */
    void *context;
} rung_load_options;

/* Reads a rule file, or a folder's program.lua, and everything it includes. RUNG_BAD_RULES with
 * all problems found. */
RUNG_API rung_status rung_program_load(rung_program **out, const char *path,
                                       const rung_load_options *options, rung_error *error);
RUNG_API void rung_program_free(rung_program *program);
RUNG_API const char *rung_program_name(const rung_program *program);
/* 32 hex digits over the names and bytes of all its files. */
RUNG_API const char *rung_program_fingerprint(const rung_program *program);
/* Its files, relative to its folder; NULL past the end. */
RUNG_API const char *rung_program_file(const rung_program *program, size_t n);

/* --- scenarios --- */

/* A change of a program to try: values of settings, rows, metrics of single partners. */
typedef struct rung_scenario rung_scenario;

typedef struct rung_change {
    const char *path;  /* as rung_settings lists it, or an unambiguous ending of it */
    const char *value; /* as in rules or as people write it: "8%", "200000", "2026-01-01" */
} rung_change;

typedef struct rung_scenario_options {
    size_t size;
    const char *file;       /* YAML; NULL: none */
    const rung_change *set; /* each path once; goes before the file's */
    size_t set_count;
    rung_problem *on_problem; /* unknown paths, values out of range, the file's mistakes */
    void *context;
} rung_scenario_options;

/* RUNG_BAD_RULES with all problems. The program must outlive the scenario. */
RUNG_API rung_status rung_scenario_load(rung_scenario **out, const rung_program *program,
                                        const rung_scenario_options *options,
                                        rung_error *error);
RUNG_API void rung_scenario_free(rung_scenario *scenario);
/* Whether it changes rows, or whose they are and when: then it needs facts of its own. */
RUNG_API bool rung_scenario_changes_rows(const rung_scenario *scenario);
/* The day it is for, or NULL. */
RUNG_API const char *rung_scenario_as_of(const rung_scenario *scenario);

/* --- ranges --- */

/* The values that one or two settings go through, and what is sought among them. */
typedef struct rung_range rung_range;

typedef struct rung_range_options {
    size_t size;
    const char *const *vary; /* "gold_line=100000..345000/5000", "rate=8%..12%/1%",
                              * "opens=2026-01-01..2026-12-01/1 month" */
    size_t vary_count;       /* 1, or 2: a grid, the first varies slowest. To seek: 1, of which
                              * ends and step may be left out: then the setting's are meant */
    const char *so_that;     /* to seek: "totals.payout <= 2000000"; NULL: to sweep */
    const rung_scenario *scenario; /* what is changed besides; or NULL */
    rung_problem *on_problem;      /* unknown paths, values that make no sense; or NULL */
    void *context;
} rung_range_options;

/* RUNG_BAD_RULES with all problems. Program and scenario must outlive the range. */
RUNG_API rung_status rung_range_load(rung_range **out, const rung_program *program,
                                     const rung_range_options *options, rung_error *error);
RUNG_API void rung_range_free(rung_range *range);

/* --- facts --- */

typedef struct rung_facts rung_facts;

typedef struct rung_facts_options {
    size_t size;
    const char *as_of; /* NULL: the scenario's; else the latest of any happened_on column */
    rung_problem *on_problem; /* names that the database lacks, ids that stand twice; or NULL */
    void (*on_progress)(void *context, const char *source, size_t rows); /* so far; or NULL */
    void *context;
    int jobs;      /* threads and connections at most; 0 or 1: one */
    bool all_rows; /* reads rows that no rule can use as well, as rung_check wants them */
    const rung_scenario *scenario;    /* the rows as this scenario changes them; or NULL */
    const rung_scenario *const *also; /* evaluated later: what only they use is read too */
    size_t also_count;
    const rung_range *range; /* values that will be tried over these facts; or NULL */
    bool undated; /* where no date is found, rows are read all the same: for rung_check alone */
    bool all_columns; /* reads columns that no rule reads as well, as rung_check wants them */
} rung_facts_options;

/* Opens the SQLite file read-only, checks the program against its tables and reads what the
 * program asks for. RUNG_BAD_RULES when names do not match, RUNG_BAD_DATA when it cannot be
 * read, RUNG_BAD_ARGUMENT without a date to evaluate at. Cells that are wrong are the partners'
 * errors, in results. */
RUNG_API rung_status rung_facts_load(rung_facts **out, const rung_program *program,
                                     const char *database, const rung_facts_options *options,
                                     rung_error *error);
RUNG_API void rung_facts_free(rung_facts *facts);
/* The evaluation date: the one asked for or the default; empty where `undated` found none. */
RUNG_API const char *rung_facts_as_of(const rung_facts *facts);

/* --- results --- */

typedef struct rung_result rung_result;

typedef struct rung_evaluate_options {
    size_t size;
    int jobs; /* threads at most; 0 or 1: one. The result is the same whatever it is */
    const rung_scenario *scenario; /* that the facts were loaded for; NULL: none */
    bool as_base; /* it will be the base of others: keeps all that they can take over */
    const rung_result *base; /* an earlier result over the same facts, which must outlive this
                              * one: what cannot differ is not computed again. The result is the
                              * same with or without; or NULL */
} rung_evaluate_options;

RUNG_API rung_status rung_evaluate(rung_result **out, const rung_program *program,
                                   const rung_facts *facts,
                                   const rung_evaluate_options *options, rung_error *error);
RUNG_API void rung_result_free(rung_result *result);

RUNG_API size_t rung_result_partner_count(const rung_result *result);
/* Ids ascend by bytes; NULL past the end. */
RUNG_API const char *rung_result_partner(const rung_result *result, size_t n);
/* How many partners have errors: they are in no total. */
RUNG_API size_t rung_result_error_count(const rung_result *result);

/* One value of one partner as text: "payout", "metric.bookings", "ladder.tier",
 * "incentive.volume_rebate", "certification.security" ("true", "false"), "fund.mdf.paid";
 * partner NULL: of the totals ("payout", "incentive.volume_rebate", "fund.mdf.paid",
 * "ladder.tier.gold"). "" is no value. RUNG_BAD_ARGUMENT when the program has no such name, the
 * data no such partner, or the text does not fit. */
RUNG_API rung_status rung_result_value(const rung_result *result, const char *partner,
                                       const char *name, char *out, size_t out_size,
                                       rung_error *error);

/* --- changes --- */

/* What is different between two results. */
typedef struct rung_changes rung_changes;

/* Partners are paired by id, ladders, levels and rules by name. Quickest when `before` is the
 * base of `after`. Both must outlive the changes. RUNG_BAD_RULES when they pay in different
 * currencies. */
RUNG_API rung_status rung_compare(rung_changes **out, const rung_result *before,
                                  const rung_result *after, rung_error *error);
RUNG_API void rung_changes_free(rung_changes *changes);
/* For how many partners anything is different: levels, holdings, scores, payouts, funds. */
RUNG_API size_t rung_changes_count(const rung_changes *changes);
/* How many partners have errors on either side, and are left out. */
RUNG_API size_t rung_changes_error_count(const rung_changes *changes);
/* How many guards of the changed program do not hold. */
RUNG_API size_t rung_changes_broken(const rung_changes *changes);
/* Works out what each changed setting is worth alone and what their interaction is, which adds
 * up to the whole change of payout; for up to six also the Shapley value of each. Reports of
 * these changes tell it from then on. `before` is the program as it is; both sides' facts were
 * loaded with all_rows, `before`'s with the scenario in `also`. RUNG_BAD_RULES when settings
 * stand only together. */
RUNG_API rung_status rung_attribute(rung_changes *changes, rung_error *error);

/* --- reports --- */

typedef struct rung_report_options {
    size_t size;
    const char *format;          /* "table" (default), "json", "jsonl", "csv", "html" */
    const char *const *partners; /* ids that are shown; totals are always of all */
    size_t partner_count;        /* 0: all */
    long limit;                  /* rows; 0 or less: 20 in a table, all elsewhere */
    bool color;                  /* of tables */
    bool fingerprint;            /* adds data.fingerprint to json */
    const char *const *rules;    /* of changes: which rules and ladders are shown, by name */
    size_t rule_count;           /* 0: all */
    const char *min_delta;       /* of changes: who changes by less is not shown; or NULL */
    size_t width;                /* columns of the terminal, for tables; 0: 80 */
    bool totals_only;            /* no rows at all, whatever limit says */
    size_t *error_count; /* of sweep and seek: partners with errors where most have them */
} rung_report_options;

/* RUNG_BAD_ARGUMENT for an unknown partner, or a format that a report does not have. */
RUNG_API rung_status rung_report(const rung_result *result, const rung_report_options *options,
                                 rung_write *write, void *context, rung_error *error);
RUNG_API rung_status rung_report_changes(const rung_changes *changes,
                                         const rung_report_options *options, rung_write *write,
                                         void *context, rung_error *error);

/* The same as tables of a new SQLite file: run, partner, metric, requirement, incentive_line,
 * claim, total and more; of changes move, payout and total, and the tables of both sides
 * (base_partner, candidate_partner). Paid amounts are integers of minor units. The file is
 * there whole or not at all; one that stands there is replaced only when it was exported
 * before. Of the options partners, and of changes limit, rules and min_delta; format is not
 * looked at. RUNG_NOT_WRITTEN. */
RUNG_API rung_status rung_export(const rung_result *result, const rung_report_options *options,
                                 const char *path, rung_error *error);
RUNG_API rung_status rung_export_changes(const rung_changes *changes,
                                         const rung_report_options *options, const char *path,
                                         rung_error *error);

/* Evaluates every value of a range, at most 10,000, and reports a row for each as it comes.
 * `base` is the program with its scenario, as_base, over facts loaded with the range. */
RUNG_API rung_status rung_sweep(const rung_range *range, const rung_result *base,
                                const rung_report_options *options, rung_write *write,
                                void *context, rung_error *error);

/* Finds the values of a range for which its target holds: all intervals, exact to the step and
 * verified at both ends; or the values that come nearest. */
RUNG_API rung_status rung_seek(const rung_range *range, const rung_result *base,
                               const rung_report_options *options, rung_write *write,
                               void *context, rung_error *error);

/* Who stands within a distance ("5%" of what is needed, the default; or "2" units of what is
 * neither money nor a percent) of a line of any level, on a metric, a score or a number of the
 * partner's row, in either direction, and the payout that turns on it. Quickest for a base. */
RUNG_API rung_status rung_edges(const rung_result *result, const char *within,
                                const rung_report_options *options, rung_write *write,
                                void *context, rung_error *error);

/* Why: the reasons for one partner's levels, payouts and claims; of one rule when name is not
 * NULL ("tier", "volume_rebate"). Formats "table", "json", "jsonl", "html". */
RUNG_API rung_status rung_explain(const rung_result *result, const char *partner,
                                  const char *name, const rung_report_options *options,
                                  rung_write *write, void *context, rung_error *error);

/* Every path that can be set, with value, formula, unit, range and place. No "html". */
RUNG_API rung_status rung_settings(const rung_program *program,
                                   const rung_report_options *options, rung_write *write,
                                   void *context, rung_error *error);

/* Where the data contradict the rules: partners' errors, values that no row has. Tells each to
 * on_problem and counts them in *found; then, with status RUNG_OK and not counted, which rows
 * belong to no partner and how many amounts name no currency. Where the facts have no date, of
 * the partners' errors only cells. */
RUNG_API rung_status rung_check(const rung_result *result, rung_problem *on_problem,
                                void *context, size_t *found, rung_error *error);

/* --- test cases --- */

/* What the cases in *.test.yaml beside a program's rules say of it. */
typedef struct rung_tests rung_tests;

typedef struct rung_tests_options {
    size_t size;
    const char *filter; /* the cases whose name or file contains it, or fits its '*'; or NULL */
    bool coverage; /* says which rules, requirement lines, bands and levels no case touches */
    bool mutate; /* changes the rules a little in every place and says where no case notices */
    rung_problem *on_problem; /* mistakes of the files; or NULL */
    void *context;
    const char *least_covered, *least_noticed; /* "90": percentages it is held to; or NULL */
} rung_tests_options;

typedef struct rung_tests_counts {
    size_t cases, failed; /* that ran; of these */
    size_t covered, coverable;
    size_t noticed, mutants;
    bool covers_enough, notices_enough; /* as much as was asked for, if anything was */
} rung_tests_counts;

/* Reads the cases beside the rules and runs them; `path` is the one that the program was loaded
 * from. Cases that fail are no error. RUNG_BAD_RULES with all problems of the files. The
 * program must outlive the tests. */
RUNG_API rung_status rung_tests_run(rung_tests **out, const rung_program *program,
                                    const char *path, const rung_tests_options *options,
                                    rung_error *error);
RUNG_API void rung_tests_free(rung_tests *tests);
RUNG_API rung_tests_counts rung_tests_count(const rung_tests *tests);
/* Formats "table", "json", "tap", "junit". */
RUNG_API rung_status rung_report_tests(const rung_tests *tests,
                                       const rung_report_options *options, rung_write *write,
                                       void *context, rung_error *error);
/* Writes what is the case in place of what was expected and is not, in the files themselves,
 * and says each change; *left counts what could not be written. Formats "table": a line each,
 * and "json". RUNG_NOT_WRITTEN. */
RUNG_API rung_status rung_tests_update(const rung_tests *tests,
                                       const rung_report_options *options, size_t *left,
                                       rung_write *write, void *context, rung_error *error);

/* --- import --- */

typedef struct rung_import_options {
    size_t size;
    const rung_program *program; /* its source gives types and ids; NULL: the table's types */
    const char *source;          /* which one; NULL: the one that reads the table */
    char delimiter;              /* 0: the one that the first line has most of */
    const char *decimal;         /* "point", "comma"; NULL: a point, but 1.234 is refused */
    const char *date_format;     /* "DD/MM/YYYY" or "%d/%m/%Y", besides ISO; or NULL */
    const char *const *map;      /* "HEADER=COLUMN"; "HEADER=" and "=COLUMN": left out, empty */
    size_t map_count;
    bool minor_units, replace, update; /* amounts are cents already; the table is emptied first;
                                        * a row with a known id replaces that row */
    rung_problem *on_problem; /* the first 20, how many more; column: which cell of its row */
    void (*on_note)(void *context, const char *note); /* what was guessed, left out; or NULL */
    void (*on_progress)(void *context, const char *file, size_t rows); /* or NULL */
    void *context;
} rung_import_options;

typedef struct rung_imported {
    size_t added, replaced, removed, empty; /* rows; empty: without a cell, passed over */
    bool made_database, made_table;
} rung_imported;

/* Writes a CSV file into a table: all of it or, with RUNG_BAD_DATA and every bad cell, nothing.
 * Amounts stay exact. A database or table that does not exist is made only with a program.
 * The file "-" is standard input. done may be NULL. */
RUNG_API rung_status rung_import(const char *database, const char *table, const char *file,
                                 const rung_import_options *options, rung_imported *done,
                                 rung_error *error);
/* Checks the same, writes nothing; tells columns, first rows and counts, as a table. */
RUNG_API rung_status rung_import_preview(const char *database, const char *table,
                                         const char *file, const rung_import_options *options,
                                         const rung_report_options *how, rung_write *write,
                                         void *context, rung_error *error);

/* The language reference: all words or one. Formats "table", "json", "lua" (for editors). */
RUNG_API rung_status rung_words(const char *word, const rung_report_options *options,
                                rung_write *write, void *context, rung_error *error);

/* Writes a working program with data and editor files into a folder, new or empty. */
RUNG_API rung_status rung_init(const char *folder, rung_error *error);

#ifdef __cplusplus
}
#endif

#endif
