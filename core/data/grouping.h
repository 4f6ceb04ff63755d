/* grouping.h - rows as they came, put in the order of facts: by partner, then by row id.
 *
 * Rows whose ids are equal or missing follow their cells, so that rows inserted in another
 * order give the same facts. */
#ifndef RUNG_DATA_GROUPING_H
#define RUNG_DATA_GROUPING_H

#include "data/column_buffer.h"

/* One source's rows while they come in. */
typedef struct table_buffer {
    size_t rows;
    size_t capacity;
    uint32_t *partner_of;
    int64_t *ids;        /* NULL: rows have no ids */
    uint8_t *id_is_text; /* NULL while all are integers */
    bool in_order;       /* ids are integers that never fell: no partner's rows need sorting */
    column_buffer *columns;
    size_t column_count;
} table_buffer;

void table_buffer_free(table_buffer *table);

/* Integers by value, then texts by bytes, the empty text last. */
int row_id_compare(const map *texts, const int64_t *ids, const uint8_t *is_text, size_t a,
                   size_t b);

/* Fills first[0 .. partners] and order[0 .. rows - 1]; false when memory ran out. */
bool table_buffer_group(const table_buffer *table, const map *texts, size_t partners,
                        uint32_t *first, uint32_t *order);

#endif
