/* incentive_test.c - lines, caps and rounding of incentives, on rows small enough to work out.
 */
#include "unit/eval/small_program.h"

#include <CUnit/Basic.h>

/* Whether partner p is paid these cents, line by line. */
static bool pays(const result *r, uint32_t p, size_t count, const int64_t *cents) {
    const incentive_result *out = &r->incentives[0];
    if (out->states[p] != CELL_VALUE || out->first[p + 1] - out->first[p] != count)
        return false;
    int64_t sum = 0;
    for (size_t k = 0; k < count; k++) {
        if (cents_of(out->lines[out->first[p] + k].paid) != cents[k]) return false;
        sum += cents[k];
    }
    return cents_of(out->paid[p]) == sum;
}
#define CHECK_LINES(r, p, ...)                                                                 \
    CU_ASSERT_TRUE(pays(r, p, sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t),              \
                        (int64_t[]){__VA_ARGS__}))

static const line *line_of(const result *r, uint32_t p, size_t k) {
    return &r->incentives[0].lines[r->incentives[0].first[p] + k];
}

static bool has_error(const result *r, uint32_t p, const char *words) {
    for (size_t i = 0; i < r->error_count; i++)
        if (r->errors[i].partner == p && strstr(r->errors[i].message, words)) return true;
    return false;
}

static void lines_come_in_their_order(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 300, "x", 3);
    small_row(&s, 0, 100, "x", 1);
    small_row(&s, 0, 101, "x", 1);
    small_row(&s, 2, 700, "x", 1);
    small_incentive(&s)->order = s.day;
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 100, 101, 300);
    CU_ASSERT_EQUAL(line_of(r, 0, 0)->row, 1);
    CU_ASSERT_EQUAL(cents_of(r->incentives[0].paid[1]), 0);
    CHECK_LINES(r, 2, 700);
    CU_ASSERT_EQUAL(cents_of(r->totals.incentives[0]), 1201);
    CU_ASSERT_EQUAL(cents_of(r->totals.payout), 1201);
    small_end(&s);
}

static void texts_order_by_bytes(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 1, "b", 0);
    small_row(&s, 0, 2, "a", 0);
    small_row(&s, 0, 3, "B", 0);
    small_incentive(&s)->order = s.kind;
    CHECK_LINES(small_evaluate(&s), 0, 3, 2, 1);
    small_end(&s);
}

static void a_line_is_cut_to_what_is_left(void) {
    small_program s;
    small_begin(&s);
    for (int k = 0; k < 3; k++)
        small_row(&s, 0, 400, "x", k);
    small_row(&s, 1, 900, "x", 0);
    incentive *rule = small_incentive(&s);
    small_cap(&s, &rule->cap_count, CAP_PARTNER, "partner", small_cents(&s, 1000), NULL);
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 400, 400, 200);
    CHECK_LINES(r, 1, 900);
    CU_ASSERT_EQUAL(line_of(r, 0, 1)->limited_by, -1);
    CU_ASSERT_EQUAL(line_of(r, 0, 2)->limited_by, 0);
    small_end(&s);
}

static void returns_make_room_and_are_never_cut(void) {
    small_program s;
    small_begin(&s);
    const int64_t cents[] = {900, 300, -500, 700, 700};
    for (int k = 0; k < 5; k++)
        small_row(&s, 0, cents[k], "x", k);
    incentive *rule = small_incentive(&s);
    small_cap(&s, &rule->cap_count, CAP_PARTNER, "partner", small_cents(&s, 1000), NULL);
    CHECK_LINES(small_evaluate(&s), 0, 900, 100, -500, 500, 0);
    small_end(&s);
}

static void each_value_of_a_column_has_a_sum_of_its_own(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 80, "x", 0);
    small_row(&s, 0, 80, "y", 0);
    small_row(&s, 0, 80, "x", 0);
    small_row(&s, 0, 80, "y", 0);
    small_row(&s, 1, 80, "x", 0);
    incentive *rule = small_incentive(&s);
    small_cap(&s, &rule->cap_count, CAP_ROW, "row", small_cents(&s, 70), NULL);
    small_cap(&s, &rule->cap_count, CAP_COLUMN, "kind", small_cents(&s, 100), s.kind);
    small_cap(&s, &rule->cap_count, CAP_PARTNER, "partner", small_cents(&s, 190), NULL);
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 70, 70, 30, 20);
    CHECK_LINES(r, 1, 70);
    CU_ASSERT_EQUAL(line_of(r, 0, 0)->limited_by, 0);
    CU_ASSERT_EQUAL(line_of(r, 0, 2)->limited_by, 1);
    CU_ASSERT_EQUAL(line_of(r, 0, 3)->limited_by, 2);
    small_end(&s);
}

