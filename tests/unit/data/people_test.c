/* people_test.c - amounts, dates and answers as people write them. */
#include "data/people_amount.h"
#include "import/people_date.h"

#include <CUnit/Basic.h>
#include <string.h>

/* The decimal that a text stands for; what is wrong with it otherwise. */
static const char *read(const char *written, decimal_mark mark) {
    static const char *const faults[] = {"",           "malformed", "ambiguous",
                                         "other mark", "currency",  "too large"};
    static amount a;
    amount_fault fault = amount_from_people(&a, text_of(written), mark);
    if (fault != AMOUNT_FINE) return faults[fault];
    a.digits[a.length] = '\0';
    return a.digits;
}

static void check(decimal_mark mark, const char *const pairs[][2], size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *got = read(pairs[i][0], mark);
        if (strcmp(got, pairs[i][1]) == 0) continue;
        fprintf(stderr, "'%s' was read as %s, not %s\n", pairs[i][0], got, pairs[i][1]);
        CU_FAIL("an amount was read otherwise");
    }
}

#define CHECK(mark, pairs) check(mark, pairs, sizeof(pairs) / sizeof *(pairs))

static void reads_what_people_write(void) {
    static const char *const pairs[][2] = {{"1,234.50", "1234.50"},
                                           {"1234.5", "1234.5"},
                                           {"0", "0"},
                                           {"007.50", "7.50"},
                                           {".5", "0.5"},
                                           {"1,234,567", "1234567"},
                                           {"12,34,567.89", "1234567.89"},
                                           {"1'234.50", "1234.50"},
                                           {"1 234.50", "1234.50"},
                                           {"1\xC2\xA0"
                                            "234.50",
                                            "1234.50"},
                                           {"$1,234.50", "1234.50"},
                                           {"US$ 5", "5"},
                                           {"1,234.50 EUR", "1234.50"},
                                           {"eur 5", "5"},
                                           {"\xE2\x82\xAC 5", "5"},
                                           {"(12.00)", "-12.00"},
                                           {"($12.00)", "-12.00"},
                                           {"$(12.00)", "-12.00"},
                                           {"-5", "-5"},
                                           {"-$5", "-5"},
                                           {"$-5", "-5"},
                                           {"12.00-", "-12.00"},
                                           {"\xE2\x88\x92"
                                            "3",
                                            "-3"},
                                           {"+3", "3"},
                                           {" \t3 ", "3"},
                                           {"-0.00", "0.00"},
                                           {"0.123", "0.123"},
                                           {"1.2345", "1.2345"},
                                           {"100000000000000000000", "100000000000000000000"},
                                           {"0.000000000000000001", "0.000000000000000001"}};
    CHECK(DECIMAL_UNSAID, pairs);
}

static void refuses_what_is_no_amount(void) {
    static const char *const pairs[][2] = {{"", "malformed"},
                                           {"$", "malformed"},
                                           {"()", "malformed"},
                                           {"abc", "malformed"},
                                           {"1e5", "malformed"},
                                           {"1.2.3", "malformed"},
                                           {"--5", "malformed"},
                                           {"(-5)", "malformed"},
                                           {"-(5)", "malformed"},
                                           {"1,23", "other mark"},
                                           {"12,3456.00", "malformed"},
                                           {"1,2,3", "malformed"},
                                           {",5", "other mark"},
                                           {"5.", "malformed"},
                                           {"1,234 567", "malformed"},
                                           {"1'23,456", "malformed"},
                                           {"5 %", "malformed"},
                                           {"12 34", "malformed"},
                                           {"USD 5 EUR", "currency"},
                                           {"NaN", "malformed"},
                                           {"0x10", "malformed"},
                                           {"100000000000000000001", "too large"},
                                           {"0.0000000000000000001", "too large"}};
    CHECK(DECIMAL_UNSAID, pairs);
}

