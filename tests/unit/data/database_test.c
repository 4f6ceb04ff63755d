/* database_test.c - files that are no databases, SELECTs that attack, and what stays untouched.
 */
#define _POSIX_C_SOURCE 200809L

#include "sample.h"

#include <CUnit/Basic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char partners[] =
    "CREATE TABLE partner(id TEXT PRIMARY KEY, name TEXT, grade INTEGER);"
    "INSERT INTO partner VALUES('P1', 'Acme', 1), ('P2', 'Blue', 2);";

static place nowhere;

static bool opening_says(const char *path, const char *wanted) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    database *db = database_open(path, &problems);
    bool said = !db && problems.count == 1 && problems.items[0].in_data &&
                strstr(problems.items[0].message, wanted);
    if (!said)
        printf("\n  %s: %s\n", path, problems.count ? problems.items[0].message : "opened");
    database_close(db);
    arena_free(&memory);
    return said;
}

static void fill(sample *s, const char *bytes, size_t length) {
    FILE *file = fopen(s->path, "wb");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fwrite(bytes, 1, length, file);
    fclose(file);
}

static void a_file_that_is_missing_or_no_database_is_said_so(void) {
    sample s;
    sample_make(&s, "SELECT 1");
    CU_ASSERT_TRUE(opening_says("/nowhere/x.db", "'/nowhere/x.db' does not exist"));
    CU_ASSERT_TRUE(opening_says("/tmp", "is a folder"));
    fill(&s, "id,name\n1,Acme\n", 15);
    CU_ASSERT_TRUE(opening_says(s.path, "is not a SQLite database"));
    fill(&s, "x", 1);
    CU_ASSERT_TRUE(opening_says(s.path, "is not a SQLite database"));
    unlink(s.path);
    CU_ASSERT_EQUAL(mkfifo(s.path, 0600), 0);
    CU_ASSERT_TRUE(opening_says(s.path, "is not a file"));
    sample_close(&s);
}

static void a_damaged_file_is_said_so(void) {
    sample s;
    sample_make(&s, partners);
    char header[100];
    FILE *file = fopen(s.path, "rb");
    CU_ASSERT_EQUAL(fread(header, 1, sizeof header, file), sizeof header);
    fclose(file);
    char garbage[4096];
    memset(garbage, 0x5a, sizeof garbage);
    memcpy(garbage, header, sizeof header);
    fill(&s, garbage, sizeof garbage);
    CU_ASSERT_TRUE(opening_says(s.path, "is damaged"));
    sample_close(&s);
}

