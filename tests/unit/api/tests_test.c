/* tests_test.c - every word that a case may expect is right about what is so and notices what
 * is not; what memory refuses is said; what is rewritten is what was asked for. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkdtemp */
#endif
#include "base/memory.h"
#include "base/text.h"
#include "rung.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const RULES =
    "program \"P\" { version = \"1\", currency = \"USD\" }\n"
    "source \"partner\" { id = \"id\", columns = { region = text, tier = text, since = date,\n"
    "  stage = text, until_day = date } }\n"
    "source \"deal\" { id = \"id\", partner = \"partner_id\", happened_on = \"closed_on\",\n"
    "  columns = { closed_on = date, amount = money, rep = text } }\n"
    "source \"claim\" { id = \"id\", partner = \"partner_id\", happened_on = \"made_on\",\n"
    "  minor_units = true, columns = { made_on = date, amount = money } }\n"
    "source \"lead\" { id = \"id\", happened_on = \"came_on\",\n"
    "  columns = { came_on = date, area = text } }\n"
    "routing \"leads\" { each = lead, to = { region = lead.area } }\n"
    "metric \"part\" { value = allocate(usd(10), metric.bookings, { at_most = 4 }) }\n"
    "metric \"bookings\" { value = sum(deal.amount) }\n"
    "metric \"deals\" { value = count(deal) }\n"
    "metric \"share\" { unit = \"percent\", value = metric.bookings / 3000 }\n"
    "metric \"home\" { value = partner.region }\n"
    "metric \"joined\" { value = partner.since }\n"
    "metric \"some\" { value = exists(deal) }\n"
    "certification \"big\" { requires = { bookings = 1000 }, gives = { rebate = percent(3) } "
    "}\n"
    "obligation \"busy\" { requires = { deals = 2 } }\n"
    "ladder \"tier\" { current = partner.tier, cumulative = true, level \"low\" {},\n"
    "  level \"mid\" { requires = { deals = 1 } },\n"
    "  level \"top\" { requires = { bookings = 2000, any_of { { deals = 5 }, { big = false } } "
    "},\n"
    "    gives = { word = \"first\" } } }\n"
    "ladder \"reach\" { current = partner.stage, protected_until = partner.until_day,\n"
    "  guarantees = date \"2027-01-31\", level \"low\" {}, level \"far\" { requires = { deals "
    "= 3 } } }\n"
    "score \"fit\" { { of = metric.deals, full = 4, points = 100 }, pass = 60 }\n"
    "incentive \"bonus\" { pays = metric.bookings * percent(1) }\n"
    "incentive \"saved\" { pays = usd(5), minimum = usd(50) }\n"
    "spiff \"push\" { each = deal, pays = usd(10), to = deal.rep }\n"
    "fund \"mdf\" { accrues = metric.bookings * percent(10), claims = claim,\n"
    "  amount = claim.amount, shares = { vendor = percent(50), partner = percent(50) } }\n";

typedef struct place_of_work {
    char folder[32], rules[64], cases[64];
    rung_program *program;
} place_of_work;

static void put(const char *path, const char *bytes) {
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(bytes, file);
    fclose(file);
}