static void a_point_before_three_digits_wants_to_be_explained(void) {
    static const char *const unsaid[][2] = {
        {"1.234", "ambiguous"}, {"123.456", "ambiguous"}, {"1.234,50", "other mark"},
        {"1,234", "1234"},      {"1234.567", "1234.567"}, {"0.500", "0.500"}};
    static const char *const point[][2] = {{"1.234", "1.234"}, {"1,234", "1234"}};
    static const char *const comma[][2] = {{"1.234", "1234"},
                                           {"1,234", "1.234"},
                                           {"1.234.567,89 \xE2\x82\xAC", "1234567.89"},
                                           {"1,234.50", "other mark"}};
    CHECK(DECIMAL_UNSAID, unsaid);
    CHECK(DECIMAL_POINT, point);
    CHECK(DECIMAL_COMMA, comma);
}

static void remembers_the_currency(void) {
    amount a;
    CU_ASSERT_EQUAL(amount_from_people(&a, text_of("CHF 1'000.00"), DECIMAL_UNSAID),
                    AMOUNT_FINE);
    CU_ASSERT_STRING_EQUAL(a.currency, "CHF");
    CU_ASSERT_EQUAL(amount_from_people(&a, text_of("$5"), DECIMAL_UNSAID), AMOUNT_FINE);
    CU_ASSERT_STRING_EQUAL(a.currency, "");
    CU_ASSERT_EQUAL(amount_from_people(&a, text_of("A$5"), DECIMAL_UNSAID), AMOUNT_FINE);
    CU_ASSERT_STRING_EQUAL(a.currency, "AUD");
}

/* ISO, or "none". */
static const char *day(const char *written, const char *pattern) {
    static char shown[DATE_TEXT];
    date d;
    if (!date_from_people(&d, text_of(written), pattern)) return "none";
    date_print(shown, d);
    return shown;
}

static void dates_follow_their_pattern(void) {
    CU_ASSERT_STRING_EQUAL(day("30/09/2026", "DD/MM/YYYY"), "2026-09-30");
    CU_ASSERT_STRING_EQUAL(day("3/9/2026", "DD/MM/YYYY"), "2026-09-03");
    CU_ASSERT_STRING_EQUAL(day("9/3/26", "M/D/YY"), "2026-09-03");
    CU_ASSERT_STRING_EQUAL(day("9/3/70", "M/D/YY"), "1970-09-03");
    CU_ASSERT_STRING_EQUAL(day("9/3/69", "M/D/YY"), "2069-09-03");
    CU_ASSERT_STRING_EQUAL(day("30.09.2026", "dd.mm.yyyy"), "2026-09-30");
    CU_ASSERT_STRING_EQUAL(day("20260930", "YYYYMMDD"), "2026-09-30");
    CU_ASSERT_STRING_EQUAL(day("2026930", "YYYYMMDD"), "none");
    CU_ASSERT_STRING_EQUAL(day("5 Sep 2026", "D MMM YYYY"), "2026-09-05");
    CU_ASSERT_STRING_EQUAL(day("5 September 2026", "D MMM YYYY"), "2026-09-05");
    CU_ASSERT_STRING_EQUAL(day("5 Sept 2026", "D MMM YYYY"), "none");
    CU_ASSERT_STRING_EQUAL(day("30/09/26", "DD/MM/YYYY"), "none");
    CU_ASSERT_STRING_EQUAL(day("31/09/2026", "DD/MM/YYYY"), "none");
    CU_ASSERT_STRING_EQUAL(day("09/30/2026", "DD/MM/YYYY"), "none");
    CU_ASSERT_STRING_EQUAL(day("30/09/2026", NULL), "none");
}

