/* group.c - all_of, any_of, none_of, n_of.
 *
 * Filters look at their conditions in order, each only for the items that an earlier one has
 * not decided. Requirements (strict) look at all of them: an explanation shows every line, and
 * an error in one is an error of the whole. */
#include "eval/frame.h"

#include "base/memory.h"

/* Strict: counts the conditions that are met; any error is an error. */
static bool count_met(frame *f, const node *n, size_t first, const selection *items) {
    for (size_t k = 0; k < items->count; k++)
        set_value(f, n, selection_at(items, k), 0);
    for (size_t i = first; i < n->count; i++) {
        constant_room room;
        operand condition;
        if (!operand_compute(f, n->items[i], items, &room, &condition)) return false;
        for (size_t k = 0; k < items->count; k++) {
            size_t item = selection_at(items, k);
            uint8_t state = operand_state(&condition, item);
            if (state == CELL_WRONG)
                set_state(f, n, item, CELL_WRONG);
            else if (state == CELL_VALUE && operand_value(&condition, item))
                f->slots[n->id].values[item]++;
        }
    }
    return true;
}

static bool compute_strict(frame *f, const node *n, const selection *items) {
    if (!count_met(f, n, 0, items)) return false;
    for (size_t k = 0; k < items->count; k++) {
        number *met = &f->slots[n->id].values[selection_at(items, k)];
        *met = n->kind == NODE_ALL   ? *met == (number)n->count
               : n->kind == NODE_ANY ? *met > 0
                                     : *met == 0;
    }
    return true;
}

/* What one condition that holds (or not) decides: ALL is decided by one that does not, ANY and
 * NONE by one that does. */
static bool decides(node_kind kind, bool met) {
    return kind == NODE_ALL ? !met : met;
}

static bool compute_in_order(frame *f, const node *n, const selection *items) {
    uint32_t *index = memory_allocate(items->count * sizeof *index);
    if (!index) return false;
    selection open = *items;
    bool fine = true;
    for (size_t i = 0; fine && i < n->count && open.count; i++) {
        constant_room room;
        operand condition;
        fine = operand_compute(f, n->items[i], &open, &room, &condition);
        selection rest = {index, 0};
        for (size_t k = 0; fine && k < open.count; k++) {
            size_t item = selection_at(&open, k);
            uint8_t state = operand_state(&condition, item);
            bool met = state == CELL_VALUE && operand_value(&condition, item);
            if (state == CELL_WRONG)
                set_state(f, n, item, CELL_WRONG);
            else if (decides(n->kind, met))
                set_value(f, n, item, n->kind == NODE_ANY);
            else
                index[rest.count++] = (uint32_t)item;
        }
        open = rest;
    }
    for (size_t k = 0; fine && k < open.count; k++)
        set_value(f, n, selection_at(&open, k), n->kind != NODE_ANY);
    memory_free(index);
    return fine;
}

bool compute_group(frame *f, const node *n, const selection *items) {
    return n->strict ? compute_strict(f, n, items) : compute_in_order(f, n, items);
}

bool compute_n_of(frame *f, const node *n, const selection *items) {
    int64_t least = 0;
    number_to_integer(&least, n->items[0]->constant);
    if (!count_met(f, n, 1, items)) return false;
    for (size_t k = 0; k < items->count; k++) {
        number *met = &f->slots[n->id].values[selection_at(items, k)];
        *met = *met >= least;
    }
    return true;
}
