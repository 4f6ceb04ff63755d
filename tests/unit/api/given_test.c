/* given_test.c - options of hosts of any age, formats that a call has, how calls end. */
#define _POSIX_C_SOURCE 200809L
#include "unit/api/program_on_disk.h"

#include <stddef.h>

static const char rules[] = "program \"Given\" { currency = \"USD\" }\n"
                            "source \"partner\" { id = \"id\", columns = { sales = money } }\n"
                            "metric \"last\" { value = partner.sales }\n"
                            "incentive \"bonus\" { pays = percent(10) * metric.last }\n";

static const char rows[] = "CREATE TABLE partner (id TEXT PRIMARY KEY, sales);\n"
                           "INSERT INTO partner VALUES ('A', '100'), ('B', '50');\n";

static const rung_facts_options as_of = {.size = sizeof as_of, .as_of = "2026-06-30"};

static void open_all(fixture *f) {
    open_files(f, rules, rows);
    CU_ASSERT_EQUAL_FATAL(rung_facts_load(&f->facts, f->program, f->data_path, &as_of, NULL),
                          RUNG_OK);
    CU_ASSERT_EQUAL_FATAL(rung_evaluate(&f->base, f->program, f->facts, NULL, NULL), RUNG_OK);
}

/* So much of the options and no more: a sanitizer sees who reads on. */
static void *cut(const void *options, size_t size) {
    void *copy = malloc(size);
    CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
    return memcpy(copy, options, size);
}

static void options_of_an_older_header_end_where_they_end(void) {
    fixture f;
    rung_facts *facts = NULL;
    collected said = {0};
    open_all(&f);
    rung_facts_options read = as_of;
    rung_report_options csv = {.format = "csv"};
    read.size = offsetof(rung_facts_options, jobs);
    csv.size = offsetof(rung_report_options, partners);
    rung_facts_options *older = cut(&read, read.size);
    rung_report_options *report = cut(&csv, csv.size);
    CU_ASSERT_EQUAL_FATAL(rung_facts_load(&facts, f.program, f.data_path, older, NULL),
                          RUNG_OK);
    CU_ASSERT_STRING_EQUAL(rung_facts_as_of(facts), "2026-06-30");
    CU_ASSERT_EQUAL(rung_report(f.base, report, collect, &said, NULL), RUNG_OK);
    CU_ASSERT_PTR_NOT_NULL_FATAL(said.bytes);
    CU_ASSERT_PTR_NOT_NULL(strstr(said.bytes, "\nB,50"));
    rung_facts_free(facts);
    free(older);
    free(said.bytes);
    free(report);
    close_all(&f);
}

/* How every call ends that takes options, where they say this size. */
static void expect_refused(fixture *f, size_t size) {
    rung_error error;
    rung_program *program;
    rung_scenario *scenario;
    rung_range *range;
    rung_facts *facts;
    rung_result *found;
    rung_tests *tests;
    collected said = {0};
    const rung_load_options load = {.size = size};
    const rung_scenario_options change = {.size = size};
    const rung_range_options vary = {.size = size};
    const rung_facts_options read = {.size = size};
    const rung_evaluate_options how = {.size = size};
    const rung_report_options report = {.size = size};
    const rung_tests_options cases = {.size = size};
    const rung_import_options import = {.size = size};
    const rung_status ends[] = {
        rung_program_load(&program, f->program_path, &load, &error),
        rung_scenario_load(&scenario, f->program, &change, &error),
        rung_range_load(&range, f->program, &vary, &error),
        rung_facts_load(&facts, f->program, f->data_path, &read, &error),
        rung_evaluate(&found, f->program, f->facts, &how, &error),
        rung_report(f->base, &report, collect, &said, &error),
        rung_explain(f->base, "A", NULL, &report, collect, &said, &error),
        rung_settings(f->program, &report, collect, &said, &error),
        rung_words(NULL, &report, collect, &said, &error),
        rung_edges(f->base, NULL, &report, collect, &said, &error),
        rung_tests_run(&tests, f->program, f->program_path, &cases, &error),
        rung_import(f->data_path, "partner", "none.csv", &import, NULL, &error),
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        CU_ASSERT_EQUAL(ends[i], RUNG_BAD_ARGUMENT);
    CU_ASSERT_PTR_NULL(said.bytes);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.hint, "sizeof the options"));
}

static void sizes_that_no_options_have_are_refused(void) {
    fixture f;
    open_all(&f);
    expect_refused(&f, 0);
    expect_refused(&f, 3);
    expect_refused(&f, sizeof(size_t));
    expect_refused(&f, 4096);
    close_all(&f);
}

