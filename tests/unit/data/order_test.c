/* order_test.c - positions sorted by what the caller compares. */
#include "data/order.h"

#include <CUnit/Basic.h>

/* Compares tens only, so that stability shows. */
static int by_tens(const void *context, uint32_t a, uint32_t b) {
    const uint32_t *values = context;
    return (values[a] / 10 > values[b] / 10) - (values[a] / 10 < values[b] / 10);
}

static void sorting_is_stable_for_every_count(void) {
    enum { MOST = 130 };
    uint32_t values[MOST] = {0}, items[MOST] = {0};
    for (size_t count = 0; count < MOST; count++) {
        for (size_t i = 0; i < count; i++) {
            values[i] = (uint32_t)(i * 37 % 101);
            items[i] = (uint32_t)i;
        }
        CU_ASSERT_TRUE(order_sort(items, count, by_tens, values));
        bool sorted = true;
        for (size_t i = 1; i < count; i++) {
            int order = by_tens(values, items[i - 1], items[i]);
            sorted = sorted && (order < 0 || (order == 0 && items[i - 1] < items[i]));
        }
        CU_ASSERT_TRUE(sorted);
    }
}

void order_suite(void);
void order_suite(void) {
    CU_pSuite suite = CU_add_suite("order: sorting positions", NULL, NULL);
    CU_add_test(suite, "sorting is stable for every count", sorting_is_stable_for_every_count);
}
