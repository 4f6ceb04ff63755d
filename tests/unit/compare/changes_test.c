/* changes_test.c - who moves, what it pays, and that it adds up. */
#include "unit/compare/two_results.h"

static number cents(int amount) {
    return number_from_integer(amount) / 100;
}

static void nothing_changed_is_nothing(void) {
    two_results t;
    two_begin(&t);
    side_pay(&t.before, 1, 500, 20);
    side_pay(&t.after, 1, 500, 20);
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL(c->partner_count + c->move_count + c->payout_count, 0);
    CU_ASSERT_EQUAL(c->unchanged, 4);
    CU_ASSERT_EQUAL(c->rule_count, 2);
    CU_ASSERT_TRUE(c->payout.delta == 0 && c->payout.before == cents(520));
    CU_ASSERT_EQUAL(c->ladders[0].levels[0].stood, 4);
    CU_ASSERT_EQUAL(c->ladders[0].levels[0].stand, 4);
    two_end(&t);
}

static void deltas_add_up_by_rule_by_partner_and_in_total(void) {
    two_results t;
    two_begin(&t);
    side_pay(&t.before, 0, 1000, 300);
    side_pay(&t.after, 0, 700, 301);
    side_pay(&t.after, 2, 45, 0);
    side_pay(&t.before, 3, 10, -10);
    changes *c = two_compare(&t);
    number by_rule = 0, by_partner = 0, by_line = 0;
    for (size_t i = 0; i < c->rule_count; i++)
        by_rule += c->totals[i].delta;
    for (size_t i = 0; i < c->partner_count; i++)
        by_partner += c->partners[i].delta;
    for (size_t i = 0; i < c->payout_count; i++)
        by_line += c->payouts[i].delta;
    CU_ASSERT_TRUE(c->payout.delta == cents(-254));
    CU_ASSERT_TRUE(by_rule == c->payout.delta && by_partner == by_rule && by_line == by_rule);
    CU_ASSERT_EQUAL(c->partner_count, 3);
    CU_ASSERT_EQUAL(c->partners[2].payout_count, 2);
    CU_ASSERT_TRUE(c->partners[2].delta == 0);
    CU_ASSERT_EQUAL(c->totals[0].partners, 3);
    two_end(&t);
}

static void moves_have_a_direction_also_from_and_to_no_level(void) {
    two_results t;
    two_begin(&t);
    t.after.stands[0] = 2;
    t.before.stands[1] = 1;
    t.before.states[2] = CELL_NONE;
    t.after.states[3] = CELL_NONE;
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL_FATAL(c->move_count, 4);
    CU_ASSERT_TRUE(c->moves[0].direction > 0 && c->moves[0].from == 0 && c->moves[0].to == 2);
    CU_ASSERT_TRUE(c->moves[1].direction < 0);
    CU_ASSERT_TRUE(c->moves[2].direction > 0 && c->moves[2].from == NOT_THERE);
    CU_ASSERT_TRUE(c->moves[3].direction < 0 && c->moves[3].to == NOT_THERE);
    CU_ASSERT_EQUAL(c->up[0], 2);
    CU_ASSERT_EQUAL(c->partners_down, 2);
    CU_ASSERT_EQUAL(c->ladders[0].none_before, 1);
    CU_ASSERT_EQUAL(c->ladders[0].none_after, 1);
    two_end(&t);
}

static void a_new_level_has_its_place_among_the_others(void) {
    two_results t;
    two_begin(&t);
    side_levels(&t.after, "bronze", "silver", "emerald", "gold");
    t.before.stands[0] = t.before.stands[1] = 2;
    t.after.stands[0] = 2;
    t.after.stands[1] = 3;
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL_FATAL(c->ladders[0].level_count, 4);
    CU_ASSERT_STRING_EQUAL(c->ladders[0].levels[2].name, "emerald");
    CU_ASSERT_EQUAL(c->ladders[0].levels[2].before, NOT_THERE);
    CU_ASSERT_EQUAL_FATAL(c->move_count, 1);
    CU_ASSERT_TRUE(c->moves[0].direction < 0 && c->moves[0].from == 3 && c->moves[0].to == 2);
    two_end(&t);
}

