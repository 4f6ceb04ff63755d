/* changing.h - what changed rows are made of: shared by changed_rows.c, which applies them, and
 * written_row.c, which checks what was written. Nobody else looks inside. */
#ifndef RUNG_DATA_CHANGING_H
#define RUNG_DATA_CHANGING_H

#include "data/changed_rows.h"

#include <stdatomic.h>

/* A row as the builder takes it. */
typedef struct ready_row {
    const row_change *change;
    text id; /* empty: rows of the source have none */
    place id_at;
    cell partner;
    place partner_at;
    cell *cells; /* one a column of the request */
    /* Of the row in the database that it hides; two threads may find it at once. */
    atomic_bool met, met_text;
} ready_row;

/* Fills all but `met` from what was written; false when memory ran out. Problems are reported.
 */
bool written_row_read(arena *memory, const source_request *source, const row_change *change,
                      ready_row *out, problem_list *problems);

#endif
