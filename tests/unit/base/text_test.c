/* text_test.c - bytes with a length, patterns, and the growing buffer. */
#include "base/memory.h"
#include "base/text.h"

#include <CUnit/Basic.h>
#include <string.h>

static bool like(const char *value, const char *pattern) {
    return text_like(text_of(value), pattern);
}

static void texts_are_equal_byte_by_byte(void) {
    CU_ASSERT_TRUE(text_equal(text_of("gold"), (text){"golden", 4}));
    CU_ASSERT_FALSE(text_equal(text_of("gold"), text_of("Gold")));
    CU_ASSERT_FALSE(text_equal(text_of("gold"), text_of("golden")));
    CU_ASSERT_FALSE(text_equal((text){"a\0b", 3}, (text){"a\0c", 3}));
    CU_ASSERT_TRUE(text_equal((text){NULL, 0}, text_of("")));
    CU_ASSERT_TRUE(text_equal(text_of(NULL), text_of("")));
}

static void the_shorter_comes_first_where_one_begins_the_other(void) {
    CU_ASSERT_TRUE(text_compare(text_of("gold"), text_of("golden")) < 0);
    CU_ASSERT_TRUE(text_compare(text_of("golden"), text_of("gold")) > 0);
    CU_ASSERT_TRUE(text_compare(text_of(""), text_of("a")) < 0);
    CU_ASSERT_EQUAL(text_compare(text_of("gold"), text_of("gold")), 0);
    CU_ASSERT_EQUAL(text_compare((text){NULL, 0}, text_of("")), 0);
}

static void order_is_that_of_bytes_not_of_a_language(void) {
    CU_ASSERT_TRUE(text_compare(text_of("Z"), text_of("a")) < 0);
    CU_ASSERT_TRUE(text_compare(text_of("z"), text_of("\xC3\xA4")) < 0);
}

static void a_pattern_without_signs_matches_itself_only(void) {
    CU_ASSERT_TRUE(like("SEC-1", "SEC-1"));
    CU_ASSERT_FALSE(like("SEC-1", "sec-1"));
    CU_ASSERT_FALSE(like("SEC-10", "SEC-1"));
    CU_ASSERT_FALSE(like("SEC", "SEC-1"));
    CU_ASSERT_TRUE(like("", ""));
    CU_ASSERT_FALSE(like("a", ""));
}

static void a_star_stands_for_any_bytes_or_none(void) {
    CU_ASSERT_TRUE(like("SEC-1", "SEC-*"));
    CU_ASSERT_TRUE(like("SEC-", "SEC-*"));
    CU_ASSERT_FALSE(like("SEC", "SEC-*"));
    CU_ASSERT_TRUE(like("", "*"));
    CU_ASSERT_TRUE(like("abcabd", "*abd"));
    CU_ASSERT_TRUE(like("a-b-c", "a*b*c"));
    CU_ASSERT_FALSE(like("a-b-c", "a*c*b"));
    CU_ASSERT_TRUE(like("x", "***x***"));
}

static void a_question_mark_stands_for_one_character(void) {
    CU_ASSERT_TRUE(like("SEC-1", "SEC-?"));
    CU_ASSERT_FALSE(like("SEC-", "SEC-?"));
    CU_ASSERT_FALSE(like("SEC-10", "SEC-?"));
    CU_ASSERT_TRUE(like("\xE2\x82\xAC", "?")); /* the euro sign, three bytes */
    CU_ASSERT_FALSE(like("\xE2\x82\xAC", "??"));
    CU_ASSERT_FALSE(like("x\xE2\x82\xAC"
                         "bc",
                         "x*??b*"));
    CU_ASSERT_TRUE(like("x\xE2\x82\xAC"
                        "ybc",
                        "x*??b*"));
}

static void a_pattern_of_many_stars_takes_no_long_time(void) {
    char value[4001];
    memset(value, 'a', sizeof value - 1);
    value[sizeof value - 1] = '\0';
    CU_ASSERT_FALSE(like(value, "a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b"));
}

static void a_value_may_hold_any_byte(void) {
    CU_ASSERT_TRUE(text_like((text){"a\0b", 3}, "a?b"));
    CU_ASSERT_TRUE(text_like((text){"a\0b", 3}, "a*"));
    CU_ASSERT_FALSE(text_like((text){"a\0b", 3}, "a"));
    CU_ASSERT_TRUE(text_like((text){"\xFF\xFE", 2}, "*"));
}

static void a_buffer_grows_as_it_is_written(void) {
    text_buffer buffer = {0};
    for (int i = 0; i < 1000; i++)
        text_print(&buffer, "%03d,", i);
    CU_ASSERT_FALSE(buffer.failed);
    CU_ASSERT_EQUAL(buffer.length, 4000);
    CU_ASSERT_EQUAL(strlen(buffer.bytes), 4000);
    CU_ASSERT_EQUAL(memcmp(buffer.bytes + 3996, "999,", 5), 0);
    text_free(&buffer);
    CU_ASSERT_PTR_NULL(buffer.bytes);
}

static void a_buffer_holds_what_was_appended_in_order(void) {
    text_buffer buffer = {0};
    text_append(&buffer, "ab\0c", 4);
    text_append_string(&buffer, "de");
    text_append_byte(&buffer, 'f');
    text_append(&buffer, NULL, 0);
    CU_ASSERT_EQUAL(buffer.length, 7);
    CU_ASSERT_EQUAL(memcmp(buffer.bytes, "ab\0cdef", 8), 0);
    text_clear(&buffer);
    CU_ASSERT_EQUAL(buffer.length, 0);
    CU_ASSERT_STRING_EQUAL(buffer.bytes, "");
    text_free(&buffer);
}

static void a_refused_allocation_is_remembered(void) {
    text_buffer buffer = {0};
    memory_fail_after(1);
    text_append_string(&buffer, "lost");
    memory_fail_after(0);
    text_append_string(&buffer, "also lost");
    CU_ASSERT_TRUE(buffer.failed);
    CU_ASSERT_EQUAL(buffer.length, 0);
    text_clear(&buffer);
    text_free(&buffer);
    CU_ASSERT_FALSE(buffer.failed);
}

static const CU_TestInfo tests[] = {
    {"texts are equal byte by byte", texts_are_equal_byte_by_byte},
    {"the shorter comes first where one begins the other",
     the_shorter_comes_first_where_one_begins_the_other},
    {"order is that of bytes, not of a language", order_is_that_of_bytes_not_of_a_language},
    {"a pattern without signs matches itself only",
     a_pattern_without_signs_matches_itself_only},
    {"a star stands for any bytes or none", a_star_stands_for_any_bytes_or_none},
    {"a question mark stands for one character", a_question_mark_stands_for_one_character},
    {"a pattern of many stars takes no long time", a_pattern_of_many_stars_takes_no_long_time},
    {"a value may hold any byte", a_value_may_hold_any_byte},
    {"a buffer grows as it is written", a_buffer_grows_as_it_is_written},
    {"a buffer holds what was appended, in order", a_buffer_holds_what_was_appended_in_order},
    {"a refused allocation is remembered", a_refused_allocation_is_remembered},
};

void text_suite(void);

void text_suite(void) {
    CU_pSuite suite = CU_add_suite("text", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
