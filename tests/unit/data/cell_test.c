/* cell_test.c - what a column of each kind takes from a cell, and what it calls wrong. */
#include "data/cell.h"

#include <CUnit/Basic.h>
#include <math.h>
#include <string.h>

static cell integer(int64_t value) {
    return (cell){.type = CELL_IS_INTEGER, .integer = value};
}

static cell real(double value) {
    return (cell){.type = CELL_IS_REAL, .real = value};
}

static cell words(const char *value) {
    return (cell){.type = CELL_IS_TEXT, .text = text_of(value)};
}

static cell blob(const char *value) {
    return (cell){.type = CELL_IS_BLOB, .text = text_of(value)};
}

static const cell empty = {.type = CELL_IS_EMPTY};

enum { WRITTEN = PLACES_AS_WRITTEN, CENTS = 2 };

/* Whether the cell is exactly units / 10^places of its column. */
static bool amounts_to(cell from, cell_kind kind, int minor_places, int64_t units) {
    cell_amount got = {0};
    return cell_to_amount(&from, kind, minor_places, &got) == CELL_VALUE && got.is_narrow &&
           got.narrow == units;
}

static bool is_wide(cell from, cell_kind kind, int minor_places, const char *decimal) {
    cell_amount got = {0};
    number wanted;
    return number_from_text(&wanted, decimal, strlen(decimal)) &&
           cell_to_amount(&from, kind, minor_places, &got) == CELL_VALUE && !got.is_narrow &&
           got.wide == wanted;
}

static cell_state amount_state(cell from, cell_kind kind, int minor_places) {
    cell_amount got = {0};
    return cell_to_amount(&from, kind, minor_places, &got);
}

static void numbers_are_integers_decimal_texts_and_decimal_reals(void) {
    CU_ASSERT_TRUE(amounts_to(integer(-7), CELL_NUMBER, WRITTEN, -7));
    CU_ASSERT_TRUE(amounts_to(integer(INT64_MIN), CELL_NUMBER, WRITTEN, INT64_MIN));
    CU_ASSERT_TRUE(amounts_to(words("12"), CELL_NUMBER, WRITTEN, 12));
    CU_ASSERT_TRUE(amounts_to(words("12.000"), CELL_NUMBER, WRITTEN, 12));
    CU_ASSERT_TRUE(amounts_to(real(3.0), CELL_NUMBER, WRITTEN, 3));
    CU_ASSERT_TRUE(is_wide(real(0.1), CELL_NUMBER, WRITTEN, "0.1"));
    CU_ASSERT_TRUE(
        is_wide(words("0.123456789012345678"), CELL_NUMBER, WRITTEN, "0.123456789012345678"));
    CU_ASSERT_TRUE(
        is_wide(words("99999999999999999999"), CELL_NUMBER, WRITTEN, "99999999999999999999"));
}

static void what_only_looks_like_a_number_is_wrong(void) {
    static const char *const bad[] = {" 5",    "5 ",   "+5",   "1e3",
                                      "1,000", "0x10", "five", "1.2.3",
                                      "--5",   "NaN",  "$5",   "1000000000000000000000000"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CU_ASSERT_EQUAL(amount_state(words(bad[i]), CELL_NUMBER, WRITTEN), CELL_WRONG);
        CU_ASSERT_EQUAL(amount_state(words(bad[i]), CELL_MONEY, CENTS), CELL_WRONG);
    }
    CU_ASSERT_EQUAL(amount_state(blob("5"), CELL_NUMBER, WRITTEN), CELL_WRONG);
    CU_ASSERT_EQUAL(amount_state(real(0.1 + 0.2), CELL_MONEY, WRITTEN), CELL_WRONG);
    CU_ASSERT_EQUAL(amount_state(real(1.0 / 3), CELL_NUMBER, WRITTEN), CELL_WRONG);
    CU_ASSERT_EQUAL(amount_state(real(INFINITY), CELL_NUMBER, WRITTEN), CELL_WRONG);
}