static void begin(place_of_work *w) {
    rung_error error = {0};
    strcpy(w->folder, "/tmp/rung-tests-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(w->folder));
    snprintf(w->rules, sizeof w->rules, "%s/program.lua", w->folder);
    snprintf(w->cases, sizeof w->cases, "%s/p.test.yaml", w->folder);
    put(w->rules, RULES);
    rung_status status = rung_program_load(&w->program, w->folder, NULL, &error);
    if (status != RUNG_OK) printf("\n    %d: %s", error.line, error.message);
    CU_ASSERT_EQUAL_FATAL(status, RUNG_OK);
}

static void end(place_of_work *w) {
    rung_program_free(w->program);
    unlink(w->cases);
    unlink(w->rules);
    rmdir(w->folder);
}

static const char *const GIVEN =
    "- name: one\n"
    "  as_of: 2026-09-30\n"
    "  given:\n"
    "    partner: {region: NA, tier: low, since: 2020-02-29, "
    "stage: far, until_day: 2026-12-31}\n"
    "    deal:\n"
    "      - {closed_on: 2026-01-01, amount: 1000, rep: R1}\n"
    "      - {closed_on: 2026-01-02, amount: 500.5, rep: R.2}\n"
    "    claim: [{made_on: 2026-05-01, amount: 20.01}]\n"
    "    lead: [{id: L1, came_on: 2026-09-01, area: NA}, {came_on: 2026-09-02, area: EMEA}]\n"
    "  expect:\n";

/* How many cases fail; -1 with the first problem's message in `said`. */
static int failures_of(const place_of_work *w, const char *cases, rung_error *error) {
    rung_tests *tests = NULL;
    put(w->cases, cases);
    if (rung_tests_run(&tests, w->program, w->folder, NULL, error) != RUNG_OK) return -1;
    int failed = (int)rung_tests_count(tests).failed;
    rung_tests_free(tests);
    return failed;
}

static int expecting(const place_of_work *w, const char *line) {
    char cases[2048];
    rung_error error = {0};
    snprintf(cases, sizeof cases, "%s    %s\n", GIVEN, line);
    int failed = failures_of(w, cases, &error);
    if (failed < 0) printf("\n    %s: %s; %s", line, error.message, error.hint);
    return failed;
}

/* What is so, and what is not. */
static const char *const words[][2] = {
    {"metric.bookings: 1500.50", "metric.bookings: 1500.51"},
    {"metric.bookings: \"$1,500.5\"", "metric.bookings: none"},
    {"metric.deals: 2", "metric.deals: 2.000000001"},
    {"metric.share: 0.500166667", "metric.share: 0.500166666"},
    {"metric.home: NA", "metric.home: na"},
    {"metric.joined: 2020-02-29", "metric.joined: 2020-02-28"},
    {"metric.some: true", "metric.some: false"},
    {"metric: {deals: 2, home: \"NA\"}", "metric: {deals: 2, home: EMEA}"},
    {"tier: mid", "tier: top"},
    {"ladder.tier: mid", "ladder.tier: none"},
    {"tier.level: mid", "tier.level: low"},
    {"tier.before: low", "tier.before: mid"},
    {"tier.qualified: mid", "tier.qualified: top"},
    {"reach: far", "reach: low"},
    {"reach.held: protected_until", "reach.held: grace"},
    {"reach.guaranteed_until: none", "reach.guaranteed_until: 2027-01-31"},
    {"certification.big: true", "certification.big: false"},
    {"obligation.busy: true", "obligation.busy: false"},
    {"score.fit: 50", "score.fit: 51"},
    {"score.fit.passed: false", "score.fit.passed: true"},
    {"incentive.bonus: 15.01", "incentive.bonus: 15.00"}, /* half up */
    {"incentive.saved: 0", "incentive.saved: 5"},
    {"carried.saved: 5", "carried.saved: 0"},
    {"spiff.push: 20", "incentive.push: 10"},
    {"payee.push.R1: 10", "payee.push.R1: 0"},
    {"payee.push: {R.2: 10, R3: 0}", "payee.push: {R3: 10}"},
    {"fund.mdf.accrued: 150.05", "fund.mdf.accrued: 150"},
    {"fund.mdf: {paid: 10, balance: 140.05}", "fund.mdf.paid: 10.01"},
    {"fund.mdf: {opening: 0, expired: 0}", "fund.mdf.opening: 1"},
    {"benefit.rebate: 3%", "benefit.rebate: 3.1%"},
    {"benefit.word: none", "benefit.word: first"},
    {"missing.top: [any_of, bookings]", "missing.top: [bookings]"},
    {"missing.top: [bookings, any_of]", "missing.top: [any_of]"},
    {"missing.tier.top: 2", "missing.tier.top: 1"},
    {"missing.mid: []", "missing.mid: [deals]"},
    {"missing.big: none", "missing.big: bookings"},
    {"routed.leads: [L1]", "routed.leads: [\"2\"]"},
    {"routed.leads: 1", "routed.leads: none"},
    {"totals.routed.leads: 1", "totals.routed.leads: 2"},
    {"totals.unrouted.leads: [\"2\"]", "totals.unrouted.leads: []"},
    {"metric.part: 4", "metric.part: 10"},
    {"totals.unplaced.part: 6", "totals.unplaced.part: 0"},
    {"payout: 45.01", "payout: 45.02"},
    {"errors: 0", "errors: 1"},
    {"errors: []", "errors: [no]"},
    {"totals.payout: 45.01", "totals.payout: none"},
    {"totals: {partners: 1, errors: 0}", "totals.partners: 2"},
    {"totals.tier.mid: 1", "totals.ladders.tier.mid: 0"},
    {"totals.tier.none: 0", "totals.ladder.tier.none: 1"},
    {"totals.incentives.bonus: 15.01", "totals.incentive.bonus: 15"},
    {"totals.funds.mdf.paid: 10", "totals.fund.mdf.paid: 20.01"},
    {"totals.certifications.big: 1", "totals.certification.big: 0"},
    {"totals.score.fit: 0", "totals.scores.fit: 1"},
    {"totals.carried.saved: 5", "totals.carried.saved: 0"},
};

static void each_word_tells_right_from_wrong(void) {
    place_of_work w;
    begin(&w);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        int right = expecting(&w, words[i][0]), wrong = expecting(&w, words[i][1]);
        if (right != 0 || wrong != 1) printf("\n    %s", words[i][right == 0]);
        CU_ASSERT_EQUAL(right, 0);
        CU_ASSERT_EQUAL(wrong, 1);
    }
    end(&w);
}

