/* headers_test.c - which column of a file fills which column of a table. */
#define _POSIX_C_SOURCE 200809L

#include "importing.h"

#include <CUnit/Basic.h>
#include <unistd.h>

static void headers_are_matched_as_people_write_them(void) {
    make_database("CREATE TABLE t (partner_id TEXT, closed_on DATE, amount TEXT)");
    CU_ASSERT(import_into("t", "Partner ID,CLOSED_ON, Amount \nP1,2026-01-01,5\n"));
    holds("SELECT * FROM t", "P1|2026-01-01|5");
    CU_ASSERT(!import_into("t", "Partner ID,Closd on\nP1,2026-01-01\n"));
    CU_ASSERT_STRING_EQUAL(import_said,
                           "1:2 the table has no column 'Closd on'; did you mean 'closed_on'?");
    CU_ASSERT(!import_into("t", "amount,Amount\n1,2\n"));
    CU_ASSERT_STRING_EQUAL(
        import_said,
        "1:2 columns 1 and 2 of the file, 'amount' and 'Amount', both go to 'amount'");
    CU_ASSERT(!import_into("t", "colour,size\n1,2\n"));
    CU_ASSERT_STRING_EQUAL(import_said, "1:0 no header of the file is a column of the table");
}

static bool import_mapped(const char *bytes, const char *const *map, size_t count) {
    write_csv(bytes);
    return run_order((import_order){.table = "t", .mappings = map, .mapping_count = count});
}

static void a_mapping_says_which_header_goes_where(void) {
    static const char *const map[] = {"Amount (USD)=amount", "partner id = partner_id",
                                      "Amount="},
                             *const wrong[] = {"Amuont=amount", "Amount=amuont",
                                               "x=", "Twice="};
    make_database("CREATE TABLE t (partner_id TEXT, amount NUMERIC)");
    CU_ASSERT(import_mapped("PARTNER_ID,Amount,Amount (USD)\nP1,x,5\n", map, 3));
    holds("SELECT * FROM t", "P1|5");
    CU_ASSERT(!import_mapped("Amount,twice,Twice\n5,1,2\n", wrong, 4));
    CU_ASSERT_STRING_EQUAL(import_said,
                           "0:0 --map 'Amuont=amount': the file has no column 'Amuont'\n"
                           "0:0 --map 'Amount=amuont': the table has no column 'amuont'\n"
                           "0:0 --map 'x=': the file has no column 'x'\n"
                           "0:0 --map 'Twice=': the file has several columns 'Twice'");
}

static void columns_that_rules_read_must_be_in_the_file(void) {
    static const char *const map[] = {"=registered"};
    import_order order = deal_order(PLACES_AS_WRITTEN);
    unlink(database_path);
    write_csv("id,partner_id,closed_on,units\n1,P1,,\n");
    CU_ASSERT(!run_order(order));
    CU_ASSERT_STRING_EQUAL(import_said,
                           "1:0 the file has no column for 'amount' (money)\n"
                           "1:0 the file has no column for 'registered' (boolean)");
    order.mappings = map;
    order.mapping_count = 1;
    write_csv("id,partner_id,closed_on,amount,units\n1,P1,,5,\n");
    CU_ASSERT(run_order(order));
    holds("SELECT registered IS NULL FROM deal", "1");
}

static void an_id_that_nobody_named_is_made_where_the_file_has_it(void) {
    import_order order = deal_order(PLACES_AS_WRITTEN);
    importing_deals.id = NULL;
    unlink(database_path);
    write_csv(DEAL_HEADER "1,P1,,5,,\n");
    CU_ASSERT(run_order(order));
    holds("SELECT name FROM pragma_table_info('deal') WHERE pk", "id");
    unlink(database_path);
    write_csv("partner_id,closed_on,amount,registered,units\nP1,,5,,\nP1,,5,,\n");
    CU_ASSERT(run_order(order));
    holds("SELECT group_concat(name) FROM pragma_table_info('deal')",
          "partner_id,closed_on,amount,registered,units");
    importing_deals.id = "id";
}

void import_headers_suite(void) {
    CU_pSuite suite = CU_add_suite("headers of imports", importing_begin, importing_end);
    CU_add_test(suite, "headers are matched as people write them",
                headers_are_matched_as_people_write_them);
    CU_add_test(suite, "a mapping says which header goes where",
                a_mapping_says_which_header_goes_where);
    CU_add_test(suite, "columns that rules read must be in the file",
                columns_that_rules_read_must_be_in_the_file);
    CU_add_test(suite, "an id that nobody named is made where the file has it",
                an_id_that_nobody_named_is_made_where_the_file_has_it);
}
