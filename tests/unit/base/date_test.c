/* date_test.c - the calendar, fiscal periods and what a cell may hold. */
#include "base/date.h"

#include <CUnit/Basic.h>
#include <string.h>

static const year_start calendar_year = {1, 1};
static const year_start british_year = {4, 6};
static const year_start february_28 = {2, 28};

static date day(const char *text) {
    date d = 0;
    CU_ASSERT_TRUE_FATAL(date_from_text(&d, text, strlen(text)));
    return d;
}

static bool is_date(const char *text) {
    date d;
    return date_from_text(&d, text, strlen(text));
}

static bool is_cell(const char *text) {
    date d;
    return date_from_cell(&d, text, strlen(text));
}

static bool prints_as(date d, const char *expected) {
    char out[DATE_TEXT];
    date_print(out, d);
    return strcmp(out, expected) == 0;
}

static bool adds_to(const char *from, int64_t n, date_unit unit, const char *expected) {
    date out;
    return date_add(&out, day(from), n, unit) && prints_as(out, expected);
}

static bool period_is(const char *d, date_unit period, year_start starts, const char *first,
                      const char *last) {
    date start, end;
    return date_period_start(&start, day(d), period, starts) &&
           date_period_end(&end, day(d), period, starts) && prints_as(start, first) &&
           prints_as(end, last);
}

static void days_are_counted_from_1970(void) {
    CU_ASSERT_EQUAL(day("1970-01-01"), 0);
    CU_ASSERT_EQUAL(day("1969-12-31"), -1);
    CU_ASSERT_EQUAL(day("2000-03-01"), 11017);
    CU_ASSERT_EQUAL(day("0001-01-01"), DATE_FIRST);
    CU_ASSERT_EQUAL(day("9999-12-31"), DATE_LAST);
}

static void every_day_of_the_calendar_comes_back(void) {
    int year, month, of_month, before = 0;
    date back;
    for (date d = DATE_FIRST; d <= DATE_LAST; d++) {
        date_to_parts(d, &year, &month, &of_month);
        CU_ASSERT_TRUE_FATAL(date_from_parts(&back, year, month, of_month) && back == d);
        int written = (year * 100 + month) * 100 + of_month;
        CU_ASSERT_TRUE_FATAL(written > before);
        before = written;
    }
}

static void a_date_is_exactly_year_month_day(void) {
    static const char *const wrong[] = {"",           "2026-1-01",   "2026-01-1",
                                        "26-01-01",   "2026/01/01",  "2026-01-011",
                                        "20260101",   " 2026-01-01", "2026-01-01 ",
                                        "2026-0a-01", "-026-01-01",  "2026-01-01T00:00"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        CU_ASSERT_FALSE(is_date(wrong[i]));
}

static void a_day_that_does_not_exist_is_refused(void) {
    CU_ASSERT_FALSE(is_date("2026-02-29"));
    CU_ASSERT_TRUE(is_date("2024-02-29"));
    CU_ASSERT_FALSE(is_date("1900-02-29"));
    CU_ASSERT_TRUE(is_date("2000-02-29"));
    CU_ASSERT_FALSE(is_date("2026-04-31"));
    CU_ASSERT_FALSE(is_date("2026-00-10"));
    CU_ASSERT_FALSE(is_date("2026-13-10"));
    CU_ASSERT_FALSE(is_date("2026-01-00"));
    CU_ASSERT_FALSE(is_date("0000-12-31"));
    date d = 42;
    CU_ASSERT_FALSE(date_from_parts(&d, 10000, 1, 1));
    CU_ASSERT_EQUAL(d, 42);
}

static void a_cell_may_carry_a_time_which_is_dropped(void) {
    static const char *const right[] = {"2026-08-05",
                                        "2026-08-05 10:30",
                                        "2026-08-05T10:30",
                                        "2026-08-05T23:59:59",
                                        "2026-08-05 00:00:00.000",
                                        "2026-08-05T10:30:00.123456Z",
                                        "2026-08-05T10:30Z",
                                        "2026-08-05T10:30:00+02:00",
                                        "2026-08-05 10:30-11:30",
                                        "2026-08-05T10:30:00.000+0000",
                                        "2026-08-05 10:30:00+02",
                                        "2026-08-05 10:30:00 +02:00",
                                        "2026-08-05 10:30:00 UTC",
                                        "2026-08-05t10:30z",
                                        "2026-08-05 24:00:00",
                                        "2026-08-05 10:30:00,5 GMT",
                                        "2026-08-05T10:30:00 Z"};
    date d;
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
        CU_ASSERT_TRUE(date_from_cell(&d, right[i], strlen(right[i])));
        CU_ASSERT_TRUE(prints_as(d, "2026-08-05"));
    }
}

