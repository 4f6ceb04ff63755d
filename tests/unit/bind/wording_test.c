/* wording_test.c - numbers and texts as people write them. */
#include "bind/wording.h"

#include "base/memory.h"

#include <CUnit/Basic.h>
#include <string.h>

static bool says(const char *text, const char *word, const char *digits) {
    arena memory = {0};
    char said[NUMBER_TEXT];
    wording w = wording_read(&memory, text);
    number_print(said, w.number, 0);
    bool same =
        w.is_number && strcmp(said, digits) == 0 && strcmp(w.word ? w.word : "", word) == 0;
    arena_free(&memory);
    return same;
}

static bool is_none(const char *text) {
    arena memory = {0};
    bool none = !wording_read(&memory, text).is_number;
    arena_free(&memory);
    return none;
}

static void numbers_stand_alone(void) {
    CU_ASSERT(says("1000", "", "1000"));
    CU_ASSERT(says(" +1,000.50 ", "", "1000.5"));
    CU_ASSERT(says(".08", "", "0.08"));
    CU_ASSERT(says("-.5", "", "-0.5"));
    CU_ASSERT(says("1_000_000", "", "1000000"));
    CU_ASSERT(says("1,00,000.5", "", "100000.5"));
    CU_ASSERT(says("decimal \"0.125\"", "", "0.125"));
    CU_ASSERT(says("decimal(\"0.125\")", "", "0.125"));
}

static void units_stand_beside_them(void) {
    CU_ASSERT(says("8%", "percent", "8"));
    CU_ASSERT(says("8 %", "percent", "8"));
    CU_ASSERT(says("-8%", "percent", "-8"));
    CU_ASSERT(says("percent(8)", "percent", "8"));
    CU_ASSERT(says("30 days", "days", "30"));
    CU_ASSERT(says("2 weeks", "days", "14"));
    CU_ASSERT(says("2 quarters", "months", "6"));
    CU_ASSERT(says("1 year", "months", "12"));
    CU_ASSERT(says("days(30)", "days", "30"));
}

static void amounts_name_their_currency(void) {
    CU_ASSERT(says("$1,000", "usd", "1000"));
    CU_ASSERT(says("-$5", "usd", "-5"));
    CU_ASSERT(says("$ 5", "usd", "5"));
    CU_ASSERT(says("€1000", "eur", "1000"));
    CU_ASSERT(says("1000 €", "eur", "1000"));
    CU_ASSERT(says("USD 250", "usd", "250"));
    CU_ASSERT(says("USD250", "usd", "250"));
    CU_ASSERT(says("250 GBP", "gbp", "250"));
    CU_ASSERT(says("usd(1,000)", "usd", "1000"));
    CU_ASSERT(says("ALL 5", "all", "5"));
    CU_ASSERT(says("amount(100, \"CHF\")", "amount", "100"));
}

static void a_fraction_keeps_both_numbers(void) {
    arena memory = {0};
    wording w = wording_read(&memory, "fraction(1, 3)");
    CU_ASSERT(w.is_number && w.number == NUMBER_ONE && w.below == 3 * NUMBER_ONE);
    CU_ASSERT(is_none("fraction(1, 0)"));
    CU_ASSERT(is_none("fraction(1)"));
    arena_free(&memory);
}

static void what_is_no_number_says_so(void) {
    static const char *const none[] = {"",        "-",         "%",      "$",
                                       "lots",    "--5",       "1 000",  "1,5",
                                       "1,33.45", "1,234_567", "5 cows", "decimal 0.1",
                                       "usd()",   "€",         "8%%",    "amount(1, \"ABC\")",
                                       "USD",     ". 5"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        CU_ASSERT(is_none(none[i]));
}

static void texts_lose_their_quotes(void) {
    static const char *const said[][2] = {{"won", "won"},
                                          {"\"won\"", "won"},
                                          {"'won'", "won"},
                                          {"date \"2026-02-03\"", "2026-02-03"},
                                          {"date(\"2026-02-03\")", "2026-02-03"},
                                          {"\"", "\""},
                                          {"\"a\" or \"b\"", "\"a\" or \"b\""},
                                          {"", ""}};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        arena memory = {0};
        CU_ASSERT_STRING_EQUAL(wording_text(&memory, said[i][0]), said[i][1]);
        arena_free(&memory);
    }
}

static void a_count_of_the_unit_is_a_bare_number(void) {
    arena memory = {0};
    CU_ASSERT_STRING_EQUAL(wording_count_of(&memory, "6 months", "months"), "6");
    CU_ASSERT_PTR_NULL(wording_count_of(&memory, "6 days", "months"));
    CU_ASSERT_PTR_NULL(wording_count_of(&memory, "6", "months"));
    arena_free(&memory);
}

static void an_amount_without_memory_for_its_word_is_none(void) {
    arena memory = {0};
    memory_fail_after(1);
    wording w = wording_read(&memory, "EUR 250");
    memory_fail_after(0);
    CU_ASSERT_FALSE(w.is_number);
    CU_ASSERT_TRUE(memory.failed);
    arena_free(&memory);
}

void wording_suite(void) {
    CU_pSuite s = CU_add_suite("wording", NULL, NULL);
    CU_add_test(s, "numbers stand alone", numbers_stand_alone);
    CU_add_test(s, "units stand beside them", units_stand_beside_them);
    CU_add_test(s, "amounts name their currency", amounts_name_their_currency);
    CU_add_test(s, "a fraction keeps both numbers", a_fraction_keeps_both_numbers);
    CU_add_test(s, "what is no number says so", what_is_no_number_says_so);
    CU_add_test(s, "texts lose their quotes", texts_lose_their_quotes);
    CU_add_test(s, "a count of the unit is a bare number",
                a_count_of_the_unit_is_a_bare_number);
    CU_add_test(s, "an amount without memory for its word is none",
                an_amount_without_memory_for_its_word_is_none);
}
