/* path_test.c - what every number, rate, date and text of a program is called. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700 /* mkdtemp */
#endif
#include "bind/path.h"

#include "lang/load.h"
#include "lang/phrase.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const RULES =
    "program \"P\" { version = \"1\", currency = \"USD\" }\n"
    "source \"partner\" { id = \"id\", columns = { region = text, tier = text } }\n"
    "source \"deal\" { partner = \"partner_id\", happened_on = \"closed_on\", columns = {\n"
    "  closed_on = date, amount = money, status = text, registered = boolean, product = text,\n"
    "  ends_on = column(\"end\", date) } }\n"
    "metric \"bookings\" { title = \"B\", why = \"W\", value = sum(deal.amount, { status = "
    "\"won\",\n"
    "  closed_on = trailing(12, \"months\", { ago = 2 }) }) }\n"
    "metric \"growth\" { unit = \"percent\",\n"
    "  value = metric.bookings / ago(metric.bookings, 6, \"months\") - 1 }\n"
    "metric \"several\" { value = metric.bookings * 2 + 3 }\n"
    "metric \"chosen\" { value = when(metric.bookings:at_least(7), round(metric.growth * 4, "
    "2),\n"
    "  max(metric.growth, 0) + max(metric.growth, 9)) }\n"
    "setting \"region_factor\" { value = by(partner.region, { NA = 1, [\"Latin America\"] = "
    "0.6,\n"
    "  [\"a.b\"] = 0.5, default = 0.4 }) }\n"
    "setting \"gold_line\" { title = \"G\", value = usd(150000), range = { 50000, 500000 }, "
    "step = 5 }\n"
    "setting \"since_line\" { value = dated { [\"2026-01-01\"] = 100, [\"2027-01-01\"] = 200 } "
    "}\n"
    "ladder \"tier\" { current = partner.tier,\n"
    "  level \"silver\" { requires = { bookings = 50000 * setting.region_factor } },\n"
    "  level \"gold\" { requires = { bookings = setting.gold_line * setting.region_factor,\n"
    "    any_of { { growth = percent(10) }, { bookings = 400000 * setting.region_factor } },\n"
    "    any_of { { growth = above(percent(20)) }, metric.bookings:at_least(5) },\n"
    "    n_of(1, { { growth = 1 }, { growth = 2 } }) },\n"
    "    gives = { discount = percent(18), support = \"Around the clock\" } } }\n"
    "incentive \"rebate\" { pays = marginal(metric.bookings, { { 0, percent(1) },\n"
    "  { 25000 * setting.region_factor, percent(2) } }) * by(ladder.tier, { silver = 1, gold = "
    "1.25, none = 0 }) }\n"
    "incentive \"bonus\" { pays = interpolated(metric.bookings, { { 0, 0 }, { 10, 500 } }) }\n"
    "incentive \"registration\" { each = deal,\n"
    "  where = { status = one_of { \"won\", \"paid\" }, registered = true, product = like "
    "\"SEC-*\",\n"
    "    closed_on = between(\"2026-08-01\", \"2026-09-30\") },\n"
    "  requires = { tier = at_least \"silver\" }, pays = percent(3) * deal.amount,\n"
    "  cap = { partner = usd(20000) }, rounding = \"down\" }\n"
    "fund \"mdf\" { accrues = metric.bookings * percent(2), claims = deal, amount = "
    "deal.amount,\n"
    "  where = { closed_on = this \"quarter\" },\n"
    "  approves = { deal.closed_on:at_most(deal.ends_on + days(60)) },\n"
    "  shares = { vendor = percent(50), partner = percent(50) }, remainder = \"vendor\" }\n";

typedef struct fixture {
    arena memory;
    problem_list problems;
    setting_path *paths;
    size_t count;
} fixture;

static const declarations *load(arena *memory, problem_list *problems) {
    char folder[] = "/tmp/rung-path-XXXXXX", path[64];
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/program.lua", folder);
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(RULES, file);
    fclose(file);
    const declarations *rules = lang_load(memory, path, problems);
    unlink(path);
    rmdir(folder);
    if (!rules) printf("\n    %s", problems->items[0].message);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    return rules;
}