static void a_cell_with_a_time_that_is_none_is_refused(void) {
    static const char *const wrong[] = {"",
                                        "2026-08-05T",
                                        "2026-08-05 ",
                                        "2026-08-05T10",
                                        "2026-08-05T10:3",
                                        "2026-08-05T10:60",
                                        "2026-08-05T10:30:61",
                                        "2026-08-05T10:30:",
                                        "2026-08-05T10:30:00.",
                                        "2026-08-05x10:30",
                                        "2026-08-05T10:30+2",
                                        "2026-08-05T24:01",
                                        "2026-08-05T24:00:01",
                                        "2026-08-05T25:00",
                                        "2026-08-05T10:30:00  Z",
                                        "2026-08-05T10:30:00 ",
                                        "2026-08-05T10:30+020",
                                        "2026-08-05T10:30+02:",
                                        "2026-08-05T10:30+24",
                                        "2026-08-05T10:30 CET",
                                        "2026-08-05T10:30Zx",
                                        "2026-02-30 10:30",
                                        "2026-08-05T10:30:00.5+02:00x",
                                        "2026-08-05  10:30"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        CU_ASSERT_FALSE(is_cell(wrong[i]));
}

static void months_keep_the_day_or_take_the_last(void) {
    CU_ASSERT_TRUE(adds_to("2026-01-31", 1, UNIT_MONTH, "2026-02-28"));
    CU_ASSERT_TRUE(adds_to("2024-01-31", 1, UNIT_MONTH, "2024-02-29"));
    CU_ASSERT_TRUE(adds_to("2026-03-31", -1, UNIT_MONTH, "2026-02-28"));
    CU_ASSERT_TRUE(adds_to("2026-01-15", -1, UNIT_MONTH, "2025-12-15"));
    CU_ASSERT_TRUE(adds_to("2026-11-30", 3, UNIT_MONTH, "2027-02-28"));
    CU_ASSERT_TRUE(adds_to("2026-11-30", 1, UNIT_QUARTER, "2027-02-28"));
    CU_ASSERT_TRUE(adds_to("2026-08-31", 1, UNIT_HALF, "2027-02-28"));
    CU_ASSERT_TRUE(adds_to("2024-02-29", 1, UNIT_YEAR, "2025-02-28"));
    CU_ASSERT_TRUE(adds_to("2024-02-29", -4, UNIT_YEAR, "2020-02-29"));
}

static void days_and_weeks_are_counted(void) {
    CU_ASSERT_TRUE(adds_to("2026-02-28", 1, UNIT_DAY, "2026-03-01"));
    CU_ASSERT_TRUE(adds_to("2026-03-01", -1, UNIT_DAY, "2026-02-28"));
    CU_ASSERT_TRUE(adds_to("2025-12-31", 1, UNIT_WEEK, "2026-01-07"));
    CU_ASSERT_TRUE(adds_to("2026-01-01", 0, UNIT_WEEK, "2026-01-01"));
}

static void a_step_out_of_the_calendar_is_refused(void) {
    date out = 42;
    CU_ASSERT_FALSE(date_add(&out, DATE_LAST, 1, UNIT_DAY));
    CU_ASSERT_FALSE(date_add(&out, DATE_FIRST, -1, UNIT_DAY));
    CU_ASSERT_FALSE(date_add(&out, day("9999-12-01"), 1, UNIT_MONTH));
    CU_ASSERT_FALSE(date_add(&out, day("0001-01-31"), -1, UNIT_MONTH));
    for (date_unit unit = UNIT_DAY; unit <= UNIT_YEAR; unit++) {
        CU_ASSERT_FALSE(date_add(&out, 0, INT64_MAX, unit));
        CU_ASSERT_FALSE(date_add(&out, 0, INT64_MIN, unit));
    }
    CU_ASSERT_EQUAL(out, 42);
    CU_ASSERT_TRUE(
        adds_to("0001-01-01", (int64_t)DATE_LAST - DATE_FIRST, UNIT_DAY, "9999-12-31"));
}

static void months_between_is_the_largest_number_that_fits(void) {
    CU_ASSERT_EQUAL(date_months_between(day("2026-01-15"), day("2026-04-15")), 3);
    CU_ASSERT_EQUAL(date_months_between(day("2026-01-15"), day("2026-04-14")), 2);
    CU_ASSERT_EQUAL(date_months_between(day("2026-01-31"), day("2026-02-28")), 1);
    CU_ASSERT_EQUAL(date_months_between(day("2026-01-31"), day("2026-02-27")), 0);
    CU_ASSERT_EQUAL(date_months_between(day("2026-04-15"), day("2026-04-15")), 0);
    CU_ASSERT_EQUAL(date_months_between(day("2026-04-15"), day("2026-04-14")), -1);
    CU_ASSERT_EQUAL(date_months_between(day("2026-04-15"), day("2026-01-15")), -3);
    CU_ASSERT_EQUAL(date_months_between(DATE_FIRST, DATE_LAST), 9999 * 12 - 1);
}

static void months_between_agrees_with_adding(void) {
    date from = day("2023-12-29"), there, next;
    for (int i = 0; i < 5; i++, from++) {
        for (date to = day("2022-01-01"); to < day("2026-01-01"); to++) {
            int64_t n = date_months_between(from, to);
            CU_ASSERT_TRUE_FATAL(date_add(&there, from, n, UNIT_MONTH) && there <= to);
            CU_ASSERT_TRUE_FATAL(date_add(&next, from, n + 1, UNIT_MONTH) && next > to);
        }
    }
}

static void calendar_periods_begin_where_the_calendar_says(void) {
    CU_ASSERT_TRUE(
        period_is("2026-08-05", UNIT_DAY, calendar_year, "2026-08-05", "2026-08-05"));
    CU_ASSERT_TRUE(
        period_is("2026-08-05", UNIT_MONTH, calendar_year, "2026-08-01", "2026-08-31"));
    CU_ASSERT_TRUE(
        period_is("2026-08-05", UNIT_QUARTER, calendar_year, "2026-07-01", "2026-09-30"));
    CU_ASSERT_TRUE(
        period_is("2026-08-05", UNIT_HALF, calendar_year, "2026-07-01", "2026-12-31"));
    CU_ASSERT_TRUE(
        period_is("2026-08-05", UNIT_YEAR, calendar_year, "2026-01-01", "2026-12-31"));
    CU_ASSERT_TRUE(
        period_is("2024-02-10", UNIT_MONTH, calendar_year, "2024-02-01", "2024-02-29"));
}

static void weeks_run_from_monday_to_sunday(void) {
    CU_ASSERT_TRUE(
        period_is("2026-08-03", UNIT_WEEK, calendar_year, "2026-08-03", "2026-08-09"));
    CU_ASSERT_TRUE(
        period_is("2026-08-09", UNIT_WEEK, british_year, "2026-08-03", "2026-08-09"));
    CU_ASSERT_TRUE(
        period_is("2026-08-02", UNIT_WEEK, calendar_year, "2026-07-27", "2026-08-02"));
    CU_ASSERT_TRUE(
        period_is("0001-01-01", UNIT_WEEK, calendar_year, "0001-01-01", "0001-01-07"));
}

static void a_fiscal_year_may_begin_within_a_month(void) {
    CU_ASSERT_TRUE(
        period_is("2026-04-05", UNIT_YEAR, british_year, "2025-04-06", "2026-04-05"));
    CU_ASSERT_TRUE(
        period_is("2026-04-06", UNIT_YEAR, british_year, "2026-04-06", "2027-04-05"));
    CU_ASSERT_TRUE(
        period_is("2026-08-05", UNIT_MONTH, british_year, "2026-07-06", "2026-08-05"));
    CU_ASSERT_TRUE(
        period_is("2026-08-06", UNIT_MONTH, british_year, "2026-08-06", "2026-09-05"));
    CU_ASSERT_TRUE(
        period_is("2026-07-05", UNIT_QUARTER, british_year, "2026-04-06", "2026-07-05"));
    CU_ASSERT_TRUE(
        period_is("2026-07-06", UNIT_QUARTER, british_year, "2026-07-06", "2026-10-05"));
    CU_ASSERT_TRUE(
        period_is("2026-01-01", UNIT_HALF, british_year, "2025-10-06", "2026-04-05"));
    CU_ASSERT_TRUE(period_is("2026-02-28", UNIT_YEAR, february_28, "2026-02-28", "2027-02-27"));
    CU_ASSERT_TRUE(
        period_is("2024-02-29", UNIT_MONTH, february_28, "2024-02-28", "2024-03-27"));
}

static void periods_follow_each_other_without_gaps(void) {
    static const year_start starts[] = {{1, 1}, {4, 6}, {2, 28}, {10, 1}, {12, 15}};
    date first, last, next;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        for (date_unit unit = UNIT_DAY; unit <= UNIT_YEAR; unit++) {
            for (date d = day("2023-12-01"); d < day("2025-03-01"); d++) {
                CU_ASSERT_TRUE_FATAL(date_period_start(&first, d, unit, starts[i]) &&
                                     first <= d);
                CU_ASSERT_TRUE_FATAL(date_period_end(&last, d, unit, starts[i]) && last >= d);
                CU_ASSERT_TRUE_FATAL(date_period_start(&next, last + 1, unit, starts[i]));
                CU_ASSERT_TRUE_FATAL(next == last + 1);
            }
        }
    }
}

