/* allot_test.c - amounts divided within bounds, worked out by hand and by brute force. */
#include "base/allot.h"
#include "base/memory.h"

#include <CUnit/Basic.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 12 };

static number decimal(const char *text) {
    number value = 0;
    CU_ASSERT_TRUE_FATAL(number_from_text(&value, text, strlen(text)));
    return value;
}

static size_t decimals(number *out, const char *list) {
    size_t count = 0;
    while (*list != '\0') {
        size_t length = strcspn(list, " ");
        CU_ASSERT_TRUE_FATAL(count < MOST && number_from_text(&out[count], list, length));
        count++;
        list += length + (list[length] == ' ');
    }
    return count;
}

static bool gives(const char *total, const char *weights, const char *least, const char *most,
                  const char *expected, const char *left) {
    number w[MOST], low[MOST], high[MOST], wanted[MOST], unplaced = -1;
    allotment all[MOST] = {{0}};
    size_t count = decimals(w, weights);
    CU_ASSERT_EQUAL_FATAL(decimals(low, least), count);
    CU_ASSERT_EQUAL_FATAL(decimals(high, most), count);
    CU_ASSERT_EQUAL_FATAL(decimals(wanted, expected), count);
    for (size_t i = 0; i < count; i++)
        all[i] = (allotment){w[i], low[i], high[i], 0};
    if (!allot(decimal(total), all, count, 2, &unplaced)) return false;
    for (size_t i = 0; i < count; i++)
        if (all[i].part != wanted[i]) return false;
    return unplaced == decimal(left);
}

static void without_bounds_it_is_in_proportion(void) {
    CU_ASSERT_TRUE(gives("100", "1 1 1", "0 0 0", "999 999 999", "33.34 33.33 33.33", "0"));
    CU_ASSERT_TRUE(gives("0", "1 2", "0 0", "9 9", "0 0", "0"));
}

static void what_one_may_not_have_goes_to_the_others(void) {
    CU_ASSERT_TRUE(gives("100", "8 1 1", "0 0 0", "50 50 50", "50 25 25", "0"));
    CU_ASSERT_TRUE(gives("100", "8 3 1", "0 0 0", "40 40 40", "40 40 20", "0"));
}

static void what_one_must_have_comes_from_the_others(void) {
    CU_ASSERT_TRUE(gives("100", "8 1 1", "20 20 20", "99 99 99", "60 20 20", "0"));
    CU_ASSERT_TRUE(gives("100", "6 3 1", "15 15 15", "50 99 99", "50 35 15", "0"));
}

static void where_all_have_their_most_the_rest_is_left(void) {
    CU_ASSERT_TRUE(gives("100", "8 1", "0 0", "30 30", "30 30", "40"));
    CU_ASSERT_TRUE(gives("60", "8 1", "0 0", "30 30", "30 30", "0"));
}

static void where_the_least_does_not_fit_the_smallest_get_nothing(void) {
    CU_ASSERT_TRUE(gives("100", "5 1 3", "40 40 40", "99 99 99", "60 0 40", "0"));
    CU_ASSERT_TRUE(gives("100", "2 2 2", "40 40 40", "99 99 99", "50 50 0", "0"));
    CU_ASSERT_TRUE(gives("30", "2 3", "40 40", "99 99", "0 0", "30"));
    CU_ASSERT_TRUE(gives("80", "2 3", "40 40", "99 99", "40 40", "0"));
    CU_ASSERT_TRUE(gives("79.99", "2 3", "40 40", "99 99", "0 79.99", "0"));
    /* One that needs nothing at least is not in the way. */
    CU_ASSERT_TRUE(gives("100", "1 2 3", "0 60 60", "99 99 99", "25 0 75", "0"));
}

