/* links.h - rows of other tables that a table's rows point to, as its foreign keys say.
 *
 * SQLite checks them only when asked to, and then deletes and changes rows of other tables
 * along with ours; so they are looked up here. Private to import/. */
#ifndef RUNG_IMPORT_LINKS_H
#define RUNG_IMPORT_LINKS_H

#include "import/open.h"

typedef struct import_links import_links;

/* Counts what points nowhere already. *out is NULL where there are no foreign keys. */
bool import_links_open(import_links **out, sqlite3 *handle, const import_place *at,
                       const import_columns *columns, problem_list *problems);
/* What is wrong with a row: "'partner' has no row with id 'P9'"; NULL: nothing. */
const char *import_links_missing(import_links *links, const cell *cells);
/* Whether all is written no more rows, here or in tables that point here, point nowhere than
 * before. False with a problem. */
bool import_links_hold(import_links *links, problem_list *problems);
void import_links_close(import_links *links);

#endif