static void money_as_written_keeps_every_place(void) {
    CU_ASSERT_TRUE(amounts_to(integer(5), CELL_MONEY, WRITTEN, 500));
    CU_ASSERT_TRUE(amounts_to(words("-12.34"), CELL_MONEY, WRITTEN, -1234));
    CU_ASSERT_TRUE(amounts_to(real(12345678.5), CELL_MONEY, WRITTEN, 1234567850));
    CU_ASSERT_TRUE(is_wide(words("0.005"), CELL_MONEY, WRITTEN, "0.005"));
    CU_ASSERT_TRUE(is_wide(integer(INT64_MAX), CELL_MONEY, WRITTEN, "9223372036854775807"));
}

static void money_in_minor_units_is_whole(void) {
    CU_ASSERT_TRUE(amounts_to(integer(1234), CELL_MONEY, CENTS, 1234));
    CU_ASSERT_TRUE(amounts_to(integer(INT64_MAX), CELL_MONEY, CENTS, INT64_MAX));
    CU_ASSERT_TRUE(amounts_to(words("1234"), CELL_MONEY, CENTS, 1234));
    CU_ASSERT_TRUE(amounts_to(real(1234.0), CELL_MONEY, CENTS, 1234));
    CU_ASSERT_TRUE(amounts_to(integer(500), CELL_MONEY, 0, 500));
    CU_ASSERT_TRUE(
        is_wide(words("9223372036854775808"), CELL_MONEY, CENTS, "92233720368547758.08"));
    CU_ASSERT_EQUAL(amount_state(words("12.34"), CELL_MONEY, CENTS), CELL_WRONG);
    CU_ASSERT_EQUAL(amount_state(real(12.5), CELL_MONEY, CENTS), CELL_WRONG);
}

static cell_state date_state(cell from) {
    date day;
    return cell_to_date(&from, &day);
}

static void dates_are_iso_texts_whose_time_is_dropped(void) {
    date plain, timed;
    cell without = words("2026-02-28"), with = words("2026-02-28T23:59:59Z");
    CU_ASSERT_EQUAL(cell_to_date(&without, &plain), CELL_VALUE);
    CU_ASSERT_EQUAL(cell_to_date(&with, &timed), CELL_VALUE);
    CU_ASSERT_EQUAL(plain, timed);
    CU_ASSERT_EQUAL(date_state(words("2026-02-29")), CELL_WRONG);
    CU_ASSERT_EQUAL(date_state(words("28.02.2026")), CELL_WRONG);
    CU_ASSERT_EQUAL(date_state(words("2026-02-28 soon")), CELL_WRONG);
    CU_ASSERT_EQUAL(date_state(integer(20260228)), CELL_WRONG);
    CU_ASSERT_EQUAL(date_state(real(2461099.5)), CELL_WRONG);
    CU_ASSERT_EQUAL(date_state(blob("2026-02-28")), CELL_WRONG);
}

static cell_state boolean_state(cell from, int32_t *out) {
    return cell_to_boolean(&from, out);
}

static void booleans_are_0_1_true_and_false(void) {
    const cell yes[] = {integer(1), words("1"), words("true"), real(1.0)};
    const cell no[] = {integer(0), words("0"), words("false"), real(0.0)};
    const cell bad[] = {integer(2), words("yes"), words("TRUE"), real(0.5), blob("1")};
    int32_t value;
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        value = -1;
        CU_ASSERT_EQUAL(boolean_state(yes[i], &value), CELL_VALUE);
        CU_ASSERT_EQUAL(value, 1);
        CU_ASSERT_EQUAL(boolean_state(no[i], &value), CELL_VALUE);
        CU_ASSERT_EQUAL(value, 0);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CU_ASSERT_EQUAL(boolean_state(bad[i], &value), CELL_WRONG);
}

static bool reads_as(cell from, const char *wanted) {
    char room[NUMBER_TEXT];
    text got;
    return cell_to_text(&from, room, &got) == CELL_VALUE && text_equal(got, text_of(wanted));
}