static void what_can_be_no_value_is_refused(void) {
    static const char *const lines[][2] = {
        {"metric.bookings: lots", "'metric.bookings' is a number, not 'lots'"},
        {"metric.joined: yesterday", "'metric.joined' is a date, not 'yesterday'"},
        {"metric.some: yes", "'metric.some' is true or false, not 'yes'"},
        {"tier: high", "ladder 'tier' has no level 'high'"},
        {"totals.tier.high: 1", "ladder 'tier' has no level 'high'"},
        {"reach.held: graze", "'reach.held' is never 'graze'"},
        {"totals: 1", "nothing that can be expected is called 'totals'"},
        {"totals.missing.top: 1",
         "nothing that can be expected is called 'totals.missing.top'"},
        {"totals.metric.deals: 1",
         "nothing that can be expected is called 'totals.metric.deals'"},
        {"fund.mdf: 1", "nothing that can be expected is called 'fund.mdf'"},
        {"carried.bonus: 1", "nothing that can be expected is called 'carried.bonus'"},
        {"payee.bonus.R1: 1", "nothing that can be expected is called 'payee.bonus.R1'"},
        {"payee.push: 1", "nothing that can be expected is called 'payee.push'"},
        {"partners: 1", "'partners' takes a map of partner ids, not a text"},
        {"missing.top: [any]", "top does not ask for 'any'"},
        {"payout:", "'payout' has no value"},
    };
    place_of_work w;
    begin(&w);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        char cases[2048];
        rung_error error = {0};
        snprintf(cases, sizeof cases, "%s    %s\n", GIVEN, lines[i][0]);
        CU_ASSERT_EQUAL(failures_of(&w, cases, &error), -1);
        if (strcmp(error.message, lines[i][1]) != 0)
            printf("\n    %s: %s", lines[i][0], error.message);
        CU_ASSERT_STRING_EQUAL(error.message, lines[i][1]);
        CU_ASSERT_EQUAL(error.line, 11);
        CU_ASSERT_STRING_EQUAL(error.file, "p.test.yaml");
    }
    end(&w);
}

/* A default row lends its cells to the row with its id; what describes every partner is none.
 */
