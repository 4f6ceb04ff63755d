/* table.h - the table that rows go into, in one transaction. Private to import/.
 *
 * Nothing but this table is written: no triggers run, nothing cascades. Whatever fails leaves
 * the file as it was; one that was made for the import goes away again. */
#ifndef RUNG_IMPORT_TABLE_H
#define RUNG_IMPORT_TABLE_H

#include "import/import.h"

typedef struct import_table import_table;

typedef enum import_fate {
    FATE_ADDED,
    FATE_UPDATED,
    FATE_REFUSED, /* this row cannot stand there; others may */
    FATE_BROKEN   /* nothing more can be written */
} import_fate;

/* Opens the file (makes it, where the order has a program), begins the transaction, finds or
 * makes the table and fills out->columns, makes_database and makes_table. NULL with problems,
 * or without when memory ran out. */
import_table *import_table_open(const import_order *order, arena *memory, import_outcome *out,
                                problem_list *problems);
/* Once the columns have their headers: gets ready for rows; empties the table if asked to, with
 * the count in *removed. */
bool import_table_begin(import_table *t, const import_columns *columns, size_t *removed,
                        problem_list *problems);
/* A cell for each column; line: where the row begins. With `looks_only` the row is checked
 * against ids alone. */
import_fate import_table_put(import_table *t, const cell *cells, int line, bool looks_only);
/* Why the last row was refused, and how to mend it (or NULL). */
const char *import_table_why(const import_table *t, const char **hint);
/* Commits, or takes everything back. Frees it. False with a problem when it could not commit.
 */
bool import_table_end(import_table *t, bool keep, problem_list *problems);

#endif
