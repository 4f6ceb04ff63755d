/* words_test.c - the table of the language is whole and consistent. */
#include "syntax/words.h"

#include <CUnit/Basic.h>
#include <string.h>

static bool says_something(const char *words) {
    return words && strlen(words) > 3 && words[strlen(words) - 1] != '.';
}

static void every_row_explains_itself(void) {
    for (const language_word *w = language_words; w->name; w++) {
        CU_ASSERT_TRUE(says_something(w->says));
        CU_ASSERT_PTR_NOT_NULL(strstr(w->form, w->name));
        CU_ASSERT_TRUE(strlen(w->example) > 0 && strlen(w->group) > 0);
    }
    for (const noun_word *n = language_nouns; n->name; n++) {
        CU_ASSERT_TRUE(says_something(n->says));
        CU_ASSERT_PTR_EQUAL(strstr(n->example, n->name), n->example);
    }
    for (const field_word *f = language_fields; f->name; f++) {
        CU_ASSERT_TRUE(says_something(f->says));
        CU_ASSERT_TRUE(noun_find(f->noun) || strcmp(f->noun, "part") == 0);
        CU_ASSERT_EQUAL(f->shape == SHAPE_CHOICE, f->choices != NULL);
    }
}

static void no_row_stands_twice(void) {
    for (const language_word *w = language_words; w->name; w++) {
        CU_ASSERT_PTR_EQUAL(word_find(w->name), w);
        CU_ASSERT_PTR_NULL(noun_find(w->name));
    }
    for (const noun_word *n = language_nouns; n->name; n++) {
        CU_ASSERT_PTR_EQUAL(noun_find(n->name), n);
    }
    for (const field_word *f = language_fields; f->name; f++) {
        CU_ASSERT_PTR_EQUAL(field_find(f->noun, f->name), f);
    }
}

static void signatures_agree_with_their_use(void) {
    for (const language_word *w = language_words; w->name; w++) {
        CU_ASSERT_TRUE(w->callable || w->bare || w->method);
        CU_ASSERT_TRUE(w->most < 0 || w->least <= w->most);
        if (!w->callable && !w->method) CU_ASSERT_EQUAL(w->most, 0);
    }
}

static void currencies_share_a_row(void) {
    CU_ASSERT_PTR_NOT_NULL_FATAL(word_find("eur"));
    CU_ASSERT_STRING_EQUAL(word_find("eur")->name, "usd");
    CU_ASSERT_TRUE(word_is_currency("jpy"));
    CU_ASSERT_FALSE(word_is_currency("EUR"));
    CU_ASSERT_PTR_NULL(word_find("xyz"));
    CU_ASSERT_STRING_EQUAL(word_find("sum")->name, "sum");
}

static void every_noun_takes_title_and_why(void) {
    for (const noun_word *n = language_nouns; n->name; n++) {
        CU_ASSERT_PTR_NOT_NULL(field_find(n->name, "title"));
        CU_ASSERT_PTR_NOT_NULL(field_find(n->name, "why"));
    }
    CU_ASSERT_PTR_NULL(field_find("metric", "pays"));
}

static void misspelt_words_are_guessed(void) {
    nearest guess = nearest_to("marginl");
    words_offer(&guess);
    CU_ASSERT_PTR_NOT_NULL_FATAL(guess.best);
    CU_ASSERT_STRING_EQUAL(guess.best, "marginal");
}

void words_suite(void) {
    CU_pSuite suite = CU_add_suite("words", NULL, NULL);
    CU_add_test(suite, "every row explains itself", every_row_explains_itself);
    CU_add_test(suite, "no row stands twice", no_row_stands_twice);
    CU_add_test(suite, "signatures agree with their use", signatures_agree_with_their_use);
    CU_add_test(suite, "currencies share a row", currencies_share_a_row);
    CU_add_test(suite, "every noun takes title and why", every_noun_takes_title_and_why);
    CU_add_test(suite, "misspelt words are guessed", misspelt_words_are_guessed);
}
