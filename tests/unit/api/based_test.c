/* based_test.c - a result that takes over what it can from an earlier one says the same bytes
 * as one that computes everything: scores, and levels that are held. */
#define _POSIX_C_SOURCE 200809L
#include "unit/api/program_on_disk.h"

#include <CUnit/Basic.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char rules[] =
    "program \"Based\" { currency = \"USD\", year_starts = \"02-01\" }\n"
    "source \"partner\" { id = \"id\", columns = { sales = money, people = number, tier = "
    "text,\n"
    "  safe_on = date, risk_on = date } }\n"
    "metric \"volume\" { value = partner.sales }\n"
    "score \"fit\" {\n"
    "  { of = metric.volume, full = usd(400), points = 60 },\n"
    "  { of = partner.people, points = { { 1, 10 }, { 4, 40 } } },\n"
    "  pass = 50, each_above = 9,\n"
    "}\n"
    "ladder \"pace\" { level \"slow\" {}, level \"fast\" { requires = { people = 3 } } }\n"
    "ladder \"tier\" {\n"
    "  current = partner.tier, promotes = on { \"07-31\" }, demotes = at_end_of \"quarter\",\n"
    "  steps_up = by(ladder.pace, { slow = 1, fast = 2, none = 1 }), steps_down = 1,\n"
    "  protected_until = partner.safe_on,\n"
    "  grace = days(90), at_risk_since = partner.risk_on,\n"
    "  guarantees = date \"2027-01-31\",\n"
    "  level \"bronze\" { requires = { volume = 10 } },\n"
    "  level \"silver\" { requires = { volume = 100, fit = 20 } },\n"
    "  level \"gold\" { requires = { volume = 200 } },\n"
    "  level \"platinum\" { requires = { volume = 300, fit = true } },\n"
    "}\n"
    "incentive \"bonus\" { pays = usd(1) * score.fit * by(ladder.tier,\n"
    "  { none = 0, bronze = 1, silver = 2, gold = 3, platinum = 4 }) }\n";

/* Amounts, levels and days that meet in every combination; some cells are wrong. */
static const char rows[] =
    "CREATE TABLE partner (id TEXT PRIMARY KEY, sales, people, tier, safe_on, risk_on);\n"
    "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i < 1499)\n"
    "INSERT INTO partner SELECT printf('P%05d', i), CAST(i * 37 % 420 AS TEXT),\n"
    "  CASE i % 11 WHEN 0 THEN NULL WHEN 5 THEN 'many' ELSE i % 6 END,\n"
    "  CASE i % 7 WHEN 0 THEN NULL WHEN 1 THEN 'junk' WHEN 2 THEN 'bronze' WHEN 3 THEN "
    "'silver'\n"
    "    WHEN 4 THEN 'gold' ELSE 'platinum' END,\n"
    "  CASE i % 5 WHEN 0 THEN '2026-07-31' WHEN 1 THEN '2026-07-30' END,\n"
    "  CASE i % 3 WHEN 0 THEN '2026-05-02' WHEN 1 THEN '2026-05-01' END FROM n;\n";

