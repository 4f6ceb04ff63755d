/* changed_rows_test.c - written rows are read as if they stood in the database. */
#include "base/memory.h"
#include "sample.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

static const char tables[] =
    "CREATE TABLE partner (id TEXT PRIMARY KEY, region TEXT);"
    "INSERT INTO partner VALUES ('P1', 'NA'), ('P2', 'EMEA'), ('P3', 'NA');"
    "CREATE TABLE deals (id INTEGER PRIMARY KEY, partner_id TEXT, amount TEXT, cents INTEGER,"
    " closed_on TEXT, won INTEGER);"
    "INSERT INTO deals VALUES (1, 'P1', '10.50', 1050, '2026-01-01', 1),"
    " (2, 'P1', '20.00', 2000, '2026-02-01', 0), (3, 'P2', '30', 3000, '2026-03-01', 1);"
    "CREATE TABLE exam (partner_id TEXT, level TEXT);"
    "INSERT INTO exam VALUES ('P1', 'basic'), ('P2', 'basic');";

static const source_file file = {"scenario.yaml", "", 0};

static column_request regions[] = {{.name = "region",
                                    .sql_name = "region",
                                    .kind = CELL_TEXT,
                                    .minor_places = PLACES_AS_WRITTEN,
                                    .wanted = true}};
static column_request columns[] = {{.name = "amount",
                                    .sql_name = "amount",
                                    .kind = CELL_MONEY,
                                    .minor_places = PLACES_AS_WRITTEN,
                                    .wanted = true},
                                   {.name = "in_cents",
                                    .sql_name = "cents",
                                    .kind = CELL_MONEY,
                                    .minor_places = 2,
                                    .wanted = true},
                                   {.name = "closed_on",
                                    .sql_name = "closed_on",
                                    .kind = CELL_DATE,
                                    .minor_places = PLACES_AS_WRITTEN,
                                    .wanted = true},
                                   {.name = "won",
                                    .sql_name = "won",
                                    .kind = CELL_BOOLEAN,
                                    .minor_places = PLACES_AS_WRITTEN}};
static column_request levels[] = {{.name = "level",
                                   .sql_name = "level",
                                   .kind = CELL_TEXT,
                                   .minor_places = PLACES_AS_WRITTEN,
                                   .wanted = true}};

static source_request sources[] = {{.name = "partner",
                                    .from = "partner",
                                    .id = "id",
                                    .happened_on = -1,
                                    .columns = regions,
                                    .count = 1},
                                   {.name = "deal",
                                    .from = "deals",
                                    .id = "id",
                                    .partner = "partner_id",
                                    .happened_on = 2,
                                    .columns = columns,
                                    .count = 4},
                                   {.name = "exam",
                                    .from = "exam",
                                    .partner = "partner_id",
                                    .happened_on = -1,
                                    .columns = levels,
                                    .count = 1}};

enum { FIELDS = 8, CHANGES = 4 };

/* "deal: id=7 partner=P1 amount=10" or "deal: id=7 delete"; the n-th stands in line n. */
typedef struct written {
    char room[256];
    row_field fields[FIELDS];
} written;

static row_change change_of(written *w, const char *said, int line) {
    snprintf(w->room, sizeof w->room, "%s", said);
    row_change change = {.fields = w->fields};
    change.source_at = change.at = (place){&file, line, 1, 1};
    change.source = strtok(w->room, ": ");
    for (char *word; (word = strtok(NULL, " ")) != NULL;) {
        char *sign = strchr(word, '=');
        if (!sign) {
            change.is_deleted = true;
            continue;
        }
        *sign = 0;
        int column = (int)(sign - w->room);
        w->fields[change.count++] =
            (row_field){word, {&file, line, column, 1}, sign + 1, {&file, line, column + 1, 1}};
    }
    return change;
}

typedef struct work {
    sample from;
    facts *read;
} work;

static void read_with(work *w, const char *const said[CHANGES]) {
    written room[CHANGES] = {0};
    row_change changes[CHANGES];
    size_t count = 0;
    for (; count < CHANGES && said[count]; count++)
        changes[count] = change_of(&room[count], said[count], (int)count + 1);
    sample_open(&w->from, tables);
    request wanted = {sources, 3, changes, count};
    w->read = database_read(w->from.db, &w->from.memory, &wanted, &w->from.catalog, 1, NULL,
                            NULL, &w->from.problems);
}

