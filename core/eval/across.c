/* across.c - the sum of everybody, and who is looked at together. Only an evaluation over
 * everybody computes what looks across. Who has no value, or an error, is left out. */
#include "eval/across.h"

bool groups_of(frame *f, const node *within, groups *out) {
    selection everybody = {NULL, f->size};
    *out = (groups){.all = !within, .numbers = within && within->type == TYPE_NUMBER};
    return !within || operand_compute(f, within, &everybody, &out->room, &out->of);
}

/* The same for everybody. */
bool compute_total(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand x;
    number sum = 0;
    bool fits = true;
    selection everybody = {NULL, f->size};
    if (!operand_compute(f, n->items[0], &everybody, &room, &x)) return false;
    for (size_t p = 0; p < f->size; p++)
        if (operand_state(&x, p) == CELL_VALUE)
            fits = fits && number_add(&sum, sum, operand_value(&x, p));
    for (size_t p = 0; fits && p < f->size; p++)
        across_set_value(f, n, p, sum);
    for (size_t k = 0; !fits && k < items->count; k++)
        set_overflow(f, n, selection_at(items, k));
    return true;
}
