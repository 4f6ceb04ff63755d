/* gather.c - see gather.h. */
#include "eval/gather.h"

#include "base/memory.h"
#include "eval/filter.h"
#include "eval/line_order.h"

bool gathering_open(gathering *g, const node *of) {
    *g = (gathering){.of = of, .index = memory_allocate(BLOCK_ROWS * sizeof *g->index)};
    return g->index != NULL;
}

void gathering_free(gathering *g) {
    memory_free(g->rows);
    memory_free(g->index);
    *g = (gathering){0};
}

static bool make_room(gathering *g, size_t more) {
    if (g->count + more <= g->capacity) return true;
    size_t larger = g->capacity * 2 > g->count + more ? g->capacity * 2 : g->count + more;
    gathered_row *moved = memory_resize(g->rows, larger * sizeof *moved);
    if (!moved) return false;
    g->rows = moved;
    g->capacity = larger;
    return true;
}

static void spoil(void *context, frame *block, size_t row) {
    gathering *g = context;
    (void)block;
    (void)row;
    g->wrong = true;
}

static bool gather_block(void *context, frame *block) {
    gathering *g = context;
    static const uint8_t is_there = CELL_VALUE;
    static const number nothing = 0;
    const node *const *items = g->of->items;
    constant_room rooms[3];
    operand x = {&nothing, &is_there, 0}, order = x, key = x;
    selection rows = {NULL, block->size};
    if (block->outer) block->of->looked += block->size;
    if (items[OVER_FILTER] &&
        !filter_rows(block, items[OVER_FILTER], &rows, g->index, spoil, g))
        return false;
    if (rows.count == 0) return true;
    if (items[OVER_X] && !operand_compute(block, items[OVER_X], &rows, &rooms[0], &x))
        return false;
    if (items[OVER_ORDER] &&
        !operand_compute(block, items[OVER_ORDER], &rows, &rooms[1], &order))
        return false;
    if (items[OVER_KEY] && !operand_compute(block, items[OVER_KEY], &rows, &rooms[2], &key))
        return false;
    if (!make_room(g, rows.count)) return false;
    for (size_t k = 0; k < rows.count; k++) {
        size_t row = selection_at(&rows, k);
        uint8_t state = operand_state(&key, row);
        number own = LINE_KEY_NONE;
        if (state == CELL_WRONG) g->wrong = true;
        if (state == CELL_VALUE && items[OVER_KEY]) own = key_of(items[OVER_KEY], &key, row);
        if (!items[OVER_KEY]) own = 0;
        g->rows[g->count++] = (gathered_row){operand_value(&x, row),
                                             operand_value(&order, row),
                                             own,
                                             (uint32_t)(block->first_row + row),
                                             operand_state(&x, row),
                                             operand_state(&order, row)};
    }
    return true;
}

bool gather_rows(gathering *g, frame *block, uint32_t partner) {
    g->count = 0;
    g->wrong = false;
    return for_each_block_of(block, partner, gather_block, g);
}

int compare_keys_as_numbers(const void *unused, number a, number b) {
    (void)unused;
    return (a > b) - (a < b);
}

/* Merges the sorted halves of rows; room holds the first. */
static void merge(gathered_row *rows, gathered_row *room, size_t middle, size_t count,
                  key_comparison *compare, const void *context) {
    for (size_t i = 0; i < middle; i++)
        room[i] = rows[i];
    size_t left = 0, right = middle, out = 0;
    while (left < middle && right < count) {
        bool take_left = compare(context, room[left].key, rows[right].key) <= 0;
        rows[out++] = take_left ? room[left++] : rows[right++];
    }
    while (left < middle)
        rows[out++] = room[left++];
}

static void sort(gathered_row *rows, gathered_row *room, size_t count, key_comparison *compare,
                 const void *context) {
    if (count < 2) return;
    size_t middle = count / 2;
    sort(rows, room, middle, compare, context);
    sort(rows + middle, room, count - middle, compare, context);
    if (compare(context, rows[middle - 1].key, rows[middle].key) > 0)
        merge(rows, room, middle, count, compare, context);
}

bool gathering_sort(gathering *g, key_comparison *compare, const void *context) {
    gathered_row *room = memory_allocate((g->count / 2 + 1) * sizeof *room);
    if (!room) return false;
    sort(g->rows, room, g->count, compare, context);
    memory_free(room);
    return true;
}

static void conclude(accumulator *sum, row_group *group) {
    group->state = accumulator_value(sum, &group->value);
    group->too_large = sum->overflow;
    if (sum->overflow) group->state = CELL_WRONG;
}

static bool add_group(row_groups *groups, row_group found) {
    if (groups->count == groups->capacity) {
        size_t larger = groups->capacity ? groups->capacity * 2 : 16;
        row_group *moved = memory_resize(groups->items, larger * sizeof *moved);
        if (!moved) return false;
        groups->items = moved;
        groups->capacity = larger;
    }
    groups->items[groups->count++] = found;
    return true;
}

bool group_rows(gathering *g, row_groups *out) {
    accumulator sum = accumulator_of(g->of);
    bool fine = gathering_sort(g, compare_keys_as_numbers, NULL);
    out->count = 0;
    out->without_key = 0;
    accumulator_begin(&sum);
    conclude(&sum, &out->empty);
    for (size_t i = 0, end; fine && i < g->count; i = end) {
        row_group group = {.key = g->rows[i].key};
        accumulator_begin(&sum);
        for (end = i; fine && end < g->count && g->rows[end].key == group.key; end++) {
            const gathered_row *r = &g->rows[end];
            fine = accumulator_add(&sum, r->state, r->value, r->order_state, r->order);
        }
        group.rows = end - i;
        if (group.key == LINE_KEY_NONE) {
            out->without_key = group.rows;
            break;
        }
        conclude(&sum, &group);
        fine = fine && add_group(out, group);
    }
    accumulator_free(&sum);
    return fine;
}

const row_group *group_find(const row_groups *groups, number key) {
    size_t low = 0, high = groups->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const row_group *group = &groups->items[middle];
        if (group->key == key) return group;
        if (group->key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return &groups->empty;
}

void row_groups_free(row_groups *groups) {
    memory_free(groups->items);
    *groups = (row_groups){0};
}