static void a_level_that_goes_keeps_its_rank(void) {
    two_results t;
    two_begin(&t);
    side_levels(&t.after, "bronze", "gold", NULL, NULL);
    t.before.stands[0] = 1;
    t.after.stands[0] = 1;
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL_FATAL(c->ladders[0].level_count, 3);
    CU_ASSERT_STRING_EQUAL(c->ladders[0].levels[1].name, "silver");
    CU_ASSERT_EQUAL(c->ladders[0].levels[1].after, NOT_THERE);
    CU_ASSERT_TRUE(c->move_count == 1 && c->moves[0].direction > 0);
    two_end(&t);
}

static void a_rule_of_one_program_counts_with_nothing_on_the_other(void) {
    two_results t;
    two_begin(&t);
    t.after.incentive.is.name = "bonus";
    side_pay(&t.before, 0, 100, 0);
    side_pay(&t.after, 0, 100, 0);
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL_FATAL(c->rule_count, 3);
    CU_ASSERT_STRING_EQUAL(c->rules[2].name, "bonus");
    CU_ASSERT_TRUE(c->totals[0].delta == cents(-100) && c->totals[2].delta == cents(100));
    CU_ASSERT_TRUE(c->payout.delta == 0);
    CU_ASSERT_EQUAL(c->payout_count, 2);
    two_end(&t);
}

static void nobody_moves_on_a_ladder_of_one_program(void) {
    two_results t;
    two_begin(&t);
    t.after.ladder.is.name = "track";
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL(c->ladder_count, 2);
    CU_ASSERT_EQUAL(c->move_count, 0);
    CU_ASSERT_EQUAL(c->unchanged, 4);
    two_end(&t);
}

static void errors_on_either_side_leave_a_partner_out(void) {
    two_results t;
    two_begin(&t);
    side_pay(&t.before, 0, 100, 0);
    side_pay(&t.after, 1, 900, 0);
    side_pay(&t.after, 2, 7, 0);
    t.after.wrong[0] = t.before.wrong[1] = 1;
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL(c->errors, 2);
    CU_ASSERT_EQUAL(c->unchanged, 1);
    CU_ASSERT_TRUE(c->payout.before == 0 && c->payout.after == cents(7));
    two_end(&t);
}

static void partners_are_paired_by_id(void) {
    two_results t;
    two_begin(&t);
    side_partners(&t.before, "ABD");
    side_partners(&t.after, "BCD");
    side_pay(&t.before, 0, 100, 0);
    side_pay(&t.before, 1, 20, 0);
    side_pay(&t.after, 0, 20, 0);
    side_pay(&t.after, 1, 50, 0);
    changes *c = two_compare(&t);
    CU_ASSERT_EQUAL(c->added, 1);
    CU_ASSERT_EQUAL(c->removed, 1);
    CU_ASSERT_EQUAL(c->unchanged, 2);
    CU_ASSERT_EQUAL_FATAL(c->partner_count, 2);
    CU_ASSERT_EQUAL(c->partners[0].after_partner, NOT_THERE);
    CU_ASSERT_EQUAL(c->partners[1].before_partner, NOT_THERE);
    CU_ASSERT_TRUE(c->payout.delta == cents(-50));
    two_end(&t);
}

/* `after` holds two members only: B (item 0) and D (item 1). */
static void let_b_and_d_be_members(two_results *t) {
    static const uint32_t members[] = {1, 3}, items[] = {0, 0, 0, 1};
    evaluation *e = &t->after.workings;
    e->count = 2;
    e->members = members;
    e->items = items;
    e->facts = t->after.result.facts;
}

static void make_partial(two_results *t) {
    two_begin(t);
    side_pay(&t->before, 0, 100, 1);
    side_pay(&t->before, 1, 200, 0);
    side_pay(&t->before, 2, 400, 0);
    t->before.wrong[2] = 1;
    t->before.stands[0] = t->before.stands[1] = 1;
    side_pay(&t->after, 0, 150, 0); /* B */
    t->after.stands[0] = 2;
    side_pay(&t->after, 1, 30, 0); /* D */
    let_b_and_d_be_members(t);
    side_total(&t->before);
}