static void payees_are_capped_within_their_partner(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 80, "R1", 0);
    small_row(&s, 0, 80, "R2", 0);
    small_row(&s, 0, 80, "R1", 0);
    small_row(&s, 1, 80, "R1", 0);
    incentive *rule = small_incentive(&s);
    rule->payee = s.kind;
    small_cap(&s, &rule->cap_count, CAP_PAYEE, "payee", small_cents(&s, 100), NULL);
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 80, 80, 20);
    CHECK_LINES(r, 1, 80);
    CU_ASSERT_TRUE(text_equal(result_text(r, line_of(r, 0, 1)->payee), text_of("R2")));
    small_end(&s);
}

static void a_total_goes_over_partners_in_order(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 100, "x", 5);
    small_row(&s, 0, 100, "x", 1);
    small_row(&s, 1, 100, "x", 1);
    small_row(&s, 2, 100, "x", 0);
    incentive *rule = small_incentive(&s);
    rule->order = s.day;
    small_cap(&s, &rule->cap_count, CAP_TOTAL, "total", small_cents(&s, 250), NULL);
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 100, 0);
    CHECK_LINES(r, 1, 50);
    CHECK_LINES(r, 2, 100);
    small_end(&s);
}

static void a_total_can_be_prorated(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 100, "x", 0);
    small_row(&s, 1, 100, "x", 0);
    small_row(&s, 1, -10, "x", 0);
    small_row(&s, 2, 100, "x", 0);
    incentive *rule = small_incentive(&s);
    rule->prorate = true;
    small_cap(&s, &rule->cap_count, CAP_TOTAL, "total", small_cents(&s, 90), NULL);
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 34);
    CHECK_LINES(r, 1, 33, -10);
    CHECK_LINES(r, 2, 33);
    CU_ASSERT_EQUAL(line_of(r, 0, 0)->limited_by, 0);
    CU_ASSERT_EQUAL(line_of(r, 1, 1)->limited_by, -1);
    small_end(&s);
}

/* A third of a cent is the limit's unit: 1/3 of each amount. */
static void pay_a_third(small_program *s, incentive *rule) {
    rule->pays = small_divided(s, s->amount, small_cents(s, 300));
}

static void every_line_is_rounded_on_its_own(void) {
    small_program s;
    small_begin(&s);
    for (int k = 0; k < 3; k++)
        small_row(&s, 0, 500, "x", k);
    pay_a_third(&s, small_incentive(&s));
    CHECK_LINES(small_evaluate(&s), 0, 167, 167, 167);
    small_end(&s);
}

static void a_partners_sum_is_rounded_once(void) {
    small_program s;
    small_begin(&s);
    for (int k = 0; k < 3; k++)
        small_row(&s, 0, 500, "x", k);
    incentive *rule = small_incentive(&s);
    rule->rounds_partner = true;
    pay_a_third(&s, rule);
    CHECK_LINES(small_evaluate(&s), 0, 167, 167, 166);
    small_end(&s);
}

static void rounding_partners_never_passes_the_total(void) {
    small_program s;
    small_begin(&s);
    for (uint32_t p = 0; p < 3; p++)
        small_row(&s, p, 500, "x", 0);
    incentive *rule = small_incentive(&s);
    rule->rounds_partner = true;
    pay_a_third(&s, rule);
    small_cap(&s, &rule->cap_count, CAP_TOTAL, "total", small_cents(&s, 500), NULL);
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 167);
    CHECK_LINES(r, 1, 167);
    CHECK_LINES(r, 2, 166);
    small_end(&s);
}

static void limits_are_cut_down_to_the_minor_unit(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 500, "x", 0);
    incentive *rule = small_incentive(&s);
    const node *limit = small_divided(&s, small_cents(&s, 500), small_cents(&s, 300));
    small_cap(&s, &rule->cap_count, CAP_PARTNER, "partner", limit, NULL);
    CHECK_LINES(small_evaluate(&s), 0, 166);
    small_end(&s);
}

static void pays_without_a_value_is_an_error_of_the_partner(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 100, "x", 0);
    small_row(&s, 0, 0, "x", 0);
    small_row(&s, 1, 100, "x", 0);
    s.amount_states[1] = CELL_NONE;
    incentive *rule = small_incentive(&s);
    small_cap(&s, &rule->cap_count, CAP_TOTAL, "total", small_cents(&s, 150), NULL);
    const result *r = small_evaluate(&s);
    CU_ASSERT_EQUAL(r->incentives[0].states[0], CELL_WRONG);
    CU_ASSERT_EQUAL(r->error_count, 1);
    CU_ASSERT_TRUE(has_error(r, 0, "'pays' of 'bonus' has no value"));
    CHECK_LINES(r, 1, 100);
    CU_ASSERT_EQUAL(r->totals.errors, 1);
    CU_ASSERT_EQUAL(cents_of(r->totals.payout), 100);
    small_end(&s);
}

