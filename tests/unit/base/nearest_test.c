/* nearest_test.c - which known word a misspelt one is taken for. */
#include "base/nearest.h"

#include <CUnit/Basic.h>
#include <string.h>

static const char *const words[] = {"rank",     "range",    "requires", "pays",  "cap",
                                    "trailing", "marginal", "partner",  "where", "title"};

static const char *nearest_word(const char *wanted) {
    nearest guess = nearest_to(wanted);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        nearest_offer(&guess, words[i]);
    return guess.best;
}

static void a_swap_of_neighbours_is_one_slip(void) {
    CU_ASSERT_STRING_EQUAL(nearest_word("rnak"), "rank");
    CU_ASSERT_STRING_EQUAL(nearest_word("pasy"), "pays");
    CU_ASSERT_STRING_EQUAL(nearest_word("reqiures"), "requires");
}

static void a_letter_missing_added_or_wrong_is_one_slip(void) {
    CU_ASSERT_STRING_EQUAL(nearest_word("require"), "requires");
    CU_ASSERT_STRING_EQUAL(nearest_word("requirres"), "requires");
    CU_ASSERT_STRING_EQUAL(nearest_word("marginel"), "marginal");
    CU_ASSERT_STRING_EQUAL(nearest_word("pay"), "pays");
    CU_ASSERT_STRING_EQUAL(nearest_word("caps"), "cap");
}

static void a_word_far_from_all_gets_no_offer(void) {
    CU_ASSERT_PTR_NULL(nearest_word("obligation"));
    CU_ASSERT_PTR_NULL(nearest_word("xyz"));
    CU_ASSERT_PTR_NULL(nearest_word("x"));
    CU_ASSERT_PTR_NULL(nearest_word(""));
}

static void the_nearest_wins_and_ties_keep_the_first(void) {
    nearest guess = nearest_to("gold_lin");
    nearest_offer(&guess, "gold_lane");
    nearest_offer(&guess, "gold_line");
    CU_ASSERT_STRING_EQUAL(guess.best, "gold_line");
    CU_ASSERT_EQUAL(guess.distance, 1);
    nearest_offer(&guess, "gold_link");
    CU_ASSERT_STRING_EQUAL(guess.best, "gold_line");
}

static void an_endless_word_is_no_trouble(void) {
    char word[5000];
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    CU_ASSERT_PTR_NULL(nearest_word(word));
    nearest guess = nearest_to("rank");
    nearest_offer(&guess, word);
    CU_ASSERT_PTR_NULL(guess.best);
}

static const CU_TestInfo tests[] = {
    {"a swap of neighbours is one slip", a_swap_of_neighbours_is_one_slip},
    {"a letter missing, added or wrong is one slip",
     a_letter_missing_added_or_wrong_is_one_slip},
    {"a word far from all gets no offer", a_word_far_from_all_gets_no_offer},
    {"the nearest wins and ties keep the first", the_nearest_wins_and_ties_keep_the_first},
    {"an endless word is no trouble", an_endless_word_is_no_trouble},
};

void nearest_suite(void);

void nearest_suite(void) {
    CU_pSuite suite = CU_add_suite("nearest", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
