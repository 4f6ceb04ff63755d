/* paying_test.c - rules that carry over, exclude one another, accrue by rows and route: a
 * result over an earlier one, stretches and threads say the same bytes as one that computes
 * everything; memory that runs out anywhere is told. */
#define _POSIX_C_SOURCE 200809L
#include "base/memory.h"

#include "unit/api/program_on_disk.h"

#include <CUnit/Basic.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SOURCES                                                                                \
    "program \"Paying\" { currency = \"USD\" }\n"                                              \
    "source \"partner\" { id = \"id\", columns = { opening = money, good = boolean,\n"         \
    "  region = text } }\n"                                                                    \
    "source \"deal\" { id = \"id\", partner = \"pid\", happened_on = \"d\", columns = {\n"     \
    "  d = date, amount = money, kind = text, till = date } }\n"                               \
    "source \"lead\" { id = \"id\", columns = { region = text } }\n"                           \
    "setting \"rate\" { value = percent(10) }\n"                                               \
    "setting \"least\" { value = 30 }\n"                                                       \
    "metric \"bookings\" { value = sum(deal.amount) }\n"                                       \
    "incentive \"carries\" { each = deal, where = { kind = \"p\" },\n"                         \
    "  pays = setting.rate * deal.amount, opening = partner.opening, minimum = "               \
    "setting.least,\n"                                                                         \
    "}\n"                                                                                      \
    "incentive \"excluded\" { each = deal, pays = percent(5) * deal.amount,\n"                 \
    "  not_with = { incentive.carries }, best_of = \"g\" }\n"                                  \
    "incentive \"other\" { each = deal, requires = { good = true }, pays = 6,\n"               \
    "  best_of = \"g\" }\n"                                                                    \
    "incentive \"once\" { pays = 100, not_with = { incentive.other } }\n"                      \
    "fund \"mdf\" { each = deal, accrues = setting.rate * deal.amount, expires = deal.till,\n" \
    "  claims = deal, where = { kind = \"q\" }, amount = percent(30) * deal.amount,\n"         \
    "  shares = { vendor = percent(100) } }\n"

static const char rules[] = SOURCES;
static const char routing_rules[] =
    SOURCES "routing \"leads\" { each = lead, to = { bookings = 200, region = lead.region },\n"
            "  prefers = metric.bookings, cap = { partner = setting.least / 10 } }\n";

/* %1$d partners with 31 deals each, a tenth as many leads. */
static const char rows[] =
    "CREATE TABLE partner (id TEXT PRIMARY KEY, opening, good, region);\n"
    "CREATE TABLE deal (id INTEGER PRIMARY KEY, pid, d, amount, kind, till);\n"
    "CREATE TABLE lead (id INTEGER PRIMARY KEY, region);\n"
    "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i < %d)\n"
    "INSERT INTO partner SELECT printf('P%%05d', i), CASE i %% 9 WHEN 4 THEN 'wrong' ELSE\n"
    "  CAST(i * 7 %% 40 - 10 AS TEXT) END, i %% 2, CASE i %% 3 WHEN 0 THEN 'NA' ELSE 'EU' END\n"
    "  FROM n;\n"
    "INSERT INTO lead SELECT rowid, region FROM partner WHERE rowid %% 10 = 1;\n"
    "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i < 30)\n"
    "INSERT INTO deal SELECT partner.rowid * 31 + i, partner.id,\n"
    "  date('2026-01-01', (i * 5) || ' days'), CAST((partner.rowid * i * 13) %% 97 - 9 AS "
    "TEXT),\n"
    "  CASE (partner.rowid + i) %% 3 WHEN 0 THEN 'p' WHEN 1 THEN 'q' ELSE 'r' END,\n"
    "  CASE i %% 4 WHEN 0 THEN NULL ELSE date('2026-01-01', (i * 5 + 20) || ' days') END\n"
    "  FROM partner, n;\n";

