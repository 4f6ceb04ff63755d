/* literal_test.c - numbers as Lua text writes them, exactly. */
#include "syntax/literal.h"

#include <CUnit/Basic.h>

static bool reads(const char *written, const char *digits) {
    char shown[NUMBER_TEXT];
    literal_number found = literal_read(text_of(written));
    number_print(shown, found.exact, 0);
    return found.known && text_equal(text_of(shown), text_of(digits));
}

static bool is_unknown(const char *written) {
    return !literal_read(text_of(written)).known;
}

static void decimals_and_exponents_are_exact(void) {
    CU_ASSERT_TRUE(reads("150000", "150000"));
    CU_ASSERT_TRUE(reads(".5", "0.5"));
    CU_ASSERT_TRUE(reads("5.", "5"));
    CU_ASSERT_TRUE(reads("1e16", "10000000000000000"));
    CU_ASSERT_TRUE(reads("1.25E+2", "125"));
    CU_ASSERT_TRUE(reads("25e-3", "0.025"));
    CU_ASSERT_TRUE(reads("9007199254740993", "9007199254740993"));
    CU_ASSERT_TRUE(reads("100000000000000000000", "100000000000000000000"));
}

static void hexadecimals_wrap_beyond_two_to_the_63(void) {
    CU_ASSERT_TRUE(reads("0xFF", "255"));
    CU_ASSERT_TRUE(reads("0x7FFFFFFFFFFFFFFF", "9223372036854775807"));
    CU_ASSERT_TRUE(literal_read(text_of("0x8000000000000000")).wraps);
    CU_ASSERT_TRUE(literal_read(text_of("0x10000000000000001")).wraps);
    CU_ASSERT_FALSE(literal_read(text_of("0x1p4")).wraps);
}

static void what_no_amount_holds_is_unknown(void) {
    CU_ASSERT_TRUE(is_unknown("100000000000000000001"));
    CU_ASSERT_TRUE(is_unknown("1e21"));
    CU_ASSERT_TRUE(is_unknown("1e-19"));
    CU_ASSERT_TRUE(is_unknown("1e"));
    CU_ASSERT_TRUE(is_unknown("1e99999999999"));
    CU_ASSERT_TRUE(is_unknown("0x1p4"));
    CU_ASSERT_TRUE(is_unknown("1.2.3"));
}

void literal_suite(void) {
    CU_pSuite suite = CU_add_suite("literal", NULL, NULL);
    CU_add_test(suite, "decimals and exponents are exact", decimals_and_exponents_are_exact);
    CU_add_test(suite, "hexadecimals wrap beyond 2^63", hexadecimals_wrap_beyond_two_to_the_63);
    CU_add_test(suite, "what no amount holds is unknown", what_no_amount_holds_is_unknown);
}