/* "P1:1 P1:2": whose rows of the table there are, in their order. */
static bool rows_are(const facts *f, size_t table, const char *wanted) {
    text_buffer out = {0};
    const facts_table *t = &f->tables[table];
    for (size_t row = 0; row < t->rows; row++) {
        text partner = f->partner_ids[t->partner_of[row]];
        text_print(&out, "%s%.*s", row ? " " : "", (int)partner.length, partner.bytes);
        if (!t->ids) continue;
        text_append_byte(&out, ':');
        facts_row_id(f, t, row, &out);
    }
    bool same = strcmp(out.bytes ? out.bytes : "", wanted) == 0;
    if (!same) printf("\n  got %s", out.bytes ? out.bytes : "");
    text_free(&out);
    return same;
}

static number amount_at(const facts *f, size_t column, size_t row) {
    number value = 0;
    uint8_t state = 0;
    facts_column_load(&f->tables[1].columns[column], row, 1, &value, &state);
    return state == CELL_VALUE ? value : -1;
}

static void rows_are_added_replaced_and_deleted(void) {
    work w;
    read_with(&w, (const char *const[CHANGES]){"deal: id=9 partner=P3 amount=5.25",
                                               "deal: id=2 partner=P2 amount=7",
                                               "deal: id=1 delete"});
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.read);
    CU_ASSERT_TRUE(rows_are(w.read, 1, "P2:2 P2:3 P3:9"));
    CU_ASSERT_EQUAL(amount_at(w.read, 0, 0), number_from_integer(7));
    CU_ASSERT_EQUAL(amount_at(w.read, 0, 2), number_from_integer(21) / 4);
    CU_ASSERT_EQUAL(amount_at(w.read, 1, 0), -1); /* what is not written is empty */
    CU_ASSERT_EQUAL(w.read->tables[1].rows_read, 3);
    sample_close(&w.from);
}

static void amounts_are_written_in_the_currency_whatever_the_column_holds(void) {
    work w;
    read_with(&w,
              (const char *const[CHANGES]){"deal: id=3 partner=P2 in_cents=12.34 won=true"});
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.read);
    CU_ASSERT_EQUAL(amount_at(w.read, 1, 2), number_from_integer(1234) / 100);
    sample_close(&w.from);
}

static void partners_come_and_go(void) {
    work w;
    read_with(&w, (const char *const[CHANGES]){
                      "partner: id=P0 region=APAC", "partner: id=P1 delete",
                      "deal: id=10 partner=P0 amount=1", "exam: partner=P0 level=expert"});
    CU_ASSERT_PTR_NOT_NULL_FATAL(w.read);
    CU_ASSERT_EQUAL(w.read->partner_count, 3);
    CU_ASSERT_TRUE(rows_are(w.read, 1, "P0:10 P2:3"));
    CU_ASSERT_EQUAL(w.read->tables[1].orphans, 2);
    CU_ASSERT_TRUE(rows_are(w.read, 2, "P0 P2"));
    sample_close(&w.from);
}

static void no_change_is_the_database_itself(void) {
    char plain[33], changed[33];
    work w;
    read_with(&w, (const char *const[CHANGES]){NULL});
    facts_fingerprint(w.read, plain);
    sample_close(&w.from);
    read_with(&w, (const char *const[CHANGES]){
                      "deal: id=3 partner=P2 amount=30 in_cents=30.00 closed_on=2026-03-01"});
    facts_fingerprint(w.read, changed);
    CU_ASSERT_STRING_EQUAL(plain, changed);
    sample_close(&w.from);
}

static bool refused(const char *said, const char *message, const char *hint) {
    work w;
    read_with(&w, (const char *const[CHANGES]){said});
    const problem *first = &w.from.problems.items[0];
    bool told = !w.read && w.from.problems.count == 1 && strcmp(first->message, message) == 0 &&
                first->at.file == &file && !first->in_data &&
                (!hint || (first->hint && strcmp(first->hint, hint) == 0));
    if (!told) printf("\n  got %s", w.from.problems.count ? first->message : "nothing");
    sample_close(&w.from);
    return told;
}

