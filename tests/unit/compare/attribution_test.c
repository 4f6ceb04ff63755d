/* attribution_test.c - shares of what changes do together add up, to the last place. */
#include "compare/attribution.h"

#include <CUnit/CUnit.h>

static number cents(int amount) {
    return number_from_integer(amount) / 100;
}

static void changes_that_do_not_interact_are_worth_what_they_are_worth_alone(void) {
    attributed items[3] = {0};
    attribution a = {.items = items, .count = 3};
    number worth[8];
    for (size_t set = 0; set < 8; set++)
        worth[set] =
            (set & 1 ? cents(100) : 0) + (set & 2 ? cents(-250) : 0) + (set & 4 ? cents(7) : 0);
    CU_ASSERT_TRUE(attribution_share(worth, 2, &a));
    CU_ASSERT_TRUE(a.has_shapley);
    CU_ASSERT_TRUE(items[0].shapley == cents(100) && items[0].shown == cents(100));
    CU_ASSERT_TRUE(items[1].shapley == cents(-250));
    CU_ASSERT_TRUE(items[2].shapley == cents(7));
}

static void an_interaction_of_two_is_halved(void) {
    attributed items[2] = {0};
    attribution a = {.items = items, .count = 2};
    number worth[4] = {0, cents(100), cents(50), cents(125)};
    CU_ASSERT_TRUE(attribution_share(worth, 2, &a));
    CU_ASSERT_TRUE(items[0].shapley == cents(175) / 2);
    CU_ASSERT_TRUE(items[1].shapley == cents(75) / 2);
    CU_ASSERT_TRUE(items[0].shown + items[1].shown == cents(125));
}

/* Only all three together make a cent: a third of it each, and the last place to the first. */
static void what_rounding_leaves_over_is_handed_out(void) {
    attributed items[3] = {0};
    attribution a = {.items = items, .count = 3};
    number worth[8] = {0};
    worth[7] = cents(1);
    CU_ASSERT_TRUE(attribution_share(worth, 2, &a));
    CU_ASSERT_TRUE(items[0].shapley == 3333334 * NUMBER_GRID);
    CU_ASSERT_TRUE(items[1].shapley == 3333333 * NUMBER_GRID);
    CU_ASSERT_TRUE(items[0].shapley + items[1].shapley + items[2].shapley == cents(1));
    CU_ASSERT_TRUE(items[0].shown + items[1].shown + items[2].shown == cents(1));
}

static void losses_add_up_as_well(void) {
    attributed items[3] = {0};
    attribution a = {.items = items, .count = 3};
    number worth[8] = {0};
    worth[7] = cents(-1);
    CU_ASSERT_TRUE(attribution_share(worth, 2, &a));
    CU_ASSERT_TRUE(items[0].shapley + items[1].shapley + items[2].shapley == cents(-1));
    CU_ASSERT_TRUE(items[0].shown + items[1].shown + items[2].shown == cents(-1));
}

static void many_changes_add_up_whatever_they_do(void) {
    attributed items[SHAPLEY_MOST] = {0};
    attribution a = {.items = items, .count = SHAPLEY_MOST};
    number worth[1 << SHAPLEY_MOST] = {0}, sum = 0, shown = 0;
    uint32_t state = 7;
    for (size_t set = 1; set < (size_t)1 << SHAPLEY_MOST; set++) {
        state = state * 1664525u + 1013904223u;
        worth[set] = cents((int)(state >> 8) % 1000000 - 500000);
    }
    CU_ASSERT_TRUE(attribution_share(worth, 2, &a));
    for (size_t i = 0; i < SHAPLEY_MOST; i++) {
        sum += items[i].shapley;
        shown += items[i].shown;
    }
    CU_ASSERT_TRUE(sum == worth[(1 << SHAPLEY_MOST) - 1]);
    CU_ASSERT_TRUE(shown == sum);
}

void attribution_suite(void) {
    CU_pSuite s = CU_add_suite("attribution", NULL, NULL);
    CU_add_test(s, "changes that do not interact are worth what they are worth alone",
                changes_that_do_not_interact_are_worth_what_they_are_worth_alone);
    CU_add_test(s, "an interaction of two is halved", an_interaction_of_two_is_halved);
    CU_add_test(s, "what rounding leaves over is handed out",
                what_rounding_leaves_over_is_handed_out);
    CU_add_test(s, "losses add up as well", losses_add_up_as_well);
    CU_add_test(s, "many changes add up, whatever they do",
                many_changes_add_up_whatever_they_do);
}
