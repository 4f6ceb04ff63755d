/* loaded_for_test.c - facts that were not loaded for what an evaluation needs are refused. */
#define _POSIX_C_SOURCE 200809L
#include "unit/api/program_on_disk.h"

#include <CUnit/Basic.h>

static const char rules[] =
    "program \"Loaded\" { currency = \"USD\" }\n"
    "source \"partner\" { id = \"id\", columns = {} }\n"
    "source \"deal\" { id = \"id\", partner = \"partner_id\", happened_on = \"closed_on\",\n"
    "  columns = { closed_on = date, amount = money, status = text } }\n"
    "setting \"rate\" { value = percent(1) }\n"
    "setting \"least\" { value = usd(50) }\n"
    "metric \"sales\" { value = sum(deal.amount, { status = \"won\",\n"
    "  closed_on = trailing(3, \"months\") }) }\n"
    "incentive \"rebate\" { pays = setting.rate * metric.sales,\n"
    "  requires = { sales = setting.least } }\n";

static const char rows[] =
    "CREATE TABLE partner (id TEXT PRIMARY KEY);\n"
    "CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id, other_id, closed_on, amount, "
    "status);\n"
    "INSERT INTO partner VALUES ('A'), ('B');\n"
    "INSERT INTO deal VALUES (1, 'A', 'B', '2026-06-01', '100', 'won'),\n"
    "  (2, 'A', 'B', '2026-06-02', '1000', 'lost'), (3, 'A', 'B', '2026-01-02', '400', "
    "'won');\n";

static const rung_facts_options as_of = {.size = sizeof as_of, .as_of = "2026-06-30"};

static void write_program(fixture *f, rung_program **out) {
    CU_ASSERT_EQUAL_FATAL(rung_program_load(out, f->program_path, NULL, NULL), RUNG_OK);
}

static void load(fixture *f, rung_facts_options how) {
    rung_facts_free(f->facts);
    how.size = sizeof how;
    how.as_of = how.as_of ? how.as_of : as_of.as_of;
    CU_ASSERT_EQUAL_FATAL(rung_facts_load(&f->facts, f->program, f->data_path, &how, NULL),
                          RUNG_OK);
}

static void open_all(fixture *f) {
    open_files(f, rules, rows);
    load(f, (rung_facts_options){0});
}

static rung_scenario *changed(const fixture *f, const char *path, const char *value) {
    const rung_change change = {path, value};
    const rung_scenario_options how = {.size = sizeof how, .set = &change, .set_count = 1};
    rung_scenario *scenario = NULL;
    CU_ASSERT_EQUAL_FATAL(rung_scenario_load(&scenario, f->program, &how, NULL), RUNG_OK);
    return scenario;
}

/* A scenario file that says this. */
static rung_scenario *written(const fixture *f, const char *yaml) {
    char path[96];
    rung_scenario *scenario = NULL;
    snprintf(path, sizeof path, "%s/changed.yaml", f->folder);
    FILE *file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(yaml, file);
    fclose(file);
    const rung_scenario_options how = {.size = sizeof how, .file = path};
    CU_ASSERT_EQUAL_FATAL(rung_scenario_load(&scenario, f->program, &how, NULL), RUNG_OK);
    unlink(path);
    return scenario;
}

/* The payout of the program with a scenario (NULL: none), or what was refused. */
static const char *payout(const fixture *f, const rung_scenario *scenario, rung_error *error) {
    static char said[64];
    rung_result *found = NULL;
    const rung_evaluate_options how = {.size = sizeof how, .scenario = scenario};
    if (rung_evaluate(&found, f->program, f->facts, &how, error) != RUNG_OK) return "refused";
    rung_result_value(found, NULL, "payout", said, sizeof said, NULL);
    rung_result_free(found);
    return said;
}

static void expect_refusal(const fixture *f, const rung_scenario *scenario, const char *message,
                           const char *hint) {
    rung_error error = {0};
    CU_ASSERT_STRING_EQUAL(payout(f, scenario, &error), "refused");
    CU_ASSERT_EQUAL(error.status, RUNG_BAD_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(error.message, message);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.hint, hint));
}

static void rows_that_a_scenario_uses_must_have_been_read(void) {
    fixture f;
    open_all(&f);
    rung_scenario *lost = changed(&f, "sales.value.sum.status", "lost"),
                  *rate = changed(&f, "rate", "2%");
    CU_ASSERT_STRING_EQUAL(payout(&f, NULL, NULL), "1.00");
    CU_ASSERT_STRING_EQUAL(payout(&f, rate, NULL), "2.00");
    expect_refusal(&f, lost, "these facts were loaded without rows of 'deal' that are used",
                   "in also");
    const rung_scenario *also[] = {lost};
    load(&f, (rung_facts_options){.also = also, .also_count = 1});
    CU_ASSERT_STRING_EQUAL(payout(&f, lost, NULL), "10.00");
    load(&f, (rung_facts_options){.scenario = lost});
    expect_refusal(&f, NULL, "these facts were loaded without rows of 'deal' that are used",
                   "without a scenario");
    rung_scenario_free(lost);
    rung_scenario_free(rate);
    close_all(&f);
}