static void set_up(fixture *f) {
    memset(f, 0, sizeof *f);
    f->problems.memory = &f->memory;
    CU_ASSERT_FATAL(paths_of(&f->memory, load(&f->memory, &f->problems), &f->paths, &f->count));
}

/* Whether the path is there and leads to this literal, as people read it. */
static bool leads(const fixture *f, const char *path, const char *phrase) {
    for (size_t i = 0; i < f->count; i++) {
        if (strcmp(f->paths[i].path, path) != 0) continue;
        text_buffer out = {0};
        phrase_term(&out, f->paths[i].literal, NULL);
        bool same = strcmp(out.bytes, phrase) == 0;
        if (!same) printf("\n    %s is %s", path, out.bytes);
        text_free(&out);
        return same;
    }
    printf("\n    no %s", path);
    return false;
}

static bool absent(const fixture *f, const char *path) {
    for (size_t i = 0; i < f->count; i++) {
        if (strcmp(f->paths[i].path, path) == 0) return false;
    }
    return true;
}

static void test_leads(void) {
    static const char *const expected[][2] = {
        {"program.version", "\"1\""},
        {"bookings.value.sum.status", "\"won\""},
        {"bookings.value.sum.closed_on.trailing", "12"},
        {"bookings.value.sum.closed_on.trailing.unit", "\"months\""},
        {"bookings.value.sum.closed_on.trailing.ago", "2"},
        {"growth.value", "1"},
        {"growth.value.ago", "6"},
        {"growth.value.ago.unit", "\"months\""},
        {"chosen.value.when.at_least", "7"},
        {"chosen.value.when.then.round", "4"},
        {"chosen.value.when.then.round.places", "2"},
        {"chosen.value.when.otherwise.max", "0"},
        {"chosen.value.when.otherwise.max_2", "9"},
        {"region_factor.by.NA", "1"},
        {"region_factor.by.\"Latin America\"", "0.6"},
        {"region_factor.by.\"a.b\"", "0.5"},
        {"region_factor.by.default", "0.4"},
        {"gold_line", "$150,000"},
        {"since_line.dated.2027-01-01", "200"},
        {"tier.silver.requires.bookings", "50000"},
        {"tier.gold.requires.any_of.1.growth", "10%"},
        {"tier.gold.requires.any_of.2.bookings", "400000"},
        {"tier.gold.requires.any_of_2.1.growth.above", "20%"},
        {"tier.gold.requires.any_of_2.at_least", "5"},
        {"tier.gold.requires.n_of", "1"},
        {"tier.gold.requires.n_of.2.growth", "2"},
        {"tier.gold.gives.discount", "18%"},
        {"tier.gold.gives.support", "\"Around the clock\""},
        {"rebate.pays.marginal.1.from", "0"},
        {"rebate.pays.marginal.2.from", "25000"},
        {"rebate.pays.marginal.2.rate", "2%"},
        {"rebate.pays.by.gold", "1.25"},
        {"bonus.pays.interpolated.2.value", "500"},
        {"registration.where.registered", "true"},
        {"registration.where.status.one_of.2", "\"paid\""},
        {"registration.where.product.like", "\"SEC-*\""},
        {"registration.where.closed_on.between.1", "2026-08-01"},
        {"registration.requires.tier.at_least", "\"silver\""},
        {"registration.pays", "3%"},
        {"registration.cap.partner", "$20,000"},
        {"registration.rounding", "\"down\""},
        {"mdf.where.closed_on.this", "\"quarter\""},
        {"mdf.accrues", "2%"},
        {"mdf.approves.at_most", "60 days"},
        {"mdf.shares.vendor", "50%"},
        {"mdf.remainder", "\"vendor\""},
        {"deal.happened_on", "\"closed_on\""},
        {"deal.columns.ends_on.column", "\"end\""},
    };
    fixture f;
    set_up(&f);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        CU_ASSERT(leads(&f, expected[i][0], expected[i][1]));
    arena_free(&f.memory);
}