static void a_locked_file_is_said_so(void) {
    sample s;
    sample_make(&s, partners);
    sqlite3 *writer = NULL;
    sqlite3_open(s.path, &writer);
    CU_ASSERT_EQUAL(sqlite3_exec(writer, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    CU_ASSERT_TRUE(opening_says(s.path, "is locked by another program"));
    sqlite3_close(writer);
    sample_close(&s);
}

static void copy(const char *from, const char *to) {
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    CU_ASSERT_TRUE_FATAL(in && out);
    for (int byte; (byte = getc(in)) != EOF;)
        putc(byte, out);
    fclose(in);
    fclose(out);
}

/* The file and journal of a writer that broke off after its first pages went to the disk. */
static void a_change_that_broke_off_is_said_so(void) {
    sample s, left;
    sample_make(&s, partners);
    sample_make(&left, "SELECT 1");
    sqlite3 *writer = NULL;
    sqlite3_open(s.path, &writer);
    const char *change =
        "PRAGMA cache_size = 1; BEGIN; WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL "
        "SELECT x + 1 FROM n WHERE x < 2000) INSERT INTO partner SELECT "
        "'N' || x, hex(zeroblob(200)), x FROM n";
    CU_ASSERT_EQUAL(sqlite3_exec(writer, change, NULL, NULL, NULL), SQLITE_OK);
    char from[96], to[96];
    snprintf(from, sizeof from, "%s-journal", s.path);
    snprintf(to, sizeof to, "%s-journal", left.path);
    copy(s.path, left.path);
    copy(from, to);
    CU_ASSERT_TRUE(opening_says(left.path, "was left in the middle of a change"));
    CU_ASSERT_EQUAL(access(to, F_OK), 0);
    unlink(to);
    sqlite3_close(writer);
    sample_close(&left);
    sample_close(&s);
}

static void an_empty_file_is_a_database_without_tables(void) {
    sample s;
    sample_make(&s, "SELECT 1");
    fill(&s, "", 0);
    s.db = database_open(s.path, &s.problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(s.db);
    CU_ASSERT_TRUE(database_catalog(s.db, &s.memory, &s.catalog, &s.problems));
    CU_ASSERT_EQUAL(s.catalog.count, 0);
    sample_close(&s);
}

static void a_path_may_hold_what_means_something_in_a_uri(void) {
    sample s;
    sample_make(&s, partners);
    char odd[128];
    snprintf(odd, sizeof odd, "%s?mode=rwc#%%41 x", s.path);
    CU_ASSERT_EQUAL(rename(s.path, odd), 0);
    database *db = database_open(odd, &s.problems);
    CU_ASSERT_PTR_NOT_NULL(db);
    database_close(db);
    unlink(odd);
    sample_close(&s);
}

static void the_catalog_holds_tables_and_views_with_their_keys(void) {
    sample s;
    sample_open(&s, "CREATE TABLE Deal(Id INTEGER PRIMARY KEY, \"Partner Id\" TEXT);"
                    "CREATE TABLE pair(a, b, PRIMARY KEY(a, b)) WITHOUT ROWID;"
                    "CREATE TABLE counted(n INTEGER PRIMARY KEY AUTOINCREMENT);"
                    "CREATE VIEW won AS SELECT Id AS number FROM Deal;"
                    "CREATE VIEW broken AS SELECT * FROM gone;");
    CU_ASSERT_EQUAL(s.catalog.count, 5);
    const catalog_table *deal = catalog_find(&s.catalog, "DEAL");
    CU_ASSERT_PTR_NOT_NULL_FATAL(deal);
    CU_ASSERT_STRING_EQUAL(deal->name, "Deal");
    CU_ASSERT_STRING_EQUAL(deal->primary_key, "Id");
    CU_ASSERT_STRING_EQUAL(catalog_column(deal, "partner id"), "Partner Id");
    CU_ASSERT_PTR_NULL(catalog_column(deal, "partner"));
    CU_ASSERT_PTR_NULL(catalog_find(&s.catalog, "pair")->primary_key);
    const catalog_table *won = catalog_find(&s.catalog, "won");
    CU_ASSERT_STRING_EQUAL(won->columns[0], "number");
    CU_ASSERT_PTR_NULL(won->primary_key);
    CU_ASSERT_PTR_NULL(won->unusable);
    CU_ASSERT_PTR_NOT_NULL(strstr(catalog_find(&s.catalog, "broken")->unusable, "gone"));
    sample_close(&s);
}

static void a_select_begins_with_the_word_select_or_with(void) {
    CU_ASSERT_TRUE(database_is_select("SELECT * FROM deal"));
    CU_ASSERT_TRUE(database_is_select("\n  select*from deal"));
    CU_ASSERT_TRUE(database_is_select("With a AS (SELECT 1) SELECT * FROM a"));
    CU_ASSERT_FALSE(database_is_select("deal"));
    CU_ASSERT_FALSE(database_is_select("selection"));
    CU_ASSERT_FALSE(database_is_select("with_rebate"));
    CU_ASSERT_FALSE(database_is_select("select"));
}

static bool describing_says(sample *s, const char *sql, const char *wanted) {
    s->problems.count = 0;
    bool described =
        database_describe_select(s->db, &s->memory, &s->catalog, sql, nowhere, &s->problems);
    bool said = !described && strstr(sample_problem(s), wanted);
    if (!said) printf("\n  %s: %s\n", sql, described ? "described" : sample_problem(s));
    return said;
}

static void a_select_is_described_by_its_columns(void) {
    sample s;
    sample_open(&s, partners);
    const char *sql = "SELECT id, upper(name) AS name, grade + 1 AS next FROM partner -- all;";
    CU_ASSERT_TRUE(
        database_describe_select(s.db, &s.memory, &s.catalog, sql, nowhere, &s.problems));
    const catalog_table *table = catalog_find(&s.catalog, sql);
    CU_ASSERT_PTR_NOT_NULL_FATAL(table);
    CU_ASSERT_EQUAL(table->column_count, 3);
    CU_ASSERT_STRING_EQUAL(catalog_column(table, "NEXT"), "next");
    CU_ASSERT_TRUE(describing_says(&s, "SELECT nam FROM partner", "no such column: nam"));
    CU_ASSERT_TRUE(describing_says(&s, "SELECT * FORM partner", "syntax error"));
    CU_ASSERT_TRUE(describing_says(&s, "SELECT \"won\" FROM partner", "no such column: won"));
    sample_close(&s);
}

static void a_select_that_would_do_more_than_read_is_refused(void) {
    static const char *const attacks[][2] = {
        {"SELECT 1; DELETE FROM partner", "more than one statement"},
        {"SELECT 1; SELECT 2", "more than one statement"},
        {"SELECT writefile('/tmp/rung-written', 'x')", "writefile"},
        {"SELECT load_extension('/tmp/x')", "load_extension"},
        {"SELECT readfile('/etc/passwd')", "readfile"},
        {"SELECT fts3_tokenizer('simple')", "fts3_tokenizer"},
        {"SELECT random()", "may not use the function 'random'"},
        {"SELECT hex(randomblob(1000000000))", "may not use the function 'randomblob'"},
        {"SELECT date('now')", "may not use the function 'date'"},
        {"SELECT current_timestamp", "may not use the function 'current_timestamp'"},
        {"SELECT sqlite_version()", "may not use the function 'sqlite_version'"},
        {"SELECT * FROM pragma_table_info('partner')", "do nothing but read"},
        {"SELECT count(*) FROM pragma_database_list", "do nothing but read"},
        {"SELECT * FROM sqlite_schema", "may not read 'sqlite_master'"},
        {"SELECT * FROM sqlite_dbpage", "sqlite_dbpage"},
        {"SELECT * FROM dbstat", "do nothing but read"},
        {"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
         "may not be recursive"},
        {"WITH x AS (SELECT 1) DELETE FROM partner", "do nothing but read"},
        {"WITH x AS (SELECT 1) INSERT INTO partner SELECT 'P9', 1, 1 RETURNING id",
         "do nothing but read"},
        {"VACUUM INTO '/tmp/rung-copy.db'", "do nothing but read"},
        {"ATTACH '/tmp/rung-other.db' AS other", "do nothing but read"},
        {"EXPLAIN SELECT 1", "do nothing but read"},
        {"EXPLAIN QUERY PLAN SELECT 1", "do nothing but read"},
        {"PRAGMA writable_schema = 1", "do nothing but read"},
        {"BEGIN", "do nothing but read"},
        {"COMMIT", "do nothing but read"},
        {"-- nothing", "it is empty"},
        {"", "it is empty"},
        {"SELECT 1) UNION SELECT (2", "syntax error"},
    };
    sample s;
    sample_open(&s, partners);
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++)
        CU_ASSERT_TRUE(describing_says(&s, attacks[i][0], attacks[i][1]));
    CU_ASSERT_NOT_EQUAL(access("/tmp/rung-written", F_OK), 0);
    CU_ASSERT_NOT_EQUAL(access("/tmp/rung-copy.db", F_OK), 0);
    CU_ASSERT_NOT_EQUAL(access("/tmp/rung-other.db", F_OK), 0);
    sample_close(&s);
}

static void a_view_of_the_file_is_trusted_no_more_than_a_select(void) {
    sample s;
    sample_open(&s,
                "CREATE TABLE partner(id TEXT PRIMARY KEY);"
                "CREATE VIEW clock AS SELECT datetime('now') AS at;"
                "CREATE VIEW bomb AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
                "FROM n) SELECT x FROM n;"
                "CREATE VIEW insides AS SELECT * FROM pragma_database_list;"
                "CREATE VIRTUAL TABLE words USING fts5(x);");
    CU_ASSERT_PTR_NOT_NULL(strstr(catalog_find(&s.catalog, "clock")->unusable, "datetime"));
    CU_ASSERT_PTR_NOT_NULL(strstr(catalog_find(&s.catalog, "bomb")->unusable, "recursive"));
    CU_ASSERT_PTR_NOT_NULL(catalog_find(&s.catalog, "insides")->unusable);
    CU_ASSERT_PTR_NULL(catalog_find(&s.catalog, "words"));
    sample_close(&s);
}

static void a_select_without_end_is_stopped(void) {
    sample s;
    sample_open(&s, "CREATE TABLE partner(id TEXT PRIMARY KEY);"
                    "CREATE TABLE n(x); INSERT INTO n VALUES(1),(2),(3),(4),(5),(6),(7),(8);");
    database_set_operations(s.db, 100000);
    const char *sql = "SELECT count(*) AS c FROM n a, n b, n c, n d, n e, n f, n g, n h, n i";
    column_request c = {.name = "c",
                        .sql_name = "c",
                        .kind = CELL_NUMBER,
                        .minor_places = PLACES_AS_WRITTEN,
                        .wanted = true};
    source_request other = {.name = "deal",
                            .from = sql,
                            .partner = "c",
                            .happened_on = -1,
                            .columns = &c,
                            .count = 1};
    CU_ASSERT_PTR_NULL(sample_read(&s, &other));
    CU_ASSERT_PTR_NOT_NULL(strstr(sample_problem(&s), "it takes too long"));
    sample_close(&s);
}

static void reading_leaves_the_file_as_it_was(void) {
    sample s;
    sample_make(&s, partners);
    struct stat before, after;
    CU_ASSERT_EQUAL(stat(s.path, &before), 0);
    s.db = database_open(s.path, &s.problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(s.db);
    CU_ASSERT_PTR_NOT_NULL(sample_read(&s, NULL));
    CU_ASSERT_EQUAL(sqlite3_db_readonly(s.db->handle, "main"), 1);
    CU_ASSERT_NOT_EQUAL(sqlite3_exec(s.db->handle, "DELETE FROM partner", NULL, NULL, NULL), 0);
    database_close(s.db);
    s.db = NULL;
    CU_ASSERT_EQUAL(stat(s.path, &after), 0);
    CU_ASSERT_EQUAL(before.st_mtim.tv_sec, after.st_mtim.tv_sec);
    CU_ASSERT_EQUAL(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
    CU_ASSERT_EQUAL(before.st_size, after.st_size);
    sample_close(&s);
}

static void what_is_written_meanwhile_is_not_seen(void) {
    sample s;
    sample_make(&s, "PRAGMA journal_mode = WAL");
    sqlite3 *writer = NULL;
    sqlite3_open(s.path, &writer);
    CU_ASSERT_EQUAL(sqlite3_exec(writer, partners, NULL, NULL, NULL), SQLITE_OK);
    s.db = database_open(s.path, &s.problems);
    CU_ASSERT_PTR_NOT_NULL_FATAL(s.db);
    CU_ASSERT_EQUAL(
        sqlite3_exec(writer, "INSERT INTO partner VALUES('P3', 'Cedar', 3)", NULL, NULL, NULL),
        0);
    facts *f = sample_read(&s, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(f);
    CU_ASSERT_EQUAL(f->partner_count, 2);
    database_close(s.db);
    s.db = NULL;
    sqlite3_close(writer);
    sample_close(&s);
}

void database_suite(void);
void database_suite(void) {
    CU_pSuite suite = CU_add_suite("database: a file opened for reading", NULL, NULL);
    CU_add_test(suite, "a file that is missing or no database is said so",
                a_file_that_is_missing_or_no_database_is_said_so);
    CU_add_test(suite, "a damaged file is said so", a_damaged_file_is_said_so);
    CU_add_test(suite, "a locked file is said so", a_locked_file_is_said_so);
    CU_add_test(suite, "a change that broke off is said so",
                a_change_that_broke_off_is_said_so);
    CU_add_test(suite, "an empty file is a database without tables",
                an_empty_file_is_a_database_without_tables);
    CU_add_test(suite, "a path may hold what means something in a URI",
                a_path_may_hold_what_means_something_in_a_uri);
    CU_add_test(suite, "the catalog holds tables and views with their keys",
                the_catalog_holds_tables_and_views_with_their_keys);
    CU_add_test(suite, "a SELECT begins with the word select or with",
                a_select_begins_with_the_word_select_or_with);
    CU_add_test(suite, "a SELECT is described by its columns",
                a_select_is_described_by_its_columns);
    CU_add_test(suite, "a SELECT that would do more than read is refused",
                a_select_that_would_do_more_than_read_is_refused);
    CU_add_test(suite, "a view of the file is trusted no more than a SELECT",
                a_view_of_the_file_is_trusted_no_more_than_a_select);
    CU_add_test(suite, "a SELECT without end is stopped", a_select_without_end_is_stopped);
    CU_add_test(suite, "reading leaves the file as it was", reading_leaves_the_file_as_it_was);
    CU_add_test(suite, "what is written meanwhile is not seen",
                what_is_written_meanwhile_is_not_seen);
}
