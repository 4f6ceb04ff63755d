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

static void remainders_are_compared_at_nine_places(void) {
    CU_ASSERT_TRUE(
        divides(split_largest_remainder, "0.01", "1 1.000000000000000001", 2, "0.01 0"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "0.01", "1 1.000001", 2, "0 0.01"));
    CU_ASSERT_TRUE(divides(split_largest_remainder, "10",
                           "0.166666666666666667 0.666666666666666667 0.166666666666666667", 2,
                           "1.67 6.67 1.66"));
    CU_ASSERT_TRUE(divides(split_rounded_lines, "10",
                           "3.333333333333333333 3.333333333333333333 3.333333333333333334", 2,
                           "3.34 3.33 3.33"));
}

static void parts_are_exact_whatever_the_magnitudes(void) {
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

/* Lines of accounts, a digit each: what they may hold, and what lines become. */
static bool limits(const char *total, const char *lines, const char *accounts, const char *most,
                   const char *expected) {
    number in[MOST], out[MOST], wanted[MOST], room[MOST];
    uint32_t account[MOST];
    size_t count = decimals(in, lines);
    decimals(room, most);
    CU_ASSERT_EQUAL_FATAL(decimals(wanted, expected), count);
    for (size_t i = 0; i < count; i++)
        account[i] = (uint32_t)(accounts[i] - '0');
    split_limit limit = {account, room};
    if (!split_limited_lines(decimal(total), in, count, 2, &limit, 1, out)) return false;
    for (size_t i = 0; i < count; i++)
        if (out[i] != wanted[i]) return false;
    return true;
}

static void a_unit_goes_to_no_line_whose_account_is_full(void) {
    CU_ASSERT_TRUE(limits("10.01", "5.005 4.995 0.004 0.004 0.002", "00111", "10 10",
                          "5.01 4.99 0.01 0 0"));
    CU_ASSERT_TRUE(
        limits("10.01", "5.005 4.995 0.004 0.004 0.002", "00111", "11 10", "5.01 5 0 0 0"));
}

static void units_that_no_line_can_take_are_not_handed_out(void) {
    CU_ASSERT_TRUE(limits("1.01", "0.506 0.5", "00", "1 1", "0.5 0.5"));
    CU_ASSERT_TRUE(limits("0.01", "0 0.006", "01", "1 0", "0 0"));
    CU_ASSERT_TRUE(limits("-99999999999999999999", "-99999999999999999999", "0",
                          "100000000000000000000", "-99999999999999999999"));
}

static void accounts_that_cutting_filled_are_emptied_first(void) {
    CU_ASSERT_TRUE(limits("-3.71", "0.644 0.636 0.0023 0.0023 0.0023 0.0023 -5", "0011112",
                          "1.28 1 1", "0.64 0.64 0 0 0 0.01 -5"));
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
    {"remainders are compared at nine places", remainders_are_compared_at_nine_places},
    {"parts are exact whatever the magnitudes", parts_are_exact_whatever_the_magnitudes},
    {"a unit goes to no line whose account is full",
     a_unit_goes_to_no_line_whose_account_is_full},
    {"units that no line can take are not handed out",
     units_that_no_line_can_take_are_not_handed_out},
    {"accounts that cutting filled are emptied first",
     accounts_that_cutting_filled_are_emptied_first},
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