static void weights_too_large_are_refused(void) {
    CU_ASSERT_FALSE(gives("1", "100000000000000000000 1", "0 0", "1 1", "1 0", "0"));
    CU_ASSERT_TRUE(gives("100000000000000000000", "1 1", "0 0",
                         "100000000000000000000 100000000000000000000",
                         "50000000000000000000 50000000000000000000", "0"));
}

/* What defines the division: bounds, the sum, one rate for all who stand between theirs. */
static void between_bounds_there_is_one_rate(void) {
    unsigned seed = 7;
    for (int round = 0; round < 3000; round++) {
        allotment all[5] = {{0}};
        seed = seed * 1103515245 + 12345;
        size_t count = 1 + (seed >> 16) % 5;
        number total = (number)((seed >> 8) % 200) * NUMBER_ONE / 100, unplaced, sum = 0;
        number least = 0, most = 0;
        for (size_t i = 0; i < count; i++) {
            seed = seed * 1103515245 + 12345;
            number low = (number)((seed >> 9) % 40) * NUMBER_ONE / 100;
            all[i] = (allotment){(number)(1 + (seed >> 16) % 7) * NUMBER_ONE, low,
                                 low + (number)((seed >> 12) % 80) * NUMBER_ONE / 100, 0};
            least += low;
        }
        if (least > total) continue;
        CU_ASSERT_TRUE_FATAL(allot(total, all, count, 2, &unplaced));
        for (size_t i = 0; i < count; i++) {
            const allotment *a = &all[i];
            number cent = NUMBER_ONE / 100;
            sum += a->part;
            most += a->most;
            CU_ASSERT_TRUE(a->part >= a->least && a->part <= a->most && a->part % cent == 0);
            /* Who could have more and who could have less stand at one rate, cents aside. */
            for (size_t k = 0; k < count; k++) {
                const allotment *b = &all[k];
                if (a->part >= a->most || b->part <= b->least) continue;
                CU_ASSERT_TRUE((a->part + cent) * (b->weight / NUMBER_ONE) >=
                               (b->part - cent) * (a->weight / NUMBER_ONE));
            }
        }
        CU_ASSERT_TRUE(sum + unplaced == total);
        CU_ASSERT_TRUE(unplaced == 0 || most <= total);
    }
}

static void memory_that_runs_out_is_said(void) {
    for (size_t n = 1; n < 8; n++) {
        allotment all[] = {{NUMBER_ONE, NUMBER_ONE, 9 * NUMBER_ONE, 0},
                           {2 * NUMBER_ONE, 9 * NUMBER_ONE, 9 * NUMBER_ONE, 0},
                           {3 * NUMBER_ONE, 0, 9 * NUMBER_ONE, 0}};
        number unplaced;
        memory_fail_after(n);
        bool fine = allot(9 * NUMBER_ONE, all, 3, 2, &unplaced);
        size_t made = memory_fail_after(0);
        CU_ASSERT_TRUE(fine == (made < n));
        if (fine) return;
    }
    CU_FAIL("it never had enough memory");
}

void allot_suite(void);
void allot_suite(void) {
    CU_pSuite suite = CU_add_suite("allot", NULL, NULL);
    CU_add_test(suite, "without bounds it is in proportion",
                without_bounds_it_is_in_proportion);
    CU_add_test(suite, "what one may not have goes to the others",
                what_one_may_not_have_goes_to_the_others);
    CU_add_test(suite, "what one must have comes from the others",
                what_one_must_have_comes_from_the_others);
    CU_add_test(suite, "where all have their most the rest is left",
                where_all_have_their_most_the_rest_is_left);
    CU_add_test(suite, "where the least does not fit the smallest get nothing",
                where_the_least_does_not_fit_the_smallest_get_nothing);
    CU_add_test(suite, "weights too large are refused", weights_too_large_are_refused);
    CU_add_test(suite, "between bounds there is one rate", between_bounds_there_is_one_rate);
    CU_add_test(suite, "memory that runs out is said", memory_that_runs_out_is_said);
}
