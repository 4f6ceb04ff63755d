/* row_filter_test.c - rows that no rule can use are left out, and nothing else is. */
#include "sample.h"

#include "data/row_filter.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

static const char rows[] =
    "CREATE TABLE partner(id TEXT PRIMARY KEY); INSERT INTO partner VALUES('A'), ('B');"
    "CREATE TABLE deal(id INTEGER PRIMARY KEY, partner_id, day, amount, status, rep, paid);"
    "INSERT INTO deal VALUES"
    " (1, 'A', '2026-01-10', 1, 'won', 'R1', 1),"
    " (2, 'A', '2026-02-10', 1, 'lost', 'R2', 1),"
    " (3, 'A', '2026-02-10', 1, 'won', 'R3', 0),"
    " (4, 'A', NULL, 1, 'won', 'R4', 1),"
    " (5, 'B', '2026-02-11', 'x', 'lost', 'R5', 1),"
    " (6, 'B', '2026-13-11', 1, 'won', 'R6', 1),"
    " (7, 'Z', '2026-12-01', 'x', 'won', 'R7', 1),"
    " (8, 'B', '2026-02-28', 1, 'wonderful', 'R8', 1),"
    " (9, 'B', '2026-03-01', 1, 5, 'R9', NULL);";

enum { DAY, AMOUNT, STATUS, REP, PAID, COLUMNS };

