/* catalog.h - what a database offers: tables, views, their columns.
 *
 * bind/ checks names of rules against it, so that a misspelt column is found before
 * anything is read. It holds names only; it outlives the connection it came from. */
#ifndef RUNG_DATA_CATALOG_H
#define RUNG_DATA_CATALOG_H

#include "base/arena.h"

#include <stdbool.h>

typedef struct catalog_table {
    const char *name;     /* the table or view; or the very text of a SELECT */
    const char **columns; /* SQL names, as the database spells them */
    size_t column_count;
    const char *primary_key; /* of one column; NULL when there is none or it has several */
    const char *unusable;    /* why it cannot be read (a view that is broken); NULL: it can */
} catalog_table;

typedef struct catalog {
    catalog_table *tables;
    size_t count;
    size_t capacity;
} catalog;

bool catalog_same_name(const char *a, const char *b);
/* SQL names compare without case (ASCII). NULL when there is none. */
const catalog_table *catalog_find(const catalog *c, const char *name);
/* Whether a source's `from` is a SELECT: it begins with the word SELECT or WITH, in any case.
 */
bool catalog_is_select(const char *from);
/* The column as the database spells it, or NULL. */
const char *catalog_column(const catalog_table *table, const char *name);

#endif
