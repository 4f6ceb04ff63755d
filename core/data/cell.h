/* cell.h - one cell as it arrives, and what a column of each kind takes from it.
 *
 * A cell comes from SQLite, a test, a scenario or an embedder; nothing here knows which.
 * Whatever is not exactly what the column says is wrong, never guessed. */
#ifndef RUNG_DATA_CELL_H
#define RUNG_DATA_CELL_H

#include "base/number.h"
#include "base/text.h"
#include "data/facts.h"

typedef enum cell_type {
    CELL_IS_EMPTY, /* NULL; an empty text counts as empty too */
    CELL_IS_INTEGER,
    CELL_IS_REAL,
    CELL_IS_TEXT,
    CELL_IS_BLOB /* `text` holds the bytes */
} cell_type;

typedef struct cell {
    cell_type type;
    union {
        int64_t integer;
        double real;
        text text; /* borrowed */
    };
} cell;

/* A number: `narrow` / 10^places of its column where that is exact, else `wide`. */
typedef struct cell_amount {
    bool is_narrow;
    int64_t narrow;
    number wide;
} cell_amount;

/* Decimal places of the narrow form of a column of this kind. */
int cell_places(cell_kind kind, int minor_places);

/* Each leaves *out alone unless it answers CELL_VALUE. */
cell_state cell_to_amount(const cell *from, cell_kind kind, int minor_places, cell_amount *out);
cell_state cell_to_date(const cell *from, date *out);
cell_state cell_to_boolean(const cell *from, int32_t *out);
/* Numbers are texts too. `room` may be where the text stands. */
cell_state cell_to_text(const cell *from, char room[NUMBER_TEXT], text *out);

/* Why a cell is wrong, to be read after the cell: "is not a date (YYYY-MM-DD)". */
const char *cell_complaint(const cell *from, cell_kind kind, int minor_places);

/* The cell in single quotes, shortened to 40 bytes, what a terminal would obey escaped. */
void cell_quote(text_buffer *out, const cell *from);
/* The same for a text, without the quotes. */
void cell_escape(text_buffer *out, text value);
/* Where the first byte stands that is no UTF-8; the length when all of it is. */
size_t cell_bad_byte(text value);

#endif
