/* cases_test.c - cases are what was written, each word with its place. */
#include "scenario/cases.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

typedef struct work {
    arena memory;
    problem_list problems;
    source_file file;
    case_list read;
    bool fine;
} work;

static void read_text(work *w, const char *written) {
    *w = (work){.file = {"p.test.yaml", written, strlen(written)}};
    w->problems.memory = &w->memory;
    w->fine = cases_read(&w->memory, &w->file, &w->read, &w->problems);
}

static bool refused(const char *written, const char *message, int line) {
    work w;
    read_text(&w, written);
    const problem *first = &w.problems.items[0];
    bool told = !w.fine && w.problems.count == 1 && strcmp(first->message, message) == 0 &&
                first->at.line == line;
    if (!told)
        printf("\n  got %zu, %d: %s", w.problems.count, w.problems.count ? first->at.line : 0,
               w.problems.count ? first->message : "nothing");
    arena_free(&w.memory);
    return told;
}

static const char whole[] = "- name: first # a remark\n"
                            "  why: so it is\n"
                            "  as_of: 2026-09-30\n"
                            "  given:\n"
                            "    partner: {id: P1}\n"
                            "    deal:\n"
                            "      - {amount: 5}\n"
                            "      - amount: 6\n"
                            "    empty:\n"
                            "  set: {gold_line: 5, rebate: {pays: 3%}}\n"
                            "  expect:\n"
                            "    tier: gold\n"
                            "    fund: {mdf: {paid: \"none\"}}\n"
                            "    missing.gold: [a, b]\n"
                            "- name: second\n"
                            "  partner: {id: P2}\n"
                            "  partners:\n"
                            "    P2: {tier: none, payout: 5}\n"
                            "  expect: {totals.payout: 5}\n";

static void a_whole_file_is_read_as_written(void) {
    work w;
    read_text(&w, whole);
    CU_ASSERT_FATAL(w.fine);
    CU_ASSERT_EQUAL_FATAL(w.read.count, 2);
    const test_case *c = &w.read.items[0];
    CU_ASSERT_STRING_EQUAL(c->name, "first");
    CU_ASSERT_EQUAL(c->at.line, 1);
    CU_ASSERT_STRING_EQUAL(c->as_of, "2026-09-30");
    CU_ASSERT_EQUAL_FATAL(c->given.count, 3);
    CU_ASSERT_STRING_EQUAL(c->given.items[0].source, "partner");
    CU_ASSERT_STRING_EQUAL(c->given.items[2].fields[0].value, "6");
    CU_ASSERT_EQUAL_FATAL(c->set.count, 2);
    CU_ASSERT_STRING_EQUAL(c->set.items[1].name, "rebate.pays");
    CU_ASSERT_EQUAL_FATAL(c->expect_count, 3);
    CU_ASSERT_STRING_EQUAL(c->expects[1].name, "fund.mdf.paid");
    CU_ASSERT(c->expects[1].quoted);
    CU_ASSERT_FALSE(c->expects[0].quoted);
    CU_ASSERT_EQUAL(c->expects[0].at.line, 12);
    CU_ASSERT_EQUAL(c->expects[0].at.column, 11);
    CU_ASSERT_EQUAL(c->expects[0].at.width, 4);
    CU_ASSERT_PTR_NULL(c->expects[2].value);
    CU_ASSERT_EQUAL(c->expects[2].list->count, 2);
    arena_free(&w.memory);
}

static void several_partners_have_expectations_of_their_own(void) {
    work w;
    read_text(&w, whole);
    CU_ASSERT_EQUAL_FATAL(w.read.count, 2);
    const test_case *c = &w.read.items[1];
    CU_ASSERT_PTR_NULL(c->as_of);
    CU_ASSERT_EQUAL(c->given.count, 1);
    CU_ASSERT_EQUAL_FATAL(c->expect_count, 3);
    CU_ASSERT_STRING_EQUAL(c->expects[0].partner, "P2");
    CU_ASSERT_STRING_EQUAL(c->expects[1].name, "payout");
    CU_ASSERT_PTR_NULL(c->expects[2].partner);
    arena_free(&w.memory);
}

static void partners_may_stand_in_expect_and_expect_at_a_partner(void) {
    work w;
    read_text(&w, "- name: x\n"
                  "  expect: {partners: {P1: {tier: a}}, payout: 1}\n"
                  "  partners: {P2: {expect: {tier: b}}}\n");
    CU_ASSERT_EQUAL_FATAL(w.read.count, 1);
    const test_case *c = &w.read.items[0];
    CU_ASSERT_EQUAL_FATAL(c->expect_count, 3);
    CU_ASSERT_STRING_EQUAL(c->expects[0].partner, "P1");
    CU_ASSERT_STRING_EQUAL(c->expects[0].name, "tier");
    CU_ASSERT_PTR_NULL(c->expects[1].partner);
    CU_ASSERT_STRING_EQUAL(c->expects[2].partner, "P2");
    CU_ASSERT_STRING_EQUAL(c->expects[2].name, "tier");
    arena_free(&w.memory);
}

