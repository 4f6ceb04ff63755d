/* split_test.c - parts that add up to their total, to the cent. */
#include "base/memory.h"
#include "base/split.h"

#include <CUnit/Basic.h>
#include <string.h>

enum { MOST = 20 };

typedef bool splitter(number total, const number *values, size_t count, int places,
                      number *parts);

static number decimal(const char *text) {
    number value = 0;
    CU_ASSERT_TRUE_FATAL(number_from_text(&value, text, strlen(text)));
    return value;
}

/* Reads words separated by spaces. */
static size_t decimals(number *out, const char *list) {
    size_t count = 0;
    while (*list != '\0') {
        size_t length = strcspn(list, " ");
        CU_ASSERT_TRUE_FATAL(count < MOST && number_from_text(&out[count], list, length));
        count++;
        list += length + (list[length] == ' ');
    }
    return count;
}

static bool divides(splitter *divide, const char *total, const char *values, int places,
                    const char *expected) {
    number in[MOST], out[MOST], wanted[MOST];
    size_t count = decimals(in, values);
    CU_ASSERT_EQUAL_FATAL(decimals(wanted, expected), count);
    if (!divide(decimal(total), in, count, places, out)) return false;
    for (size_t i = 0; i < count; i++)
        if (out[i] != wanted[i]) return false;
    return true;
}

static bool refuses(splitter *divide, const char *total, const char *values, int places) {
    number in[MOST], out[MOST];
    size_t count = decimals(in, values);
    for (size_t i = 0; i < count; i++)
        out[i] = 42;
    if (divide(decimal(total), in, count, places, out)) return false;
    for (size_t i = 0; i < count; i++)
        if (out[i] != 42) return false;
    return true;
}

static void left_over_cents_go_to_the_largest_remainders(void) {
    CU_ASSERT_TRUE(divides(split_largest_remainder, "100", "1 1 1", 2, "33.34 33.33 33.33"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "0.05", "0.3 0.7", 2, "0.02 0.03"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "10", "1 2 3", 0, "2 3 5"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "100.01", "0.5 0.5", 2, "50.01 50"));
}

static void remainders_that_tie_go_in_order(void) {
    CU_ASSERT_TRUE(divides(split_largest_remainder, "0.02", "1 1 1 1", 2, "0.01 0.01 0 0"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "0.03", "1 1 1 1 1 1 1 1 1 1", 2,
                           "0.01 0.01 0.01 0 0 0 0 0 0 0"));
}

static void a_negative_total_mirrors_a_positive_one(void) {
    CU_ASSERT_TRUE(
        divides(split_largest_remainder, "-100", "1 1 1", 2, "-33.34 -33.33 -33.33"));
    CU_ASSERT_TRUE(divides(split_rounded_lines, "-0.67", "-0.335 -0.335", 2, "-0.34 -0.33"));
}

static void a_weight_of_zero_gets_nothing(void) {
    CU_ASSERT_TRUE(divides(split_largest_remainder, "0.01", "0 1 0", 2, "0 0.01 0"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "0", "0 1 2", 2, "0 0 0"));
}

static void remainders_are_compared_exactly(void) {
    CU_ASSERT_TRUE(
        divides(split_largest_remainder, "0.01", "1 1.000000000000000001", 2, "0 0.01"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "99999999999999999999.99",
                           "49999999999999999999.999999999999999999 0.000000000000000002", 2,
                           "99999999999999999999.99 0"));
}

static void what_can_not_be_split_is_refused_and_changes_nothing(void) {
    CU_ASSERT_TRUE(refuses(split_largest_remainder, "10.005", "1 1", 2));
    CU_ASSERT_TRUE(refuses(split_largest_remainder, "10", "0 0", 2));
    CU_ASSERT_TRUE(refuses(split_largest_remainder, "10", "", 2));
    CU_ASSERT_TRUE(refuses(split_largest_remainder, "10", "2 -1", 2));
    CU_ASSERT_TRUE(refuses(split_largest_remainder, "10", "100000000000000000000 1", 2));
    CU_ASSERT_TRUE(refuses(split_rounded_lines, "10.005", "10.005", 2));
}

static void parts_may_replace_their_weights(void) {
    number both[] = {NUMBER_ONE, NUMBER_ONE, NUMBER_ONE};
    CU_ASSERT_TRUE(split_largest_remainder(NUMBER_ONE, both, 3, 0, both));
    CU_ASSERT_TRUE(both[0] == NUMBER_ONE && both[1] == 0 && both[2] == 0);
}

static void lines_are_shown_in_cents_that_add_up(void) {
    CU_ASSERT_TRUE(divides(split_rounded_lines, "1", "0.335 0.334 0.331", 2, "0.34 0.33 0.33"));
    CU_ASSERT_TRUE(
        divides(split_rounded_lines, "1.01", "0.335 0.335 0.335", 2, "0.34 0.34 0.33"));
    CU_ASSERT_TRUE(divides(split_rounded_lines, "7", "7", 2, "7"));
    CU_ASSERT_TRUE(divides(split_rounded_lines, "0", "", 2, ""));
}

static void lines_with_returns_among_them_add_up_too(void) {
    CU_ASSERT_TRUE(divides(split_rounded_lines, "0", "100.004 -100", 2, "100 -100"));
    CU_ASSERT_TRUE(divides(split_rounded_lines, "6.67", "10.005 -3.333", 2, "10 -3.33"));
    CU_ASSERT_TRUE(divides(split_rounded_lines, "0.01", "-0.005 0.015", 2, "0 0.01"));
}

static void lines_that_do_not_come_to_the_total_are_refused(void) {
    CU_ASSERT_TRUE(refuses(split_rounded_lines, "1.01", "0.5 0.5", 2));
    CU_ASSERT_TRUE(refuses(split_rounded_lines, "0.99", "0.5 0.5", 2));
    CU_ASSERT_TRUE(refuses(split_rounded_lines, "1.02", "0.505 0.505", 2));
    CU_ASSERT_TRUE(refuses(split_rounded_lines, "-100000000000000000000", "1", 2));
}

static void a_long_split_without_memory_is_refused(void) {
    memory_fail_after(1);
    CU_ASSERT_TRUE(refuses(split_largest_remainder, "1", "1 1 1 1 1 1 1 1 1", 2));
    CU_ASSERT_TRUE(refuses(split_rounded_lines, "9", "1 1 1 1 1 1 1 1 1", 2));
    memory_fail_after(0);
}

static const CU_TestInfo tests[] = {
    {"left-over cents go to the largest remainders",
     left_over_cents_go_to_the_largest_remainders},
    {"remainders that tie go in order", remainders_that_tie_go_in_order},
    {"a negative total mirrors a positive one", a_negative_total_mirrors_a_positive_one},
    {"a weight of zero gets nothing", a_weight_of_zero_gets_nothing},
    {"remainders are compared exactly", remainders_are_compared_exactly},
    {"what can not be split is refused and changes nothing",
     what_can_not_be_split_is_refused_and_changes_nothing},
    {"parts may replace their weights", parts_may_replace_their_weights},
    {"lines are shown in cents that add up", lines_are_shown_in_cents_that_add_up},
    {"lines with returns among them add up too", lines_with_returns_among_them_add_up_too},
    {"lines that do not come to the total are refused",
     lines_that_do_not_come_to_the_total_are_refused},
    {"a long split without memory is refused", a_long_split_without_memory_is_refused},
};

void split_suite(void);

void split_suite(void) {
    CU_pSuite suite = CU_add_suite("split", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
