/* guard.h - what a statement may do: read tables and views, with harmless functions, for a
 * while.
 *
 * The file and the SELECTs of rules are other people's. Every statement but our own set-up
 * passes the authorizer and runs under a budget of operations. */
#ifndef RUNG_DATA_GUARD_H
#define RUNG_DATA_GUARD_H

#include "base/map.h"

#include <sqlite3.h>

/* Operations of SQLite's machine that a SELECT or view may take: about a minute. */
#define GUARD_OPERATIONS ((uint64_t)2000000000)

/* The aggregate function through which rows are taken. Ours alone: SELECTs of rules and views
 * of the file may not name it. */
#define GUARD_TAKE "rung_take"

typedef struct guard {
    map tables;          /* lower-case names of what may be read; filled by the schema */
    uint64_t operations; /* allowed for the statement; 0: without limit */
    uint64_t spent;      /* by the statement */
    bool exhausted;      /* it was stopped for that */
    bool taking;         /* the statement is ours and may use GUARD_TAKE */
    char refused[160];   /* what the authorizer refused last, in plain words; "" for nothing */
} guard;

/* Hardens the connection before anything is read. */
bool guard_harden(sqlite3 *handle);
/* From here on the authorizer decides and operations count. The guard must stay where it is. */
bool guard_close_door(guard *g, sqlite3 *handle);
/* Adds a table or view to what may be read. */
bool guard_allow_table(guard *g, const char *name);
/* Before a statement: a fresh budget and nothing refused yet. */
void guard_begin(guard *g, uint64_t operations);

#endif
