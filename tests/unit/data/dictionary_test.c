/* dictionary_test.c - codes of texts, looked up one by one or together. */
#include "data/dictionary.h"

#include <CUnit/Basic.h>
#include <stdio.h>

typedef struct work {
    arena memory;
    map texts;
    dictionary codes;
} work;

static void begin(work *w) {
    *w = (work){0};
    w->texts.memory = &w->memory;
    w->codes.texts = &w->texts;
}

static void end(work *w) {
    dictionary_free(&w->codes);
    arena_free(&w->memory);
}

static void texts_of_every_length_are_told_apart(void) {
    static const char bytes[] = "0123456789abcdefghijklmnopqrstuvwxyz0123";
    work w;
    begin(&w);
    for (size_t length = 0; length < sizeof bytes; length++)
        CU_ASSERT_EQUAL(dictionary_add(&w.codes, (text){bytes, length}), (int64_t)length);
    for (size_t length = 0; length < sizeof bytes; length++) {
        CU_ASSERT_EQUAL(dictionary_add(&w.codes, (text){bytes, length}), (int64_t)length);
        CU_ASSERT_EQUAL(dictionary_find(&w.codes, (text){bytes, length}), (int64_t)length);
        CU_ASSERT_EQUAL(map_find(&w.texts, (text){bytes, length}), (int64_t)length);
    }
    CU_ASSERT_EQUAL(dictionary_find(&w.codes, text_of("1")), MAP_ABSENT);
    end(&w);
}

static void zero_bytes_count(void) {
    work w;
    begin(&w);
    CU_ASSERT_EQUAL(dictionary_find(&w.codes, text_of("a")), MAP_ABSENT);
    CU_ASSERT_EQUAL(dictionary_add(&w.codes, (text){"a\0", 2}), 0);
    CU_ASSERT_EQUAL(dictionary_add(&w.codes, (text){"a", 1}), 1);
    CU_ASSERT_EQUAL(dictionary_add(&w.codes, (text){"a\0\0", 3}), 2);
    CU_ASSERT_EQUAL(dictionary_add(&w.codes, (text){"0123456789abcde\0", 16}), 3);
    CU_ASSERT_EQUAL(dictionary_add(&w.codes, (text){"0123456789abcde", 15}), 4);
    end(&w);
}

static void texts_looked_up_together_get_the_same_codes(void) {
    enum { ROWS = 5000, KINDS = 701 };
    static int32_t codes[ROWS];
    static dictionary_queue queue;
    work w;
    begin(&w);
    queue.count = 0;
    for (uint32_t row = 0; row < ROWS; row++) {
        char name[40];
        unsigned kind = row * 7 % KINDS;
        int length =
            snprintf(name, sizeof name, kind % 3 ? "K%u" : "a text of many bytes %u", kind);
        CU_ASSERT_TRUE(
            dictionary_add_later(&w.codes, &queue, (text){name, (size_t)length}, row, codes));
    }
    CU_ASSERT_TRUE(dictionary_settle(&w.codes, &queue, codes));
    CU_ASSERT_EQUAL(w.texts.count, KINDS);
    bool same = true;
    for (uint32_t row = KINDS; row < ROWS; row++)
        same = same && codes[row] == codes[row % KINDS];
    CU_ASSERT_TRUE(same);
    CU_ASSERT_TRUE(text_equal(w.texts.keys[codes[1]], text_of("K7")));
    end(&w);
}

void dictionary_suite(void);
void dictionary_suite(void) {
    CU_pSuite suite =
        CU_add_suite("dictionary: codes of texts while rows are read", NULL, NULL);
    CU_add_test(suite, "texts of every length are told apart",
                texts_of_every_length_are_told_apart);
    CU_add_test(suite, "zero bytes count", zero_bytes_count);
    CU_add_test(suite, "texts looked up together get the same codes",
                texts_looked_up_together_get_the_same_codes);
}
