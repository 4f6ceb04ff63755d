/* amount_test.c - values as machines and as people read them. */
#include "explain/amount.h"

#include <CUnit/CUnit.h>
#include <string.h>

static const plan dollars = {.currency = "USD", .currency_places = 2};
static const plan yen = {.currency = "JPY", .currency_places = 0};
static const plan dinars = {.currency = "KWD", .currency_places = 3};

static value of(measure m, const char *digits) {
    value v = {.state = CELL_VALUE, .type = TYPE_NUMBER, .measure = m};
    CU_ASSERT_TRUE(number_from_text(&v.number, digits, strlen(digits)));
    return v;
}

static bool machine(const plan *p, value v, const char *wanted) {
    char room[AMOUNT_TEXT];
    return text_equal(amount_machine(&v, p, room), text_of(wanted));
}

static bool people(const plan *p, value v, const char *wanted) {
    char room[AMOUNT_TEXT];
    return text_equal(amount_people(&v, p, room), text_of(wanted));
}

static void machines_get_money_with_at_least_its_minor_units(void) {
    CU_ASSERT_TRUE(machine(&dollars, of(MEASURE_MONEY, "1234.5"), "1234.50"));
    CU_ASSERT_TRUE(machine(&dollars, of(MEASURE_MONEY, "9999.996"), "9999.996"));
    CU_ASSERT_TRUE(machine(&yen, of(MEASURE_MONEY, "1234"), "1234"));
    CU_ASSERT_TRUE(machine(&dinars, of(MEASURE_MONEY, "1.5"), "1.500"));
}

static void machines_get_nine_places_at_most(void) {
    CU_ASSERT_TRUE(machine(&dollars, of(MEASURE_NUMBER, "0.1234567895"), "0.12345679"));
    CU_ASSERT_TRUE(machine(&dollars, of(MEASURE_PERCENT, "0.123"), "0.123"));
    CU_ASSERT_TRUE(machine(&dollars, of(MEASURE_POINTS, "50"), "50"));
    CU_ASSERT_TRUE(machine(&dollars, of(MEASURE_COUNT, "-0.0000000001"), "0"));
}

static void whole_counts_and_days_need_no_quotes(void) {
    value counts = of(MEASURE_COUNT, "3"), part = of(MEASURE_COUNT, "2.5");
    value days = of(MEASURE_DAYS, "60"), points = of(MEASURE_POINTS, "50");
    value flag = {.state = CELL_VALUE, .type = TYPE_BOOLEAN, .number = 1};
    CU_ASSERT_TRUE(amount_is_bare(&counts));
    CU_ASSERT_TRUE(amount_is_bare(&days));
    CU_ASSERT_TRUE(amount_is_bare(&flag));
    CU_ASSERT_FALSE(amount_is_bare(&part));
    CU_ASSERT_FALSE(amount_is_bare(&points));
}

static void dates_texts_and_answers_are_themselves(void) {
    value day = {.state = CELL_VALUE, .type = TYPE_DATE};
    value flag = {.state = CELL_VALUE, .type = TYPE_BOOLEAN, .number = 1};
    value level = {.state = CELL_VALUE, .type = TYPE_LEVEL, .text = text_of("gold")};
    CU_ASSERT_TRUE(machine(&dollars, day, "1970-01-01"));
    CU_ASSERT_TRUE(machine(&dollars, flag, "true"));
    CU_ASSERT_TRUE(machine(&dollars, level, "gold"));
    CU_ASSERT_TRUE(people(&dollars, flag, "yes"));
    CU_ASSERT_TRUE(people(&dollars, level, "gold"));
}

static void no_value_is_empty_to_machines_and_a_dash_to_people(void) {
    value none = {.state = CELL_NONE}, wrong = {.state = CELL_WRONG};
    CU_ASSERT_TRUE(machine(&dollars, none, ""));
    CU_ASSERT_TRUE(machine(&dollars, wrong, ""));
    CU_ASSERT_TRUE(people(&dollars, none, "-"));
}

static void people_read_money_with_prefix_and_thousands(void) {
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_MONEY, "1234567.5"), "$1,234,567.50"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_MONEY, "-999.999"), "-$1,000.00"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_MONEY, "999"), "$999.00"));
    CU_ASSERT_TRUE(people(&yen, of(MEASURE_MONEY, "1234"), "JPY 1,234"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_MONEY, "99999999999999999999"),
                          "$99,999,999,999,999,999,999.00"));
}

static void people_read_percents_counts_and_days(void) {
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_PERCENT, "0.12345"), "12.35%"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_PERCENT, "-0.1"), "-10.00%"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_COUNT, "12345"), "12,345"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_DAYS, "1"), "1 day"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_DAYS, "60"), "60 days"));
    CU_ASSERT_TRUE(people(&dollars, of(MEASURE_NUMBER, "1234.5"), "1,234.5"));
}

static void more_decimals_are_shown_where_they_are_asked_for(void) {
    char room[AMOUNT_TEXT];
    number n = of(MEASURE_MONEY, "49999.996").number;
    CU_ASSERT_TRUE(text_equal(amount_money(n, &dollars, room), text_of("$50,000.00")));
    CU_ASSERT_TRUE(
        text_equal(amount_of(n, MEASURE_MONEY, &dollars, 3, room), text_of("$49,999.996")));
}

static void what_is_paid_has_exactly_its_minor_units(void) {
    char room[AMOUNT_TEXT];
    number n = number_from_integer(-1234);
    CU_ASSERT_TRUE(text_equal(amount_exact(n, &dollars, room), text_of("-1234.00")));
    CU_ASSERT_TRUE(text_equal(amount_exact(n, &yen, room), text_of("-1234")));
    CU_ASSERT_TRUE(text_equal(amount_exact(0, &dinars, room), text_of("0.000")));
    CU_ASSERT_TRUE(text_equal(amount_count(1234567, room), text_of("1,234,567")));
}

void amount_suite(void) {
    CU_pSuite suite = CU_add_suite("amount", NULL, NULL);
    CU_add_test(suite, "machines get money with at least its minor units",
                machines_get_money_with_at_least_its_minor_units);
    CU_add_test(suite, "machines get nine places at most", machines_get_nine_places_at_most);
    CU_add_test(suite, "whole counts and days need no quotes",
                whole_counts_and_days_need_no_quotes);
    CU_add_test(suite, "dates, texts and answers are themselves",
                dates_texts_and_answers_are_themselves);
    CU_add_test(suite, "no value is empty to machines and a dash to people",
                no_value_is_empty_to_machines_and_a_dash_to_people);
    CU_add_test(suite, "people read money with prefix and thousands",
                people_read_money_with_prefix_and_thousands);
    CU_add_test(suite, "people read percents, counts and days",
                people_read_percents_counts_and_days);
    CU_add_test(suite, "more decimals are shown where they are asked for",
                more_decimals_are_shown_where_they_are_asked_for);
    CU_add_test(suite, "what is paid has exactly its minor units",
                what_is_paid_has_exactly_its_minor_units);
}
