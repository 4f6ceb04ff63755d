/* open.h - a database opened for writing one table of it. Private to import/. */
#ifndef RUNG_IMPORT_OPEN_H
#define RUNG_IMPORT_OPEN_H

#include "import/import.h"

#include <sqlite3.h>

typedef struct import_database {
    sqlite3 *handle;
    const char *path;
    bool is_made; /* for this import: gone again if nothing is kept */
} import_database;

/* What was found of the table. */
typedef struct import_place {
    const char *table; /* as the database spells it */
    bool exists;
    bool has_row_numbers; /* it has row numbers: it was not made WITHOUT ROWID */
} import_place;

/* In a transaction; a preview only reads, and in memory where there is no file. */
bool import_open(import_database *out, const import_order *order, problem_list *problems);
/* The table, and its columns as the table and the program say; its own where there is none yet.
 */
bool import_describe(import_database *db, const import_order *order, arena *memory,
                     import_place *at, import_columns *columns, problem_list *problems);
/* The table as the columns say. */
bool import_make_table(import_database *db, const import_place *at,
                       const import_columns *columns, problem_list *problems);
/* Takes back what was not committed. */
void import_close(import_database *db, bool keep);

/* Statements of ours; NULL or false after saying why. */
sqlite3_stmt *import_prepare(import_database *db, const text_buffer *sql,
                             problem_list *problems);
bool import_run_sql(import_database *db, const char *sql, problem_list *problems);
/* SQLite's code. The text is borrowed until the statement is reset. */
int import_bind(sqlite3_stmt *to, int at, const cell *from);

/* Says what SQLite answered, in plain words; false. Nothing is said when memory ran out. */
bool import_failed(import_database *db, problem_list *problems);

#endif