static void check_partial(const changes *c) {
    CU_ASSERT_EQUAL(c->errors, 1);
    CU_ASSERT_EQUAL(c->unchanged, 1);
    CU_ASSERT_EQUAL_FATAL(c->partner_count, 2);
    CU_ASSERT_EQUAL(c->partners[0].partner.bytes[0], 'B');
    CU_ASSERT_TRUE(c->partners[1].delta == cents(30));
    CU_ASSERT_TRUE(c->payout.before == cents(301) && c->payout.after == cents(281));
    CU_ASSERT_TRUE(c->payout.delta == cents(-20));
    CU_ASSERT_TRUE(c->totals[1].before == cents(1) && c->totals[1].delta == 0);
    const changed_level *levels = c->ladders[0].levels;
    CU_ASSERT_TRUE(levels[0].stood == 1 && levels[0].stand == 1);
    CU_ASSERT_TRUE(levels[1].stood == 2 && levels[1].stand == 1);
    CU_ASSERT_TRUE(levels[2].stood == 0 && levels[2].stand == 1);
}

static void what_accrues_is_compared_for_members_and_others(void) {
    for (int same_facts = 0; same_facts < 2; same_facts++) {
        two_results t;
        make_partial(&t);
        number was[] = {cents(100), cents(50), cents(1), 0}, is[] = {cents(75), 0};
        t.before.mdf.accrued = was;
        t.after.mdf.accrued = is;
        t.before.mdf_total[0].accrued = cents(150); /* C has an error */
        if (same_facts) t.after.result.facts = t.after.workings.facts = &t.before.facts;
        changes *c = compare_results(&t.memory, &t.before.result, &t.after.result);
        CU_ASSERT_PTR_NOT_NULL_FATAL(c);
        CU_ASSERT_TRUE(c->accrued[1].before == cents(150));
        CU_ASSERT_TRUE(c->accrued[1].after == cents(175));
        CU_ASSERT_TRUE(c->accrued[1].delta == cents(25) && c->accrued[1].partners == 1);
        two_end(&t);
    }
}

static void who_is_no_member_is_unchanged(void) {
    two_results t;
    make_partial(&t);
    t.after.result.facts = &t.before.facts;
    t.after.workings.facts = &t.before.facts;
    changes *c = compare_results(&t.memory, &t.before.result, &t.after.result);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    check_partial(c);
    two_end(&t);
}

static void members_are_found_in_other_facts_too(void) {
    two_results t;
    make_partial(&t);
    changes *c = compare_results(&t.memory, &t.before.result, &t.after.result);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    check_partial(c);
    two_end(&t);
}

void changes_suite(void) {
    CU_pSuite suite = CU_add_suite("compare/changes", NULL, NULL);
    CU_add_test(suite, "nothing changed is nothing", nothing_changed_is_nothing);
    CU_add_test(suite, "deltas add up by rule, by partner and in total",
                deltas_add_up_by_rule_by_partner_and_in_total);
    CU_add_test(suite, "moves have a direction, also from and to no level",
                moves_have_a_direction_also_from_and_to_no_level);
    CU_add_test(suite, "a new level has its place among the others",
                a_new_level_has_its_place_among_the_others);
    CU_add_test(suite, "a level that goes keeps its rank", a_level_that_goes_keeps_its_rank);
    CU_add_test(suite, "a rule of one program counts with nothing on the other",
                a_rule_of_one_program_counts_with_nothing_on_the_other);
    CU_add_test(suite, "nobody moves on a ladder of one program",
                nobody_moves_on_a_ladder_of_one_program);
    CU_add_test(suite, "errors on either side leave a partner out",
                errors_on_either_side_leave_a_partner_out);
    CU_add_test(suite, "partners are paired by id", partners_are_paired_by_id);
    CU_add_test(suite, "what accrues is compared for members and others",
                what_accrues_is_compared_for_members_and_others);
    CU_add_test(suite, "who is no member is unchanged", who_is_no_member_is_unchanged);
    CU_add_test(suite, "members are found in other facts too",
                members_are_found_in_other_facts_too);
}