static void a_cap_without_a_value_is_an_error_where_it_is_needed(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 1, 100, "x", 0);
    incentive *rule = small_incentive(&s);
    small_cap(&s, &rule->cap_count, CAP_PARTNER, "partner", small_nothing(&s), NULL);
    const result *r = small_evaluate(&s);
    CU_ASSERT_EQUAL(r->incentives[0].states[0], CELL_VALUE);
    CU_ASSERT_EQUAL(r->incentives[0].states[1], CELL_WRONG);
    CU_ASSERT_TRUE(has_error(r, 1, "cap 'partner' of 'bonus' has no value"));
    small_end(&s);
}

static void what_is_not_due_is_not_computed(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 0, "x", 0);
    s.amount_states[0] = CELL_NONE;
    incentive *rule = small_incentive(&s);
    rule->due = small_false(&s);
    const result *r = small_evaluate(&s);
    CU_ASSERT_EQUAL(r->error_count, 0);
    CU_ASSERT_EQUAL(r->incentives[0].due[0], 0);
    CU_ASSERT_EQUAL(r->incentives[0].first[SMALL_PARTNERS], 0);
    small_end(&s);
}

static void a_rule_without_rows_pays_once_a_partner(void) {
    small_program s;
    small_begin(&s);
    small_row(&s, 0, 100, "x", 0);
    incentive *rule = small_incentive(&s);
    rule->each = -1;
    rule->pays = small_cents(&s, 250);
    small_cap(&s, &rule->cap_count, CAP_TOTAL, "total", small_cents(&s, 600), NULL);
    const result *r = small_evaluate(&s);
    CHECK_LINES(r, 0, 250);
    CHECK_LINES(r, 1, 250);
    CHECK_LINES(r, 2, 100);
    small_end(&s);
}

static void sums_beyond_the_range_are_errors(void) {
    small_program s;
    small_begin(&s);
    for (int k = 0; k < 2; k++)
        small_row(&s, 0, 1, "x", k);
    small_row(&s, 1, 1, "x", 0);
    node *huge = small_node(&s, NODE_CONSTANT, SHAPE_CONSTANT, TYPE_NUMBER);
    huge->has_value = true;
    huge->constant = NUMBER_LIMIT;
    small_incentive(&s)->pays = huge;
    const result *r = small_evaluate(&s);
    CU_ASSERT_TRUE(has_error(r, 0, "larger than 10^20"));
    CU_ASSERT_FALSE(has_error(r, 1, "larger than 10^20"));
    CU_ASSERT_EQUAL(r->totals.errors, 1);
    CU_ASSERT_EQUAL(r->totals.payout, NUMBER_LIMIT);
    small_end(&s);
}

static CU_TestInfo tests[] = {
    {"lines come in their order", lines_come_in_their_order},
    {"texts order by bytes", texts_order_by_bytes},
    {"a line is cut to what is left", a_line_is_cut_to_what_is_left},
    {"returns make room and are never cut", returns_make_room_and_are_never_cut},
    {"each value of a column has a sum of its own",
     each_value_of_a_column_has_a_sum_of_its_own},
    {"payees are capped within their partner", payees_are_capped_within_their_partner},
    {"a total goes over partners in order", a_total_goes_over_partners_in_order},
    {"a total can be prorated", a_total_can_be_prorated},
    {"every line is rounded on its own", every_line_is_rounded_on_its_own},
    {"a partner's sum is rounded once", a_partners_sum_is_rounded_once},
    {"rounding partners never passes the total", rounding_partners_never_passes_the_total},
    {"limits are cut down to the minor unit", limits_are_cut_down_to_the_minor_unit},
    {"pays without a value is an error of the partner",
     pays_without_a_value_is_an_error_of_the_partner},
    {"a cap without a value is an error where it is needed",
     a_cap_without_a_value_is_an_error_where_it_is_needed},
    {"what is not due is not computed", what_is_not_due_is_not_computed},
    {"a rule without rows pays once a partner", a_rule_without_rows_pays_once_a_partner},
    {"sums beyond the range are errors", sums_beyond_the_range_are_errors},
};

void incentive_suite(void);

void incentive_suite(void) {
    CU_pSuite suite = CU_add_suite("incentive", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
