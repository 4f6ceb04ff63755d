/* weighing.h - what the cells of one row come to: their states, and whether the row is of use.
 *
 * The loop over all cells of all rows; everything of a row but its partner and its id. */
#ifndef RUNG_DATA_WEIGHING_H
#define RUNG_DATA_WEIGHING_H

#include "data/column_buffer.h"

typedef struct weighed_row {
    row_answers answers;
    bool wrong; /* some cell is */
} weighed_row;

/* Stores the cells of `row` in all columns but texts, which wait for what becomes of the row;
 * states[i] is what columns[i] found. */
weighed_row weigh_row(column_buffer *columns, size_t count, size_t row, const cell *cells,
                      dictionary *texts, uint8_t *states);

#endif
