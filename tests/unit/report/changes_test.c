/* changes_test.c - what is said of a change: verdict, JSON, CSV, and pages that escape. */
#include "unit/compare/two_results.h"
#include "unit/report/collected.h"

#include "report/report.h"

typedef struct telling {
    two_results two;
    report_options options;
    changes_head head;
    collected told;
} telling;

static void begin(telling *t) {
    memset(t, 0, sizeof *t);
    two_begin(&t->two);
    t->options.limit = -1;
}

static const char *tell(telling *t, report_format format) {
    changes *c = two_compare(&t->two);
    t->options.format = format;
    t->head.whole = &t->two.after.result;
    CU_ASSERT_TRUE(report_changes(c, &t->options, &t->head, collect, &t->told));
    return t->told.bytes.bytes ? t->told.bytes.bytes : "";
}

static void end(telling *t) {
    text_free(&t->told.bytes);
    two_end(&t->two);
}

static bool says(const char *told, const char *wanted) {
    if (strstr(told, wanted)) return true;
    fprintf(stderr, "'%s' is not in:\n%s\n", wanted, told);
    return false;
}

/* A goes down and loses 62 cents, B gains 20. */
static void make_changes(telling *t) {
    side_pay(&t->two.before, 0, 310, 0);
    side_pay(&t->two.after, 0, 248, 0);
    t->two.before.stands[0] = 2;
    t->two.after.stands[0] = 1;
    side_pay(&t->two.before, 1, 0, 500);
    side_pay(&t->two.after, 1, 0, 520);
}

static void the_verdict_stands_at_both_ends(void) {
    static const char verdict[] =
        "\nVerdict: 1 partner moves down; payout falls by $0.42 (-5.2%) to $7.68\n";
    telling t;
    begin(&t);
    make_changes(&t);
    const char *told = tell(&t, REPORT_TABLE);
    CU_ASSERT_TRUE(says(told, verdict));
    size_t length = strlen(told), tail = strlen(verdict);
    CU_ASSERT_TRUE(length > tail && strcmp(told + length - tail, verdict) == 0);
    CU_ASSERT_TRUE(strncmp(told, "baseline  Small <program> 1", 27) == 0);
    CU_ASSERT_TRUE(says(told, "gold → silver"));
    CU_ASSERT_TRUE(says(told, "2 partners are unchanged"));
    end(&t);
}

static void a_change_that_changes_nothing_prints_zeros(void) {
    telling t;
    begin(&t);
    const char *told = tell(&t, REPORT_JSON);
    CU_ASSERT_TRUE(says(told, "\"moves\": []"));
    CU_ASSERT_TRUE(says(told, "\"payouts\": []"));
    CU_ASSERT_TRUE(says(told, "\"changed\": 0, \"unchanged\": 4"));
    CU_ASSERT_TRUE(says(
        told, "\"payout\": {\"before\": \"0.00\", \"after\": \"0.00\", \"delta\": \"0.00\"}"));
    CU_ASSERT_TRUE(says(told, "\"guards\": []"));
    end(&t);
}

static void json_lists_what_differs(void) {
    static const changed_value set[] = {
        {.path = "gold_line", .value = "200000", .machine = "200000"}};
    telling t;
    begin(&t);
    make_changes(&t);
    t.head.set = set;
    t.head.set_count = 1;
    const char *told = tell(&t, REPORT_JSON);
    CU_ASSERT_TRUE(says(told, "\"candidate\": {\"set\": {\"gold_line\": \"200000\"}, "
                              "\"scenario\": null}"));
    CU_ASSERT_TRUE(says(told, "{\"partner\": \"A\", \"ladder\": \"tier\", \"from\": \"gold\", "
                              "\"to\": \"silver\"}]"));
    CU_ASSERT_TRUE(says(told,
                        "{\"partner\": \"A\", \"rule\": \"rebate\", \"before\": \"3.10\", "
                        "\"after\": \"2.48\", \"delta\": \"-0.62\"}"));
    CU_ASSERT_TRUE(says(told, "\"up\": {\"tier\": 0}, \"down\": {\"tier\": 1}"));
    end(&t);
}

static void options_limit_what_is_shown_never_totals(void) {
    static const char *const rules[] = {"mdf"};
    telling t;
    begin(&t);
    make_changes(&t);
    t.options.rules = rules;
    t.options.rule_count = 1;
    const char *told = tell(&t, REPORT_JSON);
    CU_ASSERT_PTR_NULL(strstr(told, "\"partner\": \"A\""));
    CU_ASSERT_TRUE(says(told, "\"partner\": \"B\", \"rule\": \"mdf\""));
    CU_ASSERT_TRUE(says(told, "\"delta\": \"-0.42\""));
    end(&t);
}