static void test_absent(void) {
    static const char *const unnamed[] = {
        "several.value",
        "bookings.title",
        "bookings.why",
        "growth.unit",
        "gold_line.range.1",
        "gold_line.step",
        "tier.gold.requires.bookings",
        "tier.gold.requires",
    };
    fixture f;
    set_up(&f);
    for (size_t i = 0; i < sizeof unnamed / sizeof *unnamed; i++)
        CU_ASSERT(absent(&f, unnamed[i]));
    arena_free(&f.memory);
}

static void test_unique(void) {
    fixture f;
    set_up(&f);
    for (size_t i = 0; i < f.count; i++) {
        for (size_t k = i + 1; k < f.count; k++)
            CU_ASSERT_STRING_NOT_EQUAL(f.paths[i].path, f.paths[k].path);
    }
    arena_free(&f.memory);
}

static bool finds(fixture *f, const char *wanted, const char *path) {
    const setting_path *found = path_find(f->paths, f->count, wanted, (place){0}, &f->problems);
    return found && strcmp(found->path, path) == 0;
}

static void test_endings(void) {
    fixture f;
    set_up(&f);
    CU_ASSERT(finds(&f, "gold_line", "gold_line"));
    CU_ASSERT(finds(&f, "setting.gold_line", "gold_line"));
    CU_ASSERT(finds(&f, "silver.requires.bookings", "tier.silver.requires.bookings"));
    CU_ASSERT(finds(&f, "by.EMEA", "x") == false);
    CU_ASSERT(finds(&f, "by.\"a.b\"", "region_factor.by.\"a.b\""));
    CU_ASSERT(finds(&f, "discount", "tier.gold.gives.discount"));
    CU_ASSERT(finds(&f, "count", "x") == false); /* steps, not letters */
    CU_ASSERT(finds(&f, "b\"", "x") == false);
    arena_free(&f.memory);
}

static const problem *refused(fixture *f, const char *wanted) {
    size_t before = f->problems.count;
    CU_ASSERT_PTR_NULL(path_find(f->paths, f->count, wanted, (place){0}, &f->problems));
    CU_ASSERT_FATAL(f->problems.count == before + 1);
    return &f->problems.items[before];
}

static void test_refusals(void) {
    fixture f;
    set_up(&f);
    const problem *unknown = refused(&f, "tier.gold.gives.discuont");
    CU_ASSERT_STRING_EQUAL(unknown->message,
                           "nothing in the program is called 'tier.gold.gives.discuont'");
    CU_ASSERT_STRING_EQUAL(unknown->hint, "did you mean 'tier.gold.gives.discount'?");
    CU_ASSERT_STRING_EQUAL(refused(&f, "discuont")->hint,
                           "did you mean 'tier.gold.gives.discount'?");
    const problem *several = refused(&f, "1.from");
    CU_ASSERT_STRING_EQUAL(several->message, "'1.from' could be any of 2 settings");
    CU_ASSERT_STRING_EQUAL(
        several->hint, "write 'rebate.pays.marginal.1.from', 'bonus.pays.interpolated.1.from'");
    arena_free(&f.memory);
}

static void test_formula(void) {
    fixture f;
    set_up(&f);
    const setting_path *p =
        path_find(f.paths, f.count, "tier.silver.requires.bookings", (place){0}, &f.problems);
    CU_ASSERT_FATAL(p != NULL);
    CU_ASSERT_STRING_EQUAL(phrase_text_of(&f.memory, p->field), "50000 * region_factor");
    CU_ASSERT_STRING_EQUAL(p->key, "bookings");
    CU_ASSERT_EQUAL(p->at.line, 18);
    CU_ASSERT_STRING_EQUAL(p->declaration->member, "tier");
    arena_free(&f.memory);
}

void path_suite(void) {
    CU_pSuite suite = CU_add_suite("path", NULL, NULL);
    CU_add_test(suite, "every literal has a path that says where it stands", test_leads);
    CU_add_test(suite, "titles, ranges, truths and one of several literals have none",
                test_absent);
    CU_add_test(suite, "no two paths are the same", test_unique);
    CU_add_test(suite, "a path may be shortened to an unambiguous ending", test_endings);
    CU_add_test(suite, "an unknown or ambiguous path names what it could be", test_refusals);
    CU_add_test(suite, "a path knows its formula, key, place and declaration", test_formula);
}