static void iso_is_always_a_date_and_times_go(void) {
    CU_ASSERT_STRING_EQUAL(day("2026-09-30", "DD/MM/YYYY"), "2026-09-30");
    CU_ASSERT_STRING_EQUAL(day(" 2026-09-30T23:59:59.000Z ", NULL), "2026-09-30");
    CU_ASSERT_STRING_EQUAL(day("2026-02-30", NULL), "none");
    CU_ASSERT_STRING_EQUAL(day("30/09/2026 14:30", "DD/MM/YYYY"), "2026-09-30");
    CU_ASSERT_STRING_EQUAL(day("30/09/2026, 2:30:15 PM", "DD/MM/YYYY"), "2026-09-30");
    CU_ASSERT_STRING_EQUAL(day("30/09/2026 25:30", "DD/MM/YYYY"), "none");
    CU_ASSERT_STRING_EQUAL(day("30/09/2026 soon", "DD/MM/YYYY"), "none");
    CU_ASSERT_STRING_EQUAL(day("30/09/20261", "DD/MM/YYYY"), "none");
}

static void a_pattern_has_year_month_and_day_once(void) {
    static const char *const good[] = {"DD/MM/YYYY", "M/D/YY", "yyyy.mm.dd", "D MMM YYYY"};
    static const char *const bad[] = {
        "", "DD/MM", "DD/MM/YYYY/DD", "DD/MMMM/YYYY", "D/M/YYY", "HH:DD/MM/YYYY", "%d/%m/%Y1"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        CU_ASSERT(date_pattern_is_valid(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CU_ASSERT(!date_pattern_is_valid(bad[i]));
}

static void patterns_may_be_written_as_strftime_takes_them(void) {
    static const char *const pairs[][2] = {
        {"%d/%m/%Y", "DD/MM/YYYY"},
        {"%-d.%-m.%y", "D.M.YY"},
        {"%e %B %Y", "D MMM YYYY"},
        {"%d-%b-%Y", "DD-MMM-YYYY"},
        {"%D", "MM/DD/YY"},
        {"%Y%m%d", "YYYYMMDD"},
        {"%d/%m/%Y %H:%M", "DD/MM/YYYY"},
        {"%m/%d/%Y, %I:%M:%S %p", "MM/DD/YYYY"},
        {"DD/MM/YYYY", "DD/MM/YYYY"},
    };
    static const char *const bad[] = {"%d/%m",      "%d/%m/%Y%", "%d/%q/%Y",
                                      "%d/%m/YYYY", "%-Y",       "%"};
    arena memory = {0};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *pattern = date_pattern_of(&memory, pairs[i][0]);
        CU_ASSERT_STRING_EQUAL(pattern ? pattern : "none", pairs[i][1]);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CU_ASSERT_PTR_NULL(date_pattern_of(&memory, bad[i]));
    arena_free(&memory);
}

static void answers_are_yes_or_no(void) {
    static const char *const yes[] = {"yes", "TRUE", "Y", "x", "1", " X "};
    static const char *const no[] = {"no", "False", "N", "0"};
    bool answer;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        CU_ASSERT(answer_from_people(&answer, text_of(yes[i])) && answer);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        CU_ASSERT(answer_from_people(&answer, text_of(no[i])) && !answer);
    CU_ASSERT(!answer_from_people(&answer, text_of("maybe")));
    CU_ASSERT(!answer_from_people(&answer, text_of("yess")));
    CU_ASSERT(!answer_from_people(&answer, text_of("")));
}

void people_suite(void) {
    CU_pSuite suite = CU_add_suite("what people write", NULL, NULL);
    CU_add_test(suite, "amounts are read as people write them", reads_what_people_write);
    CU_add_test(suite, "what is no amount is refused", refuses_what_is_no_amount);
    CU_add_test(suite, "a point before three digits wants to be explained",
                a_point_before_three_digits_wants_to_be_explained);
    CU_add_test(suite, "an amount remembers its currency", remembers_the_currency);
    CU_add_test(suite, "dates follow their pattern", dates_follow_their_pattern);
    CU_add_test(suite, "ISO always is a date, and times of day go",
                iso_is_always_a_date_and_times_go);
    CU_add_test(suite, "a pattern has year, month and day once",
                a_pattern_has_year_month_and_day_once);
    CU_add_test(suite, "patterns may be written as strftime takes them",
                patterns_may_be_written_as_strftime_takes_them);
    CU_add_test(suite, "answers are yes or no", answers_are_yes_or_no);
}