static void a_period_that_leaves_the_calendar_is_refused(void) {
    date out = 42;
    CU_ASSERT_FALSE(date_period_start(&out, DATE_FIRST, UNIT_YEAR, british_year));
    CU_ASSERT_FALSE(date_period_end(&out, DATE_LAST, UNIT_YEAR, british_year));
    CU_ASSERT_FALSE(date_period_end(&out, DATE_LAST, UNIT_WEEK, calendar_year));
    CU_ASSERT_EQUAL(out, 42);
    CU_ASSERT_TRUE(
        period_is("9999-12-31", UNIT_YEAR, calendar_year, "9999-01-01", "9999-12-31"));
    CU_ASSERT_TRUE(
        period_is("0001-01-01", UNIT_YEAR, calendar_year, "0001-01-01", "0001-12-31"));
}

static void units_are_named_in_singular_and_plural(void) {
    date_unit found;
    for (date_unit unit = UNIT_DAY; unit <= UNIT_YEAR; unit++) {
        for (int plural = 0; plural <= 1; plural++) {
            CU_ASSERT_TRUE(date_unit_from_word(&found, date_unit_word(unit, plural)));
            CU_ASSERT_EQUAL(found, unit);
        }
    }
    CU_ASSERT_STRING_EQUAL(date_unit_word(UNIT_HALF, true), "halves");
    CU_ASSERT_FALSE(date_unit_from_word(&found, "fortnight"));
    CU_ASSERT_FALSE(date_unit_from_word(&found, "Day"));
    CU_ASSERT_FALSE(date_unit_from_word(&found, ""));
}