static void what_is_written_wrong_is_told_where_it_stands(void) {
    CU_ASSERT_TRUE(
        refused("deals: id=1", "the program has no source 'deals'", "did you mean 'deal'?"));
    CU_ASSERT_TRUE(refused("deal: id=1 partner=P1 amuont=5",
                           "the source 'deal' has no column 'amuont'",
                           "did you mean 'amount'?"));
    CU_ASSERT_TRUE(refused(
        "deal: id=1 partner=P1 amount=4.000,00",
        "column 'amount': '4.000,00' is not an amount (digits and a decimal point)", NULL));
    CU_ASSERT_TRUE(
        refused("deal: id=1 partner=P1 in_cents=1.234",
                "column 'in_cents': '1.234' is not an amount of the program's currency", NULL));
    CU_ASSERT_TRUE(refused("deal: id=1 partner=P1 closed_on=2026-02-30",
                           "column 'closed_on': '2026-02-30' is not a date (YYYY-MM-DD)",
                           NULL));
    CU_ASSERT_TRUE(refused("deal: partner=P1", "the row of 'deal' has no id", NULL));
    CU_ASSERT_TRUE(refused("deal: id=1 amount=5", "the row of 'deal' has no partner", NULL));
    CU_ASSERT_TRUE(refused("deal: id=77 delete", "'deal' has no row '77' to delete", NULL));
    CU_ASSERT_TRUE(refused("deal: id=1 partner=P9", "there is no partner 'P9'", NULL));
    CU_ASSERT_TRUE(refused("exam: partner=P1 delete",
                           "rows of 'exam' have no ids: none can be deleted", NULL));
    CU_ASSERT_TRUE(refused("exam: id=4 partner=P1", "the source 'exam' has no column 'id'",
                           "rows of this source have no ids: leave it away"));
    CU_ASSERT_TRUE(refused("partner: id=P1 partner=P2",
                           "the source 'partner' has no column 'partner'", NULL));
}

static void a_row_changed_twice_is_shown_at_both_places(void) {
    work w;
    read_with(&w, (const char *const[CHANGES]){"deal: id=1 partner=P1", "deal: id=1 delete"});
    CU_ASSERT_PTR_NULL(w.read);
    CU_ASSERT_EQUAL_FATAL(w.from.problems.count, 1);
    CU_ASSERT_STRING_EQUAL(sample_problem(&w.from), "the row '1' of 'deal' stands here twice");
    CU_ASSERT_EQUAL(w.from.problems.items[0].also.line, 1);
    sample_close(&w.from);
}

static void a_refused_allocation_ends_the_reading(void) {
    for (size_t n = 1; n < 60; n++) {
        sample from;
        sample_open(&from, tables);
        written room = {0};
        row_change change = change_of(&room, "deal: id=9 partner=P3 amount=5.25", 1);
        request wanted = {sources, 3, &change, 1};
        memory_fail_after(n);
        facts *read = database_read(from.db, &from.memory, &wanted, &from.catalog, 1, NULL,
                                    NULL, &from.problems);
        bool failed = memory_fail_after(0) >= n;
        CU_ASSERT_EQUAL(read == NULL, failed);
        CU_ASSERT_EQUAL(from.problems.count, 0);
        sample_close(&from);
    }
}

static const CU_TestInfo tests[] = {
    {"rows are added, replaced and deleted", rows_are_added_replaced_and_deleted},
    {"amounts are written in the currency, whatever the column holds",
     amounts_are_written_in_the_currency_whatever_the_column_holds},
    {"partners come and go", partners_come_and_go},
    {"no change is the database itself", no_change_is_the_database_itself},
    {"what is written wrong is told where it stands",
     what_is_written_wrong_is_told_where_it_stands},
    {"a row changed twice is shown at both places",
     a_row_changed_twice_is_shown_at_both_places},
    {"a refused allocation ends the reading", a_refused_allocation_ends_the_reading},
};

void changed_rows_suite(void) {
    CU_pSuite suite = CU_add_suite("changed rows", NULL, NULL);
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        CU_add_test(suite, tests[i].pName, tests[i].pTestFunc);
}
