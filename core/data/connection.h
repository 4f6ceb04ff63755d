/* connection.h - what a database is made of, for the files of data/ that speak SQLite.
 *
 * database.c opens and closes it; statement.c is the only place that prepares other people's
 * SQL. */
#ifndef RUNG_DATA_CONNECTION_H
#define RUNG_DATA_CONNECTION_H

#include "data/database.h"
#include "data/guard.h"

struct database {
    sqlite3 *handle;
    arena memory;     /* what lives as long as the connection */
    const char *name; /* the path as it was given */
    map names;        /* tables and views as they are spelt, in byte order */
    guard guard;
    uint64_t operations; /* for one SELECT or view */
    bool write_ahead;    /* the file is in WAL mode */
    bool in_utf8;        /* its texts are */
    database *second;    /* see halves.h; NULL */
    bool is_alone;       /* there was no second one when it was looked for */
};

/* The head of the file as SQLite sees it through this connection; false when it can't be read.
 */
enum { DATABASE_HEADER = 100 };
bool database_read_header(database *db, unsigned char header[DATABASE_HEADER]);
/* Between statements: the pages that were read need not stay in the process's memory. */
void database_release_pages(database *db);
/* Another connection to the same path, in a read transaction; NULL when that does not work. */
database *database_open_again(const database *db);

/* For tests: SQLite hands over rows in the opposite of its usual order. */
bool database_reverse(database *db);
/* For tests: another budget for a SELECT or view than GUARD_OPERATIONS. */
void database_set_operations(database *db, uint64_t operations);

/* Fills the guard's list of tables from the schema: the first read of the transaction. Returns
 * SQLite's code. */
int schema_read_names(database *db);

/* Exactly one statement that only reads and gives columns; NULL otherwise. `end`, unless NULL,
 * gets where it ends in sql. */
sqlite3_stmt *statement_prepare(database *db, const char *sql, uint64_t operations,
                                const char **end);
/* Why the last statement failed, in plain words; lives until the next call into SQLite. */
const char *statement_failure(const database *db);

/* "name", as SQL writes an identifier. */
void statement_quote(text_buffer *out, const char *name);
/* What stands after FROM: the quoted table, or the SELECT in brackets. False when that SELECT
 * does not stand by itself. */
bool statement_from(database *db, text_buffer *out, const char *from);
/* The budget for reading it: tables are as long as they are, SELECTs and views can grow. */
uint64_t statement_budget(database *db, const char *from);

#endif
