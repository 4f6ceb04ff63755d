/* scenario_test.c - a scenario is what was written, each word with its place. */
#include "scenario/scenario.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

typedef struct work {
    arena memory;
    problem_list problems;
    source_file file;
    const scenario *read;
} work;

static void read_text(work *w, const char *written) {
    *w = (work){.file = {"scenario.yaml", written, strlen(written)}};
    w->problems.memory = &w->memory;
    w->read = scenario_from(&w->memory, &w->file, &w->problems);
}

static bool is(written_value found, const char *name, const char *value, int line, int column) {
    return strcmp(found.name, name) == 0 && strcmp(found.value, value) == 0 &&
           found.at.line == line && found.at.column == column;
}

static bool refused(const char *written, const char *message, const char *hint, int line) {
    work w;
    read_text(&w, written);
    const problem *first = &w.problems.items[0];
    bool told = !w.read && w.problems.count && strcmp(first->message, message) == 0 &&
                (!hint || (first->hint && strcmp(first->hint, hint) == 0)) &&
                first->at.line == line;
    if (!told && w.problems.count)
        printf("\n  got %d: %s; %s", first->at.line, first->message,
               first->hint ? first->hint : "");
    arena_free(&w.memory);
    return told;
}

static const char whole[] = "name: Gold at 200,000\n"
                            "why: the budget for 2027\n"
                            "as_of: 2026-09-30\n"
                            "set:\n"
                            "  gold_line: 200000\n"
                            "  volume_rebate.pays.marginal.2.rate: 8%\n"
                            "  tier: {gold: {requires: {growth: '0.1'}}}\n"
                            "  start: 2026-01-01\n"
                            "data:\n"
                            "  deal:\n"
                            "    - {id: 9001, partner: P0007, amount: 40000.50, product: }\n"
                            "    - id: 771\n"
                            "      delete: true\n"
                            "  claim:\n"
                            "    - {id: 3, delete: false}\n"
                            "partners:\n"
                            "  P0007: {engineers: 5, metric: {bookings: 1000}}\n"
                            "  0012:\n"
                            "    engineers: 1\n";

static void a_whole_scenario_is_read_as_written(void) {
    work w;
    read_text(&w, whole);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.read);
    const scenario *s = w.read;
    CU_ASSERT_STRING_EQUAL(s->name, "Gold at 200,000");
    CU_ASSERT_STRING_EQUAL(s->why, "the budget for 2027");
    CU_ASSERT_STRING_EQUAL(s->as_of, "2026-09-30");
    CU_ASSERT_EQUAL(s->as_of_at.line, 3);
    CU_ASSERT_EQUAL_FATAL(s->set_count, 4);
    CU_ASSERT_TRUE(is(s->set[0], "gold_line", "200000", 5, 14));
    CU_ASSERT_TRUE(is(s->set[1], "volume_rebate.pays.marginal.2.rate", "8%", 6, 39));
    CU_ASSERT_TRUE(is(s->set[2], "tier.gold.requires.growth", "0.1", 7, 36));
    CU_ASSERT_EQUAL(s->set[2].name_at.column, 28);
    CU_ASSERT_TRUE(is(s->set[3], "start", "2026-01-01", 8, 10));
    arena_free(&w.memory);
}

static void rows_keep_source_fields_and_deletion(void) {
    work w;
    read_text(&w, whole);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.read);
    CU_ASSERT_EQUAL_FATAL(w.read->row_count, 3);
    const written_row *rows = w.read->rows;
    CU_ASSERT_STRING_EQUAL(rows[0].source, "deal");
    CU_ASSERT_EQUAL_FATAL(rows[0].count, 4);
    CU_ASSERT_TRUE(is(rows[0].fields[2], "amount", "40000.50", 11, 42));
    CU_ASSERT_STRING_EQUAL(rows[0].fields[3].value, "");
    CU_ASSERT_FALSE(rows[0].is_deleted);
    CU_ASSERT_EQUAL(rows[1].count, 1);
    CU_ASSERT_TRUE(rows[1].is_deleted);
    CU_ASSERT_EQUAL(rows[1].at.line, 12);
    CU_ASSERT_STRING_EQUAL(rows[2].source, "claim");
    CU_ASSERT_FALSE(rows[2].is_deleted);
    arena_free(&w.memory);
}

