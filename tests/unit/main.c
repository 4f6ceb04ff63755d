/* main.c - runs every unit suite.
 *
 * The list is generated: a suite is a `void <module>_suite(void)` in tests/unit/<folder>/
 * <module>_test.c that registers its tests with CUnit. A word on the command line limits the
 * run to suites whose name contains it. Fails when there is nothing to run. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <CUnit/Basic.h>

#define SUITE(name) void name(void);
#include "generated/suites.def"
#undef SUITE

typedef struct listed_suite {
    const char *name;
    void (*add)(void);
} listed_suite;

static const listed_suite suites[] = {
#define SUITE(name) {#name, name},
#include "generated/suites.def"
#undef SUITE
    {NULL, NULL}};

static void add_suites(const char *wanted) {
    for (const listed_suite *suite = suites; suite->name != NULL; suite++)
        if (wanted == NULL || strstr(suite->name, wanted) != NULL) suite->add();
}

int main(int count, char **words) {
    if (CU_initialize_registry() != CUE_SUCCESS) return 1;
    add_suites(count > 1 ? words[1] : NULL);
    CU_basic_set_mode(CU_BRM_NORMAL);
    CU_basic_run_tests();
    unsigned run = CU_get_number_of_tests_run();
    unsigned failed = CU_get_number_of_tests_failed() + CU_get_number_of_suites_failed();
    bool sound = CU_get_error() == CUE_SUCCESS && CU_get_number_of_asserts() > 0;
    CU_cleanup_registry();
    printf("%u passed, %u failed\n", run > failed ? run - failed : 0, failed);
    return run > 0 && failed == 0 && sound ? 0 : 1;
}
