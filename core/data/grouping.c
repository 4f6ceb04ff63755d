/* grouping.c - rows as they came, put in the order of facts: by partner, then by row id. */
#include "data/grouping.h"

#include "base/memory.h"
#include "data/order.h"

void table_buffer_free(table_buffer *table) {
    for (size_t c = 0; c < table->column_count; c++)
        column_buffer_free(&table->columns[c]);
    memory_free(table->columns);
    memory_free(table->partner_of);
    memory_free(table->ids);
    memory_free(table->id_is_text);
    *table = (table_buffer){0};
}

int row_id_compare(const map *texts, const int64_t *ids, const uint8_t *is_text, size_t a,
                   size_t b) {
    bool a_text = is_text && is_text[a], b_text = is_text && is_text[b];
    if (a_text != b_text) return a_text ? 1 : -1;
    if (ids[a] == ids[b]) return 0;
    if (!a_text) return ids[a] < ids[b] ? -1 : 1;
    text x = texts->keys[ids[a]], y = texts->keys[ids[b]];
    if (x.length == 0) return 1;
    if (y.length == 0) return -1;
    return text_compare(x, y);
}

typedef struct sorting {
    const table_buffer *table;
    const map *texts;
} sorting;

static int compare_rows(const void *context, uint32_t a, uint32_t b) {
    const sorting *s = context;
    const table_buffer *table = s->table;
    int order = 0;
    if (table->ids) order = row_id_compare(s->texts, table->ids, table->id_is_text, a, b);
    for (size_t c = 0; c < table->column_count && order == 0; c++)
        order = column_buffer_compare(&table->columns[c], s->texts, a, b);
    return order;
}

/* A counting sort: stable, so a partner's rows stay in the order in which they came. */
static void count_by_partner(const table_buffer *table, size_t partners, uint32_t *first,
                             uint32_t *order) {
    for (size_t p = 0; p <= partners; p++)
        first[p] = 0;
    for (size_t row = 0; row < table->rows; row++)
        first[table->partner_of[row]]++;
    uint32_t before = 0;
    for (size_t p = 0; p <= partners; p++) {
        uint32_t own = first[p];
        first[p] = before;
        before += own;
    }
    for (size_t row = 0; row < table->rows; row++)
        order[first[table->partner_of[row]]++] = (uint32_t)row;
    for (size_t p = partners; p > 0; p--)
        first[p] = first[p - 1];
    first[0] = 0;
}

bool table_buffer_group(const table_buffer *table, const map *texts, size_t partners,
                        uint32_t *first, uint32_t *order) {
    count_by_partner(table, partners, first, order);
    if (table->ids && table->in_order) return true;
    sorting context = {table, texts};
    for (size_t p = 0; p < partners; p++) {
        if (!order_sort(order + first[p], first[p + 1] - first[p], compare_rows, &context))
            return false;
    }
    return true;
}
