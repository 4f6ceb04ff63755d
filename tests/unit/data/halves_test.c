/* halves_test.c - a table read by two threads gives the same facts as one read by one. */
#include "sample.h"

#include "data/halves.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <string.h>

/* 30,000 deals of 500 partners and of nobody, some with wrong cells. */
static const char rows[] =
    "CREATE TABLE partner(id TEXT PRIMARY KEY);"
    "CREATE TABLE deal(%s, partner_id TEXT, day TEXT, amount, product TEXT)%s;"
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 499)"
    " INSERT INTO partner SELECT 'P' || i FROM n;"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
    " INSERT INTO deal SELECT %s, 'P' || (i * 7919 %% 510), date('2026-01-01', (i %% 400) || "
    "' days'), CASE WHEN i %% 3001 = 0 THEN 'none' ELSE i * 13 %% 1000 END, "
    "CASE i %% 3 WHEN 0 THEN 'a product of many bytes ' ELSE 'X' END || (i %% 900) FROM n;";

static column_request columns[] = {
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
    {.name = "product",
     .sql_name = "product",
     .kind = CELL_TEXT,
     .minor_places = PLACES_AS_WRITTEN,
     .wanted = true},
};

static facts *read_with(sample *s, const char *id, int jobs) {
    source_request sources[2] = {
        {.name = "partner",
         .from = "partner",
         .id = "id",
         .happened_on = -1,
         .columns = columns},
        {.name = "deal", .from = "deal", .partner = "partner_id", .columns = columns}};
    sources[1].id = id;
    sources[1].count = sizeof columns / sizeof *columns;
    request wanted = {.sources = sources, .count = 2};
    return database_read(s->db, &s->memory, &wanted, &s->catalog, jobs, NULL, NULL,
                         &s->problems);
}

/* Opens the sample; `second` says whether a second connection is expected. */
static void check_same(const char *key, const char *value, const char *option, bool second) {
    char sql[2000];
    snprintf(sql, sizeof sql, rows, key, option, value);
    sample s;
    sample_open(&s, sql);
    const char *id = strcmp(key, "place") == 0 ? NULL : "id";
    facts *one = read_with(&s, id, 1), *two = read_with(&s, id, 2);
    CU_ASSERT_PTR_NOT_NULL_FATAL(one);
    CU_ASSERT_PTR_NOT_NULL_FATAL(two);
    CU_ASSERT_EQUAL(s.db->second != NULL, second);
    char a[33], b[33];
    facts_fingerprint(one, a);
    facts_fingerprint(two, b);
    CU_ASSERT_STRING_EQUAL(a, b);
    CU_ASSERT_EQUAL(one->tables[1].rows, two->tables[1].rows);
    CU_ASSERT_EQUAL(one->tables[1].rows_read, 30000);
    CU_ASSERT_EQUAL(two->tables[1].rows_read, 30000);
    CU_ASSERT_EQUAL(one->tables[1].orphans, two->tables[1].orphans);
    CU_ASSERT_EQUAL(one->latest, two->latest);
    CU_ASSERT_TRUE(one->error_count > 5);
    CU_ASSERT_EQUAL_FATAL(one->error_count, two->error_count);
    bool same = true;
    for (size_t i = 0; i < one->error_count; i++)
        same &= strcmp(one->errors[i].message, two->errors[i].message) == 0 &&
                one->errors[i].partner == two->errors[i].partner &&
                one->errors[i].happened_on == two->errors[i].happened_on;
    for (size_t row = 0; row < one->tables[1].rows; row++) {
        int32_t x = one->tables[1].columns[2].codes[row];
        int32_t y = two->tables[1].columns[2].codes[row];
        same &= text_equal(one->texts.keys[x], two->texts.keys[y]);
    }
    CU_ASSERT_TRUE(same);
    sample_close(&s);
}

static void two_threads_give_what_one_gives(void) {
    check_same("id INTEGER PRIMARY KEY", "i", "", true);
    check_same("id TEXT", "'row ' || i", "", true);
    check_same("id INTEGER", "i % 1000", "", true);
    check_same("place", "i", "", true);
    check_same("rowid TEXT, id INTEGER", "i, i", "", true);
}

static void tables_without_rowids_are_read_by_one(void) {
    check_same("id INTEGER PRIMARY KEY", "i", "WITHOUT ROWID", false);
}

static void a_file_in_wal_mode_is_read_by_one(void) {
    char sql[2000];
    int length = snprintf(sql, sizeof sql, "PRAGMA journal_mode = WAL;");
    snprintf(sql + length, sizeof sql - (size_t)length, rows, "id INTEGER PRIMARY KEY", "",
             "i");
    sample s;
    sample_open(&s, sql);
    CU_ASSERT_PTR_NOT_NULL(read_with(&s, "id", 2));
    CU_ASSERT_PTR_NULL(s.db->second);
    sample_close(&s);
}

