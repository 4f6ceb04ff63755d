/* mutant_test.c - the small mistakes that are put into rules, and those that are not. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkdtemp */
#endif
#include "bind/mutant.h"

#include "bind/bind.h"
#include "lang/load.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const RULES =
    "program \"P\" { version = \"2026-01-01\", currency = \"USD\" }\n"
    "source \"partner\" { id = \"id\", columns = { region = text, tier = text, owner = text } "
    "}\n"
    "source \"deal\" { partner = \"partner_id\", happened_on = \"closed_on\", columns = {\n"
    "  closed_on = date, amount = money, status = text, units = number,\n"
    "  product = text, owner = text, registered = boolean } }\n"
    "metric \"bookings\" { value = sum(deal.amount, { status = \"won\",\n"
    "  closed_on = between(\"2026-01-31\", \"2026-12-31\"), units = at_most(10) }) }\n"
    "metric \"recent\" { value = count(deal, { closed_on = since \"2026-02-28\" }) }\n"
    "setting \"line\" { value = usd(150000), range = { 1, 150000 }, step = 7 }\n"
    "setting \"rate\" { value = dated { [\"2026-12-31\"] = percent(1.5), [\"2027-06-01\"] = "
    "percent(0) } }\n"
    "setting \"low\" { value = -5 }\n"
    "metric \"asked\" { value = count(deal, { registered = true, product = like \"SEC-*\",\n"
    "  status = one_of { \"won\", \"paid\" }, owner = partner.owner, closed_on = present }) }\n"
    "incentive \"bonus\" { requires = { none_of { { region = \"NA\" } }, partner.tier:is \"b\" "
    "},\n"
    "  pays = 0.5 * metric.bookings }\n"
    "ladder \"stage\" { current = partner.tier, promotes = on { \"12-31\", \"07-15\" },\n"
    "  level \"one\" {} }\n"
    "ladder \"tier\" { current = partner.tier, level \"a\" {}, level \"b\" { requires = { "
    "bookings = setting.line,\n"
    "  any_of { { recent = above(3) }, metric.recent:at_least(9) } } } }\n"
    "incentive \"pay\" { requires = { tier = at_least \"b\" }, pays = 0.5 * metric.bookings }\n"
    "fund \"mdf\" { accrues = 0 * metric.bookings, claims = deal, amount = deal.amount,\n"
    "  shares = { vendor = percent(60), agency = percent(0), partner = percent(40) } }\n"
    "guard \"g\" { total(payout):at_most(100) }\n";

typedef struct work {
    arena memory;
    problem_list problems;
    const declarations *rules;
    mutant *items;
    size_t count;
} work;

static void begin(work *w) {
    char folder[] = "/tmp/rung-mutant-XXXXXX", path[64];
    *w = (work){0};
    w->problems.memory = &w->memory;
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/program.lua", folder);
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(RULES, file);
    fclose(file);
    w->rules = lang_load(&w->memory, path, &w->problems);
    unlink(path);
    rmdir(folder);
    CU_ASSERT_PTR_NOT_NULL_FATAL(w->rules);
    CU_ASSERT_FATAL(mutants_of(&w->memory, w->rules, &w->items, &w->count));
}

static const mutant *find(const work *w, const char *path, const char *from, const char *to) {
    for (size_t i = 0; i < w->count; i++) {
        const mutant *m = &w->items[i];
        if (strcmp(m->path, path) == 0 && strcmp(m->from, from) == 0 && strcmp(m->to, to) == 0)
            return m;
    }
    printf("\n    no %s: %s -> %s", path, from, to);
    return NULL;
}

