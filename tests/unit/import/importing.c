/* importing.c - imports in a folder of their own: see importing.h. */
#define _POSIX_C_SOURCE 200809L

#include "importing.h"

#include <CUnit/Basic.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];
char database_path[80], csv_path[80];

int importing_begin(void) {
    strcpy(folder, "/tmp/rung-import-XXXXXX");
    if (!mkdtemp(folder)) return 1;
    snprintf(database_path, sizeof database_path, "%s/data.db", folder);
    snprintf(csv_path, sizeof csv_path, "%s/rows.csv", folder);
    return 0;
}

int importing_end(void) {
    unlink(database_path);
    unlink(csv_path);
    return rmdir(folder); /* fails when anything else was left there */
}

/* --- a database, a file, an import ---------------------------------------------------------
 */

void write_csv(const char *bytes) {
    FILE *file = fopen(csv_path, "wb");
    CU_ASSERT_FATAL(file != NULL);
    fputs(bytes, file);
    fclose(file);
}

void make_database(const char *sql) {
    sqlite3 *db;
    unlink(database_path);
    CU_ASSERT_FATAL(sqlite3_open(database_path, &db) == SQLITE_OK);
    CU_ASSERT_EQUAL(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static int add_row(void *context, int count, char **cells, char **names) {
    text_buffer *out = context;
    (void)names;
    if (out->length) text_append_byte(out, '\n');
    for (int i = 0; i < count; i++) {
        if (i) text_append_byte(out, '|');
        text_append_string(out, cells[i] ? cells[i] : "-");
    }
    return 0;
}

void holds(const char *sql, const char *wanted) {
    sqlite3 *db;
    text_buffer rows = {0};
    CU_ASSERT_FATAL(sqlite3_open(database_path, &db) == SQLITE_OK);
    CU_ASSERT_EQUAL(sqlite3_exec(db, sql, add_row, &rows, NULL), SQLITE_OK);
    sqlite3_close(db);
    const char *got = rows.bytes ? rows.bytes : "";
    if (strcmp(got, wanted) != 0) fprintf(stderr, "%s gives\n%s\nnot\n%s\n", sql, got, wanted);
    CU_ASSERT_STRING_EQUAL(got, wanted);
    text_free(&rows);
}

char import_said[8192];
import_outcome import_last;

static void gather_problems(const problem_list *problems) {
    size_t used = 0;
    import_said[0] = '\0';
    for (size_t i = 0; i < problems->count && used < sizeof import_said - 1; i++)
        used += (size_t)snprintf(import_said + used, sizeof import_said - used, "%s%d:%d %s",
                                 i ? "\n" : "", problems->items[i].at.line,
                                 problems->items[i].at.column, problems->items[i].message);
}

bool run_order(import_order order) {
    arena memory = {0};
    problem_list problems = {.memory = &memory};
    order.database = database_path;
    order.path = csv_path;
    bool done = import_file(&order, &memory, &import_last, &problems);
    gather_problems(&problems);
    import_last.columns = (import_columns){0}; /* they go with the memory */
    arena_free(&memory);
    CU_ASSERT_NOT_EQUAL(done, problems.found > 0);
    return done;
}

bool import_into(const char *table, const char *bytes) {
    write_csv(bytes);
    return run_order((import_order){.table = table});
}

/* What a program's source says of deals. */
static column_request deal_columns[] = {
    {.name = "closed_on", .sql_name = "closed_on", .kind = CELL_DATE},
    {.name = "amount", .sql_name = "amount", .kind = CELL_MONEY},
    {.name = "registered", .sql_name = "registered", .kind = CELL_BOOLEAN},
    {.name = "units", .sql_name = "units", .kind = CELL_NUMBER}};
enum { DEAL_COLUMNS = sizeof deal_columns / sizeof *deal_columns };

source_request importing_deals = {.name = "deal",
                                  .from = "deal",
                                  .id = "id",
                                  .partner = "partner_id",
                                  .columns = deal_columns,
                                  .count = DEAL_COLUMNS};

import_order deal_order(int minor_places) {
    for (int i = 0; i < DEAL_COLUMNS; i++)
        deal_columns[i].minor_places = PLACES_AS_WRITTEN;
    deal_columns[1].minor_places = minor_places;
    return (import_order){.table = "deal",
                          .source = {.request = &importing_deals, .currency = "USD"}};
}

bool import_deals(const char *bytes) {
    write_csv(bytes);
    return run_order(deal_order(PLACES_AS_WRITTEN));
}