static void a_file_that_took_another_place_is_read_by_one(void) {
    sample s, other;
    char sql[2000];
    snprintf(sql, sizeof sql, rows, "id INTEGER PRIMARY KEY", "", "i");
    sample_open(&s, sql);
    sample_make(&other, sql);
    CU_ASSERT_EQUAL(rename(other.path, s.path), 0);
    CU_ASSERT_PTR_NOT_NULL(read_with(&s, "id", 2));
    CU_ASSERT_PTR_NULL(s.db->second);
    sample_close(&s);
    sample_close(&other);
}

static void nobody_writes_while_both_read(void) {
    char sql[2000];
    snprintf(sql, sizeof sql, rows, "id INTEGER PRIMARY KEY", "", "i");
    sample s;
    sample_open(&s, sql);
    CU_ASSERT_PTR_NOT_NULL_FATAL(halves_second(s.db));
    CU_ASSERT_PTR_EQUAL(halves_second(s.db), s.db->second);
    sqlite3 *writer = NULL;
    CU_ASSERT_EQUAL_FATAL(sqlite3_open(s.path, &writer), SQLITE_OK);
    CU_ASSERT_EQUAL(sqlite3_exec(writer, "DELETE FROM deal", NULL, NULL, NULL), SQLITE_BUSY);
    sqlite3_close(writer);
    sample_close(&s);
}

static void texts_of_utf_16_are_read_as_utf_8(void) {
    char sql[2000];
    int length = snprintf(sql, sizeof sql, "PRAGMA encoding = 'UTF-16le';");
    snprintf(sql + length, sizeof sql - (size_t)length, rows, "id INTEGER PRIMARY KEY", "",
             "i");
    sample s;
    sample_open(&s, sql);
    facts *f = read_with(&s, "id", 2);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_TRUE(map_find(&f->texts, text_of("X899")) != MAP_ABSENT);
    CU_ASSERT_TRUE(facts_partner_find(f, text_of("P17")) >= 0);
    CU_ASSERT_EQUAL(f->tables[1].columns[0].states, NULL);
    sample_close(&s);
}

/* 30,000 partners whose ids fall and rise, some with wrong cells and some without a name. */
static const char partners[] =
    "CREATE TABLE partner(id, name TEXT, region TEXT, discount);"
    "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 29999)"
    " INSERT INTO partner SELECT printf('%s', i * 7919 %% 30000), CASE WHEN i %% 7 THEN "
    "'Partner of many bytes ' || i / 2 END, 'R' || (i * i %% 11), CASE WHEN i %% 4001 THEN i "
    "ELSE 'none' END FROM n;";

static facts *read_partners(sample *s, int jobs) {
    static column_request of_partner[] = {
        {.name = "name",
         .sql_name = "name",
         .kind = CELL_TEXT,
         .minor_places = PLACES_AS_WRITTEN,
         .wanted = true,
         .shown_only = true},
        {.name = "region",
         .sql_name = "region",
         .kind = CELL_TEXT,
         .minor_places = PLACES_AS_WRITTEN,
         .wanted = true},
        {.name = "discount",
         .sql_name = "discount",
         .kind = CELL_NUMBER,
         .minor_places = PLACES_AS_WRITTEN,
         .wanted = true},
    };
    source_request source = {.name = "partner",
                             .from = "partner",
                             .id = "id",
                             .happened_on = -1,
                             .columns = of_partner,
                             .count = 3};
    request wanted = {.sources = &source, .count = 1};
    return database_read(s->db, &s->memory, &wanted, &s->catalog, jobs, NULL, NULL,
                         &s->problems);
}

static text name_of(const facts *f, size_t partner) {
    const facts_column *names = &f->tables[0].columns[0];
    if (names->states[partner] != CELL_VALUE) return text_of("");
    return f->texts.keys[names->codes[partner]];
}

static void check_partners(const char *id_format) {
    char sql[2000], a[33], b[33];
    snprintf(sql, sizeof sql, partners, id_format);
    sample s;
    sample_open(&s, sql);
    facts *one = read_partners(&s, 1), *two = read_partners(&s, 2);
    CU_ASSERT_PTR_NOT_NULL_FATAL(one);
    CU_ASSERT_PTR_NOT_NULL_FATAL(two);
    CU_ASSERT_PTR_NOT_NULL(s.db->second);
    facts_fingerprint(one, a);
    facts_fingerprint(two, b);
    CU_ASSERT_STRING_EQUAL(a, b);
    CU_ASSERT_EQUAL(two->partner_count, 30000);
    CU_ASSERT_EQUAL(two->error_count, 8);
    bool same = one->error_count == two->error_count;
    for (size_t i = 0; same && i < one->error_count; i++)
        same &= strcmp(one->errors[i].message, two->errors[i].message) == 0;
    for (size_t p = 0; p < two->partner_count; p++)
        same &= text_equal(one->partner_ids[p], two->partner_ids[p]) &&
                text_equal(name_of(one, p), name_of(two, p));
    CU_ASSERT_TRUE(same);
    CU_ASSERT_TRUE(map_find(&two->texts, text_of("R3")) != MAP_ABSENT);
    CU_ASSERT_EQUAL(map_find(&two->texts, text_of("Partner of many bytes 11")), MAP_ABSENT);
    sample_close(&s);
}

