/* reader_test.c - tables, views and SELECTs of a SQLite file become facts. */
#include "sample.h"

#include "base/memory.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

static const char schema[] =
    "CREATE TABLE partner(id TEXT PRIMARY KEY); INSERT INTO partner VALUES('P2'), ('P1');"
    "CREATE TABLE deal(id INTEGER PRIMARY KEY, partner_id TEXT, \"closed \"\"on\" TEXT, amount,"
    "                  status TEXT, paid);"
    "INSERT INTO deal VALUES"
    " (3, 'P1', '2026-03-01 10:00', '12.50', 'won', 'true'),"
    " (1, 'P2', '2026-01-31', 7, 'won', 0),"
    " (2, 'P1', NULL, 0.25, '', NULL),"
    " (4, 'P9', '2026-04-01', 1, 'lost', 1);";

enum { CLOSED, AMOUNT, STATUS, PAID, COLUMNS };

static column_request columns[COLUMNS] = {
    {.name = "closed_on",
     .sql_name = "closed \"on",
     .kind = CELL_DATE,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "amount",
     .sql_name = "amount",
     .kind = CELL_MONEY,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "status",
     .sql_name = "STATUS",
     .kind = CELL_TEXT,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
    {.name = "paid",
     .sql_name = "paid",
     .kind = CELL_BOOLEAN,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
};

static source_request deals_from(const char *from) {
    return (source_request){.name = "deal",
                            .from = from,
                            .id = "id",
                            .partner = "partner_id",
                            .happened_on = CLOSED,
                            .columns = columns,
                            .count = COLUMNS};
}

/* The deals of `schema`, whichever way they were reached. */
static void check_deals(const facts *f) {
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    const facts_table *deals = &f->tables[1];
    CU_ASSERT_EQUAL(deals->rows, 3);
    CU_ASSERT_EQUAL(deals->rows_read, 4);
    CU_ASSERT_EQUAL(deals->orphans, 1);
    CU_ASSERT_EQUAL(deals->ids[0], 2);
    CU_ASSERT_EQUAL(deals->ids[1], 3);
    CU_ASSERT_EQUAL(deals->ids[2], 1);
    CU_ASSERT_EQUAL(sample_column(f, CLOSED)->states[0], CELL_NONE);
    CU_ASSERT_EQUAL(sample_column(f, AMOUNT)->narrow[0], 25);
    CU_ASSERT_EQUAL(sample_column(f, AMOUNT)->narrow[1], 1250);
    CU_ASSERT_EQUAL(sample_column(f, AMOUNT)->narrow[2], 700);
    CU_ASSERT_EQUAL(sample_column(f, STATUS)->states[0], CELL_NONE);
    CU_ASSERT_EQUAL(sample_column(f, STATUS)->codes[1], sample_column(f, STATUS)->codes[2]);
    CU_ASSERT_EQUAL(sample_column(f, PAID)->flags[1], 1);
    CU_ASSERT_EQUAL(sample_column(f, PAID)->flags[2], 0);
    CU_ASSERT_EQUAL(f->error_count, 0);
    CU_ASSERT_TRUE(text_equal(f->partner_ids[0], text_of("P1")));
}

static void a_table_is_read_into_typed_columns(void) {
    sample s;
    sample_open(&s, schema);
    source_request deals = deals_from("deal");
    check_deals(sample_read(&s, &deals));
    sample_close(&s);
}

static void views_selects_and_tables_without_rowid_give_the_same(void) {
    static const char select[] = "  SELECT * FROM deal WHERE id > 0; -- all; of them";
    sample s;
    char sql[2000];
    snprintf(
        sql, sizeof sql,
        "%s CREATE VIEW seen AS SELECT * FROM deal;"
        "CREATE TABLE keyed(id INTEGER, partner_id TEXT, \"closed \"\"on\", amount, status, "
        "paid, PRIMARY KEY(status, id)) WITHOUT ROWID;"
        "INSERT INTO keyed SELECT id, partner_id, \"closed \"\"on\", amount, status, paid FROM "
        "deal;",
        schema);
    sample_open(&s, sql);
    CU_ASSERT_TRUE(
        database_describe_select(s.db, &s.memory, &s.catalog, select, (place){0}, &s.problems));
    const char *const ways[] = {"seen", "keyed", "KEYED", select};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        source_request deals = deals_from(ways[i]);
        check_deals(sample_read(&s, &deals));
    }
    sample_close(&s);
}

static void the_order_in_which_sqlite_finds_rows_does_not_matter(void) {
    sample s;
    sample_open(&s, schema);
    CU_ASSERT_TRUE(database_reverse(s.db));
    source_request deals = deals_from("deal");
    check_deals(sample_read(&s, &deals));
    CU_ASSERT_FALSE(database_describe_select(s.db, &s.memory, &s.catalog, "SELECT random()",
                                             (place){0}, &s.problems));
    sample_close(&s);
}

static void empty_tables_have_columns_of_no_rows(void) {
    sample s;
    sample_open(
        &s, "CREATE TABLE partner(id); CREATE TABLE deal(id, partner_id, \"closed \"\"on\", "
            "amount, status, paid);");
    source_request deals = deals_from("deal");
    facts *f = sample_read(&s, &deals);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL(f->partner_count, 0);
    CU_ASSERT_EQUAL(f->tables[1].rows, 0);
    CU_ASSERT_PTR_NOT_NULL(f->tables[1].columns[AMOUNT].narrow);
    CU_ASSERT_TRUE(f->latest < DATE_FIRST);
    date latest;
    request wanted = {.sources = &deals, .count = 1};
    CU_ASSERT_FALSE(database_latest_date(s.db, &wanted, &latest));
    sample_close(&s);
}

static void partner_ids_meet_as_texts(void) {
    sample s;
    sample_open(
        &s, "CREATE TABLE partner(id INTEGER PRIMARY KEY); INSERT INTO partner VALUES(7),(10);"
            "CREATE TABLE deal(id, partner_id, \"closed \"\"on\", amount, status, paid);"
            "INSERT INTO deal VALUES('a', '7', NULL, 1, 5, 1), ('b', 7, NULL, 1, 2.5, 1),"
            "('c', 7.0, NULL, 1, 'x', 1), (1.5, 10, NULL, 1, 'x', 1);");
    source_request deals = deals_from("deal");
    facts *f = sample_read(&s, &deals);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_TRUE(text_equal(f->partner_ids[0], text_of("10")));
    CU_ASSERT_EQUAL(f->tables[1].rows, 4);
    CU_ASSERT_EQUAL(f->tables[1].orphans, 0);
    text_buffer id = {0};
    facts_row_id(f, &f->tables[1], 0, &id);
    CU_ASSERT_STRING_EQUAL(id.bytes, "1.5");
    text_free(&id);
    const facts_column *status = sample_column(f, STATUS);
    CU_ASSERT_TRUE(text_equal(f->texts.keys[status->codes[1]], text_of("5")));
    CU_ASSERT_TRUE(text_equal(f->texts.keys[status->codes[2]], text_of("2.5")));
    sample_close(&s);
}

static void wrong_cells_name_table_row_and_column(void) {
    sample s;
    sample_open(
        &s, "CREATE TABLE partner(id TEXT); INSERT INTO partner VALUES('P1');"
            "CREATE TABLE deal(id INTEGER PRIMARY KEY, partner_id, \"closed \"\"on\", amount,"
            " status, paid);"
            "INSERT INTO deal VALUES(771, 'P1', '2026-13-01', 0.1 + 0.2, x'00', 'yes');");
    source_request deals = deals_from("deal");
    facts *f = sample_read(&s, &deals);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL_FATAL(f->error_count, 4);
    CU_ASSERT_STRING_EQUAL(
        f->errors[0].message,
        "deal row 771, column 'closed \"on': '2026-13-01' is not a date (YYYY-MM-DD)");
    CU_ASSERT_STRING_EQUAL(f->errors[1].message,
                           "deal row 771, column 'amount': '0.30000000000000004' is a "
                           "floating-point value that no decimal of 9 places stands for");
    CU_ASSERT_STRING_EQUAL(f->errors[2].message,
                           "deal row 771, column 'STATUS': a BLOB of 1 bytes is not a text");
    CU_ASSERT_STRING_EQUAL(
        f->errors[3].message,
        "deal row 771, column 'paid': 'yes' is neither 0, 1, 'true' nor 'false'");
    CU_ASSERT_EQUAL(f->errors[0].happened_on, DATE_FIRST);
    sample_close(&s);
}

static bool latest_of(const char *rows, const char *wanted_day) {
    sample s;
    char sql[2000];
    snprintf(sql, sizeof sql, "%s INSERT INTO deal(partner_id, \"closed \"\"on\") VALUES %s;",
             schema, rows);
    sample_open(&s, sql);
    source_request deals = deals_from("deal");
    request wanted = {.sources = &deals, .count = 1};
    date day;
    char shown[DATE_TEXT] = "none";
    if (database_latest_date(s.db, &wanted, &day)) date_print(shown, day);
    facts *f = sample_read(&s, &deals);
    bool same = strcmp(shown, wanted_day) == 0 && f && f->latest == day;
    if (!same) printf("\n  got %s\n", shown);
    sample_close(&s);
    return same;
}

static void the_latest_date_passes_over_what_is_none(void) {
    CU_ASSERT_TRUE(latest_of("('P1', NULL)", "2026-04-01"));
    CU_ASSERT_TRUE(latest_of("('P1', '2026-04-01T08:00:00')", "2026-04-01"));
    CU_ASSERT_TRUE(latest_of("('P1', 'tomorrow'), ('P1', 20270101)", "2026-04-01"));
    CU_ASSERT_TRUE(latest_of("('P1', x'3939')", "2026-04-01"));
    CU_ASSERT_TRUE(latest_of("('P1', '2027-02-31'), ('P1', '2026-12-01')", "2026-12-01"));
    CU_ASSERT_TRUE(latest_of("('P1', '2027-02-31'), ('P1', '9999-99-99')", "2026-04-01"));
    CU_ASSERT_TRUE(latest_of("('P1', 'x'), ('P1', '2026-05-05 00:00')", "2026-05-05"));
}

static void every_allocation_may_fail(void) {
    sample s;
    sample_open(&s, schema);
    source_request deals = deals_from("deal");
    arena kept = s.memory;
    bool read = false;
    size_t n = 1;
    for (; n < 500 && !read; n++) {
        s.memory = (arena){0};
        memory_fail_after(n);
        facts *f = sample_read(&s, &deals);
        memory_fail_after(0);
        read = f != NULL;
        if (read) check_deals(f);
        arena_free(&s.memory);
    }
    s.memory = kept;
    CU_ASSERT_TRUE(read);
    CU_ASSERT_TRUE(n > 10);
    CU_ASSERT_EQUAL(s.problems.count, 0);
    sample_close(&s);
}

void reader_suite(void);
void reader_suite(void) {
    CU_pSuite suite = CU_add_suite("reader: a SQLite file becomes facts", NULL, NULL);
    CU_add_test(suite, "a table is read into typed columns",
                a_table_is_read_into_typed_columns);
    CU_add_test(suite, "views, SELECTs and tables without rowid give the same",
                views_selects_and_tables_without_rowid_give_the_same);
    CU_add_test(suite, "the order in which SQLite finds rows does not matter",
                the_order_in_which_sqlite_finds_rows_does_not_matter);
    CU_add_test(suite, "empty tables have columns of no rows",
                empty_tables_have_columns_of_no_rows);
    CU_add_test(suite,
                "partner ids meet as texts, whole numbers in whichever way they are kept",
                partner_ids_meet_as_texts);
    CU_add_test(suite, "wrong cells name table, row and column",
                wrong_cells_name_table_row_and_column);
    CU_add_test(suite, "the latest date passes over what is none",
                the_latest_date_passes_over_what_is_none);
    CU_add_test(suite, "every allocation may fail", every_allocation_may_fail);
}
