/* small_program.h - a program of one rule over three partners, put together by hand.
 *
 * Partners "A", "B", "C"; one source `deal` with an amount in cents, a kind, a day and whether
 * there is proof. A test adds rows in order of partners, fills in the rule and evaluates. */
#ifndef RUNG_TESTS_SMALL_PROGRAM_H
#define RUNG_TESTS_SMALL_PROGRAM_H

#include "base/arena.h"
#include "eval/evaluate.h"

#include <CUnit/CUnit.h>
#include <string.h>

enum { SMALL_PARTNERS = 3, SMALL_ROWS = 64, SMALL_NODES = 32, SMALL_COLUMNS = 4 };

typedef struct small_program {
    arena memory;
    plan plan;
    facts facts;
    facts_table tables[2];
    facts_column columns[SMALL_COLUMNS];
    text partner_ids[SMALL_PARTNERS];
    uint32_t partner_first[SMALL_PARTNERS + 1], first[SMALL_PARTNERS + 1];
    uint32_t partner_of[SMALL_ROWS], partners[SMALL_PARTNERS];
    int64_t ids[SMALL_ROWS], amounts[SMALL_ROWS];
    uint8_t amount_states[SMALL_ROWS];
    int32_t kinds[SMALL_ROWS], days[SMALL_ROWS], proofs[SMALL_ROWS];
    source_request sources[2];
    column_request requested[SMALL_COLUMNS];
    node made[SMALL_NODES];
    const node *nodes[SMALL_NODES];
    incentive incentive;
    fund fund;
    cap caps[4];
    payer payers[2];
    approval approval;
    const node *amount, *kind, *day, *proof;
} small_program;

static inline node *small_node(small_program *s, node_kind kind, node_shape shape,
                               value_type type) {
    size_t id = s->plan.node_count++;
    s->nodes[id] = &s->made[id];
    s->made[id] = (node){.kind = kind,
                         .shape = shape,
                         .type = type,
                         .id = (int)id,
                         .source = -1,
                         .ladder = -1,
                         .rule = &s->plan.program};
    return &s->made[id];
}

static inline const node *small_column(small_program *s, int which, value_type type) {
    node *made = small_node(s, NODE_COLUMN, SHAPE_ROW, type);
    made->source = 1;
    made->column = which;
    return made;
}

/* A constant of so many cents. */
static inline const node *small_cents(small_program *s, int64_t cents) {
    node *made = small_node(s, NODE_CONSTANT, SHAPE_CONSTANT, TYPE_NUMBER);
    made->has_value = true;
    number_from_scaled(&made->constant, cents, 2);
    return made;
}

static inline const node *small_false(small_program *s) {
    node *made = small_node(s, NODE_CONSTANT, SHAPE_CONSTANT, TYPE_BOOLEAN);
    made->has_value = true;
    return made;
}

static inline const node *small_nothing(small_program *s) {
    return small_node(s, NODE_CONSTANT, SHAPE_CONSTANT, TYPE_NUMBER);
}

/* x / y, no value when y is 0. */
static inline const node *small_divided(small_program *s, const node *x, const node *y) {
    node *made = small_node(s, NODE_DIVIDE, x->shape, TYPE_NUMBER);
    const node **items = arena_array(&s->memory, 2, sizeof *items);
    items[0] = x;
    items[1] = y;
    made->items = items;
    made->count = 2;
    made->source = x->source;
    return made;
}

static inline void small_tables(small_program *s) {
    static const char *const names[SMALL_COLUMNS] = {"amount", "kind", "day", "proof"};
    static const cell_kind kinds[SMALL_COLUMNS] = {CELL_MONEY, CELL_TEXT, CELL_DATE,
                                                   CELL_BOOLEAN};
    for (int c = 0; c < SMALL_COLUMNS; c++) {
        s->columns[c] = (facts_column){.name = names[c], .kind = kinds[c]};
        s->requested[c] = (column_request){.name = names[c],
                                           .sql_name = names[c],
                                           .kind = kinds[c],
                                           .minor_places = PLACES_AS_WRITTEN,
                                           .wanted = true};
    }
    s->columns[0].narrow = s->amounts;
    s->columns[0].places = 2;
    s->columns[0].states = s->amount_states;
    s->columns[1].codes = s->kinds;
    s->columns[2].codes = s->days;
    s->columns[3].codes = s->proofs;
    s->sources[0] =
        (source_request){.name = "partner", .from = "partner", .id = "id", .happened_on = -1};
    s->sources[1] = (source_request){.name = "deal",
                                     .from = "deal",
                                     .id = "id",
                                     .partner = "partner_id",
                                     .happened_on = -1,
                                     .columns = s->requested,
                                     .count = SMALL_COLUMNS};
    s->tables[0] = (facts_table){.source = "partner",
                                 .rows = SMALL_PARTNERS,
                                 .first = s->partner_first,
                                 .partner_of = s->partners,
                                 .happened_on = -1};
    s->tables[1] = (facts_table){.source = "deal",
                                 .first = s->first,
                                 .partner_of = s->partner_of,
                                 .ids = s->ids,
                                 .columns = s->columns,
                                 .column_count = SMALL_COLUMNS,
                                 .happened_on = -1};
}

