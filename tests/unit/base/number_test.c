/* number_test.c - exact decimals, each edge from both sides. The bulk of cases is
 * number_oracle's. */
#include "base/number.h"

#include <CUnit/Basic.h>
#include <math.h>
#include <string.h>

static number decimal(const char *text) {
    number value = 0;
    CU_ASSERT_TRUE_FATAL(number_from_text(&value, text, strlen(text)));
    return value;
}

static bool is_number(const char *text) {
    number value;
    return number_from_text(&value, text, strlen(text));
}

static bool prints_as(number value, int least_places, const char *expected) {
    char out[NUMBER_TEXT];
    size_t length = number_print(out, value, least_places);
    return length == strlen(expected) && strcmp(out, expected) == 0;
}

static bool fixed_as(const char *value, int places, const char *expected) {
    char out[NUMBER_TEXT];
    size_t length = number_print_fixed(out, decimal(value), places);
    return length == strlen(expected) && strcmp(out, expected) == 0;
}

static bool rounds_to(const char *value, int places, number_rounding how,
                      const char *expected) {
    return number_round(decimal(value), places, how) == decimal(expected);
}

static number product(const char *a, const char *b) {
    number out = 0;
    CU_ASSERT_TRUE(number_multiply(&out, decimal(a), decimal(b)));
    return out;
}

static number quotient(const char *a, const char *b) {
    number out = 0;
    CU_ASSERT_TRUE(number_divide(&out, decimal(a), decimal(b)));
    return out;
}

static void text_is_digits_with_up_to_18_places(void) {
    CU_ASSERT_TRUE(decimal("1") == NUMBER_ONE);
    CU_ASSERT_TRUE(decimal("-1") == -NUMBER_ONE);
    CU_ASSERT_TRUE(decimal("0.000000000000000001") == 1);
    CU_ASSERT_TRUE(decimal("-0") == 0);
    CU_ASSERT_TRUE(decimal("007.50") == decimal("7.5"));
    CU_ASSERT_FALSE(is_number("0.0000000000000000001"));
}

