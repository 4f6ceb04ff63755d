/* column_buffer.h - a column while its rows are still coming in.
 *
 * Numbers are kept narrow (64 bits) until a cell does not fit; then the whole column is wide.
 */
#ifndef RUNG_DATA_COLUMN_BUFFER_H
#define RUNG_DATA_COLUMN_BUFFER_H

#include "data/cell.h"
#include "data/dictionary.h"

typedef struct column_buffer {
    cell_kind kind;
    int minor_places;
    bool read;  /* others keep nothing */
    int places; /* of narrow */
    int64_t *narrow;
    number *wide;
    int32_t *codes;
    dictionary_queue waiting; /* texts whose codes are not known yet */
    uint8_t *states;          /* NULL while every cell is a CELL_VALUE */
} column_buffer;

/* Room for `capacity` rows; false when there is none. */
bool column_buffer_reserve(column_buffer *column, size_t capacity);
/* Stores the cell as row `row` of `capacity` and says what it was; 0 when memory ran out. */
int column_buffer_put(column_buffer *column, size_t row, size_t capacity, const cell *from,
                      dictionary *texts);
/* After the last row, before anything is asked of the rows; false when memory ran out. */
bool column_buffer_settle(column_buffer *column, dictionary *texts);
cell_state column_buffer_state(const column_buffer *column, size_t row);
/* How row a stands to row b by this column; texts by their bytes, no value after values. */
int column_buffer_compare(const column_buffer *column, const map *texts, size_t a, size_t b);
/* Copies the rows in the given order into exact vectors. */
bool column_buffer_gather(const column_buffer *column, const uint32_t *rows, size_t count,
                          arena *memory, facts_column *out);
void column_buffer_free(column_buffer *column);

#endif