static void numbers_in_text_columns_are_their_text(void) {
    CU_ASSERT_TRUE(reads_as(words(" as it is "), " as it is "));
    CU_ASSERT_TRUE(reads_as(integer(0), "0"));
    CU_ASSERT_TRUE(reads_as(integer(42), "42"));
    CU_ASSERT_TRUE(reads_as(integer(INT64_MIN), "-9223372036854775808"));
    CU_ASSERT_TRUE(reads_as(real(1.0), "1.0"));
    CU_ASSERT_TRUE(reads_as(real(-2.5), "-2.5"));
    CU_ASSERT_FALSE(reads_as(blob("x"), "x"));
}

static void null_and_empty_text_are_no_value_in_every_kind(void) {
    int32_t ignored;
    char room[NUMBER_TEXT];
    text shown;
    const cell nothing[] = {empty, words("")};
    for (size_t i = 0; i < 2; i++) {
        CU_ASSERT_EQUAL(amount_state(nothing[i], CELL_NUMBER, WRITTEN), CELL_NONE);
        CU_ASSERT_EQUAL(amount_state(nothing[i], CELL_MONEY, CENTS), CELL_NONE);
        CU_ASSERT_EQUAL(date_state(nothing[i]), CELL_NONE);
        CU_ASSERT_EQUAL(boolean_state(nothing[i], &ignored), CELL_NONE);
        CU_ASSERT_EQUAL(cell_to_text(&nothing[i], room, &shown), CELL_NONE);
    }
}

static bool quotes_as(cell from, const char *wanted) {
    text_buffer out = {0};
    cell_quote(&out, &from);
    bool same = strcmp(out.bytes, wanted) == 0;
    if (!same) printf("\n  got %s\n", out.bytes);
    text_free(&out);
    return same;
}

static void quoting_shortens_and_escapes(void) {
    CU_ASSERT_TRUE(quotes_as(words("2026-13-01"), "'2026-13-01'"));
    CU_ASSERT_TRUE(quotes_as(integer(7), "'7'"));
    CU_ASSERT_TRUE(quotes_as(real(0.1 + 0.2), "'0.30000000000000004'"));
    CU_ASSERT_TRUE(quotes_as(real(0.5), "'0.5'"));
    CU_ASSERT_TRUE(quotes_as(blob("abc"), "a BLOB of 3 bytes"));
    CU_ASSERT_TRUE(quotes_as(words("a\nb\x1b[31m\x7f"), "'a\\x0ab\\x1b[31m\\x7f'"));
    CU_ASSERT_TRUE(quotes_as(words("caf\xc3\xa9 \xff"), "'caf\xc3\xa9 \\xff'"));
    CU_ASSERT_TRUE(quotes_as(words("x\xe2\x80\xaey\xc2\x9b"), "'x\\xe2\\x80\\xaey\\xc2\\x9b'"));
    CU_ASSERT_TRUE(quotes_as(words("0123456789012345678901234567890123456789"),
                             "'0123456789012345678901234567890123456789'"));
    CU_ASSERT_TRUE(quotes_as(words("012345678901234567890123456789012345678\xc3\xa9"),
                             "'012345678901234567890123456789012345678...'"));
}

void cell_suite(void);
void cell_suite(void) {
    CU_pSuite suite =
        CU_add_suite("cell: one cell and what a column takes from it", NULL, NULL);
    CU_add_test(suite, "numbers are integers, decimal texts and decimal reals",
                numbers_are_integers_decimal_texts_and_decimal_reals);
    CU_add_test(suite, "what only looks like a number is wrong",
                what_only_looks_like_a_number_is_wrong);
    CU_add_test(suite, "money as written keeps every place",
                money_as_written_keeps_every_place);
    CU_add_test(suite, "money in minor units is whole", money_in_minor_units_is_whole);
    CU_add_test(suite, "dates are ISO texts whose time is dropped",
                dates_are_iso_texts_whose_time_is_dropped);
    CU_add_test(suite, "booleans are 0, 1, true and false", booleans_are_0_1_true_and_false);
    CU_add_test(suite, "numbers in text columns are their text",
                numbers_in_text_columns_are_their_text);
    CU_add_test(suite, "NULL and empty text are no value in every kind",
                null_and_empty_text_are_no_value_in_every_kind);
    CU_add_test(suite, "quoting shortens and escapes", quoting_shortens_and_escapes);
}