static inline void small_begin(small_program *s) {
    *s = (small_program){0};
    small_tables(s);
    for (uint32_t p = 0; p < SMALL_PARTNERS; p++) {
        s->partner_ids[p] = text_of(&"A\0B\0C"[2 * p]);
        s->partners[p] = s->partner_first[p] = p;
    }
    s->partner_first[SMALL_PARTNERS] = SMALL_PARTNERS;
    s->facts.partner_count = SMALL_PARTNERS;
    s->facts.partner_ids = s->partner_ids;
    s->facts.tables = s->tables;
    s->facts.table_count = 2;
    s->facts.texts.memory = &s->memory;
    s->plan.request = (request){.sources = s->sources, .count = 2};
    s->plan.nodes = s->nodes;
    s->plan.name = s->plan.program.name = "Small";
    s->plan.program.noun = "program";
    s->plan.currency = "USD";
    s->plan.currency_places = 2;
    s->plan.starts = (year_start){1, 1};
    s->amount = small_column(s, 0, TYPE_NUMBER);
    s->kind = small_column(s, 1, TYPE_TEXT);
    s->day = small_column(s, 2, TYPE_DATE);
    s->proof = small_column(s, 3, TYPE_BOOLEAN);
}

/* Adds a deal with id 1, 2, 3 ..; partner 0, 1, 2 in this order. */
static inline void small_row(small_program *s, uint32_t partner, int64_t cents,
                             const char *kind, int day) {
    size_t row = s->tables[1].rows++;
    s->tables[1].rows_read++;
    s->partner_of[row] = partner;
    s->ids[row] = (int64_t)row + 1;
    s->amounts[row] = cents;
    s->amount_states[row] = CELL_VALUE;
    s->kinds[row] = (int32_t)map_add(&s->facts.texts, text_of(kind));
    s->days[row] = day;
    s->proofs[row] = 1;
}

static inline incentive *small_incentive(small_program *s) {
    s->incentive = (incentive){.is = {.noun = "incentive", .name = "bonus"},
                               .each = 1,
                               .requires = {.kind = REQUIRE_ALL},
                               .pays = s->amount,
                               .caps = s->caps};
    s->plan.incentives = &s->incentive;
    s->plan.incentive_count = 1;
    return &s->incentive;
}

/* A fund with half and half, that accrues so many cents. */
static inline fund *small_fund(small_program *s, int64_t accrues) {
    s->payers[0] = (payer){"partner", small_cents(s, 50)};
    s->payers[1] = (payer){"vendor", small_cents(s, 50)};
    s->approval = (approval){.holds = s->proof, .says = "proof is true"};
    s->fund = (fund){.is = {.noun = "fund", .name = "mdf"},
                     .accrues = small_cents(s, accrues),
                     .claims = 1,
                     .amount = s->amount,
                     .requires = {.kind = REQUIRE_ALL},
                     .approves = &s->approval,
                     .approval_count = 1,
                     .payers = s->payers,
                     .payer_count = 2,
                     .vendor = 1,
                     .partner = 0,
                     .remainder = -1,
                     .caps = s->caps,
                     .partial = true};
    s->plan.funds = &s->fund;
    s->plan.fund_count = 1;
    return &s->fund;
}

/* Limits the rule; `grouped_by` only for CAP_COLUMN. */
static inline void small_cap(small_program *s, size_t *count, cap_kind kind, const char *name,
                             const node *limit, const node *grouped_by) {
    s->caps[(*count)++] =
        (cap){.kind = kind, .name = name, .limit = limit, .column = grouped_by};
}

static inline const result *small_evaluate(small_program *s) {
    uint32_t row = 0;
    for (uint32_t p = 0; p <= SMALL_PARTNERS; p++) {
        while (row < s->tables[1].rows && s->partner_of[row] < p)
            row++;
        s->first[p] = row;
    }
    return evaluate(&s->memory, &s->plan, &s->facts, 1, false);
}

static inline void small_end(small_program *s) {
    arena_free(&s->memory);
}

/* An amount in cents; it must be whole. */
static inline int64_t cents_of(number amount) {
    int64_t cents = INT64_MIN;
    CU_ASSERT_TRUE(amount % (NUMBER_ONE / 100) == 0);
    number_to_integer(&cents, amount * 100);
    return cents;
}

#endif
