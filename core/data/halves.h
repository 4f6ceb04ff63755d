/* halves.h - a second connection to the same state of a database, so that two threads can each
 * read half of a table.
 *
 * Why both see one state. The first connection has been in a read transaction since the file
 * was opened. In rollback-journal mode that means it holds a SHARED lock, and as long as it
 * does nobody can get the EXCLUSIVE lock without which no byte of the file is ever written (a
 * writer keeps its changes in its own memory and in the journal until then); nor can anybody
 * change the journal mode. The second connection opens the file later, begins a transaction of
 * its own, and so reads the very bytes that the first one reads, for all the time in which both
 * locks are held. What remains to be shown, and is, once both hold their locks:
 *  - that it is rollback-journal mode: the header says so (bytes 18 and 19 are 1, not 2 as in
 *    WAL mode, where a reader locks nothing but a place in the log);
 *  - that it is the same file: neither has moved from under its name, and the 100 bytes of the
 *    headers, with the counter that every change advances, are the same;
 *  - that SQLite was built for threads.
 * Headers are read through SQLite's own file handles: to open and close the file ourselves
 * would drop the locks of the whole process on it (POSIX). */
#ifndef RUNG_DATA_HALVES_H
#define RUNG_DATA_HALVES_H

#include "data/connection.h"

/* The second connection, kept until the database is closed; NULL when not all of that could be
 * shown. Then one connection reads everything. */
database *halves_second(database *db);

/* A table by its rowids: how many rows it can have at most, and where it can be cut. */
typedef struct halves {
    const char *rowid; /* what this table calls it */
    int64_t low, high; /* the least and the greatest */
    int64_t middle;    /* rowids up to it are the first half */
    uint64_t most;     /* rows */
    bool worth_it;     /* it is large enough for two threads */
} halves;

/* False when it is no table with rowids. */
bool halves_of(database *db, const char *from, const catalog *known, halves *out);

#endif
