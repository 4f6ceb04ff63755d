/* bands.c - marginal, retroactive, band, interpolated. LANGUAGE section 5.
 *
 * A band holds from its `from` up to, not including, the next; below the first the result
 * is 0. Where x stands is decided at 9 places; amounts keep all of theirs. */
#include "eval/frame.h"

#include "base/memory.h"

/* One item's bands: from and value of each, all with values. */
typedef struct ladder_of_bands {
    const number *from, *value;
    size_t count;
} ladder_of_bands;

/* The index of the band that x reaches, or -1 below the first. */
static int reached(const ladder_of_bands *b, number x) {
    int found = -1;
    for (size_t i = 0; i < b->count && number_compare(x, b->from[i]) >= 0; i++)
        found = (int)i;
    return found;
}

/* How far x is beyond a band's beginning. At 9 places it may stand there and lie a hair below.
 */
static bool beyond(number *out, number x, number from) {
    if (!number_subtract(out, x, from)) return false;
    if (*out < 0) *out = 0;
    return true;
}

static bool marginal(const ladder_of_bands *b, number x, number *out) {
    int last = reached(b, x);
    number sum = 0, part;
    for (int i = 0; i <= last; i++) {
        number up_to = i < last ? b->from[i + 1] : x;
        if (!beyond(&part, up_to, b->from[i]) || !number_multiply(&part, part, b->value[i]))
            return false;
        if (!number_add(&sum, sum, part)) return false;
    }
    *out = sum;
    return true;
}

/* The line between the points, the last value beyond the last. */
static bool interpolated(const ladder_of_bands *b, number x, number *out) {
    int low = reached(b, x);
    number rise, run, past;
    *out = 0;
    if (low < 0) return true;
    *out = b->value[low];
    if ((size_t)low + 1 == b->count) return true;
    return number_subtract(&run, b->from[low + 1], b->from[low]) &&
           beyond(&past, x, b->from[low]) &&
           number_subtract(&rise, b->value[low + 1], b->value[low]) &&
           number_multiply_divide(&rise, past, rise, run) &&
           number_add(out, b->value[low], rise);
}

static bool apply(node_kind kind, const ladder_of_bands *b, number x, number *out) {
    int band = reached(b, x);
    switch (kind) {
    case NODE_MARGINAL:
        return marginal(b, x, out);
    case NODE_INTERPOLATED:
        return interpolated(b, x, out);
    case NODE_RETROACTIVE:
        *out = 0;
        return band < 0 || number_multiply(out, x, b->value[band]);
    default:
        *out = band < 0 ? 0 : b->value[band];
        return true;
    }
}

static bool ascending(const ladder_of_bands *b) {
    for (size_t i = 1; i < b->count; i++) {
        if (number_compare(b->from[i - 1], b->from[i]) >= 0) return false;
    }
    return true;
}

/* x, then every from and value, as operands; released by the caller. */
static operand *compute_operands(frame *f, const node *n, const selection *items,
                                 constant_room *rooms) {
    operand *in = memory_allocate(n->count * sizeof *in);
    for (size_t i = 0; in && i < n->count; i++) {
        if (operand_compute(f, n->items[i], items, &rooms[i], &in[i])) continue;
        memory_free(in);
        return NULL;
    }
    return in;
}

static void compute_item(frame *f, const node *n, size_t item, const operand *in, number *from,
                         number *value) {
    uint8_t state = CELL_VALUE;
    for (size_t i = 0; i < n->count; i++) {
        uint8_t own = operand_state(&in[i], item);
        if (own != CELL_VALUE) state = state_that_spreads(state, own);
        number known = operand_value(&in[i], item);
        if (i > 0) *(i % 2 ? &from[i / 2] : &value[i / 2 - 1]) = known;
    }
    ladder_of_bands bands = {from, value, n->count / 2};
    number found;
    if (state != CELL_VALUE) {
        set_state(f, n, item, state);
    } else if (!ascending(&bands)) {
        evaluation_error(f, item, n, "the bands are out of order for this partner");
        set_state(f, n, item, CELL_WRONG);
    } else if (apply(n->kind, &bands, operand_value(&in[0], item), &found)) {
        set_value(f, n, item, found);
    } else {
        set_overflow(f, n, item);
    }
}

bool compute_bands(frame *f, const node *n, const selection *items) {
    size_t bands = n->count / 2;
    constant_room *rooms = memory_allocate(n->count * sizeof *rooms);
    number *from = memory_allocate(bands * sizeof *from),
           *value = memory_allocate(bands * sizeof *value);
    operand *in = rooms && from && value ? compute_operands(f, n, items, rooms) : NULL;
    for (size_t k = 0; in && k < items->count; k++)
        compute_item(f, n, selection_at(items, k), in, from, value);
    bool fine = in != NULL;
    memory_free(in);
    memory_free(value);
    memory_free(from);
    memory_free(rooms);
    return fine;
}
