/* cell.h - one cell of a file as its column keeps it, exactly, or why it cannot. */
#ifndef RUNG_IMPORT_CELL_H
#define RUNG_IMPORT_CELL_H

#include "import/columns.h"

/* What a cell becomes; its text is borrowed from the file or from `room`. */
typedef struct import_cell_out {
    cell cell;
    char room[AMOUNT_DIGITS];
    const char *wanted; /* why not, to be read after the cell: "is not a date .." */
    const char *hint;   /* or NULL */
    char wanted_room[160];
} import_cell_out;

/* `currency` is the code that the amount may bear; NULL: any. False with wanted. */
bool import_cell(const import_column *column, const import_style *style, const char *currency,
                 text written, import_cell_out *out);

#endif
