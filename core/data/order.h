/* order.h - sorts positions, stably, by whatever the caller compares. */
#ifndef RUNG_DATA_ORDER_H
#define RUNG_DATA_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* <0, 0, >0: how item a stands to item b. */
typedef int order_compare(const void *context, uint32_t a, uint32_t b);

/* Sorts items[0 .. count - 1]; false when there is no memory for the merging. What is already
 * in order costs one comparison an item and no memory. */
bool order_sort(uint32_t *items, size_t count, order_compare *compare, const void *context);

#endif
