/* column_buffer.h - a column of one source while its rows are still coming in.
 *
 * Numbers are kept narrow (64 bits) until a cell does not fit; then the whole column is wide.
 * A cell is first weighed for its row, which stores all kinds but texts; texts are given codes
 * only where the row turns out to be of use. Rows are stored at `row`, which the next row
 * takes again unless this one is kept. */
#ifndef RUNG_DATA_COLUMN_BUFFER_H
#define RUNG_DATA_COLUMN_BUFFER_H

#include "data/cell.h"
#include "data/cell_memo.h"
#include "data/dictionary.h"
#include "data/month_memo.h"
#include "data/shown_texts.h"

enum { ROW_BATCH = DICTIONARY_BATCH, FEW_TEXTS = 64 };

/* Texts of a batch that are looked up together at its end. */
typedef struct waiting_texts {
    text_key keys[ROW_BATCH];
    text longer[ROW_BATCH];   /* those that a key can't hold; bytes stand in `bytes` */
    size_t starts[ROW_BATCH]; /* in `bytes` */
    uint16_t rows[ROW_BATCH]; /* counted from the batch's first */
    text_buffer bytes;
    size_t count;
} waiting_texts;

/* Adds a text that is to be looked up later; false when memory ran out. */
bool waiting_texts_add(waiting_texts *waiting, text value, uint16_t row);
/* Before they are looked up: where the longer ones stand. */
void waiting_texts_settle(waiting_texts *waiting);
void waiting_texts_clear(waiting_texts *waiting);

/* Codes of the texts that a column met, of rows that were left out too: all of them while
 * they are few, else those that a rule names. */
typedef struct met_texts {
    int32_t *codes;
    size_t count, capacity;
    bool many;
} met_texts;

typedef struct column_buffer {
    size_t column; /* of the request */
    cell_kind kind;
    int minor_places;
    int places;     /* of narrow */
    int64_t factor; /* what an INTEGER cell is multiplied by to be narrow */
    int64_t *narrow;
    number *wide;
    int32_t *codes; /* dates, and texts that rules ask about */
    bool shown_only;
    shown_texts shown; /* the other texts */
    uint8_t *flags;    /* booleans */
    uint8_t *states;   /* NULL while every cell is a CELL_VALUE */
    size_t capacity;   /* rows there is room for */
    const row_filter *filter;
    bool tested;         /* some rule asks something of its texts */
    cell_memo *memo;     /* texts */
    memo_entry *weighed; /* of the row's text, while it is tested; NULL: none */
    month_memo *months;  /* dates */
    date last_day;       /* the day whose answers are remembered */
    row_answers last_answers;
    waiting_texts *waiting; /* texts */
    met_texts met;          /* tested texts */
    bool failed;            /* memory ran out */
} column_buffer;

bool column_buffer_make(column_buffer *column, const row_filter *filter, size_t index);
bool column_buffer_reserve(column_buffer *column, size_t capacity);

/* Stores what the cell of `row` was; false when memory ran out. */
bool column_buffer_note(column_buffer *column, size_t row, cell_state state);
/* Stores an amount that is not plainly narrow and says what it was. */
cell_state column_buffer_put_amount(column_buffer *column, size_t row, const cell *from);
/* A text of a tested column came by, maybe in a row that is left out. */
void column_buffer_meet(column_buffer *column, text value, row_answers answers,
                        dictionary *texts);

/* For a text column, once its row is kept: gives it its code, at the latest at the end of the
 * batch. `batch` is the batch's first row; not `wanted`: the cell is left out. */
void column_buffer_keep(column_buffer *column, size_t row, size_t batch, const cell *from,
                        cell_state state, bool wanted, dictionary *texts);
/* Row `from` takes the place of row `to`, which is before it. */
void column_buffer_move(column_buffer *column, size_t from, size_t to);
/* After a batch, once rows have their places. */
bool column_buffer_settle(column_buffer *column, size_t batch, dictionary *texts);

/* The row's cell as the widest number there is. */
number column_buffer_wide(const column_buffer *column, size_t row);
void column_buffer_free(column_buffer *column);

#endif
