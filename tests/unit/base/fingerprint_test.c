/* fingerprint_test.c - equal fingerprints mean equal input. */
#include "base/fingerprint.h"

#include <CUnit/Basic.h>
#include <string.h>

static void take(char out[FINGERPRINT_TEXT], const char *first, const char *second) {
    fingerprint f;
    fingerprint_begin(&f);
    fingerprint_add(&f, first, strlen(first));
    if (second != NULL) fingerprint_add(&f, second, strlen(second));
    fingerprint_end(&f, out);
}

static void a_fingerprint_is_32_hex_digits(void) {
    char out[FINGERPRINT_TEXT];
    take(out, "gold", NULL);
    CU_ASSERT_EQUAL(strlen(out), 32);
    CU_ASSERT_EQUAL(strspn(out, "0123456789abcdef"), 32);
}

static void the_same_input_has_the_same_fingerprint(void) {
    char a[FINGERPRINT_TEXT], b[FINGERPRINT_TEXT];
    take(a, "gold", "silver");
    take(b, "gold", "silver");
    CU_ASSERT_STRING_EQUAL(a, b);
}

static void one_byte_makes_another_fingerprint(void) {
    char a[FINGERPRINT_TEXT], b[FINGERPRINT_TEXT];
    take(a, "gold", "silver");
    take(b, "gold", "silves");
    CU_ASSERT_STRING_NOT_EQUAL(a, b);
    take(b, "silver", "gold");
    CU_ASSERT_STRING_NOT_EQUAL(a, b);
}

static void where_one_text_ends_matters(void) {
    char a[FINGERPRINT_TEXT], b[FINGERPRINT_TEXT];
    take(a, "ab", "c");
    take(b, "a", "bc");
    CU_ASSERT_STRING_NOT_EQUAL(a, b);
    take(b, "abc", NULL);
    CU_ASSERT_STRING_NOT_EQUAL(a, b);
    take(a, "abc", "");
    CU_ASSERT_STRING_NOT_EQUAL(a, b);
}

static void a_fingerprint_is_the_same_on_every_machine(void) {
    char out[FINGERPRINT_TEXT];
    take(out, "gold", NULL);
    CU_ASSERT_STRING_EQUAL(out, "d1e4ce9da0112d859cb4bf916de27b8f");
}

static const CU_TestInfo tests[] = {
    {"a fingerprint is 32 hex digits", a_fingerprint_is_32_hex_digits},
    {"the same input has the same fingerprint", the_same_input_has_the_same_fingerprint},
    {"one byte makes another fingerprint", one_byte_makes_another_fingerprint},
    {"where one text ends matters", where_one_text_ends_matters},
    {"a fingerprint is the same on every machine", a_fingerprint_is_the_same_on_every_machine},
};

void fingerprint_suite(void);

void fingerprint_suite(void) {
    CU_pSuite suite = CU_add_suite("fingerprint", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
