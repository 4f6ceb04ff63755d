/* map_test.c - texts numbered in the order in which they were first met. */
#include "base/map.h"
#include "base/memory.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

static void codes_follow_the_order_of_first_meeting(void) {
    arena memory = {0};
    map m = {.memory = &memory};
    CU_ASSERT_EQUAL(map_add(&m, text_of("EMEA")), 0);
    CU_ASSERT_EQUAL(map_add(&m, text_of("NA")), 1);
    CU_ASSERT_EQUAL(map_add(&m, text_of("EMEA")), 0);
    CU_ASSERT_EQUAL(map_add(&m, text_of("APAC")), 2);
    CU_ASSERT_EQUAL(m.count, 3);
    CU_ASSERT_TRUE(text_equal(m.keys[2], text_of("APAC")));
    arena_free(&memory);
}

static void an_unknown_key_is_absent(void) {
    arena memory = {0};
    map m = {.memory = &memory};
    CU_ASSERT_EQUAL(map_find(&m, text_of("NA")), MAP_ABSENT);
    map_add(&m, text_of("NA"));
    CU_ASSERT_EQUAL(map_find(&m, text_of("na")), MAP_ABSENT);
    CU_ASSERT_EQUAL(map_find(&m, text_of("")), MAP_ABSENT);
    CU_ASSERT_EQUAL(map_find(&m, text_of("NA")), 0);
    arena_free(&memory);
}

static void keys_are_copied_and_may_hold_any_byte(void) {
    arena memory = {0};
    map m = {.memory = &memory};
    char key[] = "a\0b";
    CU_ASSERT_EQUAL(map_add(&m, (text){key, 3}), 0);
    key[2] = 'c';
    CU_ASSERT_EQUAL(map_find(&m, (text){"a\0b", 3}), 0);
    CU_ASSERT_EQUAL(map_add(&m, (text){key, 3}), 1);
    CU_ASSERT_EQUAL(map_add(&m, text_of("a")), 2);
    CU_ASSERT_EQUAL(map_add(&m, text_of("")), 3);
    CU_ASSERT_EQUAL(map_find(&m, text_of("")), 3);
    arena_free(&memory);
}

static void many_keys_keep_their_codes(void) {
    enum { KEYS = 20000 };
    arena memory = {0};
    map m = {.memory = &memory};
    char key[32];
    for (int i = 0; i < KEYS; i++) {
        snprintf(key, sizeof key, "partner-%d", i);
        CU_ASSERT_EQUAL_FATAL(map_add(&m, text_of(key)), i);
    }
    for (int i = KEYS - 1; i >= 0; i--) {
        snprintf(key, sizeof key, "partner-%d", i);
        CU_ASSERT_EQUAL_FATAL(map_find(&m, text_of(key)), i);
    }
    CU_ASSERT_EQUAL(map_find(&m, text_of("partner-20000")), MAP_ABSENT);
    arena_free(&memory);
}

/* Adds keys while the n-th allocation fails; whatever was added must still be found. */
static bool survives_failure(size_t n) {
    arena memory = {0};
    map m = {.memory = &memory};
    char key[64];
    int added = 0;
    memory_fail_after(n);
    for (; added < 2000; added++) {
        snprintf(key, sizeof key, "a rather long partner name, number %d", added);
        if (map_add(&m, text_of(key)) == MAP_ABSENT) break;
    }
    memory_fail_after(0);
    bool sound = memory.failed == (added < 2000) && m.count == (size_t)added;
    for (int i = 0; i < added; i++) {
        snprintf(key, sizeof key, "a rather long partner name, number %d", i);
        sound = sound && map_find(&m, text_of(key)) == i;
    }
    arena_free(&memory);
    return sound;
}

static void a_refused_allocation_loses_no_key(void) {
    for (size_t n = 1; n < 12; n++)
        CU_ASSERT_TRUE(survives_failure(n));
}

static const CU_TestInfo tests[] = {
    {"codes follow the order of first meeting", codes_follow_the_order_of_first_meeting},
    {"an unknown key is absent", an_unknown_key_is_absent},
    {"keys are copied and may hold any byte", keys_are_copied_and_may_hold_any_byte},
    {"many keys keep their codes", many_keys_keep_their_codes},
    {"a refused allocation loses no key", a_refused_allocation_loses_no_key},
};

void map_suite(void);

void map_suite(void) {
    CU_pSuite suite = CU_add_suite("map", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
