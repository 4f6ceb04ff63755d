/* across.h - what the words that look at all partners share. Private to eval/.
 *
 * Such a node is computed for everybody the first time that anybody asks, in the frame of all
 * partners; what was known before (lent by an earlier result) stays. */
#ifndef RUNG_EVAL_ACROSS_H
#define RUNG_EVAL_ACROSS_H

#include "eval/frame.h"

static inline void across_set_state(frame *f, const node *n, size_t partner, uint8_t state) {
    uint8_t *known = &f->slots[n->id].states[partner];
    if (!*known) *known = state;
}

static inline void across_set_value(frame *f, const node *n, size_t partner, number value) {
    if (!f->slots[n->id].states[partner]) set_value(f, n, partner, value);
}

/* Who is looked at together: partners with the same value of `within`, or all. */
typedef struct groups {
    bool all;
    bool numbers; /* which are equal where 9 places are */
    constant_room room;
    operand of;
} groups;

/* within NULL: everybody is of one group. False only when memory ran out. */
bool groups_of(frame *f, const node *within, groups *out);

static inline uint8_t group_state(const groups *g, size_t partner) {
    return g->all ? CELL_VALUE : operand_state(&g->of, partner);
}

/* Equal in partners of one group that have one. */
static inline number group_key(const groups *g, size_t partner) {
    if (g->all) return 0;
    number value = operand_value(&g->of, partner);
    return g->numbers ? number_on_grid(value) : value;
}

#endif
