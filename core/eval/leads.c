#include "eval/leads.h"

#include "eval/filter.h"
#include "eval/line_order.h"

/* What of the row is asked below a node; each node is looked at once. */
static void find_asked(leads *l, const node *n, uint8_t *seen) {
    if (!n || seen[n->id] || !n->hands) return;
    seen[n->id] = 1;
    if (n->kind == NODE_AT_HAND && n->hands == (uint64_t)1 << l->rule->each)
        l->asked[l->asked_count++] = n->items[0];
    for (size_t i = 0; i < n->count; i++)
        find_asked(l, n->items[i], seen);
}

static bool make_room(leads *l, const facts_table *table) {
    size_t rows = table->rows, nodes = l->of->plan->node_count;
    l->blocks = arena_array(l->scratch, rows / BLOCK_ROWS + 1, sizeof *l->blocks);
    l->rows = arena_array(l->scratch, rows, sizeof *l->rows);
    l->keys = arena_array(l->scratch, rows, sizeof *l->keys);
    l->wrong = arena_array(l->scratch, rows, 1);
    l->asked = arena_array(l->scratch, nodes, sizeof *l->asked);
    uint8_t *seen = arena_array(l->scratch, nodes, 1);
    if (!l->blocks || !l->rows || !l->keys || !l->wrong || !l->asked || !seen) return false;
    find_asked(l, l->rule->met, seen);
    find_asked(l, l->rule->prefers, seen);
    return true;
}

static void spoil(void *context, frame *block, size_t row) {
    leads *l = context;
    size_t at = block->first_row + row;
    l->wrong[at] = 1;
    l->rows[l->count++] = (uint32_t)at;
}

static bool find_keys(leads *l, frame *block, const selection *rows) {
    const node *order = l->rule->order;
    if (!order) return true;
    if (!frame_compute(block, order, rows)) return false;
    const column *found = &block->slots[order->id];
    for (size_t k = 0; k < rows->count; k++) {
        size_t item = selection_at(rows, k), row = block->first_row + item;
        bool known = found->states[item] == CELL_VALUE;
        bool grid = known && order->type == TYPE_NUMBER;
        l->keys[row] = !known ? LINE_KEY_NONE
                       : grid ? number_on_grid(found->values[item])
                              : found->values[item];
        l->wrong[row] |= found->states[item] == CELL_WRONG;
    }
    return true;
}

static bool find_answers(leads *l, frame *block, const selection *rows) {
    for (size_t i = 0; i < l->asked_count; i++) {
        const node *n = l->asked[i];
        if (!frame_compute(block, n, rows)) return false;
        for (size_t k = 0; k < rows->count; k++) {
            size_t item = selection_at(rows, k);
            bool wrong = block->slots[n->id].states[item] == CELL_WRONG;
            l->wrong[block->first_row + item] |= wrong;
        }
    }
    return true;
}

static bool take_block(leads *l, frame *block) {
    uint32_t index[BLOCK_ROWS];
    selection rows = {NULL, block->size};
    if (l->rule->where && !filter_rows(block, l->rule->where, &rows, index, spoil, l))
        return false;
    for (size_t k = 0; k < rows.count; k++)
        l->rows[l->count++] = (uint32_t)(block->first_row + selection_at(&rows, k));
    return find_keys(l, block, &rows) && find_answers(l, block, &rows);
}

/* Ids: numbers by value, then texts by bytes. A reference's rows stand in that order. */
static int compare_ids(const leads *l, uint32_t a, uint32_t b) {
    const facts *f = l->of->facts;
    const facts_table *table = &f->tables[l->rule->each];
    if (table->reference || !table->ids) return a < b ? -1 : a > b;
    bool x = table->id_is_text && table->id_is_text[a];
    bool y = table->id_is_text && table->id_is_text[b];
    if (x != y) return x ? 1 : -1;
    int64_t one = table->ids[a], other = table->ids[b];
    if (!x) return one < other ? -1 : one > other;
    return text_compare(f->texts.keys[one], f->texts.keys[other]);
}

static int compare_rows(const void *context, uint32_t a, uint32_t b) {
    const leads *l = context;
    number x = l->keys[a], y = l->keys[b];
    if (x == y) return compare_ids(l, a, b);
    bool texts = l->rule->order->type == TYPE_TEXT && x != LINE_KEY_NONE && y != LINE_KEY_NONE;
    if (texts)
        return text_compare(result_text(l->of->out, (int64_t)x),
                            result_text(l->of->out, (int64_t)y));
    return x < y ? -1 : 1;
}

bool leads_take(leads *l) {
    evaluation *e = l->of;
    const facts_table *table = &e->facts->tables[l->rule->each];
    size_t errors = e->error_count;
    if (!make_room(l, table)) return false;
    for (size_t first = 0; first < table->rows; first += BLOCK_ROWS) {
        frame *block = &l->blocks[first / BLOCK_ROWS];
        size_t count = table->rows - first < BLOCK_ROWS ? table->rows - first : BLOCK_ROWS;
        if (!frame_of_rows(block, e, table, first, count, l->scratch)) return false;
        if (table->reference) block->alone = 0; /* nobody's; nothing asks whose */
        if (!take_block(l, block)) return false;
    }
    e->error_count = errors;
    uint32_t *room = arena_array(l->scratch, l->count, sizeof *room);
    if (!room) return false;
    line_sort(l->rows, room, l->count, compare_rows, l);
    return true;
}
