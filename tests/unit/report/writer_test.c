/* writer_test.c - the buffer before a sink, escapes of JSON and CSV. */
#include "unit/report/collected.h"

static bool json_is(text t, const char *wanted) {
    collected c = {0};
    writer w;
    writer_begin(&w, collect, &c);
    writer_json_text(&w, t);
    return collected_is(&c, &w, wanted);
}

static bool cell_is(const char *cell, const char *wanted) {
    collected c = {0};
    writer w;
    writer_begin(&w, collect, &c);
    writer_csv_cell(&w, text_of(cell));
    return collected_is(&c, &w, wanted);
}

static void text_arrives_in_few_pieces_and_whole(void) {
    collected c = {0};
    writer w;
    writer_begin(&w, collect, &c);
    for (int i = 0; i < 100000; i++)
        writer_string(&w, "abcdefg");
    CU_ASSERT_TRUE(writer_end(&w));
    CU_ASSERT_EQUAL(c.bytes.length, 700000);
    CU_ASSERT_TRUE(c.pieces <= 700000 / (WRITER_ROOM - 7) + 1);
    for (size_t i = 0; i < c.bytes.length; i++)
        if (c.bytes.bytes[i] != "abcdefg"[i % 7]) {
            CU_FAIL("out of order");
            break;
        }
    text_free(&c.bytes);
}

static void a_piece_larger_than_the_buffer_passes(void) {
    static char large[3 * WRITER_ROOM];
    collected c = {0};
    writer w;
    memset(large, 'x', sizeof large);
    writer_begin(&w, collect, &c);
    writer_byte(&w, 'a');
    writer_put(&w, large, sizeof large);
    writer_byte(&w, 'b');
    CU_ASSERT_TRUE(writer_end(&w));
    CU_ASSERT_EQUAL(c.bytes.length, sizeof large + 2);
    CU_ASSERT_EQUAL(c.bytes.bytes[0], 'a');
    CU_ASSERT_EQUAL(c.bytes.bytes[sizeof large + 1], 'b');
    text_free(&c.bytes);
}

static void once_refused_nothing_more_is_handed_over(void) {
    collected c = {.refuses = 2};
    writer w;
    writer_begin(&w, collect, &c);
    for (int i = 0; i < 10 * WRITER_ROOM; i++)
        writer_byte(&w, 'x');
    CU_ASSERT_FALSE(writer_end(&w));
    CU_ASSERT_EQUAL(c.pieces, 2);
    CU_ASSERT_EQUAL(c.bytes.length, WRITER_ROOM);
    text_free(&c.bytes);
}

static void whole_numbers_are_written_to_the_last(void) {
    collected c = {0};
    writer w;
    writer_begin(&w, collect, &c);
    writer_integer(&w, 0);
    writer_byte(&w, ' ');
    writer_integer(&w, INT64_MAX);
    writer_byte(&w, ' ');
    writer_integer(&w, INT64_MIN);
    CU_ASSERT_TRUE(collected_is(&c, &w, "0 9223372036854775807 -9223372036854775808"));
}

static void json_texts_escape_quotes_and_controls(void) {
    CU_ASSERT_TRUE(json_is(text_of("a\"b\\c"), "\"a\\\"b\\\\c\""));
    CU_ASSERT_TRUE(json_is(text_of("\b\t\n\f\r"), "\"\\b\\t\\n\\f\\r\""));
    CU_ASSERT_TRUE(json_is((text){"\x00\x0b\x1f", 3}, "\"\\u0000\\u000b\\u001f\""));
    CU_ASSERT_TRUE(json_is(text_of(""), "\"\""));
}

static void json_texts_keep_utf8_and_replace_what_is_none(void) {
    CU_ASSERT_TRUE(
        json_is(text_of("M\xC3\xBCller \xE6\x9D\xB1"), "\"M\xC3\xBCller \xE6\x9D\xB1\""));
    CU_ASSERT_TRUE(json_is(text_of("a\xFF\xC3"), "\"a\xEF\xBF\xBD\xEF\xBF\xBD\""));
}

static void csv_cells_are_quoted_where_they_must_be(void) {
    CU_ASSERT_TRUE(cell_is("plain", "plain"));
    CU_ASSERT_TRUE(cell_is("", ""));
    CU_ASSERT_TRUE(cell_is("a,b", "\"a,b\""));
    CU_ASSERT_TRUE(cell_is("say \"hi\"", "\"say \"\"hi\"\"\""));
    CU_ASSERT_TRUE(cell_is("two\nlines", "\"two\nlines\""));
}

static void csv_cells_are_no_formulas(void) {
    CU_ASSERT_TRUE(cell_is("=1+1", "\"'=1+1\""));
    CU_ASSERT_TRUE(cell_is("@SUM(A1)", "\"'@SUM(A1)\""));
    CU_ASSERT_TRUE(cell_is("+49 30", "\"'+49 30\""));
    CU_ASSERT_TRUE(cell_is("-x", "\"'-x\""));
    CU_ASSERT_TRUE(cell_is("-", "\"'-\""));
    CU_ASSERT_TRUE(cell_is("-1.", "\"'-1.\""));
    CU_ASSERT_TRUE(cell_is("-1.2.3", "\"'-1.2.3\""));
    CU_ASSERT_TRUE(cell_is("=\"a\",1", "\"'=\"\"a\"\",1\""));
}

static void csv_numbers_below_zero_stay_numbers(void) {
    CU_ASSERT_TRUE(cell_is("-5", "-5"));
    CU_ASSERT_TRUE(cell_is("-1234.50", "-1234.50"));
}

void writer_suite(void) {
    CU_pSuite suite = CU_add_suite("writer", NULL, NULL);
    CU_add_test(suite, "text arrives in few pieces and whole",
                text_arrives_in_few_pieces_and_whole);
    CU_add_test(suite, "a piece larger than the buffer passes",
                a_piece_larger_than_the_buffer_passes);
    CU_add_test(suite, "once refused, nothing more is handed over",
                once_refused_nothing_more_is_handed_over);
    CU_add_test(suite, "whole numbers are written to the last",
                whole_numbers_are_written_to_the_last);
    CU_add_test(suite, "JSON texts escape quotes and controls",
                json_texts_escape_quotes_and_controls);
    CU_add_test(suite, "JSON texts keep UTF-8 and replace what is none",
                json_texts_keep_utf8_and_replace_what_is_none);
    CU_add_test(suite, "CSV cells are quoted where they must be",
                csv_cells_are_quoted_where_they_must_be);
    CU_add_test(suite, "CSV cells are no formulas", csv_cells_are_no_formulas);
    CU_add_test(suite, "CSV numbers below zero stay numbers",
                csv_numbers_below_zero_stay_numbers);
}