static void open_program(fixture *f) {
    snprintf(f->folder, sizeof f->folder, "/tmp/rung-based-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f->folder));
    snprintf(f->program_path, sizeof f->program_path, "%s/program.lua", f->folder);
    snprintf(f->data_path, sizeof f->data_path, "%s/data.db", f->folder);
    FILE *file = fopen(f->program_path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(rules, file);
    fclose(file);
    CU_ASSERT_EQUAL_FATAL(rung_program_load(&f->program, f->program_path, NULL, NULL), RUNG_OK);
}

static void open_data(fixture *f) {
    sqlite3 *db = NULL;
    CU_ASSERT_EQUAL_FATAL(sqlite3_open(f->data_path, &db), SQLITE_OK);
    CU_ASSERT_EQUAL_FATAL(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    const rung_facts_options how = {.size = sizeof how, .as_of = "2026-07-31"};
    CU_ASSERT_EQUAL_FATAL(rung_facts_load(&f->facts, f->program, f->data_path, &how, NULL),
                          RUNG_OK);
}

static void open_base(fixture *f, int jobs) {
    const rung_evaluate_options how = {.size = sizeof how, .jobs = jobs, .as_base = true};
    CU_ASSERT_EQUAL_FATAL(rung_evaluate(&f->base, f->program, f->facts, &how, NULL), RUNG_OK);
}

static rung_result *evaluate(const fixture *f, const rung_scenario *scenario, int jobs,
                             const rung_result *base) {
    rung_result *found = NULL;
    const rung_evaluate_options how = {
        .size = sizeof how, .jobs = jobs, .scenario = scenario, .base = base};
    CU_ASSERT_EQUAL_FATAL(rung_evaluate(&found, f->program, f->facts, &how, NULL), RUNG_OK);
    return found;
}

/* The changes against the base, then the result itself; frees the result. */
static collected say(const fixture *f, rung_result *found) {
    collected said = {0};
    rung_changes *changes = NULL;
    const rung_report_options report = {.size = sizeof report, .format = "json", .limit = -1};
    CU_ASSERT_EQUAL_FATAL(rung_compare(&changes, f->base, found, NULL), RUNG_OK);
    CU_ASSERT_EQUAL(rung_report_changes(changes, &report, collect, &said, NULL), RUNG_OK);
    CU_ASSERT_EQUAL(rung_report(found, &report, collect, &said, NULL), RUNG_OK);
    rung_changes_free(changes);
    rung_result_free(found);
    return said;
}

static void compare(const fixture *f, const char *path, const char *value) {
    const rung_change change = {path, value};
    const rung_scenario_options how = {.size = sizeof how, .set = &change, .set_count = 1};
    rung_scenario *scenario = NULL;
    CU_ASSERT_EQUAL_FATAL(rung_scenario_load(&scenario, f->program, &how, NULL), RUNG_OK);
    collected fresh = say(f, evaluate(f, scenario, 1, NULL)),
              based = say(f, evaluate(f, scenario, 1, f->base)),
              shared = say(f, evaluate(f, scenario, 3, f->base));
    CU_ASSERT_STRING_EQUAL(fresh.bytes, based.bytes);
    CU_ASSERT_STRING_EQUAL(fresh.bytes, shared.bytes);
    free(fresh.bytes);
    free(based.bytes);
    free(shared.bytes);
    rung_scenario_free(scenario);
}

static void every_change_says_the_same_with_and_without_a_base(void) {
    static const char *const changes[][2] = {{"fit.pass", "60"},
                                             {"fit.each_above", "10"},
                                             {"fit.1.full", "300"},
                                             {"fit.1.points", "61"},
                                             {"fit.2.points.2.from", "5"},
                                             {"tier.gold.requires.volume", "250"},
                                             {"tier.silver.requires.fit", "30"},
                                             {"tier.promotes.on.1", "07-30"},
                                             {"tier.demotes.at_end_of", "year"},
                                             {"tier.steps_up.by.slow", "2"},
                                             {"pace.fast.requires.people", "4"},
                                             {"tier.steps_down", "3"},
                                             {"tier.grace", "91"},
                                             {"tier.guarantees", "2027-02-01"},
                                             {"bonus.pays.by.gold", "5"}};
    for (int jobs = 1; jobs <= 2; jobs++) {
        fixture f = {0};
        open_program(&f);
        open_data(&f);
        open_base(&f, jobs);
        for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
            compare(&f, changes[i][0], changes[i][1]);
        close_all(&f);
    }
}

void based_suite(void) {
    CU_pSuite s = CU_add_suite("based", NULL, NULL);
    CU_add_test(s, "every change says the same with and without a base",
                every_change_says_the_same_with_and_without_a_base);
}
