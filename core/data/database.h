/* database.h - a SQLite file opened for reading, defended against what stands in it.
 *
 * Opened read-only (mode=ro), in one read transaction, with DEFENSIVE on, TRUSTED_SCHEMA
 * off, no triggers, no extensions, limits, an authorizer that allows nothing but SELECT,
 * READ and a list of functions, and an operation budget. */
#ifndef RUNG_DATA_DATABASE_H
#define RUNG_DATA_DATABASE_H

#include "base/problem.h"
#include "data/catalog.h"
#include "data/facts.h"
#include "data/request.h"

typedef struct database database;

/* NULL with a problem in the list when it cannot be opened or is no database. */
database *database_open(const char *path, problem_list *problems);
void database_close(database *db);

/* All tables and views. False when memory ran out or the file cannot be read. */
bool database_catalog(database *db, arena *memory, catalog *out, problem_list *problems);
/* Describes a SELECT of a source's `from` and adds it to the catalog under its text; its
 * mistakes are a problem at `at`. A text is a SELECT when it begins with the word SELECT or
 * WITH (any case). */
bool database_describe_select(database *db, arena *memory, catalog *out, const char *sql,
                              place at, problem_list *problems);
bool database_is_select(const char *from);

/* The latest date in the sources' happened_on columns (cells that are no dates are passed
 * over). False: there is none. */
bool database_latest_date(database *db, const request *wanted, date *out);

/* Reads what is wanted, one pass a source. Every name in it must be in the catalog. Cells that
 * are wrong become the partners' errors; a partner id twice or empty is a problem (in_data).
 * `jobs` threads at most; the facts are the same for any number but for the codes of texts.
 * `progress` may be NULL; it is told the rows read so far now and then, in the caller's thread.
 * NULL on problems or when memory ran out. The facts live in `memory`. */
typedef void database_progress(void *context, const char *source, size_t rows);
facts *database_read(database *db, arena *memory, const request *wanted, const catalog *known,
                     int jobs, database_progress *progress, void *context,
                     problem_list *problems);

#endif
