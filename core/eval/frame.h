/* frame.h - how the operations of eval/ read their operands. Private to eval/ and compare/. */
#ifndef RUNG_EVAL_FRAME_H
#define RUNG_EVAL_FRAME_H

#include "eval/evaluation.h"

/* A computed node as something to read from: one value an item, or the same for all. */
typedef struct operand {
    const number *values;
    const uint8_t *states;
    size_t step; /* 0: the same for all */
} operand;

static inline number operand_value(const operand *o, size_t item) {
    return o->values[item * o->step];
}

static inline uint8_t operand_state(const operand *o, size_t item) {
    return o->states[item * o->step];
}

/* The frame of all partners of the evaluation, in which their values are kept. */
static inline bool is_partners_frame(const frame *f) {
    return f == &f->of->partners;
}

/* Computes a node for the items and hands it out; constants are not spread over a slot. The
 * storage for a constant is the caller's. */
typedef struct constant_room {
    number value;
    uint8_t state;
} constant_room;
bool operand_compute(frame *f, const node *n, const selection *items, constant_room *room,
                     operand *out);

/* An operation fills the node's slot for all the selected items, none of which is computed yet.
 */
typedef bool operation(frame *f, const node *n, const selection *items);

operation compute_column, compute_scalar, compute_extreme, compute_or_else, compute_when,
    compute_by, compute_dated, compute_bands, compute_group, compute_n_of, compute_aggregate,
    compute_at_hand, compute_per, compute_within, compute_so_far, compute_position,
    compute_total, compute_rank, compute_parent, compute_rollup, compute_level, compute_held,
    compute_earned, compute_fund_part, compute_overridden, compute_function;

/* Rows of references, and money in other currencies. */
operation compute_lookup, compute_converted;

operation compute_allocate;

/* The value and state of a constant node in this evaluation. */
constant_room constant_of(const evaluation *e, const node *n);

/* What a NODE_AT_HAND is in a frame; false only when memory ran out. */
bool value_at_hand(const frame *f, const node *n, number *value, uint8_t *state);

/* Items of a selection for which `state` says yes; `index` has room for all of them. */
selection selection_where(const selection *items, const operand *condition, bool wanted,
                          uint32_t *index);

/* CELL_WRONG when any is wrong, else CELL_NONE: what spreads from operands without a value. */
static inline uint8_t state_that_spreads(uint8_t a, uint8_t b) {
    return a == CELL_WRONG || b == CELL_WRONG ? CELL_WRONG : CELL_NONE;
}

static inline void set_value(frame *f, const node *n, size_t item, number value) {
    f->slots[n->id].values[item] = value;
    f->slots[n->id].states[item] = CELL_VALUE;
}

static inline void set_state(frame *f, const node *n, size_t item, uint8_t state) {
    f->slots[n->id].states[item] = state;
}

/* Records an overflow of this node and marks the item. */
void set_overflow(frame *f, const node *n, size_t item);

/* Whether two values in this order (<0, 0, >0) are as asked. */
static inline bool comparison_holds(comparison how, int order) {
    switch (how) {
    case COMPARE_IS:
        return order == 0;
    case COMPARE_IS_NOT:
        return order != 0;
    case COMPARE_AT_LEAST:
        return order >= 0;
    case COMPARE_ABOVE:
        return order > 0;
    case COMPARE_AT_MOST:
        return order <= 0;
    default:
        return order < 0;
    }
}

#endif
