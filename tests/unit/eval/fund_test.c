/* fund_test.c - claims of a fund that shares half and half, decided one after the other. */
#include "unit/eval/small_program.h"

#include <CUnit/Basic.h>

static const claim_result *claim_of(const result *r, uint32_t p, size_t k) {
    const fund_result *out = &r->funds[0];
    CU_ASSERT_TRUE_FATAL(out->first[p] + k < out->first[p + 1]);
    return &out->claims[out->first[p] + k];
}

static bool decided(const claim_result *c, decision expected, int64_t partner, int64_t vendor,
                    const char *limited_by) {
    bool same_limit = limited_by ? c->limited_by && strcmp(c->limited_by, limited_by) == 0
                                 : c->limited_by == NULL;
    return c->decision == expected && cents_of(c->shares[0]) == partner &&
           cents_of(c->shares[1]) == vendor && same_limit;
}

static void claims_are_paid_until_the_balance_is_used_up(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 1000, "x", 2);
    small_row(&s, 0, 600, "x", 1);
    small_row(&s, 0, 400, "x", 3);
    small_fund(&s, 700)->order = s.day;
    const result *r = small_evaluate(&s);
    CU_ASSERT_EQUAL(claim_of(r, 0, 0)->row, 1);
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 0), CLAIM_APPROVED, 300, 300, NULL));
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 1), CLAIM_PARTIAL, 600, 400, "balance"));
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 2), CLAIM_REJECTED, 0, 0, "balance"));
    CU_ASSERT_STRING_EQUAL(claim_of(r, 0, 2)->reasons[0], "nothing is left of the balance");
    CU_ASSERT_EQUAL(cents_of(r->funds[0].paid[0]), 700);
    CU_ASSERT_EQUAL(cents_of(r->funds[0].balance[0]), 0);
    CU_ASSERT_EQUAL(cents_of(r->funds[0].balance[1]), 700);
    CU_ASSERT_EQUAL(cents_of(r->totals.funds[0].accrued), 2100);
    CU_ASSERT_EQUAL(cents_of(r->totals.payout), 700);
    small_end(&s);
}

static void a_claim_is_not_paid_in_part_where_the_fund_says_so(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 1000, "x", 0);
    small_row(&s, 0, 400, "x", 0);
    small_fund(&s, 300)->partial = false;
    const result *r = small_evaluate(&s);
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 0), CLAIM_REJECTED, 0, 0, "balance"));
    CU_ASSERT_STRING_EQUAL(
        claim_of(r, 0, 0)->reasons[0],
        "only 3.00 of 5.00 is left of the balance, and claims are not paid in part");
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 1), CLAIM_APPROVED, 200, 200, NULL));
    small_end(&s);
}

static void what_is_not_approved_says_every_reason(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 1000, "x", 0);
    s.proofs[0] = 0;
    fund *rule = small_fund(&s, 300);
    rule->due = small_false(&s);
    const result *r = small_evaluate(&s);
    const claim_result *claim = claim_of(r, 0, 0);
    CU_ASSERT_TRUE(decided(claim, CLAIM_REJECTED, 0, 0, NULL));
    CU_ASSERT_EQUAL(cents_of(claim->amount), 1000);
    CU_ASSERT_STRING_EQUAL(claim->reasons[0], "the requirements of 'mdf' are not met");
    CU_ASSERT_STRING_EQUAL(claim->reasons[1], "not met: proof is true");
    CU_ASSERT_PTR_NULL(claim->reasons[2]);
    CU_ASSERT_EQUAL(cents_of(r->funds[0].accrued[0]), 0);
    small_end(&s);
}

static void an_odd_cent_goes_by_name_or_to_whom_the_fund_says(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 101, "x", 0);
    fund *rule = small_fund(&s, 1000);
    CU_ASSERT_TRUE(decided(claim_of(small_evaluate(&s), 0, 0), CLAIM_APPROVED, 51, 50, NULL));
    rule->remainder = 1;
    CU_ASSERT_TRUE(decided(claim_of(small_evaluate(&s), 0, 0), CLAIM_APPROVED, 50, 51, NULL));
    small_end(&s);
}

static void the_last_limit_that_cut_is_named(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 1000, "x", 0);
    small_row(&s, 0, 1000, "x", 0);
    small_row(&s, 0, 1000, "y", 0);
    fund *rule = small_fund(&s, 650);
    small_cap(&s, &rule->cap_count, CAP_ROW, "claim", small_cents(&s, 400), NULL);
    small_cap(&s, &rule->cap_count, CAP_COLUMN, "kind", small_cents(&s, 500), s.kind);
    const result *r = small_evaluate(&s);
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 0), CLAIM_PARTIAL, 600, 400, "claim"));
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 1), CLAIM_PARTIAL, 900, 100, "kind"));
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 2), CLAIM_PARTIAL, 850, 150, "balance"));
    small_end(&s);
}

