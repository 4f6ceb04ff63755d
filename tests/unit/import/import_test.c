/* import_test.c - files into tables: exact, checked, all of it or nothing. */
#define _POSIX_C_SOURCE 200809L

#include "importing.h"

#include "base/memory.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void a_missing_table_is_made_as_the_source_says(void) {
    unlink(database_path);
    CU_ASSERT(import_deals(DEAL_HEADER "17,P1,2026-09-30T08:00:00Z,\"$1,234.50\",yes,3\n"
                                       "A-1,007,2026-01-01,(0.10),,2.50\n"));
    CU_ASSERT(import_last.makes_database && import_last.makes_table);
    CU_ASSERT_EQUAL(import_last.added, 2);
    holds("SELECT *, typeof(id), typeof(amount), typeof(units) FROM deal",
          "17|P1|2026-09-30|1234.50|1|3|integer|text|integer\n"
          "A-1|007|2026-01-01|-0.10|-|2.50|text|text|text");
    holds("SELECT name, type, pk FROM pragma_table_info('deal')",
          "id|ANY|1\npartner_id|TEXT|0\nclosed_on|TEXT|0\namount|TEXT|0\nregistered|INTEGER|0\n"
          "units|ANY|0");
}

static void amounts_stay_exact_in_every_column(void) {
    make_database("CREATE TABLE money (a TEXT, b NUMERIC, c REAL, d DECIMAL(9,2), e MONEY)");
    CU_ASSERT(import_into("money", "a,b,c,d,e\n0.30,0.30,0.30,\"1,000.00\",-0.01\n"));
    holds("SELECT *, typeof(b), typeof(d) FROM money", "0.30|0.3|0.3|1000|-0.01|real|integer");
    CU_ASSERT(!import_into("money", "b,c\n12345678901234.55,9007199254740993\n"));
    CU_ASSERT_STRING_EQUAL(
        import_said,
        "2:1 column 1, 'b': '12345678901234.55' is not kept exactly by a column of this "
        "type\n2:2 column 2, 'c': '9007199254740993' is not kept exactly by a column of "
        "this type");
}

static void minor_units_are_whole_numbers(void) {
    import_order order = deal_order(2);
    unlink(database_path);
    write_csv(DEAL_HEADER "1,P1,,1234.50,,\n2,P1,,-0.01,,\n3,P1,,7,,\n");
    CU_ASSERT(run_order(order));
    holds("SELECT amount, typeof(amount) FROM deal", "123450|integer\n-1|integer\n700|integer");
    write_csv(DEAL_HEADER "4,P1,,0.005,,\n5,P1,,100000000000000000000,,\n");
    CU_ASSERT(!run_order(order));
    CU_ASSERT_STRING_EQUAL(import_said,
                           "2:4 column 4, 'amount': '0.005' has more decimals than the "
                           "currency\n3:4 column 4, 'amount': '100000000000000000000' is "
                           "too large, or has more than 18 decimals");
    order.style.minor_units = true;
    write_csv(DEAL_HEADER "4,P1,,123450,,\n");
    CU_ASSERT(run_order(order));
    holds("SELECT amount FROM deal WHERE id = 4", "123450");
    write_csv(DEAL_HEADER "5,P1,,1234.50,,\n");
    CU_ASSERT(!run_order(order));
}