static void options_that_say_nothing_show_everybody(void) {
    fixture f;
    collected all = {0}, none = {0};
    open_all(&f);
    const rung_report_options csv = {.size = sizeof csv, .format = "csv"},
                              totals = {
                                  .size = sizeof totals, .format = "csv", .totals_only = true};
    CU_ASSERT_EQUAL(rung_report(f.base, &csv, collect, &all, NULL), RUNG_OK);
    CU_ASSERT_EQUAL(rung_report(f.base, &totals, collect, &none, NULL), RUNG_OK);
    CU_ASSERT_PTR_NOT_NULL_FATAL(all.bytes);
    CU_ASSERT_PTR_NOT_NULL_FATAL(none.bytes);
    CU_ASSERT_PTR_NOT_NULL(strstr(all.bytes, "\nB,50"));
    CU_ASSERT_PTR_NULL(strstr(none.bytes, "\nB"));
    free(all.bytes);
    free(none.bytes);
    close_all(&f);
}

static void formats_that_a_call_does_not_have_are_refused(void) {
    fixture f;
    rung_error error[4];
    collected said = {0};
    open_all(&f);
    const rung_report_options csv = {.size = sizeof csv, .format = "csv"},
                              html = {.size = sizeof html, .format = "html"};
    CU_ASSERT_EQUAL(rung_explain(f.base, "A", NULL, &csv, collect, &said, &error[0]),
                    RUNG_BAD_ARGUMENT);
    CU_ASSERT_EQUAL(rung_settings(f.program, &html, collect, &said, &error[1]),
                    RUNG_BAD_ARGUMENT);
    CU_ASSERT_EQUAL(rung_words("band", &csv, collect, &said, &error[2]), RUNG_BAD_ARGUMENT);
    CU_ASSERT_EQUAL(rung_words("band", &html, collect, &said, &error[3]), RUNG_BAD_ARGUMENT);
    CU_ASSERT_PTR_NULL(said.bytes);
    CU_ASSERT_STRING_EQUAL(error[0].message, "there is no format 'csv' here");
    CU_ASSERT_STRING_EQUAL(error[0].hint, "its formats: table json jsonl html");
    CU_ASSERT_STRING_EQUAL(error[1].hint, "its formats: table json jsonl csv");
    CU_ASSERT_STRING_EQUAL(error[2].hint, "its formats: table json lua");
    close_all(&f);
}

static void an_error_has_the_status_that_is_returned(void) {
    fixture f;
    rung_error error = {0};
    open_all(&f);
    CU_ASSERT_EQUAL(rung_init(f.folder, &error), RUNG_BAD_ARGUMENT);
    CU_ASSERT_EQUAL(error.status, RUNG_BAD_ARGUMENT);
    close_all(&f);
}

typedef struct asking {
    const rung_result *result;
    rung_status inner;
    bool asked;
} asking;

/* A page that links to its neighbour asks for it while it is written. */
static bool ask_again(void *context, const char *bytes, size_t length) {
    asking *a = context;
    collected said = {0};
    (void)bytes;
    (void)length;
    if (!a->asked) a->inner = rung_explain(a->result, "B", NULL, NULL, collect, &said, NULL);
    a->asked = true;
    free(said.bytes);
    return true;
}

static void what_is_written_to_may_ask_the_same_result(void) {
    fixture f;
    open_all(&f);
    asking a = {.result = f.base, .inner = RUNG_NOT_WRITTEN};
    alarm(10); /* ends what waits for itself */
    CU_ASSERT_EQUAL(rung_explain(f.base, "A", NULL, NULL, ask_again, &a, NULL), RUNG_OK);
    CU_ASSERT_TRUE(a.asked);
    CU_ASSERT_EQUAL(a.inner, RUNG_OK);
    const rung_report_options page = {.size = sizeof page, .format = "html"};
    rung_changes *changes;
    CU_ASSERT_EQUAL_FATAL(rung_compare(&changes, f.base, f.base, NULL), RUNG_OK);
    a.asked = false;
    CU_ASSERT_EQUAL(rung_report_changes(changes, &page, ask_again, &a, NULL), RUNG_OK);
    CU_ASSERT_EQUAL(a.inner, RUNG_OK);
    alarm(0);
    rung_changes_free(changes);
    close_all(&f);
}

void given_suite(void) {
    CU_pSuite s = CU_add_suite("given", NULL, NULL);
    CU_add_test(s, "options of an older header end where they end",
                options_of_an_older_header_end_where_they_end);
    CU_add_test(s, "sizes that no options have are refused",
                sizes_that_no_options_have_are_refused);
    CU_add_test(s, "options that say nothing show everybody",
                options_that_say_nothing_show_everybody);
    CU_add_test(s, "formats that a call does not have are refused",
                formats_that_a_call_does_not_have_are_refused);
    CU_add_test(s, "an error has the status that is returned",
                an_error_has_the_status_that_is_returned);
    CU_add_test(s, "what is written to may ask the same result",
                what_is_written_to_may_ask_the_same_result);
}
