/* taking.h - hands the rows of one statement to the builder, inside SQLite.
 *
 * The statement is `SELECT rung_take(id, partner, ..) FROM ..`: an aggregate function of ours
 * gets every row without it ever leaving SQLite's machine, which takes half the time of asking
 * for rows one by one. One taking belongs to one connection and one thread. */
#ifndef RUNG_DATA_TAKING_H
#define RUNG_DATA_TAKING_H

#include "data/builder.h"
#include "data/connection.h"

#include <stdatomic.h>

/* Of a number's column it is the number; of a text's the text that SQLite shows for it. Where
 * ids stand, a whole one is the integer, as `=` has it in SQLite: a column of ids with gaps is
 * kept so by tools that know no integer without a value. */
typedef enum real_use { REAL_IS_NUMBER, REAL_IS_TEXT, REAL_IS_ID } real_use;

typedef struct taking {
    database *db;
    const source_request *source;
    facts_builder *builder;
    size_t thread;   /* of the builder's */
    uint64_t budget; /* of operations; 0: as long as the table is */
    cell id, partner;
    cell *cells;                 /* one a column of the request */
    cell **targets;              /* where the statement's values go, in its order */
    real_use *reals;             /* what a REAL there is */
    size_t width;                /* values a row */
    bool in_utf8;                /* texts stand in the file as they are wanted */
    size_t rows;                 /* taken so far */
    atomic_size_t *all;          /* rows of all takings of the source */
    database_progress *progress; /* NULL in all threads but the caller's */
    void *context;
    bool out_of_memory;
    bool too_many;
} taking;

/* Room for the source's cells, and where each goes. False when memory ran out. */
bool taking_begin(taking *t, database *db, const source_request *source);
void taking_end(taking *t);

/* "SELECT rung_take(..) FROM .." without a WHERE; false when memory ran out or `from` does not
 * stand by itself. */
bool taking_write(const taking *t, text_buffer *sql);
/* Prepares that (and only that) with leave to use rung_take. NULL: see statement_failure. */
sqlite3_stmt *taking_prepare(taking *t, const char *sql);
/* Takes every row; SQLite's code. */
int taking_run(taking *t, sqlite3_stmt *rows);

#endif