static void texts_are_kept_as_they_are_written(void) {
    make_database("CREATE TABLE t (a TEXT, b INTEGER, c, d NUMERIC)");
    CU_ASSERT(import_into("t", "a,c\n007,007\n1.50,1.50\n\" x \",\"a\nb\"\n"));
    holds("SELECT a, c, typeof(c) FROM t", "007|007|text\n1.50|1.50|text\n x |a\nb|text");
    column_request column = {.name = "d", .sql_name = "d", .kind = CELL_TEXT};
    source_request source = {.name = "t", .from = "t", .columns = &column, .count = 1};
    import_order order = {.table = "t", .source = {.request = &source}};
    write_csv("d\n007\n1.50\n1e5\n");
    CU_ASSERT(!run_order(order));
    CU_ASSERT_PTR_NOT_NULL(
        strstr(import_said, "2:1 column 1, 'd': '007' would be kept as another"));
    CU_ASSERT_PTR_NOT_NULL(strstr(import_said, "3:1 column 1, 'd': '1.50'"));
    CU_ASSERT_PTR_NOT_NULL(strstr(import_said, "4:1 column 1, 'd': '1e5'"));
    write_csv("d\n17\nP-17\n2026-01-01\n");
    CU_ASSERT(run_order(order));
    holds("SELECT d FROM t WHERE d IS NOT NULL", "17\nP-17\n2026-01-01");
}

static void ids_are_the_same_with_blanks_around_them(void) {
    column_request column = {
        .name = "product", .sql_name = "product", .kind = CELL_TEXT, .refers_to = "product"};
    source_request source = {.name = "t",
                             .from = "t",
                             .id = "id",
                             .partner = "partner_id",
                             .columns = &column,
                             .count = 1};
    import_order order = {.table = "t", .source = {.request = &source}};
    unlink(database_path);
    write_csv("id,partner_id,product\n\" 1 \",\" P1 \",\" 007 \"\n");
    CU_ASSERT(run_order(order));
    holds("SELECT *, typeof(id), typeof(product) FROM t", "1|P1|007|integer|text");
    source.partner = NULL; /* rows that others point to */
    unlink(database_path);
    write_csv("id,product\n1,2\n");
    CU_ASSERT(run_order(order));
    holds("SELECT typeof(id), typeof(product) FROM t", "text|text");
}

static void one_bad_cell_leaves_everything_as_it_was(void) {
    make_database(
        "CREATE TABLE deal (id PRIMARY KEY, partner_id, closed_on, amount, registered, "
        "units); INSERT INTO deal (id) VALUES (1)");
    import_order order = deal_order(PLACES_AS_WRITTEN);
    write_csv(DEAL_HEADER "2,P1,,1,,\n3,P1,,one,,\n4,P1,,1,,\n");
    CU_ASSERT(!run_order(order));
    CU_ASSERT_STRING_EQUAL(
        import_said,
        "3:4 column 4, 'amount': 'one' is not an amount such as 1,234.50 or (12.00)");
    holds("SELECT id FROM deal", "1");
    order.replaces = true;
    CU_ASSERT(!run_order(order));
    holds("SELECT id FROM deal", "1");
    unlink(database_path);
    CU_ASSERT(!run_order(order));
    CU_ASSERT_NOT_EQUAL(access(database_path, F_OK),
                        0); /* nor is a file left that was not there */
}

static void every_bad_cell_is_told_with_its_line(void) {
    unlink(database_path);
    CU_ASSERT(!import_deals(DEAL_HEADER "1,P1,30/09/2026,5 EUR,maybe,\"1\n\"\n"
                                        ",P1,2026-02-30,,,x\n"
                                        "3,P1\n"));
    CU_ASSERT_STRING_EQUAL(
        import_said,
        "2:3 column 3, 'closed_on': '30/09/2026' is not a date (YYYY-MM-DD)\n"
        "2:4 column 4, 'amount': '5 EUR' is in EUR, where amounts are in USD\n"
        "2:5 column 5, 'registered': 'maybe' is neither yes nor no (yes, no, true, false, "
        "y, n, x, 1, 0)\n"
        "4:1 column 1, 'id' is empty, where a value is needed\n"
        "4:3 column 3, 'closed_on': '2026-02-30' is not a date (YYYY-MM-DD)\n"
        "4:6 column 6, 'units': 'x' is not a number such as 1,234.5\n"
        "5:0 the row has 2 cells, the header has 6");
}

