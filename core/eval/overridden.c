/* overridden.c - a metric, score or cell with values of a scenario for some partners. */
#include "eval/frame.h"

/* The items of a partner that the scenario names. */
static bool find_item(const evaluation *e, const char *id, size_t *item) {
    int64_t partner = facts_partner_find(e->facts, text_of(id));
    if (partner < 0 || !is_member(e, (uint32_t)partner)) return false;
    *item = item_of(e, (uint32_t)partner);
    return true;
}

bool compute_overridden(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand value;
    column *slot = &f->slots[n->id];
    if (!operand_compute(f, n->items[0], items, &room, &value)) return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        slot->values[item] = operand_value(&value, item);
        slot->states[item] = operand_state(&value, item);
    }
    for (size_t i = 1; i + 1 < n->count; i += 2) {
        size_t item;
        if (!find_item(f->of, n->items[i]->text, &item) || slot->states[item] == 0) continue;
        constant_room own = constant_of(f->of, n->items[i + 1]);
        slot->values[item] = own.value;
        slot->states[item] = own.state;
    }
    return true;
}
