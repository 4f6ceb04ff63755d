/* ids.h - which ids the table has, and which the file had further up. Private to import/.
 *
 * Ids of the file are kept in a table of the connection's own, which goes to a temporary file
 * when it grows: memory stays what it is. */
#ifndef RUNG_IMPORT_IDS_H
#define RUNG_IMPORT_IDS_H

#include "import/open.h"

typedef struct import_ids {
    import_database *db;
    const import_place *at;
    const char *name;    /* the id's column */
    sqlite3_stmt *known; /* the row number of an id; NULL: the table's are not looked up */
    sqlite3_stmt *meet;  /* notes an id of the file with its line */
    sqlite3_stmt *met;   /* the line of an id of the file */
} import_ids;

typedef enum id_answer { ID_IS_NEW, ID_IS_KNOWN, ID_WAS_MET, ID_FAILED } id_answer;

/* looks_up: whether rows that the table has count. */
bool import_ids_open(import_ids *out, import_database *db, const import_place *at,
                     const char *name, bool looks_up, problem_list *problems);
/* *row is the number of the row that has it, or the line on which it was met. */
id_answer import_ids_look_up(import_ids *ids, const cell *id, int line, int64_t *row);
void import_ids_close(import_ids *ids);

#endif
