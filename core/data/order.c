/* order.c - sorts positions, stably, by whatever the caller compares: a merge sort. */
#include "data/order.h"

#include "base/memory.h"

#include <string.h>

static bool is_sorted(const uint32_t *items, size_t count, order_compare *compare,
                      const void *context) {
    for (size_t i = 1; i < count; i++)
        if (compare(context, items[i - 1], items[i]) > 0) return false;
    return true;
}

/* Merges from[first .. middle) and from[middle .. last) into the same stretch of `to`. */
static void merge(const uint32_t *from, uint32_t *to, const size_t cut[3],
                  order_compare *compare, const void *context) {
    size_t left = cut[0], right = cut[1];
    for (size_t i = cut[0]; i < cut[2]; i++) {
        bool take_left = left < cut[1] &&
                         (right >= cut[2] || compare(context, from[left], from[right]) <= 0);
        to[i] = take_left ? from[left++] : from[right++];
    }
}

static size_t at_most(size_t value, size_t limit) {
    return value < limit ? value : limit;
}

bool order_sort(uint32_t *items, size_t count, order_compare *compare, const void *context) {
    if (is_sorted(items, count, compare, context)) return true;
    uint32_t *spare = memory_allocate(count * sizeof *spare);
    if (!spare) return false;
    uint32_t *from = items, *to = spare;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t first = 0; first < count; first += 2 * width) {
            size_t cut[3] = {first, at_most(first + width, count),
                             at_most(first + 2 * width, count)};
            merge(from, to, cut, compare, context);
        }
        uint32_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != items) memcpy(items, from, count * sizeof *items);
    memory_free(spare);
    return true;
}