static void write_files(fixture *f, const char *text, int partners) {
    char *said = malloc(sizeof rows + 32);
    sqlite3 *db = NULL;
    *f = (fixture){0};
    snprintf(f->folder, sizeof f->folder, "/tmp/rung-paying-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f->folder));
    snprintf(f->program_path, sizeof f->program_path, "%s/program.lua", f->folder);
    snprintf(f->data_path, sizeof f->data_path, "%s/data.db", f->folder);
    FILE *file = fopen(f->program_path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
    CU_ASSERT_PTR_NOT_NULL_FATAL(said);
    snprintf(said, sizeof rows + 32, rows, partners - 1);
    CU_ASSERT_EQUAL_FATAL(sqlite3_open(f->data_path, &db), SQLITE_OK);
    CU_ASSERT_EQUAL_FATAL(sqlite3_exec(db, said, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    free(said);
}

static void read_files(fixture *f) {
    const rung_facts_options how = {.size = sizeof how, .as_of = "2026-05-15"};
    CU_ASSERT_EQUAL_FATAL(rung_program_load(&f->program, f->program_path, NULL, NULL), RUNG_OK);
    CU_ASSERT_EQUAL_FATAL(rung_facts_load(&f->facts, f->program, f->data_path, &how, NULL),
                          RUNG_OK);
}

static collected say(const fixture *f, const rung_scenario *scenario, int jobs,
                     const rung_result *base) {
    collected said = {0};
    rung_result *found = NULL;
    const rung_report_options report = {.size = sizeof report, .format = "json", .limit = -1};
    const rung_evaluate_options how = {
        .size = sizeof how, .jobs = jobs, .scenario = scenario, .base = base};
    CU_ASSERT_EQUAL_FATAL(rung_evaluate(&found, f->program, f->facts, &how, NULL), RUNG_OK);
    CU_ASSERT_EQUAL(rung_report(found, &report, collect, &said, NULL), RUNG_OK);
    rung_result_free(found);
    return said;
}

static void compare(const fixture *f, const char *path, const char *value) {
    const rung_change change = {path, value};
    const rung_scenario_options how = {.size = sizeof how, .set = &change, .set_count = 1};
    rung_scenario *scenario = NULL;
    CU_ASSERT_EQUAL_FATAL(rung_scenario_load(&scenario, f->program, &how, NULL), RUNG_OK);
    collected fresh = say(f, scenario, 1, NULL), shared = say(f, scenario, 3, NULL),
              based = say(f, scenario, 2, f->base);
    CU_ASSERT_STRING_EQUAL(fresh.bytes, shared.bytes);
    CU_ASSERT_STRING_EQUAL(fresh.bytes, based.bytes);
    free(fresh.bytes);
    free(shared.bytes);
    free(based.bytes);
    rung_scenario_free(scenario);
}

static void compare_all(const char *text, int partners) {
    static const char *const changes[][2] = {
        {"rate", "12%"},     {"least", "5"},      {"carries.where.kind", "q"},
        {"other.pays", "3"}, {"once.pays", "90"}, {"mdf.amount", "80%"}};
    fixture f;
    write_files(&f, text, partners);
    read_files(&f);
    const rung_evaluate_options how = {.size = sizeof how, .jobs = 2, .as_base = true};
    CU_ASSERT_EQUAL_FATAL(rung_evaluate(&f.base, f.program, f.facts, &how, NULL), RUNG_OK);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        compare(&f, changes[i][0], changes[i][1]);
    close_all(&f);
}

static void stretches_threads_and_bases_say_the_same(void) {
    compare_all(rules, 1500); /* rows for two stretches */
}

static void what_is_routed_is_the_same_over_a_base(void) {
    compare_all(routing_rules, 300);
}

static bool swallow(void *context, const char *bytes, size_t length) {
    (void)context, (void)bytes, (void)length;
    return true;
}

/* True when memory sufficed, else it said that it did not. */
static bool runs_with_memory(const fixture *f, size_t allocations) {
    rung_result *found = NULL;
    const rung_evaluate_options how = {.size = sizeof how, .jobs = 1, .as_base = true};
    const rung_report_options report = {.size = sizeof report, .format = "json", .limit = -1};
    memory_fail_after(allocations);
    rung_status status = rung_evaluate(&found, f->program, f->facts, &how, NULL);
    rung_status told = RUNG_OK, why = RUNG_OK;
    if (status == RUNG_OK) told = rung_report(found, &report, swallow, NULL, NULL);
    if (told == RUNG_OK && status == RUNG_OK)
        why = rung_explain(found, "P00001", NULL, &report, swallow, NULL, NULL);
    memory_fail_after(0);
    CU_ASSERT_TRUE(status == RUNG_OK || status == RUNG_NO_MEMORY);
    CU_ASSERT_TRUE(told == RUNG_OK || told == RUNG_NO_MEMORY || told == RUNG_NOT_WRITTEN);
    CU_ASSERT_TRUE(why == RUNG_OK || why == RUNG_NO_MEMORY || why == RUNG_NOT_WRITTEN);
    rung_result_free(found);
    return status == RUNG_OK && told == RUNG_OK && why == RUNG_OK;
}

static void memory_that_runs_out_is_told(void) {
    fixture f;
    size_t allocations = 1, step = getenv("RUNG_SANITIZED") ? 29 : 1, enough = 100000;
    write_files(&f, routing_rules, 40);
    read_files(&f);
    while (allocations < enough && !runs_with_memory(&f, allocations))
        allocations += step;
    CU_ASSERT_TRUE(allocations > 20);
    CU_ASSERT_TRUE(allocations < enough);
    close_all(&f);
}

void paying_suite(void) {
    CU_pSuite suite = CU_add_suite("paying", NULL, NULL);
    CU_add_test(suite, "stretches, threads and bases say the same",
                stretches_threads_and_bases_say_the_same);
    CU_add_test(suite, "what is routed is the same over a base",
                what_is_routed_is_the_same_over_a_base);
    CU_add_test(suite, "memory that runs out is told", memory_that_runs_out_is_told);
}
