/* row_order.h - the rows of a partner in the order of facts: by id, then by what they say.
 *
 * Rows whose ids are equal or missing follow their cells, so that rows inserted in another
 * order give the same facts. */
#ifndef RUNG_DATA_ROW_ORDER_H
#define RUNG_DATA_ROW_ORDER_H

#include "data/facts.h"

/* Integers by value, then texts by bytes, the empty text last. */
int row_order_of_ids(const facts *f, const facts_table *table, size_t a, size_t b);

/* Puts each partner's rows, which stand together already, into order. `was`, unless NULL, is
 * carried along with the rows. False when memory ran out. */
bool row_order_settle(const facts *f, facts_table *table, uint32_t *was);

#endif