static const CU_TestInfo tests[] = {
    {"days are counted from 1970", days_are_counted_from_1970},
    {"every day of the calendar comes back", every_day_of_the_calendar_comes_back},
    {"a date is exactly year month day", a_date_is_exactly_year_month_day},
    {"a day that does not exist is refused", a_day_that_does_not_exist_is_refused},
    {"a cell may carry a time which is dropped", a_cell_may_carry_a_time_which_is_dropped},
    {"a cell with a time that is none is refused", a_cell_with_a_time_that_is_none_is_refused},
    {"months keep the day or take the last", months_keep_the_day_or_take_the_last},
    {"days and weeks are counted", days_and_weeks_are_counted},
    {"a step out of the calendar is refused", a_step_out_of_the_calendar_is_refused},
    {"months between is the largest number that fits",
     months_between_is_the_largest_number_that_fits},
    {"months between agrees with adding", months_between_agrees_with_adding},
    {"calendar periods begin where the calendar says",
     calendar_periods_begin_where_the_calendar_says},
    {"weeks run from Monday to Sunday", weeks_run_from_monday_to_sunday},
    {"a fiscal year may begin within a month", a_fiscal_year_may_begin_within_a_month},
    {"periods follow each other without gaps", periods_follow_each_other_without_gaps},
    {"a period that leaves the calendar is refused",
     a_period_that_leaves_the_calendar_is_refused},
    {"units are named in singular and plural", units_are_named_in_singular_and_plural},
};

void date_suite(void);

void date_suite(void) {
    CU_pSuite suite = CU_add_suite("date", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
