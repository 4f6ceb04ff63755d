/* keyed.h - the rows that hold what is sought in one column, without a look at the others.
 *
 * For filters such as { product = deal.product }: a price list is looked up once for each deal,
 * and only the prices of its product are looked at. Rows whose cell is wrong may hold anything;
 * they are found whatever is sought. Private to eval/. */
#ifndef RUNG_EVAL_KEYED_H
#define RUNG_EVAL_KEYED_H

#include "eval/frame.h"

/* What a filter asks of a cell of its rows: to be equal to a value that is known before they
 * are looked at. */
typedef struct row_key {
    const node *cell; /* NULL: it asks nothing of the kind */
    const node *sought;
} row_key;

row_key key_of_filter(const facts *f, const node *filter, int rows_of);

/* Rows of a table, ascending; memory_free(rows) gives them back. */
typedef struct row_list {
    uint32_t *rows;
    size_t count, capacity;
    bool all; /* every row must be looked at: what is sought is an error */
} row_list;

/* Finds the rows for the block's row at hand and partner. False only when memory ran out. */
bool keyed_rows(frame *block, row_key key, uint32_t partner, row_list *out);

#endif
