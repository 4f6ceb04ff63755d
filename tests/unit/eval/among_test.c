/* among_test.c - rows among the rows of their source, and groups of rows: what they come to is
 * what an accumulator says of those rows alone, and memory may run out anywhere. */
#include "base/memory.h"
#include "eval/accumulator.h"
#include "unit/eval/small_program.h"

#include <CUnit/Basic.h>

/* x:within(kind), x:so_far() in the order of days, or x:per(kind):highest(). */
static node *small_among(small_program *s, node_kind kind, aggregate_kind of) {
    bool groups = kind == NODE_GROUPS;
    node *value = small_node(s, NODE_GROUP_VALUE, SHAPE_PARTNER, TYPE_NUMBER);
    value->hands = 1;
    node *made = small_node(s, kind, groups ? SHAPE_PARTNER : SHAPE_ROW, TYPE_NUMBER);
    const node **items = arena_array(&s->memory, GROUPS_PERIODS, sizeof *items);
    items[OVER_X] = s->amount;
    if (of == AGGREGATE_LATEST) items[OVER_ORDER] = s->day;
    items[OVER_KEY] = kind == NODE_SO_FAR ? s->day : s->kind;
    if (kind == NODE_POSITION) items[OVER_KEY] = NULL;
    items[GROUPS_VALUE] = groups ? value : NULL;
    made->items = items;
    made->count = groups ? GROUPS_PERIODS : OVER_KEY + 1;
    made->aggregate = of;
    made->index = AGGREGATE_HIGHEST;
    made->rows_of = 1;
    made->source = groups ? -1 : 1;
    made->has_value = true;
    made->across = kind == NODE_POSITION;
    return made;
}

static void add_deals(small_program *s) {
    static const int64_t cents[] = {500, 300, 300, 700, 100, 500, 900, 200, 200, 600};
    for (int i = 0; i < 20; i++)
        small_row(s, i < 13 ? 0 : 2, cents[i * 7 % 10], i % 3 ? "x" : "y", i * 5 % 11);
    s->amount_states[4] = CELL_NONE;
}

static bool stands_before(const small_program *s, size_t a, size_t b) {
    return s->days[a] != s->days[b] ? s->days[a] < s->days[b] : a < b;
}

/* What an accumulator makes of the rows of the row's partner that are before it (or alike), in
 * the order of the days. */
static uint8_t expected_of(const small_program *s, const node *n, size_t row, number *out) {
    accumulator sum = accumulator_of(n);
    accumulator_begin(&sum);
    for (size_t other = 0; other < s->tables[1].rows; other++) {
        bool before = stands_before(s, other, row), alike = s->kinds[other] == s->kinds[row];
        if (s->partner_of[other] != s->partner_of[row]) continue;
        if (n->kind == NODE_SO_FAR ? !before : !alike) continue;
        number amount;
        number_from_scaled(&amount, s->amounts[other], 2);
        CU_ASSERT_TRUE(
            accumulator_add(&sum, s->amount_states[other], amount, CELL_VALUE, s->days[other]));
    }
    uint8_t state = accumulator_value(&sum, out);
    accumulator_free(&sum);
    return state;
}

static void each_row_has_what_an_accumulator_says(void) {
    for (int kind = 0; kind < 2; kind++)
        for (int of = AGGREGATE_SUM; of <= AGGREGATE_HIGHEST; of++) {
            small_program s;
            small_begin(&s);
            add_deals(&s);
            node *n = small_among(&s, kind ? NODE_SO_FAR : NODE_WITHIN, (aggregate_kind)of);
            small_incentive(&s)->pays = small_cents(&s, 100);
            const result *r = small_evaluate(&s);
            CU_ASSERT_PTR_NOT_NULL_FATAL(r);
            for (uint32_t row = 0; row < s.tables[1].rows; row++) {
                number wanted = 0;
                uint8_t state = expected_of(&s, n, row, &wanted);
                value found = result_row_value(r, n, s.partner_of[row], row);
                CU_ASSERT_EQUAL(found.state, state);
                CU_ASSERT_TRUE(state != CELL_VALUE || found.number == wanted);
            }
            small_end(&s);
        }
}

