/* at_hand.c - the row at hand: the one whose formula or filter looks at rows of another source.
 */
#include "eval/frame.h"

/* The frame around f whose rows are those of the source, and the row of it that is at hand. */
static frame *frame_at_hand(const frame *f, int source, size_t *row) {
    const facts_table *table = &f->of->facts->tables[source];
    while (f && (!f->outer || f->outer->table != table))
        f = f->outer;
    *row = f ? f->at_hand : 0;
    return f ? f->outer : NULL;
}

bool value_at_hand(const frame *f, const node *n, number *value, uint8_t *state) {
    const node *x = n->items[0];
    size_t row;
    frame *around = frame_at_hand(f, x->source, &row);
    constant_room room;
    operand found;
    uint32_t index = (uint32_t)row;
    selection one = {&index, 1};
    if (!around || !operand_compute(around, x, &one, &room, &found)) return false;
    *value = operand_value(&found, row);
    *state = operand_state(&found, row);
    return true;
}

/* The same for all items. */
bool compute_at_hand(frame *f, const node *n, const selection *items) {
    number value;
    uint8_t state;
    if (!value_at_hand(f, n, &value, &state)) return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        f->slots[n->id].values[item] = value;
        f->slots[n->id].states[item] = state;
    }
    return true;
}
