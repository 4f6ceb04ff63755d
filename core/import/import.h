/* import.h - a CSV file into a table: typed, checked, all of it or nothing.
 *
 * The types come from a source of the program or from what the table declares. Every cell that
 * cannot be what its column holds is a problem at its line; then nothing is written. This is
 * the one place that writes to a database that holds other people's rows; it touches the one
 * table, in one transaction, and runs none of the file's triggers.
 *
 *   csv_file          rows of cells            people_date   what a cell says
 *   headers, columns  which cell goes where    cell          how it is stored
 *   open, table       the table and its transaction          ids, links    that it must keep */
#ifndef RUNG_IMPORT_IMPORT_H
#define RUNG_IMPORT_IMPORT_H

#include "import/columns.h"

typedef struct import_order {
    const char *database, *table, *path;
    import_source source;
    char delimiter; /* 0: guessed */
    import_style style;
    const char *const *mappings; /* "HEADER=COLUMN"; one side may be empty */
    size_t mapping_count;
    bool replaces; /* the table is emptied first */
    bool updates;  /* a row with a known id replaces that row */
    bool previews; /* nothing is written */
    size_t shown;  /* rows of the preview */
    void (*on_note)(void *context, const char *note); /* or NULL */
    void (*on_progress)(void *context, const char *table, size_t rows);
    void *context;
} import_order;

typedef struct import_outcome {
    size_t added, updated, removed;
    size_t empty; /* rows without any cell, passed over */
    bool makes_database, makes_table;
    char delimiter;
    import_columns columns;
    cell *rows; /* of the preview, a cell for each column */
    size_t row_count;
} import_outcome;

/* False with problems, or without when memory ran out; nothing was written then. The outcome
 * lives in `memory`. */
bool import_file(const import_order *order, arena *memory, import_outcome *out,
                 problem_list *problems);

#endif
