/* problem_test.c - what is wrong, where, and in which order people see it. */
#include "base/memory.h"
#include "base/problem.h"

#include <CUnit/Basic.h>
#include <string.h>

static const source_file tiers = {"tiers.lua", "ladder\r\n\n  level", 16};
static const source_file funds = {"funds.lua", "fund\n", 5};

static place at(const source_file *file, int line, int column) {
    return (place){file, line, column, 1};
}

static bool shows(place where, const char *expected) {
    return text_equal(place_source_line(where), text_of(expected));
}

static void a_problem_keeps_message_hint_and_both_places(void) {
    arena memory = {0};
    problem_list list = {.memory = &memory};
    char hint[] = "did you mean 'rank'?";
    CU_ASSERT_FALSE(problem_add_two(&list, at(&tiers, 3, 1), at(&funds, 1, 2), hint,
                                    "unknown field '%s'", "rnak"));
    hint[0] = 'x';
    CU_ASSERT_EQUAL_FATAL(list.count, 1);
    CU_ASSERT_STRING_EQUAL(list.items[0].message, "unknown field 'rnak'");
    CU_ASSERT_STRING_EQUAL(list.items[0].hint, "did you mean 'rank'?");
    CU_ASSERT_PTR_EQUAL(list.items[0].also.file, &funds);
    CU_ASSERT_FALSE(problem_add(&list, at(&tiers, 3, 2), NULL, "no value"));
    CU_ASSERT_PTR_NULL(list.items[1].hint);
    CU_ASSERT_PTR_NULL(list.items[1].also.file);
    arena_free(&memory);
}

static void at_one_word_only_the_first_problem_counts(void) {
    arena memory = {0};
    problem_list list = {.memory = &memory};
    for (int i = 0; i < 3; i++)
        problem_add(&list, at(&tiers, 1, 1), NULL, "no value");
    problem_add(&list, at(&tiers, 1, 2), NULL, "no value");
    problem_add(&list, at(&tiers, 1, 1), NULL, "another");
    CU_ASSERT_EQUAL(list.count, 2);
    CU_ASSERT_EQUAL(list.found, 2);
    CU_ASSERT_EQUAL(list.repeats, 3);
    CU_ASSERT_STRING_EQUAL(list.items[0].message, "no value");
    arena_free(&memory);
}

static void twenty_are_kept_and_all_are_counted(void) {
    arena memory = {0};
    problem_list list = {.memory = &memory};
    for (int line = 1; line <= PROBLEMS_KEPT; line++)
        problem_add(&list, at(&tiers, line, 1), NULL, "line %d", line);
    CU_ASSERT_EQUAL(list.found, PROBLEMS_KEPT);
    for (int line = 1; line <= 5; line++)
        problem_add(&list, at(&funds, line, 1), NULL, "more");
    CU_ASSERT_EQUAL(list.count, PROBLEMS_KEPT);
    CU_ASSERT_EQUAL(list.found, PROBLEMS_KEPT + 5);
    arena_free(&memory);
}

static void problems_are_sorted_by_file_line_and_column(void) {
    arena memory = {0};
    problem_list list = {.memory = &memory};
    problem_add(&list, at(&tiers, 9, 1), NULL, "tiers 9:1");
    problem_add(&list, at(&funds, 2, 5), NULL, "funds 2:5");
    problem_add(&list, at(&tiers, 2, 7), NULL, "tiers 2:7");
    problem_add(&list, at(&funds, 2, 3), NULL, "funds 2:3");
    problem_add(&list, at(&tiers, 2, 8), NULL, "tiers 2:8");
    problem_sort(&list);
    static const char *const order[] = {"tiers 2:7", "tiers 2:8", "tiers 9:1", "funds 2:3",
                                        "funds 2:5"};
    for (size_t i = 0; i < 5; i++)
        CU_ASSERT_STRING_EQUAL(list.items[i].message, order[i]);
    problem_list none = {.memory = &memory};
    problem_sort(&none);
    arena_free(&memory);
}

static void a_very_long_message_is_cut(void) {
    arena memory = {0};
    problem_list list = {.memory = &memory};
    char name[5000];
    memset(name, 'n', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    problem_add(&list, at(&tiers, 1, 1), NULL, "unknown '%s'", name);
    CU_ASSERT_EQUAL_FATAL(list.count, 1);
    CU_ASSERT_TRUE(strlen(list.items[0].message) < 1100);
    arena_free(&memory);
}

static void without_memory_the_arena_remembers(void) {
    arena memory = {0};
    problem_list list = {.memory = &memory};
    memory_fail_after(1);
    CU_ASSERT_FALSE(problem_add(&list, at(&tiers, 1, 1), "hint", "lost"));
    memory_fail_after(0);
    CU_ASSERT_TRUE(memory.failed);
    CU_ASSERT_EQUAL(list.count, 0);
    arena_free(&memory);
}

static void the_source_line_comes_without_its_line_end(void) {
    CU_ASSERT_TRUE(shows(at(&tiers, 1, 1), "ladder"));
    CU_ASSERT_TRUE(shows(at(&tiers, 2, 1), ""));
    CU_ASSERT_TRUE(shows(at(&tiers, 3, 1), "  level"));
    CU_ASSERT_TRUE(shows(at(&funds, 1, 1), "fund"));
}

static void a_line_that_is_not_there_is_empty(void) {
    CU_ASSERT_TRUE(shows(at(&tiers, 0, 0), ""));
    CU_ASSERT_TRUE(shows(at(&tiers, 4, 1), ""));
    CU_ASSERT_TRUE(shows(at(&tiers, 400, 1), ""));
    CU_ASSERT_TRUE(shows(at(&funds, 2, 1), ""));
    CU_ASSERT_TRUE(shows(at(NULL, 1, 1), ""));
    const source_file empty = {"empty.lua", "", 0};
    CU_ASSERT_TRUE(shows(at(&empty, 1, 1), ""));
}

static const CU_TestInfo tests[] = {
    {"a problem keeps message, hint and both places",
     a_problem_keeps_message_hint_and_both_places},
    {"at one word only the first problem counts", at_one_word_only_the_first_problem_counts},
    {"twenty are kept and all are counted", twenty_are_kept_and_all_are_counted},
    {"problems are sorted by file, line and column",
     problems_are_sorted_by_file_line_and_column},
    {"a very long message is cut", a_very_long_message_is_cut},
    {"without memory the arena remembers", without_memory_the_arena_remembers},
    {"the source line comes without its line end", the_source_line_comes_without_its_line_end},
    {"a line that is not there is empty", a_line_that_is_not_there_is_empty},
};

void problem_suite(void);

void problem_suite(void) {
    CU_pSuite suite = CU_add_suite("problem", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
