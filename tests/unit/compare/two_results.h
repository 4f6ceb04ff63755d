/* two_results.h - two finished results put together by hand, to compare.
 *
 * Each side: partners (at first "A" to "D"), a ladder `tier` of three levels, an incentive
 * `rebate` and a fund `mdf`, nobody paid, everybody on the lowest level. */
#ifndef RUNG_TESTS_TWO_RESULTS_H
#define RUNG_TESTS_TWO_RESULTS_H

#include "base/arena.h"
#include "compare/changes.h"
#include "eval/evaluation.h"

#include <CUnit/CUnit.h>
#include <string.h>

enum { SIDE_PARTNERS = 6, SIDE_LEVELS = 4 };

typedef struct side {
    plan plan;
    facts facts;
    facts_table table;
    text ids[SIDE_PARTNERS];
    level levels[SIDE_LEVELS];
    ladder ladder;
    incentive incentive;
    fund fund;
    incentive_result rebate;
    fund_result mdf;
    node yes;
    uint8_t fine[SIDE_PARTNERS]; /* CELL_VALUE, or true */
    size_t no_rows[SIDE_PARTNERS + 1];
    number zeros[SIDE_PARTNERS];
    number rebate_paid[SIDE_PARTNERS], mdf_paid[SIDE_PARTNERS], payout[SIDE_PARTNERS];
    number stands[SIDE_PARTNERS];
    uint8_t states[SIDE_PARTNERS], wrong[SIDE_PARTNERS];
    column column;
    size_t counts[SIDE_LEVELS], *count_rows[1], none[1];
    number rebate_total[1];
    fund_total mdf_total[1];
    evaluation workings;
    result result;
} side;

typedef struct two_results {
    arena memory;
    side before, after;
} two_results;

static inline void side_levels(side *s, const char *a, const char *b, const char *c,
                               const char *d) {
    const char *names[SIDE_LEVELS] = {a, b, c, d};
    s->ladder.level_count = 0;
    for (size_t i = 0; i < SIDE_LEVELS && names[i]; i++)
        s->levels[s->ladder.level_count++] =
            (level){.is = {.name = names[i]},
                    .requires = {.kind = REQUIRE_ALL, .met = &s->yes},
                    .met = &s->yes};
}

static inline void side_partners(side *s, const char *letters) {
    s->facts.partner_count = strlen(letters);
    for (size_t i = 0; letters[i]; i++)
        s->ids[i] = (text){&letters[i], 1};
}

/* What explanations look at. */
static inline void side_details(side *s) {
    s->yes =
        (node){.kind = NODE_CONSTANT, .type = TYPE_BOOLEAN, .constant = 1, .has_value = true};
    memset(s->fine, CELL_VALUE, sizeof s->fine);
    s->incentive.pays = s->fund.accrues = &s->yes;
    s->rebate = (incentive_result){.states = s->fine, .due = s->fine, .first = s->no_rows};
    s->mdf = (fund_result){.states = s->fine, .due = s->fine, .first = s->no_rows};
    s->mdf.opening = s->mdf.accrued = s->mdf.expired = s->mdf.balance = s->zeros;
}

static inline void side_begin(side *s) {
    s->ladder = (ladder){.is = {.name = "tier"}, .levels = s->levels};
    side_levels(s, "bronze", "silver", "gold", NULL);
    s->incentive = (incentive){.is = {.name = "rebate"}, .each = -1};
    s->fund = (fund){.is = {.name = "mdf"}, .claims = -1};
    s->plan = (plan){.name = "Small <program>",
                     .version = "1",
                     .currency = "USD",
                     .currency_places = 2,
                     .ladders = &s->ladder,
                     .ladder_count = 1,
                     .incentives = &s->incentive,
                     .incentive_count = 1,
                     .funds = &s->fund,
                     .fund_count = 1};
    s->table = (facts_table){.source = "partner"};
    s->facts = (facts){.partner_ids = s->ids, .tables = &s->table, .table_count = 1};
    side_partners(s, "ABCD");
    memset(s->states, CELL_VALUE, sizeof s->states);
    s->column = (column){s->stands, s->states};
    side_details(s);
    s->rebate.paid = s->rebate_paid;
    s->mdf.paid = s->mdf_paid;
    s->count_rows[0] = s->counts;
    s->workings = (evaluation){.plan = &s->plan, .facts = &s->facts, .out = &s->result};
    s->result = (result){.plan = &s->plan,
                         .facts = &s->facts,
                         .incentives = &s->rebate,
                         .funds = &s->mdf,
                         .levels = &s->column,
                         .qualified = &s->column,
                         .wrong = s->wrong,
                         .payout = s->payout,
                         .workings = &s->workings};
    s->result.totals.levels = s->count_rows;
    s->result.totals.none = s->none;
    s->result.totals.incentives = s->rebate_total;
    s->result.totals.funds = s->mdf_total;
}

static inline two_results *two_begin(two_results *t) {
    memset(t, 0, sizeof *t);
    side_begin(&t->before);
    side_begin(&t->after);
    return t;
}

/* What an item is paid, in cents. */
static inline void side_pay(side *s, size_t item, int rebate, int mdf) {
    s->rebate_paid[item] = number_from_integer(rebate) / 100;
    s->mdf_paid[item] = number_from_integer(mdf) / 100;
    s->payout[item] = s->rebate_paid[item] + s->mdf_paid[item];
}

/* Adds up what partners are paid and where they stand. */
static inline void side_total(side *s) {
    totals *t = &s->result.totals;
    for (size_t i = 0; i < s->facts.partner_count; i++) {
        t->partners++;
        t->errors += s->wrong[i];
        if (s->wrong[i]) continue;
        t->payout += s->payout[i];
        s->rebate_total[0] += s->rebate_paid[i];
        s->mdf_total[0].paid += s->mdf_paid[i];
        if (s->states[i] == CELL_VALUE)
            s->counts[(size_t)s->stands[i]]++;
        else
            s->none[0]++;
    }
}

static inline changes *two_compare(two_results *t) {
    side_total(&t->before);
    side_total(&t->after);
    changes *c = compare_results(&t->memory, &t->before.result, &t->after.result);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c);
    return c;
}

static inline void two_end(two_results *t) {
    arena_free(&t->memory);
}

#endif
