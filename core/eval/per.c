/* per.c - folds the groups of each partner's rows: see per.h. */
#include "eval/per.h"

#include "base/memory.h"
#include "eval/line_order.h"

#include <string.h>

bool grouping_open(grouping *g, const node *n) {
    *g = (grouping){0};
    return gathering_open(&g->rows, n);
}

void grouping_free(grouping *g) {
    gathering_free(&g->rows);
    row_groups_free(&g->groups);
    memory_free(g->folded);
    g->folded = NULL;
}

static size_t period_count(const node *n) {
    return n->count > GROUPS_PERIODS ? n->count - GROUPS_PERIODS - 1 : 0;
}

/* Dates become the numbers of their periods; the filter let no others through. */
static void number_periods(gathering *rows) {
    const node *n = rows->of;
    size_t count = period_count(n);
    for (size_t i = 0; count && i < rows->count; i++) {
        size_t low = 0, high = count; /* the last period that begins by then */
        while (high - low > 1) {
            size_t middle = low + (high - low) / 2;
            if (n->items[GROUPS_PERIODS + middle]->constant <= rows->rows[i].key)
                low = middle;
            else
                high = middle;
        }
        rows->rows[i].key = (number)low;
    }
}

/* Periods without rows are groups, too. */
static bool fill_periods(row_groups *groups, size_t count) {
    row_group *all = count ? memory_allocate(count * sizeof *all) : NULL;
    if (count && !all) return false;
    for (size_t i = 0; i < count; i++) {
        all[i] = *group_find(groups, (number)i);
        all[i].key = (number)i;
    }
    if (!count) return true;
    memory_free(groups->items);
    groups->items = all;
    groups->count = groups->capacity = count;
    return true;
}

static bool make_groups(grouping *g, frame *block, uint32_t partner) {
    if (!gather_rows(&g->rows, block, partner)) return false;
    number_periods(&g->rows);
    if (!group_rows(&g->rows, &g->groups) ||
        !fill_periods(&g->groups, period_count(g->rows.of)))
        return false;
    g->wrong = g->rows.wrong;
    g->too_large = false;
    for (size_t i = 0; i < g->groups.count; i++) {
        g->wrong |= g->groups.items[i].state == CELL_WRONG;
        g->too_large |= g->groups.items[i].too_large;
    }
    return true;
}

/* The frame of a partner's groups, in which the condition asks of each. */
static bool open_parts(frame *parts, const grouping *g, const frame *block, int64_t partner,
                       arena *scratch) {
    const node *value = g->rows.of->items[GROUPS_VALUE];
    *parts = (frame){.of = block->of,
                     .size = g->groups.count,
                     .outer = block->outer,
                     .at_hand = block->at_hand,
                     .alone = partner,
                     .scratch = scratch};
    parts->slots = arena_array(scratch, block->of->plan->node_count, sizeof *parts->slots);
    column slot = {arena_array(scratch, parts->size, sizeof(number)),
                   arena_array(scratch, parts->size, 1)};
    if (!parts->slots || !slot.values || !slot.states) return false;
    for (size_t i = 0; i < parts->size; i++) {
        slot.values[i] = g->groups.items[i].value;
        slot.states[i] = g->groups.items[i].state;
    }
    parts->slots[value->id] = slot;
    return true;
}

static bool ask_groups(grouping *g, const frame *block, int64_t partner, const node *condition,
                       arena *scratch) {
    frame parts;
    constant_room room;
    operand holds;
    selection all = {NULL, g->groups.count};
    if (!open_parts(&parts, g, block, partner, scratch) ||
        !operand_compute(&parts, condition, &all, &room, &holds))
        return false;
    for (size_t i = 0; i < g->groups.count; i++) {
        g->wrong |= operand_state(&holds, i) == CELL_WRONG;
        g->folded[i] = operand_state(&holds, i) == CELL_VALUE && operand_value(&holds, i);
    }
    return true;
}

/* Groups without a value are left out, but where those that meet a condition are counted:
 * `absent` and `is_not` are met without one. */
static bool choose_groups(grouping *g, const frame *block, int64_t partner) {
    const node *condition = g->rows.of->items[GROUPS_CONDITION];
    size_t count = g->groups.count;
    if (count > g->folded_capacity) {
        uint8_t *moved = memory_resize(g->folded, count);
        if (!moved) return false;
        g->folded = moved;
        g->folded_capacity = count;
    }
    for (size_t i = 0; i < count; i++)
        g->folded[i] = g->groups.items[i].state == CELL_VALUE;
    if (!condition || count == 0 || g->wrong) return true;
    arena scratch = {0};
    bool fine = ask_groups(g, block, partner, condition, &scratch);
    arena_free(&scratch);
    if ((aggregate_kind)g->rows.of->index == AGGREGATE_COUNT) return fine;
    for (size_t i = 0; i < count; i++)
        g->folded[i] = g->folded[i] && g->groups.items[i].state == CELL_VALUE;
    return fine;
}

bool grouping_of(grouping *g, frame *f, frame *block, size_t item) {
    uint32_t partner = frame_partner(f, item);
    block->at_hand = item;
    return make_groups(g, block, partner) && choose_groups(g, block, partner);
}

static bool fold_groups(const grouping *g, frame *f, const node *n, size_t item) {
    node how = *n;
    how.aggregate = (aggregate_kind)n->index;
    accumulator sum = accumulator_of(&how);
    bool fine = true;
    accumulator_begin(&sum);
    for (size_t i = 0; fine && i < g->groups.count; i++) {
        const row_group *group = &g->groups.items[i];
        if (g->folded[i]) fine = accumulator_add(&sum, CELL_VALUE, group->value, CELL_VALUE, 0);
    }
    accumulator_end(&sum, f, item);
    accumulator_free(&sum);
    return fine;
}

bool compute_per(frame *f, const node *n, const selection *items) {
    arena scratch = {0};
    grouping g;
    frame block;
    const facts_table *table = &f->of->facts->tables[n->rows_of];
    bool fine = grouping_open(&g, n) && frame_of_rows(&block, f->of, table, 0, 0, &scratch);
    if (fine && !is_partners_frame(f)) block.outer = f;
    for (size_t k = 0; fine && k < items->count; k++) {
        size_t item = selection_at(items, k);
        fine = grouping_of(&g, f, &block, item);
        if (fine && g.too_large)
            set_overflow(f, n, item);
        else if (fine && g.wrong)
            set_state(f, n, item, CELL_WRONG);
        else if (fine)
            fine = fold_groups(&g, f, n, item);
    }
    grouping_free(&g);
    arena_free(&scratch);
    return fine;
}
