/* character_test.c - reading UTF-8, widths, and what terminals must not see. */
#include "report/character.h"

#include <CUnit/CUnit.h>

static size_t read_first(const char *bytes, uint32_t *code) {
    return character_read(text_of(bytes), 0, code);
}

static bool shows(const char *bytes, const char *wanted) {
    text_buffer out = {0};
    character_show(&out, text_of(bytes));
    bool same = text_equal((text){out.bytes, out.length}, text_of(wanted));
    text_free(&out);
    return same;
}

static void characters_of_every_length_are_read(void) {
    uint32_t code;
    CU_ASSERT_EQUAL(read_first("a", &code), 1);
    CU_ASSERT_EQUAL(code, 'a');
    CU_ASSERT_EQUAL(read_first("\xC3\xA4", &code), 2);
    CU_ASSERT_EQUAL(code, 0xE4);
    CU_ASSERT_EQUAL(read_first("\xE2\x82\xAC", &code), 3);
    CU_ASSERT_EQUAL(code, 0x20AC);
    CU_ASSERT_EQUAL(read_first("\xF0\x9F\x98\x80", &code), 4);
    CU_ASSERT_EQUAL(code, 0x1F600);
}

static void bytes_that_are_no_character_are_taken_one_by_one(void) {
    static const char *const broken[] = {"\x80",             /* continues nothing */
                                         "\xC0\xAF",         /* overlong */
                                         "\xE0\x80\x80",     /* overlong */
                                         "\xED\xA0\x80",     /* a surrogate */
                                         "\xF4\x90\x80\x80", /* beyond the last character */
                                         "\xE2\x82",         /* cut off */
                                         "\xC3z",            /* not continued */
                                         "\xFF"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        uint32_t code;
        CU_ASSERT_EQUAL(read_first(broken[i], &code), 1);
        CU_ASSERT_EQUAL(code, CHARACTER_INVALID);
    }
}

static void east_asian_characters_are_two_wide_and_marks_none(void) {
    CU_ASSERT_EQUAL(character_width(text_of("Zurich")), 6);
    CU_ASSERT_EQUAL(character_width(text_of("Z\xC3\xBCrich")), 6);
    CU_ASSERT_EQUAL(character_width(text_of("u\xCC\x88")), 1);
    CU_ASSERT_EQUAL(character_width(text_of("\xE6\x9D\xB1\xE4\xBA\xAC")), 4);
    CU_ASSERT_EQUAL(character_width(text_of("\xF0\x9F\x98\x80")), 2);
    CU_ASSERT_EQUAL(character_width(text_of("")), 0);
}

static void what_could_move_a_cursor_is_made_visible(void) {
    CU_ASSERT_TRUE(shows("Acme \x1b[2J", "Acme \\u{1b}[2J"));
    CU_ASSERT_TRUE(shows("a\nb\tc", "a\\u{a}b\\u{9}c"));
    CU_ASSERT_TRUE(shows("\x7f", "\\u{7f}"));
    CU_ASSERT_TRUE(shows("\xC2\x9B", "\\u{9b}"));
    CU_ASSERT_TRUE(shows("M\xC3\xBCller", "M\xC3\xBCller"));
}

static void what_turns_the_writing_round_is_made_visible(void) {
    CU_ASSERT_TRUE(shows("\xE2\x80\xAE"
                         "001",
                         "\\u{202e}001"));
    CU_ASSERT_TRUE(shows("\xE2\x81\xA6x", "\\u{2066}x"));
}

static void bytes_that_are_no_character_are_replaced(void) {
    CU_ASSERT_TRUE(shows("a\xFF"
                         "b",
                         "a\xEF\xBF\xBD"
                         "b"));
}

static void a_text_is_cut_between_characters_only(void) {
    CU_ASSERT_EQUAL(character_fit(text_of("abcdef"), 3), 3);
    CU_ASSERT_EQUAL(character_fit(text_of("\xE6\x9D\xB1\xE4\xBA\xAC"), 3), 3);
    CU_ASSERT_EQUAL(character_fit(text_of("u\xCC\x88x"), 1), 3);
    CU_ASSERT_EQUAL(character_fit(text_of("ab"), 9), 2);
}

void character_suite(void) {
    CU_pSuite suite = CU_add_suite("character", NULL, NULL);
    CU_add_test(suite, "characters of every length are read",
                characters_of_every_length_are_read);
    CU_add_test(suite, "bytes that are no character are taken one by one",
                bytes_that_are_no_character_are_taken_one_by_one);
    CU_add_test(suite, "East Asian characters are two wide, marks none",
                east_asian_characters_are_two_wide_and_marks_none);
    CU_add_test(suite, "what could move a cursor is made visible",
                what_could_move_a_cursor_is_made_visible);
    CU_add_test(suite, "what turns the writing round is made visible",
                what_turns_the_writing_round_is_made_visible);
    CU_add_test(suite, "bytes that are no character are replaced",
                bytes_that_are_no_character_are_replaced);
    CU_add_test(suite, "a text is cut between characters only",
                a_text_is_cut_between_characters_only);
}