static column_request columns[COLUMNS] = {
    {.name = "day",
     .sql_name = "day",
     .kind = CELL_DATE,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "amount",
     .sql_name = "amount",
     .kind = CELL_MONEY,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "status",
     .sql_name = "status",
     .kind = CELL_TEXT,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "rep",
     .sql_name = "rep",
     .kind = CELL_TEXT,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "paid",
     .sql_name = "paid",
     .kind = CELL_BOOLEAN,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
};

static date day(const char *text) {
    date out = 0;
    CU_ASSERT_TRUE(date_from_text(&out, text, strlen(text)));
    return out;
}

static source_request deals(row_use *uses, size_t count) {
    source_request source = {.name = "deal", .from = "deal", .id = "id"};
    source.partner = "partner_id";
    source.happened_on = DAY;
    source.columns = columns;
    source.count = COLUMNS;
    source.uses = uses;
    source.use_count = count;
    return source;
}

static bool kept_are(const facts *f, const char *wanted) {
    text_buffer ids = {0};
    for (size_t row = 0; f && row < f->tables[1].rows; row++)
        facts_row_id(f, &f->tables[1], row, &ids);
    bool same = ids.bytes && strcmp(ids.bytes, wanted) == 0;
    if (!same) printf("\n  got %s\n", ids.bytes ? ids.bytes : "");
    text_free(&ids);
    return same;
}

static void rows_that_no_use_lets_through_are_counted_only(void) {
    const char *won[] = {"won"};
    row_test tests[] = {{.kind = TEST_IS, .column = STATUS, .texts = won, .text_count = 1},
                        {.kind = TEST_BETWEEN,
                         .column = DAY,
                         .from = day("2026-02-01"),
                         .to = day("2026-02-28")}};
    row_use use = {tests, 2, 1 << DAY};
    sample s;
    sample_open(&s, rows);
    source_request source = deals(&use, 1);
    facts *f = sample_read(&s, &source);
    /* 5 and 6 have wrong cells: they stay, for the error is their partner's. */
    CU_ASSERT_TRUE(kept_are(f, "356"));
    CU_ASSERT_EQUAL(f->tables[1].rows_read, 9);
    CU_ASSERT_EQUAL(f->tables[1].orphans, 1);
    CU_ASSERT_EQUAL(f->error_count, 2);
    CU_ASSERT_EQUAL(f->errors[0].partner, 1);
    CU_ASSERT_EQUAL(f->latest, day("2026-12-01"));
    sample_close(&s);
}

static void uses_that_are_not_known_leave_nothing_out(void) {
    row_use nothing = {NULL, 0, 0};
    sample s;
    sample_open(&s, rows);
    source_request source = deals(NULL, 0);
    CU_ASSERT_TRUE(kept_are(sample_read(&s, &source), "12345689"));
    source = deals(&nothing, 1);
    source.all_rows = true;
    CU_ASSERT_TRUE(kept_are(sample_read(&s, &source), "12345689"));
    source.all_rows = false;
    facts *f = sample_read(&s, &source);
    CU_ASSERT_TRUE(kept_are(f, "12345689"));
    CU_ASSERT_EQUAL(f->tables[1].columns[REP].states[0], CELL_NONE);
    sample_close(&s);
}

static void texts_are_kept_for_the_uses_that_read_them(void) {
    const char *pattern[] = {"won*"}, *five[] = {"5"};
    row_test like[] = {{.kind = TEST_LIKE, .column = STATUS, .texts = pattern, .text_count = 1},
                       {.kind = TEST_IS, .column = PAID, .from = 1}};
    row_test is[] = {{.kind = TEST_IS, .column = STATUS, .texts = five, .text_count = 1}};
    row_use uses[] = {{like, 2, 1 << STATUS | 1 << REP}, {is, 1, 0}};
    sample s;
    sample_open(&s, rows);
    source_request source = deals(uses, 2);
    facts *f = sample_read(&s, &source);
    CU_ASSERT_TRUE(kept_are(f, "145689"));
    const facts_column *rep = &f->tables[1].columns[REP];
    CU_ASSERT_EQUAL(rep->states[0], CELL_VALUE);
    CU_ASSERT_TRUE(text_equal(f->texts.keys[rep->codes[0]], text_of("R1")));
    CU_ASSERT_EQUAL(rep->states[5], CELL_NONE);
    CU_ASSERT_EQUAL(map_find(&f->texts, text_of("R9")), MAP_ABSENT);
    CU_ASSERT_EQUAL(f->tables[1].columns[STATUS].met_count, 4);
    sample_close(&s);
}

static void no_value_passes_only_where_it_may(void) {
    row_test by = {.kind = TEST_NOT_AFTER, .column = DAY, .to = day("2026-01-31")};
    row_test from = {.kind = TEST_BETWEEN, .column = DAY, .from = DATE_FIRST, .to = DATE_LAST};
    row_use may = {&by, 1, 0}, may_not = {&from, 1, 0};
    sample s;
    sample_open(&s, rows);
    source_request source = deals(&may, 1);
    CU_ASSERT_TRUE(kept_are(sample_read(&s, &source), "1456"));
    source = deals(&may_not, 1);
    CU_ASSERT_TRUE(kept_are(sample_read(&s, &source), "1235689"));
    sample_close(&s);
}

static void more_tests_than_bits_let_too_much_through(void) {
    enum { USES = 70 };
    const char *never[] = {"never"};
    row_test test = {.kind = TEST_IS, .column = STATUS, .texts = never, .text_count = 1};
    row_use uses[USES];
    for (size_t i = 0; i < USES; i++)
        uses[i] = (row_use){&test, 1, 0};
    row_filter filter;
    source_request source = deals(uses, USES);
    CU_ASSERT_TRUE(row_filter_make(&filter, &source));
    row_answers answers = row_filter_text(&filter, STATUS, text_of("won"));
    CU_ASSERT_EQUAL(answers, 0);
    CU_ASSERT_TRUE(row_filter_decide(&filter, answers).keep);
    row_filter_free(&filter);
}

static void what_a_column_met_is_known_though_its_rows_are_left_out(void) {
    const char *wanted[] = {"S77"};
    row_test test = {.kind = TEST_IS, .column = STATUS, .texts = wanted, .text_count = 1};
    row_test late = {.kind = TEST_BETWEEN, .column = DAY, .from = DATE_LAST, .to = DATE_LAST};
    row_test tests[] = {test, late};
    row_use use = {tests, 2, 0};
    for (int many = 0; many < 2; many++) {
        char sql[2000];
        snprintf(
            sql, sizeof sql,
            "%s WITH RECURSIVE n(i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < "
            "100) INSERT INTO deal(partner_id, day, status) SELECT 'A', '2026-01-01', 'S' || "
            "i FROM n;",
            rows, many ? 10 : 70);
        sample s;
        sample_open(&s, sql);
        source_request source = deals(&use, 1);
        facts *f = sample_read(&s, &source);
        CU_ASSERT_PTR_NOT_NULL_FATAL(f);
        const facts_column *status = &f->tables[1].columns[STATUS];
        CU_ASSERT_EQUAL(status->met_count, many ? 1 : 31 + 4);
        bool there = false;
        for (size_t i = 0; i < status->met_count; i++)
            there |= status->met[i] == map_find(&f->texts, text_of("S77"));
        CU_ASSERT_TRUE(there);
        sample_close(&s);
    }
}

void row_filter_suite(void);
void row_filter_suite(void) {
    CU_pSuite suite = CU_add_suite("row filter: rows that no rule can use", NULL, NULL);
    CU_add_test(suite, "rows that no use lets through are counted only",
                rows_that_no_use_lets_through_are_counted_only);
    CU_add_test(suite, "uses that are not known leave nothing out",
                uses_that_are_not_known_leave_nothing_out);
    CU_add_test(suite, "texts are kept for the uses that read them",
                texts_are_kept_for_the_uses_that_read_them);
    CU_add_test(suite, "no value passes only where it may", no_value_passes_only_where_it_may);
    CU_add_test(suite, "more tests than bits let too much through",
                more_tests_than_bits_let_too_much_through);
    CU_add_test(suite, "what a column met is known though its rows are left out",
                what_a_column_met_is_known_though_its_rows_are_left_out);
}
