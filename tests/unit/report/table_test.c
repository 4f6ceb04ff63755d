/* table_test.c - columns that line up, whatever stands in them. */
#include "unit/report/collected.h"

#include "base/memory.h"
#include "report/table.h"

static void add_row(table *t, const char *name, const char *amount) {
    table_add_string(t, name);
    table_add_string(t, amount);
}

static void begin(table *t, arena *memory) {
    table_begin(t, memory);
    table_column(t, (table_column_style){"rule", TABLE_LEFT, false, 12});
    table_column(t, (table_column_style){"paid", TABLE_RIGHT, false, 0});
}

static bool prints(table *t, size_t width, bool color, const char *wanted) {
    collected c = {0};
    writer w;
    writer_begin(&w, collect, &c);
    table_print(t, &w, width, color);
    return collected_is(&c, &w, wanted);
}

static void numbers_line_up_on_the_right(void) {
    arena memory = {0};
    table t;
    begin(&t, &memory);
    add_row(&t, "rebate", "$5.00");
    add_row(&t, "bonus", "$1,000.00");
    CU_ASSERT_TRUE(prints(&t, 80, false,
                          "  rule         paid\n"
                          "  rebate      $5.00\n"
                          "  bonus   $1,000.00\n"));
    arena_free(&memory);
}

static void wide_characters_line_up_too(void) {
    arena memory = {0};
    table t;
    begin(&t, &memory);
    add_row(&t, "\xE6\x9D\xB1\xE4\xBA\xAC", "1");
    add_row(&t, "M\xC3\xBCll", "2");
    add_row(&t, "abcd", "3");
    CU_ASSERT_TRUE(prints(&t, 80, false,
                          "  rule  paid\n"
                          "  \xE6\x9D\xB1\xE4\xBA\xAC     1\n"
                          "  M\xC3\xBCll     2\n"
                          "  abcd     3\n"));
    arena_free(&memory);
}

static void a_total_stands_under_a_line(void) {
    arena memory = {0};
    table t;
    begin(&t, &memory);
    add_row(&t, "rebate", "1");
    table_total(&t);
    add_row(&t, "total", "1");
    CU_ASSERT_TRUE(prints(&t, 80, false,
                          "  rule    paid\n"
                          "  rebate     1\n"
                          "  ------  ----\n"
                          "  total      1\n"));
    arena_free(&memory);
}

static void long_cells_are_cut_and_controls_made_visible(void) {
    arena memory = {0};
    table t;
    begin(&t, &memory);
    add_row(&t, "a very long name", "1");
    add_row(&t, "\x1b[2J", "2");
    CU_ASSERT_TRUE(prints(&t, 80, false,
                          "  rule          paid\n"
                          "  a very lo...     1\n"
                          "  \\u{1b}[2J        2\n"));
    arena_free(&memory);
}

static void no_row_ends_in_blanks(void) {
    arena memory = {0};
    table t;
    table_begin(&t, &memory);
    table_column(&t, (table_column_style){"a", TABLE_LEFT, false, 0});
    table_column(&t, (table_column_style){"b", TABLE_LEFT, false, 0});
    add_row(&t, "x", "long");
    add_row(&t, "y", "");
    CU_ASSERT_TRUE(prints(&t, 80, false, "  a  b\n  x  long\n  y\n"));
    arena_free(&memory);
}

static void begin_optional(table *t, arena *memory) {
    table_begin(t, memory);
    table_column(t, (table_column_style){"id", TABLE_LEFT, false, 0});
    table_column(t, (table_column_style){"rebate", TABLE_RIGHT, true, 0});
    table_column(t, (table_column_style){"bonus", TABLE_RIGHT, true, 0});
    table_column(t, (table_column_style){"paid", TABLE_RIGHT, false, 0});
}

static void optional_columns_go_together_where_they_do_not_fit(void) {
    arena memory = {0};
    table t;
    begin_optional(&t, &memory);
    add_row(&t, "P1", "1");
    add_row(&t, "2", "3");
    CU_ASSERT_EQUAL(table_width(&t), 25);
    CU_ASSERT_TRUE(
        prints(&t, 25, false, "  id  rebate  bonus  paid\n  P1       1      2     3\n"));
    CU_ASSERT_TRUE(prints(&t, 24, false, "  id  paid\n  P1     3\n"));
    arena_free(&memory);
}

static void optional_columns_with_nothing_in_them_are_left_out(void) {
    arena memory = {0};
    table t;
    begin_optional(&t, &memory);
    add_row(&t, "P1", "");
    add_row(&t, "2", "3");
    CU_ASSERT_TRUE(prints(&t, 80, false, "  id  bonus  paid\n  P1      2     3\n"));
    arena_free(&memory);
}

static void colour_is_for_headings_only_and_only_when_wanted(void) {
    arena memory = {0};
    table t;
    begin(&t, &memory);
    add_row(&t, "rebate", "1");
    CU_ASSERT_TRUE(prints(&t, 80, true, "\x1b[2m  rule    paid\x1b[0m\n  rebate     1\n"));
    arena_free(&memory);
}

static void memory_that_runs_out_is_remembered(void) {
    for (size_t n = 1; n < 40; n++) {
        arena memory = {0};
        table t;
        memory_fail_after(n);
        begin(&t, &memory);
        for (int row = 0; row < 4; row++)
            add_row(&t, "rebate", "1");
        size_t made = memory_fail_after(0);
        CU_ASSERT_EQUAL(memory.failed, made >= n);
        arena_free(&memory);
    }
}

static bool says(const char *words, size_t at, size_t hanging, size_t width,
                 const char *wanted) {
    collected c = {0};
    writer w;
    writer_begin(&w, collect, &c);
    table_say_lines(&w, text_of(words), at, hanging, width);
    return collected_is(&c, &w, wanted);
}

static void long_words_are_not_broken_but_lines_are(void) {
    CU_ASSERT_TRUE(says("deal 5,994, claim 12, certificate 300", 5, 3, 21,
                        "deal 5,994,\n   claim 12,\n   certificate 300"));
    CU_ASSERT_TRUE(says("ab cd", 0, 2, 5, "ab cd"));
    CU_ASSERT_TRUE(says("abc de", 0, 2, 5, "abc\n  de"));
    CU_ASSERT_TRUE(says("unbroken_whatever and", 4, 4, 8, "unbroken_whatever\n    and"));
    CU_ASSERT_TRUE(says("", 4, 4, 8, ""));
}

void table_suite(void) {
    CU_pSuite suite = CU_add_suite("table", NULL, NULL);
    CU_add_test(suite, "numbers line up on the right", numbers_line_up_on_the_right);
    CU_add_test(suite, "wide characters line up too", wide_characters_line_up_too);
    CU_add_test(suite, "a total stands under a line", a_total_stands_under_a_line);
    CU_add_test(suite, "long cells are cut, controls made visible",
                long_cells_are_cut_and_controls_made_visible);
    CU_add_test(suite, "no row ends in blanks", no_row_ends_in_blanks);
    CU_add_test(suite, "optional columns go together where they do not fit",
                optional_columns_go_together_where_they_do_not_fit);
    CU_add_test(suite, "optional columns with nothing in them are left out",
                optional_columns_with_nothing_in_them_are_left_out);
    CU_add_test(suite, "colour is for headings only, and only when wanted",
                colour_is_for_headings_only_and_only_when_wanted);
    CU_add_test(suite, "long words are not broken, but lines are",
                long_words_are_not_broken_but_lines_are);
    CU_add_test(suite, "memory that runs out is remembered",
                memory_that_runs_out_is_remembered);
}
