/* remains_test.c - sums and next places of what is left, against going over all of it. */
#include "eval/remains.h"

#include "base/memory.h"

#include <CUnit/Basic.h>

enum { PARTNERS = 7, DAYS = 9 };

static const size_t first[PARTNERS + 1] = {0, 0, 1, 17, 33, 133, 135, 1135};

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

static number sum_over(const remains *r, size_t from, size_t to, date on) {
    number sum = 0;
    for (size_t k = from; k < to; k++)
        if (r->begins[k] <= on) sum += r->left[k];
    return sum;
}

static size_t next_over(const remains *r, size_t from, size_t to, date on) {
    while (from < to && (r->left[from] == 0 || r->begins[from] > on))
        from++;
    return from;
}

static void sums_and_next_places_are_those_of_going_over_all(void) {
    arena memory = {0};
    remains r;
    uint32_t seed = 7;
    CU_ASSERT_TRUE_FATAL(remains_open(&r, first, PARTNERS, &memory));
    for (size_t k = 0; k < first[PARTNERS]; k++)
        r.begins[k] = (date)(next_random(&seed) % DAYS);
    for (int turn = 0; turn < 20000; turn++) {
        size_t p = next_random(&seed) % PARTNERS, count = first[p + 1] - first[p];
        if (count == 0) continue;
        size_t place = first[p] + next_random(&seed) % count;
        bool emptied = next_random(&seed) % 3 || (turn > 15000 && turn % 100);
        remains_set(&r, p, place, emptied ? 0 : next_random(&seed) % 50);
        size_t from = first[p] + next_random(&seed) % (count + 1);
        size_t to = from + next_random(&seed) % (first[p + 1] - from + 1);
        date on = (date)(next_random(&seed) % (DAYS + 2)) - 1;
        if (remains_sum(&r, p, from, to, on) != sum_over(&r, from, to, on) ||
            remains_next(&r, p, from, to, on) != next_over(&r, from, to, on)) {
            CU_FAIL_FATAL("another sum, or another place");
        }
    }
    arena_free(&memory);
}

static void memory_that_runs_out_is_told(void) {
    for (size_t n = 1; n < 5; n++) {
        arena memory = {0};
        remains r;
        memory_fail_after(n);
        bool opened = remains_open(&r, first, PARTNERS, &memory);
        bool failed = memory_fail_after(0) >= n;
        CU_ASSERT_EQUAL(opened, !failed);
        arena_free(&memory);
    }
}

static const CU_TestInfo tests[] = {
    {"sums and next places are those of going over all",
     sums_and_next_places_are_those_of_going_over_all},
    {"memory that runs out is told", memory_that_runs_out_is_told},
};

void remains_suite(void);

void remains_suite(void) {
    CU_pSuite suite = CU_add_suite("remains", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