static void of_many_problems_twenty_are_kept_and_all_are_counted(void) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    import_order order = deal_order(PLACES_AS_WRITTEN);
    FILE *file = fopen(csv_path, "wb");
    fputs(DEAL_HEADER, file);
    for (int i = 0; i < 5000; i++)
        fprintf(file, "%d,P1,,x,,\n", i);
    fclose(file);
    unlink(database_path);
    order.database = database_path;
    order.path = csv_path;
    CU_ASSERT(!import_file(&order, &memory, &import_last, &problems));
    CU_ASSERT_EQUAL(problems.count, PROBLEMS_KEPT);
    CU_ASSERT_EQUAL(problems.found, 5000);
    CU_ASSERT(memory.bytes < 200000);
    arena_free(&memory);
}

static void an_id_stands_in_a_table_once(void) {
    import_order order = deal_order(PLACES_AS_WRITTEN);
    unlink(database_path);
    CU_ASSERT(import_deals(DEAL_HEADER "7,P1,,1,,\nA,P1,,1,,\n"));
    CU_ASSERT(!import_deals(DEAL_HEADER "7,P2,,2,,\n8,P2,,2,,\n8,P2,,3,,\n A ,P2,,2,,\n"));
    CU_ASSERT_STRING_EQUAL(import_said, "2:0 the table has a row with the id '7' already\n"
                                        "4:0 the id '8' stands on line 3 already\n"
                                        "5:0 the table has a row with the id 'A' already");
    order.updates = true;
    CU_ASSERT(!run_order(order)); /* the file says twice what 8 is */
    write_csv(DEAL_HEADER "7,P2,,2,,\n8,P2,,2,,\n");
    CU_ASSERT(run_order(order));
    CU_ASSERT_EQUAL(import_last.added, 1);
    CU_ASSERT_EQUAL(import_last.updated, 1);
    holds("SELECT id, partner_id, amount FROM deal ORDER BY id", "7|P2|2\n8|P2|2\nA|P1|1");
    order.updates = false;
    order.replaces = true;
    CU_ASSERT(run_order(order));
    CU_ASSERT_EQUAL(import_last.removed, 3);
    holds("SELECT id FROM deal ORDER BY id", "7\n8");
}

/* Tables that other tools make have neither keys nor types. */
static void ids_are_known_without_an_index(void) {
    import_order order = {.table = "t", .updates = true};
    make_database("CREATE TABLE t (id TEXT, name TEXT); INSERT INTO t VALUES ('1', 'a'), "
                  "('2', 'b')");
    CU_ASSERT(!import_into("t", "id,name\n2,z\n"));
    CU_ASSERT_STRING_EQUAL(import_said, "2:0 the table has a row with the id '2' already");
    write_csv("id,name\n2,z\n3,c\n");
    CU_ASSERT(run_order(order));
    holds("SELECT * FROM t", "1|a\n2|z\n3|c");
    make_database("CREATE TABLE t (id, name); INSERT INTO t VALUES ('1', 'a'), (2, 'b')");
    CU_ASSERT(!import_into("t", "id,name\n1,z\n2,z\n"));
    CU_ASSERT_STRING_EQUAL(import_said, "2:0 the table has a row with the id '1' already\n"
                                        "3:0 the table has a row with the id '2' already");
    make_database("CREATE TABLE t (id TEXT PRIMARY KEY, name) WITHOUT ROWID; INSERT INTO t "
                  "VALUES ('1', 'a')");
    write_csv("id,name\n1,z\n3,c\n");
    CU_ASSERT(run_order(order));
    holds("SELECT * FROM t", "1|z\n3|c");
}

static void an_update_leaves_what_the_file_does_not_say(void) {
    import_order order = {.table = "t", .updates = true};
    make_database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, note TEXT); INSERT INTO t "
        "VALUES (1, 'a', 'kept')");
    write_csv("id,name\n1,b\n");
    CU_ASSERT(run_order(order));
    holds("SELECT * FROM t", "1|b|kept");
}