static void everything_that_counts_is_changed_once(void) {
    static const char *const wanted[][3] = {
        {"bookings.value.sum.closed_on.between.1", "2026-01-31", "2026-02-01"},
        {"bookings.value.sum.closed_on.between.2", "2026-12-31", "2027-01-01"},
        {"bookings.value.sum.units", "at_most", "below"},
        {"bookings.value.sum.units.at_most", "10", "11"},
        {"bookings.value.sum.status", "\"won\"", "is not \"won\""},
        {"asked.value.count.registered", "true", "false"},
        {"asked.value.count.product", "like \"SEC-*\"", "like \"*\""},
        {"asked.value.count.status", "= \"won\" or \"paid\"", "= \"paid\""},
        {"asked.value.count.status", "= \"won\" or \"paid\"", "= \"won\""},
        {"asked.value.count.owner", "partner.owner", "is not partner.owner"},
        {"asked.value.count.closed_on", "present", "absent"},
        {"bonus.requires.none_of.region", "\"NA\"", "is not \"NA\""},
        {"bonus.requires", "is", "is_not"},
        {"bonus.pays", "0.5", "0.55"},
        {"stage.promotes", "12-31", "01-01"},
        {"stage.promotes", "07-15", "07-16"},
        {"recent.value.count.closed_on.since", "2026-02-28", "2026-03-01"},
        {"line", "$150,000", "$165,000"}, /* beyond its range: what rules say is wrong anyway */
        {"rate.dated", "2026-12-31", "2027-01-01"},
        {"rate.dated.2026-12-31", "1.5%", "1.65%"},
        {"rate.dated", "2027-06-01", "2027-06-02"},
        {"rate.dated.2027-06-01", "0%", "1%"},
        {"low", "-5", "-6"},
        {"tier.b.requires.bookings", "at_least", "above"},
        {"tier.b.requires.any_of.recent", "above", "at_least"},
        {"tier.b.requires.any_of.1.recent.above", "3", "4"},
        {"tier.b.requires.any_of", "at_least", "above"},
        {"tier.b.requires.any_of.at_least", "9", "10"},
        {"pay.requires.tier", "at_least", "above"},
        {"pay.pays", "0.5", "0.55"},
        {"mdf.accrues", "0", "1"},
        {"mdf.shares.partner", "40%", "44%"}, /* vendor pays 56% */
        {"mdf.shares.agency", "0%", "1%"},
        {"mdf.shares.vendor", "60%", "66%"},
    };
    work w;
    begin(&w);
    size_t count = sizeof wanted / sizeof wanted[0], found = 0;
    for (size_t i = 0; i < count; i++)
        found += find(&w, wanted[i][0], wanted[i][1], wanted[i][2]) != NULL;
    CU_ASSERT_EQUAL(found, count);
    CU_ASSERT_EQUAL(w.count, count);
    for (size_t i = 0; found != count && i < w.count; i++)
        printf("\n    %s: %s -> %s", w.items[i].path, w.items[i].from, w.items[i].to);
    arena_free(&w.memory);
}

static bool binds(work *w, const declarations *rules) {
    date day = 0;
    date_from_parts(&day, 2026, 9, 30);
    return bind_plan(&w->memory, rules, NULL, day, &w->problems) != NULL;
}

/* Each changes its own place and no other, and the rules stay as they are. */
static void a_mutant_is_a_program_with_one_mistake(void) {
    work w;
    begin(&w);
    for (size_t i = 0; i < w.count; i++) {
        const declarations *changed = mutant_apply(&w.memory, w.rules, &w.items[i]);
        size_t others = 0;
        CU_ASSERT_PTR_NOT_NULL_FATAL(changed);
        for (size_t k = 0; k < w.rules->count; k++)
            others += changed->items[k] != w.rules->items[k];
        CU_ASSERT_EQUAL(others, 1);
        CU_ASSERT(binds(&w, changed));
    }
    CU_ASSERT(binds(&w, w.rules));
    if (w.problems.count) printf("\n    %s", w.problems.items[0].message);
    CU_ASSERT_EQUAL(w.problems.count, 0);
    arena_free(&w.memory);
}

static const CU_TestInfo tests[] = {
    {"everything that counts is changed once", everything_that_counts_is_changed_once},
    {"a mutant is a program with one mistake", a_mutant_is_a_program_with_one_mistake},
};

void mutant_suite(void) {
    CU_pSuite suite = CU_add_suite("mutant", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
