/* guard_test.c - what guards say of a change, and whom they name. */
#include "compare/guard.h"
#include "unit/compare/two_results.h"

static node limit_of(int whole) {
    return (node){.kind = NODE_CONSTANT,
                  .type = TYPE_NUMBER,
                  .has_value = true,
                  .constant = number_from_integer(whole)};
}

/* The outcomes of one guard with these conditions. */
static guard_outcome *outcomes_of(two_results *t, guard_condition *conditions, size_t count) {
    static guard kept;
    guard_outcome *out = NULL;
    size_t found = 0;
    kept = (guard){.is = {.name = "kept"}, .conditions = conditions, .count = count};
    t->after.plan.guards = &kept;
    t->after.plan.guard_count = 1;
    changes *c = two_compare(t);
    CU_ASSERT_TRUE_FATAL(check_guards(&t->memory, c, &t->after.plan, &out, &found));
    CU_ASSERT_EQUAL_FATAL(found, count);
    return out;
}

static void totals_are_those_after_the_change(void) {
    two_results t;
    two_begin(&t);
    side_pay(&t.before, 0, 100, 100);
    side_pay(&t.after, 0, 1000, 300);
    side_pay(&t.after, 1, 500, 200);
    node fifteen = limit_of(15), five = limit_of(5), twenty = limit_of(20);
    guard_condition asks[] = {
        {.subject = GUARD_INCENTIVE, .comparison = COMPARE_AT_MOST, .limit = &fifteen},
        {.subject = GUARD_FUND_PAID, .comparison = COMPARE_BELOW, .limit = &five},
        {.subject = GUARD_PAYOUT, .comparison = COMPARE_IS, .limit = &twenty},
    };
    guard_outcome *out = outcomes_of(&t, asks, 3);
    CU_ASSERT_TRUE(out[0].holds && out[0].actual.number == number_from_integer(15));
    CU_ASSERT_TRUE(!out[1].holds && out[1].actual.number == number_from_integer(5));
    CU_ASSERT_TRUE(out[2].holds);
    CU_ASSERT_EQUAL(out[1].offender_count, 0);
    CU_ASSERT_EQUAL(count_broken_guards(out, 3), 1);
    two_end(&t);
}

static void too_many_moves_name_who_moves(void) {
    two_results t;
    two_begin(&t);
    t.before.stands[0] = t.before.stands[3] = 2;
    t.after.stands[2] = 1;
    node one = limit_of(1);
    guard_condition asks[] = {
        {.subject = GUARD_DEMOTIONS, .comparison = COMPARE_AT_MOST, .limit = &one},
        {.subject = GUARD_PROMOTIONS, .comparison = COMPARE_AT_MOST, .limit = &one},
        {.subject = GUARD_PROMOTIONS, .comparison = COMPARE_ABOVE, .limit = &one},
    };
    guard_outcome *out = outcomes_of(&t, asks, 3);
    CU_ASSERT_TRUE(!out[0].holds && out[1].holds && !out[2].holds);
    CU_ASSERT_EQUAL_FATAL(out[0].offender_count, 2);
    CU_ASSERT_TRUE(text_equal(out[0].offenders[0], text_of("A")));
    CU_ASSERT_TRUE(text_equal(out[0].offenders[1], text_of("D")));
    CU_ASSERT_EQUAL(count_broken_guards(out, 3), 1);
    two_end(&t);
}

static void the_largest_loss_names_all_who_lose_more_the_largest_first(void) {
    two_results t;
    two_begin(&t);
    side_pay(&t.before, 0, 600, 0);
    side_pay(&t.before, 1, 501, 0);
    side_pay(&t.before, 2, 900, 0);
    side_pay(&t.after, 1, 1, 0);
    side_pay(&t.after, 3, 5000, 0);
    node five = limit_of(5), nine = limit_of(9);
    guard_condition asks[] = {
        {.subject = GUARD_LARGEST_LOSS, .comparison = COMPARE_AT_MOST, .limit = &five},
        {.subject = GUARD_LARGEST_LOSS, .comparison = COMPARE_AT_MOST, .limit = &nine},
    };
    guard_outcome *out = outcomes_of(&t, asks, 2);
    CU_ASSERT_TRUE(!out[0].holds && out[0].actual.number == number_from_integer(9));
    CU_ASSERT_TRUE(out[1].holds);
    CU_ASSERT_EQUAL_FATAL(out[0].offender_count, 2);
    CU_ASSERT_TRUE(text_equal(out[0].offenders[0], text_of("C")));
    CU_ASSERT_TRUE(text_equal(out[0].offenders[1], text_of("A")));
    two_end(&t);
}

static void who_gains_is_no_loss(void) {
    two_results t;
    two_begin(&t);
    side_pay(&t.after, 0, 600, 0);
    node none = limit_of(0);
    guard_condition asks[] = {
        {.subject = GUARD_LARGEST_LOSS, .comparison = COMPARE_AT_MOST, .limit = &none}};
    guard_outcome *out = outcomes_of(&t, asks, 1);
    CU_ASSERT_TRUE(out[0].holds && out[0].actual.number == 0);
    two_end(&t);
}

void guard_of_changes_suite(void) {
    CU_pSuite s = CU_add_suite("guards of changes", NULL, NULL);
    CU_add_test(s, "totals are those after the change", totals_are_those_after_the_change);
    CU_add_test(s, "too many moves name who moves", too_many_moves_name_who_moves);
    CU_add_test(s, "the largest loss names all who lose more, the largest first",
                the_largest_loss_names_all_who_lose_more_the_largest_first);
    CU_add_test(s, "who gains is no loss", who_gains_is_no_loss);
}