/* Everything at once; each allocation fails in turn. */
static bool evaluates(size_t allowed, int64_t *paid) {
    small_program s;
    small_begin(&s);
    add_deals(&s);
    s.amount_states[4] = CELL_VALUE;
    const node *terms[] = {small_among(&s, NODE_WITHIN, AGGREGATE_COUNT_DISTINCT),
                           small_among(&s, NODE_SO_FAR, AGGREGATE_COUNT_DISTINCT),
                           small_among(&s, NODE_GROUPS, AGGREGATE_SUM),
                           small_among(&s, NODE_POSITION, AGGREGATE_SUM)};
    const node *total = s.amount;
    for (size_t i = 0; i < 4; i++) {
        const node **items = arena_array(&s.memory, 2, sizeof *items);
        node *sum = small_node(&s, NODE_ADD, SHAPE_ROW, TYPE_NUMBER);
        items[0] = total;
        items[1] = terms[i];
        sum->items = items;
        sum->count = 2;
        sum->source = 1;
        total = sum;
    }
    small_incentive(&s)->pays = total;
    s.plan.across = true;
    memory_fail_after(allowed);
    const result *r = small_evaluate(&s);
    memory_fail_after(0);
    if (r) *paid = cents_of(r->totals.payout);
    small_end(&s);
    return r != NULL;
}

static void memory_that_runs_out_is_told_and_nothing_else_happens(void) {
    int64_t whole = 0, paid = 0;
    size_t failed = 0;
    CU_ASSERT_TRUE_FATAL(evaluates(0, &whole));
    while (failed < 10000 && !evaluates(failed + 1, &paid))
        failed++;
    CU_ASSERT_TRUE(failed > 10 && failed < 10000);
    CU_ASSERT_EQUAL(paid, whole);
}

/* Each deal is paid for all deals of its partner: A's 13 look 169 times, C's 7 49 times. */
static uint8_t states_with(uint64_t looks, size_t *errors) {
    small_program s;
    small_begin(&s);
    add_deals(&s);
    node *n = small_node(&s, NODE_AGGREGATE, SHAPE_ROW, TYPE_NUMBER);
    n->items = arena_array(&s.memory, 3, sizeof *n->items);
    n->count = 3;
    n->aggregate = AGGREGATE_COUNT;
    n->rows_of = n->source = 1;
    small_incentive(&s)->pays = n;
    s.plan.looks = looks;
    const result *r = small_evaluate(&s);
    CU_ASSERT_PTR_NOT_NULL_FATAL(r);
    uint8_t states = 0;
    for (uint32_t p = 0; p < SMALL_PARTNERS; p++)
        states |= (uint8_t)((r->incentives[0].states[p] == CELL_WRONG) << p);
    *errors = r->error_count;
    small_end(&s);
    return states;
}

static void rows_that_are_looked_at_too_often_are_an_error_of_their_partner(void) {
    size_t errors;
    CU_ASSERT_EQUAL(states_with(0, &errors), 0);
    CU_ASSERT_EQUAL(states_with(169, &errors), 0);
    CU_ASSERT_EQUAL(errors, 0);
    CU_ASSERT_EQUAL(states_with(168, &errors), 1);
    CU_ASSERT_EQUAL(errors, 1);
    CU_ASSERT_EQUAL(states_with(48, &errors), 5);
    CU_ASSERT_EQUAL(errors, 2);
}

static const CU_TestInfo tests[] = {
    {"each row has what an accumulator says of the rows",
     each_row_has_what_an_accumulator_says},
    {"rows that are looked at too often are an error of their partner",
     rows_that_are_looked_at_too_often_are_an_error_of_their_partner},
    {"memory that runs out is told, and nothing else happens",
     memory_that_runs_out_is_told_and_nothing_else_happens},
};

void among_suite(void);

void among_suite(void) {
    CU_pSuite suite = CU_add_suite("among", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