static void text_with_anything_else_is_refused(void) {
    static const char *const wrong[] = {"",      "-",   "+1",    ".",    ".5",   "5.",   " 1",
                                        "1 ",    "1,5", "1_000", "1e3",  "0x10", "--1",  "1.-5",
                                        "1.2.3", "nan", "inf",   "1.5 ", "-.5",  "1.2e", "$5"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        CU_ASSERT_FALSE(is_number(wrong[i]));
    number value;
    CU_ASSERT_FALSE(number_from_text(&value, "1\0002", 3));
}

static void text_reaches_the_limit_and_not_beyond(void) {
    CU_ASSERT_TRUE(decimal("100000000000000000000") == NUMBER_LIMIT);
    CU_ASSERT_TRUE(decimal("-100000000000000000000") == -NUMBER_LIMIT);
    CU_ASSERT_TRUE(decimal("99999999999999999999.999999999999999999") == NUMBER_LIMIT - 1);
    CU_ASSERT_FALSE(is_number("100000000000000000000.000000000000000001"));
    CU_ASSERT_FALSE(is_number("100000000000000000001"));
    CU_ASSERT_FALSE(is_number("-100000000000000000001"));
    CU_ASSERT_FALSE(is_number("340282366920938463463374607431768211457"));
}

static void a_refused_text_leaves_the_value_alone(void) {
    number value = 42;
    CU_ASSERT_FALSE(number_from_text(&value, "1x", 2));
    CU_ASSERT_TRUE(value == 42);
}

static void text_need_not_end_in_nul(void) {
    number value;
    CU_ASSERT_TRUE(number_from_text(&value, "12.345", 4));
    CU_ASSERT_TRUE(value == decimal("12.3"));
}

static void integers_and_minor_units_come_in_exactly(void) {
    number value;
    CU_ASSERT_TRUE(prints_as(number_from_integer(INT64_MIN), 0, "-9223372036854775808"));
    CU_ASSERT_TRUE(prints_as(number_from_integer(INT64_MAX), 0, "9223372036854775807"));
    CU_ASSERT_TRUE(number_from_scaled(&value, -1234, 2));
    CU_ASSERT_TRUE(value == decimal("-12.34"));
    CU_ASSERT_TRUE(number_from_scaled(&value, INT64_MAX, 0));
    CU_ASSERT_TRUE(value == number_from_integer(INT64_MAX));
    CU_ASSERT_TRUE(number_from_scaled(&value, 5, 18));
    CU_ASSERT_TRUE(value == 5);
    CU_ASSERT_FALSE(number_from_scaled(&value, 5, 19));
}

static bool stands_for(double literal, const char *text) {
    number value;
    return number_from_double(&value, literal) && value == decimal(text);
}

static void a_literal_is_the_decimal_it_was_written_as(void) {
    CU_ASSERT_TRUE(stands_for(0.05, "0.05"));
    CU_ASSERT_TRUE(stands_for(-0.1, "-0.1"));
    CU_ASSERT_TRUE(stands_for(-0.0, "0"));
    CU_ASSERT_TRUE(stands_for(0.000000001, "0.000000001"));
    CU_ASSERT_TRUE(stands_for(123456.123456789, "123456.123456789"));
    CU_ASSERT_TRUE(stands_for(4500000.123456789, "4500000.123456789"));
    CU_ASSERT_TRUE(stands_for(8388607.999999999, "8388607.999999999"));
}

static void large_amounts_in_cents_are_decimals_too(void) {
    CU_ASSERT_TRUE(stands_for(12345678.90, "12345678.9"));
    CU_ASSERT_TRUE(stands_for(9999999999999.99, "9999999999999.99"));
    CU_ASSERT_TRUE(stands_for(1e15, "1000000000000000"));
    CU_ASSERT_TRUE(stands_for(9007199254740991.0, "9007199254740991"));
}

static void a_computed_fraction_stands_for_no_decimal(void) {
    number value = 42;
    CU_ASSERT_FALSE(number_from_double(&value, 0.1 + 0.2));
    CU_ASSERT_FALSE(number_from_double(&value, 1.0 / 3.0));
    CU_ASSERT_FALSE(number_from_double(&value, 0.0000000001));
    CU_ASSERT_FALSE(number_from_double(&value, 1234567890.123456789));
    CU_ASSERT_FALSE(number_from_double(&value, 9007199254740992.0));
    CU_ASSERT_FALSE(number_from_double(&value, 1e300));
    CU_ASSERT_FALSE(number_from_double(&value, (double)INFINITY));
    CU_ASSERT_FALSE(number_from_double(&value, (double)-INFINITY));
    CU_ASSERT_FALSE(number_from_double(&value, (double)NAN));
    CU_ASSERT_TRUE(value == 42);
}

static void every_cent_up_to_ten_thousand_survives_a_double(void) {
    number value;
    for (int64_t cents = -1000000; cents <= 1000000; cents += 7) {
        CU_ASSERT_TRUE_FATAL(number_from_double(&value, (double)cents / 100));
        CU_ASSERT_TRUE_FATAL(value == (number)cents * (NUMBER_ONE / 100));
    }
}

static void sums_are_exact_up_to_the_limit(void) {
    number out = 42;
    CU_ASSERT_TRUE(number_add(&out, decimal("0.1"), decimal("0.2")));
    CU_ASSERT_TRUE(out == decimal("0.3"));
    CU_ASSERT_TRUE(number_add(&out, NUMBER_LIMIT - 1, 1));
    CU_ASSERT_TRUE(out == NUMBER_LIMIT);
    CU_ASSERT_TRUE(number_subtract(&out, 1 - NUMBER_LIMIT, 1));
    CU_ASSERT_TRUE(out == -NUMBER_LIMIT);
    CU_ASSERT_TRUE(number_subtract(&out, NUMBER_LIMIT, NUMBER_LIMIT));
    CU_ASSERT_TRUE(out == 0);
}

static void a_sum_beyond_the_limit_is_an_overflow_and_changes_nothing(void) {
    number out = 42;
    CU_ASSERT_FALSE(number_add(&out, NUMBER_LIMIT, 1));
    CU_ASSERT_FALSE(number_add(&out, NUMBER_LIMIT, NUMBER_LIMIT));
    CU_ASSERT_FALSE(number_add(&out, -NUMBER_LIMIT, -NUMBER_LIMIT));
    CU_ASSERT_FALSE(number_subtract(&out, -NUMBER_LIMIT, 1));
    CU_ASSERT_FALSE(number_subtract(&out, NUMBER_LIMIT, -NUMBER_LIMIT));
    CU_ASSERT_TRUE(out == 42);
}

static void products_round_half_to_even_in_the_18th_place(void) {
    CU_ASSERT_TRUE(product("150000", "0.03") == decimal("4500"));
    CU_ASSERT_TRUE(product("0.000000001", "0.0000000005") == 0);
    CU_ASSERT_TRUE(product("0.000000003", "0.0000000005") == 2);
    CU_ASSERT_TRUE(product("-0.000000003", "0.0000000005") == -2);
    CU_ASSERT_TRUE(product("0.000000005", "0.0000000005") == 2);
    CU_ASSERT_TRUE(product("0.000000005", "0.000000000500000001") == 3);
    CU_ASSERT_TRUE(product("-7", "-6") == decimal("42"));
}

static void products_reach_the_limit_and_not_beyond(void) {
    number out = 42;
    CU_ASSERT_TRUE(product("10000000000", "10000000000") == NUMBER_LIMIT);
    CU_ASSERT_TRUE(product("-100000000000000000000", "1") == -NUMBER_LIMIT);
    CU_ASSERT_FALSE(
        number_multiply(&out, decimal("10000000000"), decimal("10000000000.000000001")));
    CU_ASSERT_FALSE(number_multiply(&out, NUMBER_LIMIT, NUMBER_LIMIT));
    CU_ASSERT_FALSE(number_multiply(&out, NUMBER_LIMIT, NUMBER_ONE + 1));
    CU_ASSERT_TRUE(out == 42);
}

static void quotients_round_half_to_even_in_the_18th_place(void) {
    CU_ASSERT_TRUE(quotient("40", "3") == decimal("13.333333333333333333"));
    CU_ASSERT_TRUE(quotient("-2", "3") == decimal("-0.666666666666666667"));
    CU_ASSERT_TRUE(quotient("0.000000000000000001", "2") == 0);
    CU_ASSERT_TRUE(quotient("0.000000000000000003", "2") == 2);
    CU_ASSERT_TRUE(quotient("0.000000000000000003", "-2") == -2);
    CU_ASSERT_TRUE(quotient("100000000000000000000", "100000000000000000000") == NUMBER_ONE);
    CU_ASSERT_TRUE(quotient("1", "100000000000000000000") == 0);
}

static void a_quotient_beyond_the_limit_is_an_overflow(void) {
    number out = 42;
    CU_ASSERT_FALSE(number_divide(&out, NUMBER_LIMIT, 1));
    CU_ASSERT_FALSE(number_divide(&out, NUMBER_LIMIT, NUMBER_ONE - 1));
    CU_ASSERT_TRUE(out == 42);
    CU_ASSERT_TRUE(number_divide(&out, NUMBER_LIMIT, NUMBER_ONE));
    CU_ASSERT_TRUE(out == NUMBER_LIMIT);
}

static void a_product_with_a_quotient_is_rounded_once(void) {
    number out;
    CU_ASSERT_TRUE(number_multiply_divide(&out, decimal("3"), decimal("1"), decimal("3")));
    CU_ASSERT_TRUE(out == NUMBER_ONE);
    CU_ASSERT_TRUE(number_multiply_divide(&out, NUMBER_LIMIT, NUMBER_LIMIT, -NUMBER_LIMIT));
    CU_ASSERT_TRUE(out == -NUMBER_LIMIT);
    CU_ASSERT_TRUE(number_multiply_divide(&out, NUMBER_LIMIT, NUMBER_LIMIT - 1, NUMBER_LIMIT));
    CU_ASSERT_TRUE(out == NUMBER_LIMIT - 1);
    out = 42;
    CU_ASSERT_FALSE(number_multiply_divide(&out, NUMBER_LIMIT, NUMBER_LIMIT, 1));
    CU_ASSERT_FALSE(number_multiply_divide(&out, NUMBER_LIMIT, NUMBER_LIMIT, NUMBER_LIMIT - 1));
    CU_ASSERT_TRUE(out == 42);
}

static void three_times_forty_thirds_is_forty(void) {
    number three_times = 0;
    CU_ASSERT_TRUE(number_multiply(&three_times, quotient("40", "3"), decimal("3")));
    CU_ASSERT_TRUE(three_times != decimal("40"));
    CU_ASSERT_EQUAL(number_compare(three_times, decimal("40")), 0);
    CU_ASSERT_TRUE(number_on_grid(three_times) == decimal("40"));
    CU_ASSERT_TRUE(number_is_whole(three_times));
}

static int order(const char *a, const char *b) {
    int forth = number_compare(decimal(a), decimal(b));
    CU_ASSERT_EQUAL(number_compare(decimal(b), decimal(a)), -forth);
    return forth;
}

static void comparing_looks_at_nine_places(void) {
    CU_ASSERT_EQUAL(order("1.0000000004", "1"), 0);
    CU_ASSERT_EQUAL(order("1.0000000005", "1"), 1);
    CU_ASSERT_EQUAL(order("0.9999999995", "1"), 0);
    CU_ASSERT_EQUAL(order("0.9999999994", "1"), -1);
    CU_ASSERT_EQUAL(order("0.0000000004", "-0.0000000004"), 0);
    CU_ASSERT_EQUAL(order("-0.0000000005", "0"), -1);
    CU_ASSERT_EQUAL(order("1.000000001", "1"), 1);
    CU_ASSERT_EQUAL(order("100000000000000000000", "-100000000000000000000"), 1);
    CU_ASSERT_EQUAL(order("99999999999999999999.9999999996", "100000000000000000000"), 0);
}

static void halves_round_away_from_zero_by_default(void) {
    CU_ASSERT_TRUE(rounds_to("2.675", 2, ROUND_HALF_UP, "2.68"));
    CU_ASSERT_TRUE(rounds_to("-2.675", 2, ROUND_HALF_UP, "-2.68"));
    CU_ASSERT_TRUE(rounds_to("2.674999999", 2, ROUND_HALF_UP, "2.67"));
    CU_ASSERT_TRUE(rounds_to("-0.004", 2, ROUND_HALF_UP, "0"));
}

static void halves_round_to_even_when_asked(void) {
    CU_ASSERT_TRUE(rounds_to("2.665", 2, ROUND_HALF_EVEN, "2.66"));
    CU_ASSERT_TRUE(rounds_to("2.675", 2, ROUND_HALF_EVEN, "2.68"));
    CU_ASSERT_TRUE(rounds_to("2.665000001", 2, ROUND_HALF_EVEN, "2.67"));
    CU_ASSERT_TRUE(rounds_to("-2.665", 2, ROUND_HALF_EVEN, "-2.66"));
    CU_ASSERT_TRUE(rounds_to("1.000000001", 9, ROUND_HALF_EVEN, "1.000000001"));
}

static void down_is_towards_zero_and_up_is_away_from_it(void) {
    CU_ASSERT_TRUE(rounds_to("2.679", 2, ROUND_DOWN, "2.67"));
    CU_ASSERT_TRUE(rounds_to("-2.679", 2, ROUND_DOWN, "-2.67"));
    CU_ASSERT_TRUE(rounds_to("2.671", 2, ROUND_UP, "2.68"));
    CU_ASSERT_TRUE(rounds_to("-2.671", 2, ROUND_UP, "-2.68"));
    CU_ASSERT_TRUE(rounds_to("2.67", 2, ROUND_UP, "2.67"));
}

static void rounding_looks_at_nine_places_first(void) {
    CU_ASSERT_TRUE(rounds_to("2.0000000001", 2, ROUND_UP, "2"));
    CU_ASSERT_TRUE(rounds_to("2.0000000005", 2, ROUND_UP, "2.01"));
    CU_ASSERT_TRUE(rounds_to("2.4999999999", 2, ROUND_DOWN, "2.5"));
    CU_ASSERT_TRUE(rounds_to("2.4949999994", 2, ROUND_HALF_UP, "2.49"));
    CU_ASSERT_TRUE(rounds_to("2.4949999995", 2, ROUND_HALF_UP, "2.5"));
    CU_ASSERT_TRUE(rounds_to("1.0000000005", 9, ROUND_DOWN, "1.000000001"));
}

static void rounding_reaches_from_18_places_to_tens_of_thousands(void) {
    CU_ASSERT_TRUE(rounds_to("1.000000000000000005", 18, ROUND_UP, "1.000000000000000005"));
    CU_ASSERT_TRUE(rounds_to("1.000000000000000005", 17, ROUND_HALF_UP, "1.00000000000000001"));
    CU_ASSERT_TRUE(rounds_to("1.000000000000000005", 17, ROUND_HALF_EVEN, "1"));
    CU_ASSERT_TRUE(rounds_to("12500", -3, ROUND_HALF_EVEN, "12000"));
    CU_ASSERT_TRUE(rounds_to("12500", -3, ROUND_HALF_UP, "13000"));
    CU_ASSERT_TRUE(
        rounds_to("50000000000000000000", -20, ROUND_HALF_UP, "100000000000000000000"));
    CU_ASSERT_TRUE(rounds_to("49999999999999999999", -20, ROUND_HALF_UP, "0"));
    CU_ASSERT_TRUE(rounds_to("0.01", -20, ROUND_UP, "100000000000000000000"));
}

static void whole_is_whole_at_nine_places(void) {
    int64_t whole = 42;
    CU_ASSERT_TRUE(number_is_whole(decimal("2.9999999999")));
    CU_ASSERT_FALSE(number_is_whole(decimal("2.999999999")));
    CU_ASSERT_TRUE(number_is_whole(decimal("-3")));
    CU_ASSERT_TRUE(number_to_integer(&whole, decimal("2.9999999999")) && whole == 3);
    CU_ASSERT_TRUE(number_to_integer(&whole, decimal("-2.999999999")) && whole == -2);
}

static void an_integer_that_does_not_fit_is_refused(void) {
    int64_t whole = 42;
    CU_ASSERT_FALSE(number_to_integer(&whole, decimal("9223372036854775808")));
    CU_ASSERT_FALSE(number_to_integer(&whole, decimal("-9223372036854775809")));
    CU_ASSERT_EQUAL(whole, 42);
    CU_ASSERT_TRUE(number_to_integer(&whole, decimal("9223372036854775807.9")) &&
                   whole == INT64_MAX);
    CU_ASSERT_TRUE(number_to_integer(&whole, decimal("-9223372036854775808")) &&
                   whole == INT64_MIN);
}

static void printing_drops_zeros_down_to_the_least_places(void) {
    CU_ASSERT_TRUE(prints_as(decimal("12.50"), 0, "12.5"));
    CU_ASSERT_TRUE(prints_as(decimal("12.5"), 2, "12.50"));
    CU_ASSERT_TRUE(prints_as(decimal("12.345"), 2, "12.345"));
    CU_ASSERT_TRUE(prints_as(decimal("0"), 0, "0"));
    CU_ASSERT_TRUE(prints_as(decimal("0"), 9, "0.000000000"));
    CU_ASSERT_TRUE(prints_as(decimal("-0.05"), 0, "-0.05"));
    CU_ASSERT_TRUE(prints_as(quotient("2", "3"), 0, "0.666666667"));
}

static void printing_never_shows_minus_zero(void) {
    CU_ASSERT_TRUE(prints_as(decimal("-0.0000000004"), 0, "0"));
    CU_ASSERT_TRUE(prints_as(decimal("-0.0000000005"), 0, "-0.000000001"));
    CU_ASSERT_TRUE(fixed_as("-0.004", 2, "0.00"));
}

static void the_longest_numbers_print_whole(void) {
    CU_ASSERT_TRUE(prints_as(NUMBER_LIMIT, 9, "100000000000000000000.000000000"));
    CU_ASSERT_TRUE(prints_as(-NUMBER_LIMIT, 0, "-100000000000000000000"));
    CU_ASSERT_TRUE(prints_as(decimal("1000000000000000000.1"), 0, "1000000000000000000.1"));
    CU_ASSERT_TRUE(prints_as(decimal("999999999999999999.9"), 0, "999999999999999999.9"));
}

static void fixed_places_round_half_up(void) {
    CU_ASSERT_TRUE(fixed_as("2.675", 2, "2.68"));
    CU_ASSERT_TRUE(fixed_as("2.5", 0, "3"));
    CU_ASSERT_TRUE(fixed_as("-2.5", 0, "-3"));
    CU_ASSERT_TRUE(fixed_as("7", 3, "7.000"));
    CU_ASSERT_TRUE(fixed_as("7.123456789", 9, "7.123456789"));
}

static const CU_TestInfo tests[] = {
    {"text is digits with up to 18 places", text_is_digits_with_up_to_18_places},
    {"text with anything else is refused", text_with_anything_else_is_refused},
    {"text reaches the limit and not beyond", text_reaches_the_limit_and_not_beyond},
    {"a refused text leaves the value alone", a_refused_text_leaves_the_value_alone},
    {"text need not end in NUL", text_need_not_end_in_nul},
    {"integers and minor units come in exactly", integers_and_minor_units_come_in_exactly},
    {"a literal is the decimal it was written as", a_literal_is_the_decimal_it_was_written_as},
    {"large amounts in cents are decimals too", large_amounts_in_cents_are_decimals_too},
    {"a computed fraction stands for no decimal", a_computed_fraction_stands_for_no_decimal},
    {"every cent up to ten thousand survives a double",
     every_cent_up_to_ten_thousand_survives_a_double},
    {"sums are exact up to the limit", sums_are_exact_up_to_the_limit},
    {"a sum beyond the limit is an overflow and changes nothing",
     a_sum_beyond_the_limit_is_an_overflow_and_changes_nothing},
    {"products round half to even in the 18th place",
     products_round_half_to_even_in_the_18th_place},
    {"products reach the limit and not beyond", products_reach_the_limit_and_not_beyond},
    {"quotients round half to even in the 18th place",
     quotients_round_half_to_even_in_the_18th_place},
    {"a quotient beyond the limit is an overflow", a_quotient_beyond_the_limit_is_an_overflow},
    {"a product with a quotient is rounded once", a_product_with_a_quotient_is_rounded_once},
    {"three times forty thirds is forty", three_times_forty_thirds_is_forty},
    {"comparing looks at nine places", comparing_looks_at_nine_places},
    {"halves round away from zero by default", halves_round_away_from_zero_by_default},
    {"halves round to even when asked", halves_round_to_even_when_asked},
    {"down is towards zero and up is away from it",
     down_is_towards_zero_and_up_is_away_from_it},
    {"rounding looks at nine places first", rounding_looks_at_nine_places_first},
    {"rounding reaches from 18 places to tens of thousands",
     rounding_reaches_from_18_places_to_tens_of_thousands},
    {"whole is whole at nine places", whole_is_whole_at_nine_places},
    {"an integer that does not fit is refused", an_integer_that_does_not_fit_is_refused},
    {"printing drops zeros down to the least places",
     printing_drops_zeros_down_to_the_least_places},
    {"printing never shows minus zero", printing_never_shows_minus_zero},
    {"the longest numbers print whole", the_longest_numbers_print_whole},
    {"fixed places round half up", fixed_places_round_half_up},
};

void number_suite(void);

void number_suite(void) {
    CU_pSuite suite = CU_add_suite("number", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
