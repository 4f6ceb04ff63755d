/* frame.c - computes nodes for the items of a frame, each at most once. */
#include "eval/frame.h"

#include "base/memory.h"
#include "eval/lending.h"

#include <string.h>

/* Of kinds that are not listed: compute_scalar. */
static operation *const operations[] = {
    [NODE_COLUMN] = compute_column,
    [NODE_LOOKUP] = compute_lookup,
    [NODE_CONVERTED] = compute_converted,
    [NODE_MIN] = compute_extreme,
    [NODE_MAX] = compute_extreme,
    [NODE_OR_ELSE] = compute_or_else,
    [NODE_WHEN] = compute_when,
    [NODE_BY] = compute_by,
    [NODE_DATED] = compute_dated,
    [NODE_MARGINAL] = compute_bands,
    [NODE_RETROACTIVE] = compute_bands,
    [NODE_BAND] = compute_bands,
    [NODE_INTERPOLATED] = compute_bands,
    [NODE_ALL] = compute_group,
    [NODE_ANY] = compute_group,
    [NODE_NONE] = compute_group,
    [NODE_N_OF] = compute_n_of,
    [NODE_AGGREGATE] = compute_aggregate,
    [NODE_OVERRIDDEN] = compute_overridden,
    [NODE_AT_HAND] = compute_at_hand,
    [NODE_GROUPS] = compute_per,
    [NODE_WITHIN] = compute_within,
    [NODE_SO_FAR] = compute_so_far,
    [NODE_POSITION] = compute_position,
    [NODE_TOTAL] = compute_total,
    [NODE_RANK] = compute_rank,
    [NODE_PERCENTILE] = compute_rank,
    [NODE_PARENT] = compute_parent,
    [NODE_ROLLUP] = compute_rollup,
    [NODE_ALLOCATE] = compute_allocate,
    [NODE_LEVEL] = compute_level,
    [NODE_HELD] = compute_held,
    [NODE_EARNED] = compute_earned,
    [NODE_FUND] = compute_fund_part,
    [NODE_FUNCTION] = compute_function,
};

static operation *operation_of(node_kind kind) {
    size_t listed = sizeof operations / sizeof *operations;
    return (size_t)kind < listed && operations[kind] ? operations[kind] : compute_scalar;
}

constant_room constant_of(const evaluation *e, const node *n) {
    constant_room room = {n->constant, n->has_value ? CELL_VALUE : CELL_NONE};
    if (n->type == TYPE_TEXT && n->has_value) room.value = e->codes[n->id];
    return room;
}

void set_overflow(frame *f, const node *n, size_t item) {
    evaluation_error(f, item, n, "the amount is larger than 10^20");
    set_state(f, n, item, CELL_WRONG);
}

static bool open_slot(frame *f, const node *n) {
    column *slot = &f->slots[n->id];
    if (slot->values) return true;
    if (f->of->lends && is_partners_frame(f) && column_lend(f, n, slot)) return true;
    size_t room = f->table ? BLOCK_ROWS : f->size;
    number *values = arena_array(f->scratch, room, sizeof *values);
    uint8_t *states = arena_array(f->scratch, room, 1);
    if (!values || !states) return false;
    *slot = (column){values, states};
    return true;
}

static bool compute_constant(frame *f, const node *n, const selection *items) {
    constant_room room = constant_of(f->of, n);
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        f->slots[n->id].values[item] = room.value;
        f->slots[n->id].states[item] = room.state;
    }
    return true;
}

/* A partner's value, for rows: computed for the partners of these rows, then handed to each
 * row. */
static bool compute_partner_value(frame *f, const node *n, const selection *items) {
    frame *partners = &f->of->partners;
    uint32_t index[BLOCK_ROWS];
    selection wanted = {index, 0};
    for (size_t k = 0; k < items->count; k++) {
        uint32_t partner = frame_partner(f, selection_at(items, k));
        if (!wanted.count || index[wanted.count - 1] != partner)
            index[wanted.count++] = partner;
    }
    if (!frame_compute(partners, n, &wanted)) return false;
    const column *known = &partners->slots[n->id];
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint32_t partner = frame_partner(f, item);
        f->slots[n->id].values[item] = known->values[partner];
        f->slots[n->id].states[item] = known->states[partner];
    }
    return true;
}

static bool compute_new(frame *f, const node *n, const selection *items) {
    if (items->count == 0) return true;
    if (n->kind == NODE_CONSTANT) return compute_constant(f, n, items);
    if (n->shape == SHAPE_PARTNER && !n->hands && !is_partners_frame(f))
        return compute_partner_value(f, n, items);
    return operation_of(n->kind)(f, n, items);
}

