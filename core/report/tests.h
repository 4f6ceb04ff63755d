/* tests.h - what `rung test` found out, and the reports of it.
 *
 * tests_table.c for people, tests_json.c, tests_tap.c and tests_junit.c for tools. Nothing is
 * evaluated here. */
#ifndef RUNG_REPORT_TESTS_H
#define RUNG_REPORT_TESTS_H

#include "eval/coverage.h"
#include "report/report.h"

/* One expectation that does not hold. */
typedef struct test_failure {
    const char *what;    /* "incentive.volume_rebate" */
    const char *partner; /* whose; NULL: the only one's, or a total */
    place at;
    const char *expected, *actual;
    const char *why; /* the reasons, several lines; "" where there are none */
} test_failure;

typedef struct tested_case {
    const char *name;
    place at;
    test_failure *failures;
    size_t failure_count, failure_room;
} tested_case;

/* A mistake that no case noticed. */
typedef struct survivor {
    const char *path, *from, *to;
    place at;
} survivor;

typedef struct tests_outcome {
    const plan *program; /* bound without data */
    tested_case *cases;  /* that ran, in the order of files */
    size_t count, failed;
    const coverage *coverage; /* NULL: not asked for */
    bool mutated;             /* mutants were asked for */
    survivor *survivors;
    size_t survivor_count, survivor_room;
    size_t mutants, left_out;                  /* tried; that no program could be made of */
    const char *least_covered, *least_noticed; /* percentages as written; NULL: any will do */
} tests_outcome;

/* A share that was asked for: "coverage", at least 90 percent of all. */
typedef struct tests_goal {
    const char *what, *least;
    size_t part, all;
    bool is_reached;
} tests_goal;
/* The n-th, from 0; false past the last. */
bool tests_goal_at(const tests_outcome *t, size_t n, tests_goal *out);

/* How much of the items of a kind is covered; of all kinds for COVERAGE_KINDS. */
typedef struct covered_part {
    size_t covered, all;
} covered_part;
covered_part coverage_part(const coverage *c, coverage_kind kind);
/* "98.5", rounded down, so that 100 is all; "100" of nothing. */
enum { TESTS_PERCENT = 16 };
void tests_percent(char out[TESTS_PERCENT], size_t part, size_t all);
/* "rules", "requirement lines", "bands", "levels" */
const char *coverage_word(coverage_kind kind);

typedef enum tests_format { TESTS_TABLE, TESTS_JSON, TESTS_TAP, TESTS_JUNIT } tests_format;

bool report_tests(const tests_outcome *t, tests_format format, bool color, report_sink *sink,
                  void *context);

#endif