static void partners_are_read_in_halves_too(void) {
    check_partners("P%06d");
    check_partners("%d");
    check_partners("a partner with a long id %d");
}

static void partners_twice_or_without_id_are_found_across_halves(void) {
    char sql[2000];
    int length = snprintf(sql, sizeof sql, partners, "P%06d");
    snprintf(sql + length, sizeof sql - (size_t)length,
             "UPDATE partner SET id = NULL WHERE rowid IN (5, 29000);"
             "UPDATE partner SET id = (SELECT id FROM partner WHERE rowid = 3) WHERE rowid = "
             "29997;");
    sample s;
    sample_open(&s, sql);
    CU_ASSERT_PTR_NULL(read_partners(&s, 2));
    CU_ASSERT_EQUAL_FATAL(s.problems.count, 2);
    CU_ASSERT_STRING_EQUAL(s.problems.items[0].message,
                           "a row of 'partner' has no partner id in column 'id'");
    CU_ASSERT_STRING_EQUAL(s.problems.items[1].message,
                           "partner id 'P015838' comes more than once in 'partner'");
    sample_close(&s);
}

static void a_hundred_columns_are_read_row_by_row(void) {
    enum { MANY = 150 };
    static column_request many[MANY];
    static char names[MANY][16];
    text_buffer sql = {0};
    text_append_string(&sql, "CREATE TABLE partner(id TEXT); INSERT INTO partner VALUES('A');"
                             "CREATE TABLE deal(partner_id");
    for (int i = 0; i < MANY; i++) {
        snprintf(names[i], sizeof names[i], "c%d", i);
        many[i] = (column_request){.name = names[i],
                                   .sql_name = names[i],
                                   .kind = CELL_TEXT,
                                   .minor_places = PLACES_AS_WRITTEN,
                                   .wanted = true};
        text_print(&sql, ", c%d DEFAULT 'v%d'", i, i);
    }
    text_append_string(&sql, "); INSERT INTO deal(partner_id) VALUES('A'), ('A'), ('B');");
    sample s;
    sample_open(&s, sql.bytes);
    text_free(&sql);
    source_request other = {.name = "deal", .from = "deal", .partner = "partner_id"};
    other.happened_on = -1;
    other.columns = many;
    other.count = MANY;
    facts *f = sample_read(&s, &other);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL(f->tables[1].rows, 2);
    int32_t code = f->tables[1].columns[MANY - 1].codes[1];
    CU_ASSERT_TRUE(text_equal(f->texts.keys[code], text_of("v149")));
    sample_close(&s);
}

static void nobody_else_may_use_the_function_that_takes_rows(void) {
    sample s;
    sample_open(&s, "CREATE TABLE partner(id TEXT); INSERT INTO partner VALUES('A');"
                    "CREATE TABLE deal(partner_id TEXT);"
                    "CREATE VIEW sly AS SELECT rung_take(partner_id) AS partner_id FROM deal;");
    source_request other = {.name = "deal", .from = "sly", .partner = "partner_id"};
    other.happened_on = -1;
    other.columns = columns;
    CU_ASSERT_PTR_NULL(sample_read(&s, &other));
    other.from = "SELECT rung_take(partner_id) AS partner_id FROM deal";
    CU_ASSERT_PTR_NULL(sample_read(&s, &other));
    CU_ASSERT_EQUAL(s.problems.count, 2);
    sample_close(&s);
}

void halves_suite(void);
void halves_suite(void) {
    CU_pSuite suite = CU_add_suite("halves: two threads read one table", NULL, NULL);
    CU_add_test(suite, "two threads give what one gives", two_threads_give_what_one_gives);
    CU_add_test(suite, "tables without rowids are read by one",
                tables_without_rowids_are_read_by_one);
    CU_add_test(suite, "a file in WAL mode is read by one", a_file_in_wal_mode_is_read_by_one);
    CU_add_test(suite, "a file that took another's place is read by one",
                a_file_that_took_another_place_is_read_by_one);
    CU_add_test(suite, "nobody writes while both read", nobody_writes_while_both_read);
    CU_add_test(suite, "texts of UTF-16 are read as UTF-8", texts_of_utf_16_are_read_as_utf_8);
    CU_add_test(suite, "a hundred columns are read row by row",
                a_hundred_columns_are_read_row_by_row);
    CU_add_test(suite, "partners are read in halves too", partners_are_read_in_halves_too);
    CU_add_test(suite, "partners twice or without id are found across halves",
                partners_twice_or_without_id_are_found_across_halves);
    CU_add_test(suite, "nobody else may use the function that takes rows",
                nobody_else_may_use_the_function_that_takes_rows);
}