/* How many are not computed yet: mostly all of them, or none. */
static size_t count_missing(const uint8_t *states, const selection *items) {
    size_t count = items->count, missing = 0;
    if (!items->index && count) {
        if (!memchr(states, 0, count)) return 0;
        if (!states[0] && memcmp(states, states + 1, count - 1) == 0) return count;
    }
    for (size_t k = 0; k < count; k++)
        missing += states[selection_at(items, k)] == 0;
    return missing;
}

bool frame_compute(frame *f, const node *n, const selection *items) {
    if (!open_slot(f, n)) return false;
    const uint8_t *states = f->slots[n->id].states;
    size_t missing = count_missing(states, items);
    if (missing == items->count) return compute_new(f, n, items);
    if (missing == 0) return true;
    uint32_t *index = memory_allocate(missing * sizeof *index);
    if (!index) return false;
    selection rest = {index, 0};
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        if (states[item] == 0) index[rest.count++] = (uint32_t)item;
    }
    bool fine = compute_new(f, n, &rest);
    memory_free(index);
    return fine;
}

bool operand_compute(frame *f, const node *n, const selection *items, constant_room *room,
                     operand *out) {
    if (n->kind == NODE_CONSTANT) {
        *room = constant_of(f->of, n);
        *out = (operand){&room->value, &room->state, 0};
        return true;
    }
    if (!frame_compute(f, n, items)) return false;
    *out = (operand){f->slots[n->id].values, f->slots[n->id].states, 1};
    return true;
}

selection selection_where(const selection *items, const operand *condition, bool wanted,
                          uint32_t *index) {
    selection chosen = {index, 0};
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        bool met =
            operand_state(condition, item) == CELL_VALUE && operand_value(condition, item) != 0;
        bool wrong = operand_state(condition, item) == CELL_WRONG;
        if (!wrong && met == wanted) index[chosen.count++] = (uint32_t)item;
    }
    return chosen;
}

bool frame_of_rows(frame *out, evaluation *e, const facts_table *table, size_t first_row,
                   size_t count, arena *scratch) {
    *out = (frame){.of = e,
                   .size = count,
                   .table = table,
                   .first_row = first_row,
                   .scratch = scratch,
                   .alone = NOT_ALONE};
    out->slots = arena_array(scratch, e->plan->node_count, sizeof *out->slots);
    return out->slots != NULL;
}

static void move_frame(frame *f, size_t first_row, size_t count) {
    for (size_t i = 0; i < f->of->plan->node_count; i++) {
        if (f->slots[i].states) memset(f->slots[i].states, 0, f->size);
    }
    f->first_row = first_row;
    f->size = count;
}

static bool visit_rows(frame *block, size_t first_row, size_t row_count, block_visitor *visit,
                       void *context) {
    for (size_t done = 0; done < row_count; done += BLOCK_ROWS) {
        size_t count = row_count - done < BLOCK_ROWS ? row_count - done : BLOCK_ROWS;
        move_frame(block, first_row + done, count);
        if (!visit(context, block)) return false;
    }
    return true;
}

bool for_each_block_of(frame *block, uint32_t partner, block_visitor *visit, void *context) {
    const facts_table *table = block->table;
    uint32_t member = member_of(block->of, partner);
    if (table->reference) {
        block->alone = partner;
        return visit_rows(block, 0, table->rows, visit, context);
    }
    size_t first = table->first[member], count = table->first[member + 1] - first;
    return visit_rows(block, first, count, visit, context);
}

bool for_rows_of(frame *block, uint32_t partner, const selection *chosen, rows_visitor *visit,
                 void *context) {
    uint32_t index[BLOCK_ROWS];
    if (block->table->reference) block->alone = partner;
    for (size_t k = 0; k < chosen->count;) {
        uint32_t first = chosen->index[k];
        selection rows = {index, 0};
        for (; k < chosen->count && chosen->index[k] - first < BLOCK_ROWS; k++)
            index[rows.count++] = chosen->index[k] - first;
        move_frame(block, first, index[rows.count - 1] + 1);
        if (!visit(context, block, &rows)) return false;
    }
    return true;
}

/* One past the last item of the run of neighbouring partners that begins at k. */
static size_t end_of_run(const evaluation *e, const selection *partners, size_t k) {
    uint32_t member = member_of(e, selection_at(partners, k));
    while (++k < partners->count && member_of(e, selection_at(partners, k)) == member + 1)
        member++;
    return k;
}

bool for_each_block(evaluation *e, const facts_table *table, const selection *partners,
                    block_visitor *visit, void *context) {
    arena scratch = {0};
    frame block;
    bool fine = frame_of_rows(&block, e, table, 0, 0, &scratch);
    for (size_t k = 0; fine && k < partners->count;) {
        size_t end = end_of_run(e, partners, k);
        size_t first = table->first[member_of(e, selection_at(partners, k))];
        size_t after = table->first[member_of(e, selection_at(partners, end - 1)) + 1];
        fine = visit_rows(&block, first, after - first, visit, context);
        k = end;
    }
    arena_free(&scratch);
    return fine;
}
