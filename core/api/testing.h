/* testing.h - what stands behind rung_tests: cases made ready, what they found. Private to
 * api/.
 *
 * A case is made ready once: its rows are facts of their own, its names are found, its plan is
 * shared with the cases of the same day that set nothing. Then it can be run against the
 * program as it is and against any with other literals. */
#ifndef RUNG_API_TESTING_H
#define RUNG_API_TESTING_H

#include "api/nouns.h"
#include "report/tests.h"
#include "expect/wanted.h"
#include "scenario/cases.h"

/* The program as of a day, with the values that a case sets. */
typedef struct case_variant {
    date as_of;
    const edit *edits;
    size_t edit_count;
    const declarations *rules;
    const plan *bound;
} case_variant;

/* One expectation, found. */
typedef struct ready_expectation {
    const expectation *from;
    wanted_value wanted;
    wanted_text text;
    uint32_t partner;
} ready_expectation;

typedef struct ready_case {
    const test_case *from;
    size_t variant;
    const facts *read;
    ready_expectation *expects;
    size_t count;
    bool *errors_said; /* by partner: what errors it has is expected */
    bool runs;         /* the filter lets it */
    bool fails;
    size_t outcome; /* its index in the outcome's cases, when it runs */
} ready_case;

struct rung_tests {
    arena memory;
    const rung_program *program;
    const char *folder;
    const char **paths; /* of the files, as they were opened */
    const source_file **files;
    size_t file_count;
    case_list cases;
    case_variant *variants;
    size_t variant_count, variant_room;
    ready_case *ready; /* by case */
    tests_outcome outcome;
};

/* test_case.c: makes every case ready. False with problems, or when memory ran out. */
bool cases_make_ready(rung_tests *t, problem_list *problems);
/* test_rows.c: the facts that a case gives; NULL with problems, or when memory ran out. */
const facts *case_facts(rung_tests *t, const test_case *c, const request *asked,
                        problem_list *problems);
/* The latest day in its rows; false when there is none. */
bool case_latest_day(const test_case *c, const request *asked, date *out);

/* test_run.c */
/* The result of a case under a plan of its variant; NULL when memory ran out. */
const result *case_result(arena *memory, const ready_case *c, const plan *bound);
/* Whether everything is as the case expects; `scratch` is used meanwhile. */
bool case_holds(const ready_case *c, const result *r, arena *scratch);
/* Runs all that the filter lets; false when memory ran out. */
bool cases_run(rung_tests *t, bool covers);
/* test_mutants.c: runs them against every mutant. */
bool mutants_run(rung_tests *t);

#endif