static void small_deltas_can_be_left_out(void) {
    telling t;
    begin(&t);
    make_changes(&t);
    t.options.min_delta = number_from_integer(1) / 2;
    const char *told = tell(&t, REPORT_CSV);
    CU_ASSERT_STRING_EQUAL(told,
                           "partner,name,tier.from,tier.to,rebate.delta,mdf.delta,before,"
                           "after,delta,others\nA,,gold,silver,-0.62,0.00,3.10,2.48,-0.62,\n");
    end(&t);
}

static void a_limit_keeps_the_largest_deltas(void) {
    telling t;
    begin(&t);
    make_changes(&t);
    t.options.limit = 1;
    const char *told = tell(&t, REPORT_JSON);
    CU_ASSERT_PTR_NULL(strstr(told, "\"partner\": \"B\""));
    CU_ASSERT_TRUE(says(told, "\"partner\": \"A\""));
    end(&t);
}

static void causes_name_the_value_that_was_set(void) {
    static const changed_value set[] = {
        {.path = "rate", .value = "2%", .whole = "mdf.accrues.rate"}};
    telling t;
    begin(&t);
    make_changes(&t);
    t.head.set = set;
    t.head.set_count = 1;
    const char *told = tell(&t, REPORT_TABLE);
    CU_ASSERT_TRUE(says(told, "rate of mdf"));
    end(&t);
}

static void broken_guards_are_part_of_the_verdict(void) {
    static const text offenders[] = {{"A", 1}};
    guard_outcome guard = {.name = "budget", .offenders = offenders, .offender_count = 1};
    guard.actual = (value){.state = CELL_VALUE, .type = TYPE_NUMBER, .measure = MEASURE_COUNT};
    guard.actual.number = number_from_integer(3);
    guard.limit = guard.actual;
    telling t;
    begin(&t);
    t.head.guards = &guard;
    t.head.guard_count = 1;
    CU_ASSERT_TRUE(says(tell(&t, REPORT_TABLE), "; 1 guard is broken"));
    CU_ASSERT_TRUE(says(t.told.bytes.bytes, "BROKEN"));
    end(&t);
}

static void pages_escape_every_text_and_need_no_network(void) {
    telling t;
    begin(&t);
    make_changes(&t);
    t.two.before.ids[1] = t.two.after.ids[1] = text_of("B<script>alert(1)</script>\"'&\x80");
    t.head.scenario = "<img src=x onerror=alert(1)>";
    t.two.after.levels[1].is.title = t.two.before.levels[1].is.title = "</svg><b>Silver";
    const char *told = tell(&t, REPORT_HTML);
    CU_ASSERT_TRUE(
        says(told, "B&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\xEF\xBF\xBD"));
    CU_ASSERT_TRUE(says(told, "&lt;img src=x onerror=alert(1)&gt;"));
    CU_ASSERT_TRUE(says(told, "Small &lt;program&gt;"));
    CU_ASSERT_PTR_NULL(strstr(told, "</svg><b>"));
    CU_ASSERT_PTR_NULL(strstr(told, "<img"));
    CU_ASSERT_PTR_NULL(strstr(told, "http:"));
    CU_ASSERT_PTR_NULL(strstr(told, "https:"));
    end(&t);
}

static void a_page_of_no_change_is_a_page(void) {
    telling t;
    begin(&t);
    CU_ASSERT_TRUE(says(tell(&t, REPORT_HTML), "nobody moves; payout stays at $0.00</h1>"));
    end(&t);
}

static void a_sink_that_refuses_ends_every_format(void) {
    static const report_format formats[] = {REPORT_TABLE, REPORT_JSON, REPORT_CSV, REPORT_HTML};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        telling t;
        begin(&t);
        make_changes(&t);
        changes *c = two_compare(&t.two);
        t.options.format = formats[i];
        t.told.refuses = 1;
        CU_ASSERT_FALSE(report_changes(c, &t.options, &t.head, collect, &t.told));
        end(&t);
    }
}

void changes_report_suite(void) {
    CU_pSuite suite = CU_add_suite("report/changes", NULL, NULL);
    CU_add_test(suite, "the verdict stands at both ends", the_verdict_stands_at_both_ends);
    CU_add_test(suite, "a change that changes nothing prints zeros",
                a_change_that_changes_nothing_prints_zeros);
    CU_add_test(suite, "JSON lists what differs", json_lists_what_differs);
    CU_add_test(suite, "options limit what is shown, never totals",
                options_limit_what_is_shown_never_totals);
    CU_add_test(suite, "small deltas can be left out", small_deltas_can_be_left_out);
    CU_add_test(suite, "a limit keeps the largest deltas", a_limit_keeps_the_largest_deltas);
    CU_add_test(suite, "causes name the value that was set",
                causes_name_the_value_that_was_set);
    CU_add_test(suite, "broken guards are part of the verdict",
                broken_guards_are_part_of_the_verdict);
    CU_add_test(suite, "pages escape every text and need no network",
                pages_escape_every_text_and_need_no_network);
    CU_add_test(suite, "a page of no change is a page", a_page_of_no_change_is_a_page);
    CU_add_test(suite, "a sink that refuses ends every format",
                a_sink_that_refuses_ends_every_format);
}