/* Two cases do not add to each other's rows. */
static void defaults_go_to_all_cases_below(void) {
    work w;
    read_text(&w,
              "- {name: before, expect: {tier: a}}\n"
              "- defaults: {as_of: 2026-01-01, set: {a: 1}, given: {deal: [{amount: 1}]}}\n"
              "- {name: one, given: {deal: [{amount: 2}]}, set: {b: 2}, expect: {tier: a}}\n"
              "- {name: two, as_of: 2025-01-01, expect: {tier: a}}\n"
              "- defaults: {set: {c: 3}}\n"
              "- {name: three, expect: {tier: a}}\n");
    CU_ASSERT_EQUAL_FATAL(w.read.count, 4);
    const test_case *c = w.read.items;
    CU_ASSERT_EQUAL(c[0].given.count + c[0].set.count, 0);
    CU_ASSERT_EQUAL(c[1].given.count, 2);
    CU_ASSERT_EQUAL(c[1].default_rows, 1);
    CU_ASSERT_EQUAL(c[1].set.count, 2);
    CU_ASSERT_STRING_EQUAL(c[1].as_of, "2026-01-01");
    CU_ASSERT_EQUAL(c[2].given.count, 1);
    CU_ASSERT_EQUAL(c[2].set.count, 1);
    CU_ASSERT_STRING_EQUAL(c[2].as_of, "2025-01-01");
    CU_ASSERT_PTR_NULL(c[3].as_of);
    CU_ASSERT_EQUAL(c[3].given.count, 0);
    CU_ASSERT_STRING_EQUAL(c[3].set.items[0].name, "c");
    arena_free(&w.memory);
}

static void mistakes_are_told_where_they_stand(void) {
    CU_ASSERT(refused("name: x\n", "test cases are a list, not a map", 1));
    CU_ASSERT(refused("- tier\n", "a case is a map, not a text", 1));
    CU_ASSERT(refused("- expect: {tier: a}\n", "the case has no name", 1));
    CU_ASSERT(refused("- name:\n  expect: {tier: a}\n", "the name is missing", 1));
    CU_ASSERT(refused("- name: x\n", "the case expects nothing", 1));
    CU_ASSERT(refused("- name: x\n  expect: {}\n", "the case expects nothing", 1));
    CU_ASSERT(
        refused("- name: x\n  expects: 1\n  expect: {a: 1}\n", "a case has no 'expects'", 2));
    CU_ASSERT(refused("- name: x\n  expect: [a]\n  partners: {P: {a: 1}}\n",
                      "names and values are wanted here, not a list", 2));
    CU_ASSERT(refused("- name: x\n  expect: {a: }\n", "'a' has no value", 2));
    CU_ASSERT(refused("- name: x\n  expect:\n    a: [[b]]\n",
                      "'a' takes a list of texts, not a list", 3));
    CU_ASSERT(refused("- name: x\n  partners: [a]\n  expect: {a: 1}\n",
                      "'partners' takes a map of partner ids, not a list", 2));
    CU_ASSERT(refused("- defaults: {name: x}\n", "defaults have no 'name'", 1));
    CU_ASSERT(refused("- defaults: [a]\n", "'defaults' takes a map, not a list", 1));
}

/* Whoever reads on finds what else is wrong with the case. */
static void a_wrong_day_is_told_and_the_case_read(void) {
    work w;
    read_text(&w, "- name: x\n  as_of: today\n  expect: {a: 1}\n");
    CU_ASSERT(w.fine);
    CU_ASSERT_EQUAL_FATAL(w.problems.count, 1);
    CU_ASSERT_STRING_EQUAL(w.problems.items[0].message, "'today' is not a date");
    CU_ASSERT_EQUAL(w.problems.items[0].at.line, 2);
    arena_free(&w.memory);
}

static const CU_TestInfo tests[] = {
    {"a wrong day is told and the case read", a_wrong_day_is_told_and_the_case_read},
    {"a whole file is read as written", a_whole_file_is_read_as_written},
    {"several partners have expectations of their own",
     several_partners_have_expectations_of_their_own},
    {"partners may stand in expect, and expect at a partner",
     partners_may_stand_in_expect_and_expect_at_a_partner},
    {"defaults go to all cases below", defaults_go_to_all_cases_below},
    {"mistakes are told where they stand", mistakes_are_told_where_they_stand},
};

void cases_suite(void) {
    CU_pSuite suite = CU_add_suite("cases", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
