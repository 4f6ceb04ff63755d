/* currency_test.c - what ISO 4217 says of the currencies a program can pay in. */
#include "base/currency.h"

#include <CUnit/Basic.h>
#include <string.h>

static void most_currencies_have_cents(void) {
    CU_ASSERT_EQUAL(currency_places("USD"), 2);
    CU_ASSERT_EQUAL(currency_places("EUR"), 2);
    CU_ASSERT_EQUAL(currency_places("AED"), 2);
    CU_ASSERT_EQUAL(currency_places("ZWG"), 2);
}

static void some_have_none_or_three_or_four_places(void) {
    static const char *const none[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                       "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                       "VND", "VUV", "XAF", "XOF", "XPF"};
    static const char *const three[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        CU_ASSERT_EQUAL(currency_places(none[i]), 0);
    for (size_t i = 0; i < sizeof three / sizeof three[0]; i++)
        CU_ASSERT_EQUAL(currency_places(three[i]), 3);
    CU_ASSERT_EQUAL(currency_places("CLF"), 4);
    CU_ASSERT_EQUAL(currency_places("UYW"), 4);
}

static void what_nobody_can_pay_in_is_no_currency(void) {
    static const char *const none[] = {"XAU", "XAG", "XDR", "XXX", "XTS",  "XUA", "XSU", "DEM",
                                       "HRK", "ABC", "usd", "US",  "USDX", "",    "AAA", "ZZZ"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        CU_ASSERT_EQUAL(currency_places(none[i]), -1);
}

static void codes_are_listed_in_alphabetical_order(void) {
    size_t count = 1;
    CU_ASSERT_STRING_EQUAL(currency_code(0), "AED");
    for (; currency_code(count) != NULL; count++)
        CU_ASSERT_TRUE(strcmp(currency_code(count - 1), currency_code(count)) < 0);
    CU_ASSERT_TRUE(count > 150);
    CU_ASSERT_PTR_NULL(currency_code(count + 1));
    CU_ASSERT_PTR_NULL(currency_code((size_t)-1));
}

static void every_listed_code_is_found(void) {
    for (size_t i = 0; currency_code(i) != NULL; i++) {
        CU_ASSERT_EQUAL(strlen(currency_code(i)), 3);
        CU_ASSERT_TRUE(currency_places(currency_code(i)) >= 0);
    }
}

static void words_of_rules_are_codes_in_small_letters(void) {
    static const char *const none[] = {"USD", "Usd", "us", "usdx", "", "xau", "sum", "u1d"};
    CU_ASSERT_STRING_EQUAL(currency_of_word("usd"), "USD");
    CU_ASSERT_STRING_EQUAL(currency_of_word("zwg"), "ZWG");
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        CU_ASSERT_PTR_NULL(currency_of_word(none[i]));
}

static void amounts_are_written_after_a_sign_or_the_code(void) {
    CU_ASSERT_STRING_EQUAL(currency_prefix("USD"), "$");
    CU_ASSERT_STRING_EQUAL(currency_prefix("EUR"), "EUR ");
    CU_ASSERT_STRING_EQUAL(currency_prefix("XAU"), "");
}

static const CU_TestInfo tests[] = {
    {"most currencies have cents", most_currencies_have_cents},
    {"words of rules are codes in small letters", words_of_rules_are_codes_in_small_letters},
    {"some have none or three or four places", some_have_none_or_three_or_four_places},
    {"what nobody can pay in is no currency", what_nobody_can_pay_in_is_no_currency},
    {"codes are listed in alphabetical order", codes_are_listed_in_alphabetical_order},
    {"every listed code is found", every_listed_code_is_found},
    {"amounts are written after a sign or the code",
     amounts_are_written_after_a_sign_or_the_code},
};

void currency_suite(void);

void currency_suite(void) {
    CU_pSuite suite = CU_add_suite("currency", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