static void metrics_of_partners_keep_ids_that_look_like_numbers(void) {
    work w;
    read_text(&w, whole);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.read);
    CU_ASSERT_EQUAL_FATAL(w.read->metric_count, 3);
    const written_metric *metrics = w.read->metrics;
    CU_ASSERT_STRING_EQUAL(metrics[0].partner, "P0007");
    CU_ASSERT_TRUE(is(metrics[0].metric, "engineers", "5", 17, 22));
    CU_ASSERT_STRING_EQUAL(metrics[1].metric.name, "metric.bookings");
    CU_ASSERT_STRING_EQUAL(metrics[2].partner, "0012");
    arena_free(&w.memory);
}

static void parts_may_be_empty_or_absent(void) {
    work w;
    read_text(&w, "name: nothing\nset:\ndata:\npartners:\n");
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.read);
    CU_ASSERT_EQUAL(w.read->set_count + w.read->row_count + w.read->metric_count, 0);
    CU_ASSERT_PTR_NULL(w.read->as_of);
    arena_free(&w.memory);
}

static void misspelt_keys_are_met_with_the_one_that_was_meant(void) {
    CU_ASSERT_TRUE(refused("nmae: x", "a scenario has no 'nmae'", "did you mean 'name'?", 1));
    CU_ASSERT_TRUE(refused("a: 1\n", "a scenario has no 'a'",
                           "a scenario has name, why, as_of, set, data and partners", 1));
    CU_ASSERT_TRUE(refused("- a", "a scenario is a map, not a list", NULL, 1));
}

static void each_part_says_what_it_takes(void) {
    CU_ASSERT_TRUE(refused("as_of: 2026-02-30", "'2026-02-30' is not a date",
                           "write it as YYYY-MM-DD", 1));
    CU_ASSERT_TRUE(refused("name: [x]", "'name' is a text, not a list", NULL, 1));
    CU_ASSERT_TRUE(refused("set: [a]", "names and values are wanted here, not a list",
                           "write lines like gold_line: 200000", 1));
    CU_ASSERT_TRUE(refused("set: {a: {b: [1]}}", "'a.b' takes one value, not a list", NULL, 1));
    CU_ASSERT_TRUE(refused("set:\n  a:\n", "'a' has no value", NULL, 2));
    CU_ASSERT_TRUE(refused("data: {deal: {id: 1}}", "'deal' takes a list of rows, not a map",
                           "begin each row with '- '", 1));
    CU_ASSERT_TRUE(
        refused("data: {deal: [5]}", "a row is a map of columns, not a text", NULL, 1));
    CU_ASSERT_TRUE(refused("data: {deal: [{id: 1, delete: yes}]}", "'delete' is true or false",
                           "write delete: true", 1));
    CU_ASSERT_TRUE(refused("data: {deal: [{id: [1]}]}",
                           "column 'id' takes one value, not a list", NULL, 1));
    CU_ASSERT_TRUE(
        refused("partners: 7", "'partners' takes a map of partner ids, not a text", NULL, 1));
}

static void all_problems_are_told(void) {
    work w;
    read_text(&w, "nmae: x\nas_of: soon\nset: 5\ndata: 6\npartners: {P1: 7}\n");
    CU_ASSERT_EQUAL(w.problems.count, 5);
    CU_ASSERT_PTR_NULL(w.read);
    arena_free(&w.memory);
}

static const CU_TestInfo tests[] = {
    {"a whole scenario is read as written", a_whole_scenario_is_read_as_written},
    {"rows keep source, fields and deletion", rows_keep_source_fields_and_deletion},
    {"metrics of partners keep ids that look like numbers",
     metrics_of_partners_keep_ids_that_look_like_numbers},
    {"parts may be empty or absent", parts_may_be_empty_or_absent},
    {"misspelt keys are met with the one that was meant",
     misspelt_keys_are_met_with_the_one_that_was_meant},
    {"each part says what it takes", each_part_says_what_it_takes},
    {"all problems are told", all_problems_are_told},
};

void scenario_suite(void) {
    CU_pSuite suite = CU_add_suite("scenario", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