static void rows_partners_and_days_of_a_scenario_must_be_there(void) {
    fixture f;
    open_all(&f);
    rung_scenario *added = written(&f, "data:\n  deal:\n    - {id: 9, partner_id: B, "
                                       "closed_on: 2026-06-03, amount: 500, status: won}\n"),
                  *later = written(&f, "as_of: 2026-02-01\nset:\n  rate: 2%\n"),
                  *nobody = written(&f, "partners:\n  NOBODY: { sales: 400 }\n");
    expect_refusal(&f, added,
                   "the scenario changes rows, and these facts were loaded without it",
                   "as scenario");
    expect_refusal(&f, nobody,
                   "the scenario sets metrics of 'NOBODY', and the data have no such partner",
                   "also");
    rung_facts_free(f.facts);
    CU_ASSERT_EQUAL_FATAL(rung_facts_load(&f.facts, f.program, f.data_path, NULL, NULL),
                          RUNG_OK);
    expect_refusal(&f, later,
                   "the scenario is for 2026-02-01, these facts were loaded as of 2026-06-02",
                   "as_of");
    load(&f, (rung_facts_options){.scenario = added});
    CU_ASSERT_STRING_EQUAL(payout(&f, added, NULL), "6.00");
    rung_scenario_free(added);
    rung_scenario_free(later);
    rung_scenario_free(nobody);
    close_all(&f);
}

static void sources_that_are_read_otherwise_want_facts_of_their_own(void) {
    fixture f;
    open_all(&f);
    rung_scenario *other = changed(&f, "deal.partner", "other_id");
    CU_ASSERT_TRUE(rung_scenario_changes_rows(other));
    expect_refusal(&f, other, "the rows of 'deal' are read otherwise than for these facts",
                   "as scenario");
    load(&f, (rung_facts_options){.scenario = other});
    CU_ASSERT_STRING_EQUAL(payout(&f, other, NULL), "1.00");
    rung_scenario_free(other);
    close_all(&f);
}

static void facts_of_another_program_are_refused(void) {
    fixture f;
    rung_program *own;
    open_all(&f);
    rung_scenario *rate = changed(&f, "rate", "2%");
    own = f.program;
    write_program(&f, &f.program);
    expect_refusal(&f, NULL, "these facts were loaded for another program", "rung_facts_load");
    rung_facts *none;
    const rung_facts_options foreign = {.size = sizeof foreign, .scenario = rate};
    CU_ASSERT_EQUAL(rung_facts_load(&none, f.program, f.data_path, &foreign, NULL),
                    RUNG_BAD_ARGUMENT);
    rung_program_free(f.program);
    f.program = own;
    rung_scenario_free(rate);
    close_all(&f);
}

static void a_day_at_the_edge_of_the_calendar_is_a_wrong_argument(void) {
    fixture f;
    rung_facts *none;
    rung_error error = {0};
    const rung_facts_options first = {.size = sizeof first, .as_of = "0001-01-01"};
    open_all(&f);
    CU_ASSERT_EQUAL(rung_facts_load(&none, f.program, f.data_path, &first, &error),
                    RUNG_BAD_ARGUMENT);
    CU_ASSERT_EQUAL(error.status, RUNG_BAD_ARGUMENT);
    CU_ASSERT_STRING_EQUAL(error.message, "this window reaches beyond the years 1 to 9999");
    CU_ASSERT_STRING_EQUAL(error.hint, "as of 0001-01-01 that is so: evaluate at another date");
    close_all(&f);
}

/* What a sweep says, and how it ends. */
static rung_status sweep(fixture *f, const rung_range *range, collected *said,
                         rung_error *error) {
    const rung_evaluate_options how = {.size = sizeof how, .as_base = true};
    const rung_report_options csv = {.size = sizeof csv, .format = "csv"};
    rung_result_free(f->base);
    CU_ASSERT_EQUAL_FATAL(rung_evaluate(&f->base, f->program, f->facts, &how, NULL), RUNG_OK);
    return rung_sweep(range, f->base, &csv, collect, said, error);
}

static void values_of_a_range_are_tried_over_the_rows_they_use_alone(void) {
    fixture f;
    rung_range *range;
    collected said = {0};
    rung_error error = {0};
    const char *vary = "trailing=3..9/3";
    open_all(&f);
    const rung_range_options how = {.size = sizeof how, .vary = &vary, .vary_count = 1};
    CU_ASSERT_EQUAL_FATAL(rung_range_load(&range, f.program, &how, NULL), RUNG_OK);
    CU_ASSERT_EQUAL(sweep(&f, range, &said, &error), RUNG_BAD_ARGUMENT);
    CU_ASSERT_PTR_NULL(said.bytes);
    CU_ASSERT_STRING_EQUAL(error.message,
                           "these facts were loaded without rows of 'deal' that are used");
    CU_ASSERT_PTR_NOT_NULL(strstr(error.hint, "as range"));
    rung_result_free(f.base);
    f.base = NULL;
    load(&f, (rung_facts_options){.range = range});
    CU_ASSERT_EQUAL(sweep(&f, range, &said, NULL), RUNG_OK);
    CU_ASSERT_PTR_NOT_NULL(
        strstr(said.bytes, "\n3,1.00,1.00,0\n6,5.00,5.00,0\n9,5.00,5.00,0\n"));
    free(said.bytes);
    rung_range_free(range);
    close_all(&f);
}

void loaded_for_suite(void) {
    CU_pSuite s = CU_add_suite("loaded_for", NULL, NULL);
    CU_add_test(s, "rows that a scenario uses must have been read",
                rows_that_a_scenario_uses_must_have_been_read);
    CU_add_test(s, "rows, partners and days of a scenario must be there",
                rows_partners_and_days_of_a_scenario_must_be_there);
    CU_add_test(s, "sources that are read otherwise want facts of their own",
                sources_that_are_read_otherwise_want_facts_of_their_own);
    CU_add_test(s, "facts of another program are refused",
                facts_of_another_program_are_refused);
    CU_add_test(s, "a day at the edge of the calendar is a wrong argument",
                a_day_at_the_edge_of_the_calendar_is_a_wrong_argument);
    CU_add_test(s, "values of a range are tried over the rows they use alone",
                values_of_a_range_are_tried_over_the_rows_they_use_alone);
}