static void a_preview_writes_nothing(void) {
    import_order order = deal_order(PLACES_AS_WRITTEN);
    order.previews = true;
    order.shown = 1;
    unlink(database_path);
    write_csv(DEAL_HEADER "1,P1,,5,,\n2,P1,,5,,\n");
    CU_ASSERT(run_order(order));
    CU_ASSERT_EQUAL(import_last.added, 2);
    CU_ASSERT_EQUAL(import_last.row_count, 1);
    CU_ASSERT_NOT_EQUAL(access(database_path, F_OK), 0);
    CU_ASSERT(import_deals(DEAL_HEADER "1,P1,,5,,\n"));
    order.replaces = true;
    write_csv(DEAL_HEADER "2,P1,,5,,\n");
    CU_ASSERT(run_order(order));
    CU_ASSERT_EQUAL(import_last.removed, 1);
    holds("SELECT id FROM deal", "1");
    order.replaces = false;
    write_csv(DEAL_HEADER "1,P1,,5,,\n");
    CU_ASSERT(!run_order(order));
}

static void rows_point_to_rows_that_are_there(void) {
    make_database("CREATE TABLE partner (id TEXT PRIMARY KEY, parent REFERENCES partner(id));"
                  "CREATE TABLE t (id INTEGER PRIMARY KEY, partner_id TEXT REFERENCES "
                  "partner(id) ON DELETE CASCADE);"
                  "INSERT INTO partner VALUES ('P1', NULL); INSERT INTO t VALUES (1, 'P1')");
    CU_ASSERT(!import_into("t", "partner_id\nP1\nP2\n"));
    CU_ASSERT_STRING_EQUAL(import_said, "3:0 table 'partner' has no row whose id is 'P2'");
    CU_ASSERT(import_into("partner", "id,parent\nP3,P4\nP4,P3\n"));
    CU_ASSERT(!import_into("partner", "id,parent\nP5,P6\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(import_said, "rows of 'partner' would point to rows"));
    write_csv("id,parent\nP9,\n");
    CU_ASSERT(!run_order((import_order){.table = "partner", .replaces = true}));
    CU_ASSERT_PTR_NOT_NULL(strstr(import_said, "rows of 't' would point to rows"));
    holds("SELECT count(*) FROM t", "1"); /* nothing cascaded */
}

static void the_table_may_refuse_a_row(void) {
    make_database("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n < 10), u TEXT "
                  "UNIQUE, needed TEXT NOT NULL)");
    CU_ASSERT(!import_into("t", "n,u,needed\n5,a,x\n50,b,x\n6,a,x\n7,c,\n"));
    CU_ASSERT_STRING_EQUAL(import_said,
                           "3:0 the table refuses the row: CHECK constraint failed: n < 10\n"
                           "5:3 column 3, 'needed' is empty, where a value is needed");
    CU_ASSERT(!import_into("t", "n,u,needed\n5,a,x\n6,a,x\n"));
    CU_ASSERT_STRING_EQUAL(import_said,
                           "3:0 the table refuses the row: UNIQUE constraint failed: t.u");
    CU_ASSERT(!import_into("t", "n,u\n5,a\n"));
    CU_ASSERT_STRING_EQUAL(
        import_said, "1:0 the file has no column for 'needed' (text), which cannot be empty");
}

static void only_tables_take_rows_and_no_trigger_runs(void) {
    make_database("CREATE TABLE t (a TEXT, b AS (a || 'x')); CREATE VIEW v AS SELECT a FROM t;"
                  "CREATE TABLE log (a); CREATE TRIGGER w AFTER INSERT ON t BEGIN INSERT INTO "
                  "log VALUES (new.a); END");
    CU_ASSERT(!import_into("v", "a\n1\n"));
    CU_ASSERT_STRING_EQUAL(import_said, "0:0 'v' is a view");
    CU_ASSERT(!import_into("nothing", "a\n1\n"));
    CU_ASSERT(!import_into("sqlite_schema", "a\n1\n"));
    CU_ASSERT(import_into("T", "a\n1\n"));
    holds("SELECT b, (SELECT count(*) FROM log) FROM t", "1x|0");
}

static void a_file_without_rows_empties_no_table(void) {
    make_database("CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('kept')");
    write_csv("a\n");
    CU_ASSERT(!run_order((import_order){.table = "t", .replaces = true}));
    CU_ASSERT(run_order((import_order){.table = "t"}));
    write_csv("");
    CU_ASSERT(!run_order((import_order){.table = "t"}));
    CU_ASSERT_STRING_EQUAL(import_said, "1:0 the file is empty");
    CU_ASSERT(import_into("t", "a\n  \n\"\"\nx\n"));
    CU_ASSERT_EQUAL(import_last.empty, 1);
    CU_ASSERT_EQUAL(import_last.added, 1);
    holds("SELECT a FROM t", "kept\nx");
}

static void memory_may_run_out_anywhere(void) {
    import_order order = deal_order(PLACES_AS_WRITTEN);
    order.database = database_path;
    order.path = csv_path;
    order.updates = true;
    unlink(database_path);
    CU_ASSERT(import_deals(DEAL_HEADER "1,P1,,5,,\n"));
    write_csv(
        "Id,partner_id,closed_on,amount,registered,units,more\n1,P1,,7,,,\n2,P1,,5,,,x\n");
    bool done = false;
    for (size_t n = 1; n < 400 && !done; n++) {
        arena memory = {0};
        problem_list problems = {.memory = &memory};
        memory_fail_after(n);
        done = import_file(&order, &memory, &import_last, &problems);
        memory_fail_after(0);
        CU_ASSERT_EQUAL(problems.found, 0);
        arena_free(&memory);
        if (!done) holds("SELECT id, amount FROM deal", "1|5");
    }
    CU_ASSERT(done);
    holds("SELECT id, amount FROM deal", "1|7\n2|5");
}

void import_suite(void) {
    CU_pSuite suite = CU_add_suite("import", importing_begin, importing_end);
    CU_add_test(suite, "a missing table is made as the source says",
                a_missing_table_is_made_as_the_source_says);
    CU_add_test(suite, "amounts stay exact in every column",
                amounts_stay_exact_in_every_column);
    CU_add_test(suite, "minor units are whole numbers", minor_units_are_whole_numbers);
    CU_add_test(suite, "texts are kept as they are written",
                texts_are_kept_as_they_are_written);
    CU_add_test(suite, "ids are the same with blanks around them",
                ids_are_the_same_with_blanks_around_them);
    CU_add_test(suite, "one bad cell leaves everything as it was",
                one_bad_cell_leaves_everything_as_it_was);
    CU_add_test(suite, "every bad cell is told with its line",
                every_bad_cell_is_told_with_its_line);
    CU_add_test(suite, "of many problems 20 are kept and all are counted",
                of_many_problems_twenty_are_kept_and_all_are_counted);
    CU_add_test(suite, "an id stands in a table once", an_id_stands_in_a_table_once);
    CU_add_test(suite, "ids are known without an index", ids_are_known_without_an_index);
    CU_add_test(suite, "an update leaves what the file does not say",
                an_update_leaves_what_the_file_does_not_say);
    CU_add_test(suite, "a preview writes nothing", a_preview_writes_nothing);
    CU_add_test(suite, "rows point to rows that are there", rows_point_to_rows_that_are_there);
    CU_add_test(suite, "the table may refuse a row", the_table_may_refuse_a_row);
    CU_add_test(suite, "only tables take rows, and no trigger runs",
                only_tables_take_rows_and_no_trigger_runs);
    CU_add_test(suite, "a file without rows empties no table",
                a_file_without_rows_empties_no_table);
    CU_add_test(suite, "memory may run out anywhere", memory_may_run_out_anywhere);
}