static void defaults_are_taken_over(void) {
    static const char *const cases =
        "- defaults:\n"
        "    as_of: 2026-09-30\n"
        "    given:\n"
        "      partner: {region: NA, since: 2020-01-01}\n"
        "      deal: [{id: 7, closed_on: 2026-01-01, amount: 1000, rep: R1}]\n"
        "- name: as they are\n"
        "  expect: {metric.home: NA, metric.bookings: 1000, totals.partners: 1}\n"
        "- name: a cell of each is another\n"
        "  given: {partner: {region: EMEA}, deal: [{id: 7, amount: 5}, {closed_on: 2026-02-01, "
        "amount: 1, rep: R2}]}\n"
        "  expect: {metric.home: EMEA, metric.joined: 2020-01-01, metric.bookings: 6, "
        "payee.push.R1: 10}\n"
        "- name: a row is gone\n"
        "  given: {deal: [{id: 7, delete: true}]}\n"
        "  expect: {metric.deals: 0}\n"
        "- name: every partner is like the default\n"
        "  given: {partner: [{id: A}, {id: B, region: EMEA}], deal: [{id: 7, partner: B}]}\n"
        "  partners: {A: {metric.home: NA, metric.deals: 0}, B: {metric.home: EMEA, "
        "metric.deals: 1}}\n"
        "  expect: {totals.partners: 2}\n"
        "- defaults: {as_of: 2025-12-31}\n"
        "- name: other defaults take the place of all\n"
        "  given: {deal: [{closed_on: 2026-01-01, amount: 1, rep: R1}]}\n"
        "  expect: {metric.deals: 0, metric.home: none}\n"
        "- name: the latest day of the rows is the day\n"
        "  as_of: 2026-02-02\n"
        "  given: {deal: [{closed_on: 2026-02-02, amount: 1, rep: R1}]}\n"
        "  expect: {metric.deals: 1}\n";
    place_of_work w;
    rung_error error = {0};
    begin(&w);
    int failed = failures_of(&w, cases, &error);
    if (failed < 0) printf("\n    %d: %s", error.line, error.message);
    CU_ASSERT_EQUAL(failed, 0);
    end(&w);
}

static const char *const ALL_KINDS =
    "- name: all\n"
    "  as_of: 2026-09-30\n"
    "  set: {bonus.pays: 2%}\n"
    "  given:\n"
    "    partner: [{id: A, region: NA, since: 2020-01-01}, {id: B, region: NA}]\n"
    "    deal: [{partner: A, closed_on: 2026-01-01, amount: 2500, rep: R1}]\n"
    "  partners:\n"
    "    A: {tier: top, missing.top: [], payout: 1, incentive.bonus: 1, fund.mdf.paid: 7}\n"
    "    B: {tier: mid, metric.home: NA}\n"
    "  expect: {totals.payout: 60.00}\n";

static bool swallow(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return true;
}

/* Runs everything; true when memory sufficed, else it said that it did not. */
static bool runs_with_memory(const place_of_work *w, size_t allocations) {
    rung_tests *tests = NULL;
    rung_error error = {0};
    rung_tests_options all = {.size = sizeof all, .coverage = true, .mutate = true};
    memory_fail_after(allocations);
    rung_status status = rung_tests_run(&tests, w->program, w->folder, &all, &error);
    memory_fail_after(0);
    if (status == RUNG_OK) {
        CU_ASSERT_EQUAL(rung_report_tests(tests, NULL, swallow, NULL, &error), RUNG_OK);
    } else {
        CU_ASSERT_EQUAL(status, RUNG_NO_MEMORY);
        CU_ASSERT_PTR_NULL(tests);
    }
    rung_tests_free(tests);
    return status == RUNG_OK;
}

static void refused_memory_is_said(void) {
    place_of_work w;
    size_t step = getenv("RUNG_SANITIZED") ? 97 : 31;
    begin(&w);
    put(w.cases, ALL_KINDS);
    size_t n = 1;
    while (n < 100000 && !runs_with_memory(&w, n))
        n += n < 300 ? 1 : step;
    CU_ASSERT(n > 1 && n < 100000);
    end(&w);
}

static const CU_TestInfo tests[] = {
    {"each word tells right from wrong", each_word_tells_right_from_wrong},
    {"what can be no value is refused", what_can_be_no_value_is_refused},
    {"defaults are taken over", defaults_are_taken_over},
    {"refused memory is said", refused_memory_is_said},
};

void tests_suite(void) {
    CU_pSuite suite = CU_add_suite("tests", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