static void a_negative_claim_gives_back_to_caps_and_balance(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 1000, "x", 0);
    small_row(&s, 0, -401, "x", 0);
    small_row(&s, 0, 1000, "x", 0);
    fund *rule = small_fund(&s, 600);
    small_cap(&s, &rule->cap_count, CAP_PARTNER, "partner", small_cents(&s, 550), NULL);
    const result *r = small_evaluate(&s);
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 0), CLAIM_APPROVED, 500, 500, NULL));
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 1), CLAIM_APPROVED, -201, -200, NULL));
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 2), CLAIM_PARTIAL, 750, 250, "partner"));
    CU_ASSERT_EQUAL(cents_of(r->funds[0].balance[0]), 50);
    small_end(&s);
}

static void a_total_is_held_over_all_partners_in_order(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 200, "x", 2);
    small_row(&s, 0, 200, "x", 0);
    small_row(&s, 1, 200, "x", 1);
    small_row(&s, 2, 200, "x", 2);
    fund *rule = small_fund(&s, 1000);
    rule->order = s.day;
    small_cap(&s, &rule->cap_count, CAP_TOTAL, "total", small_cents(&s, 250), NULL);
    const result *r = small_evaluate(&s);
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 0), CLAIM_APPROVED, 100, 100, NULL));
    CU_ASSERT_TRUE(decided(claim_of(r, 1, 0), CLAIM_APPROVED, 100, 100, NULL));
    CU_ASSERT_TRUE(decided(claim_of(r, 0, 1), CLAIM_PARTIAL, 150, 50, "total"));
    CU_ASSERT_TRUE(decided(claim_of(r, 2, 0), CLAIM_REJECTED, 0, 0, "total"));
    CU_ASSERT_STRING_EQUAL(claim_of(r, 2, 0)->reasons[0], "nothing is left under cap 'total'");
    small_end(&s);
}

static void shares_that_do_not_add_up_to_the_whole_are_an_error(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 1000, "x", 0);
    small_fund(&s, 1000);
    s.payers[0].share = small_cents(&s, 30);
    s.payers[1].share = small_cents(&s, 80);
    const result *r = small_evaluate(&s);
    CU_ASSERT_EQUAL_FATAL(r->error_count, 1);
    CU_ASSERT_STRING_EQUAL(r->errors[0].message,
                           "the shares of 'mdf' add up to 110%, not to 100%");
    CU_ASSERT_EQUAL(r->funds[0].states[0], CELL_WRONG);
    small_end(&s);
}

static void an_amount_or_share_without_a_value_is_an_error(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 0, "x", 0);
    small_row(&s, 1, 100, "x", 0);
    s.amount_states[0] = CELL_NONE;
    small_fund(&s, 1000);
    s.payers[1].share = small_nothing(&s);
    const result *r = small_evaluate(&s);
    CU_ASSERT_EQUAL_FATAL(r->error_count, 2);
    CU_ASSERT_PTR_NOT_NULL(strstr(r->errors[0].message, "'amount' of 'mdf' has no value"));
    CU_ASSERT_STRING_EQUAL(r->errors[1].message, "share 'vendor' of 'mdf' has no value");
    CU_ASSERT_EQUAL(r->funds[0].states[0], CELL_WRONG);
    CU_ASSERT_EQUAL(r->funds[0].states[1], CELL_WRONG);
    CU_ASSERT_EQUAL(r->funds[0].first[SMALL_PARTNERS], 0);
    CU_ASSERT_EQUAL(cents_of(r->totals.funds[0].accrued), 1000);
    small_end(&s);
}

static CU_TestInfo tests[] = {
    {"claims are paid until the balance is used up",
     claims_are_paid_until_the_balance_is_used_up},
    {"a claim is not paid in part where the fund says so",
     a_claim_is_not_paid_in_part_where_the_fund_says_so},
    {"what is not approved says every reason", what_is_not_approved_says_every_reason},
    {"an odd cent goes by name, or to whom the fund says",
     an_odd_cent_goes_by_name_or_to_whom_the_fund_says},
    {"the last limit that cut is named", the_last_limit_that_cut_is_named},
    {"a negative claim gives back to caps and balance",
     a_negative_claim_gives_back_to_caps_and_balance},
    {"a total is held over all partners in order", a_total_is_held_over_all_partners_in_order},
    {"shares that do not add up to the whole are an error",
     shares_that_do_not_add_up_to_the_whole_are_an_error},
    {"an amount or share without a value is an error",
     an_amount_or_share_without_a_value_is_an_error},
};

void fund_suite(void);

void fund_suite(void) {
    CU_pSuite suite = CU_add_suite("fund", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
