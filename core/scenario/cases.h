/* cases.h - the test cases of a program, as somebody wrote them.
 *
 *     - name: Gold at exactly the line
 *       as_of: 2026-09-30
 *       given:
 *         partner: {region: NA, tier: silver}
 *         deal:
 *           - {amount: 150000, closed_on: 2026-05-01, status: won}
 *       set: {growth_line: 12%}
 *       expect:
 *         tier: gold
 *         incentive.volume_rebate: 2150
 *         missing.platinum: [engineers]
 *
 * With several partners, `partners` takes the place of `expect`, or stands in it: id:
 * expectations. An item of
 * the list that is called `defaults` gives as_of, given and set to all cases below it. Nothing
 * here knows a program: names and values are texts as written, each with its place. Immutable
 * once read. */
#ifndef RUNG_SCENARIO_CASES_H
#define RUNG_SCENARIO_CASES_H

#include "scenario/scenario.h"

/* What one value is to be: a text, or a list of them. */
typedef struct expectation {
    const char *partner; /* NULL: the only one, or a total */
    place partner_at;
    const char *name; /* "incentive.volume_rebate"; maps in maps are joined with dots */
    place name_at;
    const char *value;     /* as written; NULL: a list */
    bool quoted;           /* the value stands in quotes: `"none"` is a text */
    place at;              /* of the value; of a list its beginning */
    const yaml_node *list; /* of texts; NULL: one value */
} expectation;

typedef struct test_case {
    const char *name;
    place at;          /* of the name */
    const char *as_of; /* a date as YYYY-MM-DD, or NULL; no date: that was told */
    written_rows given;
    size_t default_rows; /* the first of them, which the defaults gave */
    bool has_no_partner; /* partner: [] */
    written_values set;
    expectation *expects;
    size_t expect_count, expect_room;
} test_case;

typedef struct case_list {
    test_case *items;
    size_t count, capacity;
} case_list;

/* Appends the cases of a file; false with problems, or when memory ran out. A day that is none
 * is a problem, but the case can be looked at for others. */
bool cases_read(arena *memory, const source_file *file, case_list *out, problem_list *problems);

#endif
