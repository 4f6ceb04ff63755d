/* across.c - values that depend on all partners: total. Only an evaluation over everybody
 * computes them. Who has no value, or an error, is left out. */
#include "eval/frame.h"

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
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        if (fits)
            set_value(f, n, item, sum);
        else
            set_overflow(f, n, item);
    }
    return true;
}
