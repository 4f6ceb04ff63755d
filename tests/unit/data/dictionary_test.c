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

static text name_of(char room[40], unsigned kind) {
    int length = snprintf(room, 40, kind % 3 ? "K%u" : "a text of many bytes %u", kind);
    return (text){room, (size_t)length};
}

static void texts_looked_up_together_get_the_same_codes(void) {
    enum { KINDS = 701 };
    text_key keys[DICTIONARY_BATCH];
    text longer[DICTIONARY_BATCH];
    uint16_t at[DICTIONARY_BATCH];
    int32_t codes[DICTIONARY_BATCH];
    char rooms[DICTIONARY_BATCH][40];
    work w;
    begin(&w);
    for (unsigned first = 0; first < 20; first++) {
        for (unsigned i = 0; i < DICTIONARY_BATCH; i++) {
            longer[i] = name_of(rooms[i], (first * 100 + i) % KINDS);
            keys[i] = text_key_of(longer[i]);
            at[i] = (uint16_t)(DICTIONARY_BATCH - 1 - i);
        }
        CU_ASSERT_TRUE(dictionary_add_all(&w.codes, keys, longer, at, DICTIONARY_BATCH, codes));
        for (unsigned i = 0; i < DICTIONARY_BATCH; i++) {
            CU_ASSERT_EQUAL(dictionary_find(&w.codes, longer[i]), codes[at[i]]);
        }
    }
    CU_ASSERT_EQUAL(w.texts.count, KINDS);
    end(&w);
}

static void texts_are_found_together_of_any_length(void) {
    text_key keys[DICTIONARY_BATCH];
    text longer[DICTIONARY_BATCH];
    int32_t codes[DICTIONARY_BATCH];
    char rooms[DICTIONARY_BATCH][40];
    work w;
    begin(&w);
    for (unsigned kind = 0; kind < DICTIONARY_BATCH; kind++) {
        longer[kind] = name_of(rooms[kind], kind);
        keys[kind] = text_key_of(longer[kind]);
    }
    dictionary_find_all(&w.codes, keys, longer, DICTIONARY_BATCH, codes);
    CU_ASSERT_EQUAL(codes[7], MAP_ABSENT);
    for (unsigned kind = 0; kind < DICTIONARY_BATCH; kind += 2)
        dictionary_add(&w.codes, longer[kind]);
    dictionary_find_all(&w.codes, keys, longer, DICTIONARY_BATCH, codes);
    for (int kind = 0; kind < DICTIONARY_BATCH; kind++)
        CU_ASSERT_EQUAL(codes[kind], kind % 2 ? MAP_ABSENT : kind / 2);
    end(&w);
}

static void the_map_finds_texts_once_it_is_told_to(void) {
    char room[40];
    work w;
    begin(&w);
    for (unsigned kind = 0; kind < 1000; kind++)
        dictionary_add(&w.codes, name_of(room, kind));
    CU_ASSERT_EQUAL(map_find(&w.texts, name_of(room, 5)), MAP_ABSENT);
    CU_ASSERT_TRUE(dictionary_index(&w.codes));
    for (unsigned kind = 0; kind < 1000; kind++)
        CU_ASSERT_EQUAL(map_find(&w.texts, name_of(room, kind)), (int64_t)kind);
    CU_ASSERT_EQUAL(map_add(&w.texts, text_of("new")), 1000);
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
    CU_add_test(suite, "texts are found together, of any length",
                texts_are_found_together_of_any_length);
    CU_add_test(suite, "the map finds texts once it is told to",
                the_map_finds_texts_once_it_is_told_to);
}
