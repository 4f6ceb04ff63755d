/* scalar.c - operations that need nothing but the values of their operands. */
#include "eval/frame.h"

#include <string.h>

typedef enum outcome { DONE, NOTHING, OVERFLOWN, OUTSIDE_CALENDAR } outcome;

/* in[i] is the i-th operand; every operand has a value. */
typedef outcome scalar(const node *n, const number *in, number *out, const plan *p);

static outcome exact(bool fits) {
    return fits ? DONE : OVERFLOWN;
}

static outcome add(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    return exact(number_add(out, in[0], in[1]));
}

static outcome subtract(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    return exact(number_subtract(out, in[0], in[1]));
}

static outcome divide(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    return in[1] == 0 ? NOTHING : exact(number_divide(out, in[0], in[1]));
}

static outcome multiply_divide(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    return in[2] == 0 ? NOTHING : exact(number_multiply_divide(out, in[0], in[1], in[2]));
}

static outcome negate(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    *out = -in[0];
    return DONE;
}

static outcome absolute(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    *out = in[0] < 0 ? -in[0] : in[0];
    return DONE;
}

static outcome round_number(const node *n, const number *in, number *out, const plan *p) {
    static const number_rounding how[] = {ROUND_HALF_UP, ROUND_DOWN, ROUND_UP};
    int64_t places = 0;
    (void)p;
    number_to_integer(&places, in[1]);
    *out = number_round(in[0], (int)places, how[n->direction]);
    return DONE;
}

static outcome calendar(bool inside, date found, number *out) {
    *out = found;
    return inside ? DONE : OUTSIDE_CALENDAR;
}

static outcome add_to_date(const node *n, const number *in, number *out, const plan *p) {
    int64_t count;
    date moved = 0;
    (void)p;
    if (!number_is_whole(in[1]) || !number_to_integer(&count, in[1]) || count > 4000000 ||
        count < -4000000)
        return OUTSIDE_CALENDAR;
    bool inside = date_add(&moved, (date)in[0], n->negative ? -count : count, n->period);
    return calendar(inside, moved, out);
}

static outcome period_start(const node *n, const number *in, number *out, const plan *p) {
    date found = 0;
    bool inside = date_period_start(&found, (date)in[0], n->period, p->starts);
    return calendar(inside, found, out);
}

static outcome period_end(const node *n, const number *in, number *out, const plan *p) {
    date found = 0;
    bool inside = date_period_end(&found, (date)in[0], n->period, p->starts);
    return calendar(inside, found, out);
}

static outcome days_between(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    *out = (in[1] - in[0]) * NUMBER_ONE;
    return DONE;
}

static outcome months_between(const node *n, const number *in, number *out, const plan *p) {
    (void)n, (void)p;
    *out = number_from_integer(date_months_between((date)in[0], (date)in[1]));
    return DONE;
}

static scalar *scalar_of(node_kind kind) {
    switch (kind) {
    case NODE_ADD:
        return add;
    case NODE_SUBTRACT:
        return subtract;
    case NODE_DIVIDE:
        return divide;
    case NODE_MULTIPLY_DIVIDE:
        return multiply_divide;
    case NODE_NEGATE:
        return negate;
    case NODE_ABS:
        return absolute;
    case NODE_ROUND:
        return round_number;
    case NODE_DATE_ADD:
        return add_to_date;
    case NODE_PERIOD_START:
        return period_start;
    case NODE_PERIOD_END:
        return period_end;
    case NODE_DAYS_BETWEEN:
        return days_between;
    default:
        return months_between;
    }
}

static void settle(frame *f, const node *n, size_t item, outcome found, number value) {
    if (found == DONE) {
        set_value(f, n, item, value);
    } else if (found == NOTHING) {
        set_state(f, n, item, CELL_NONE);
    } else if (found == OVERFLOWN) {
        set_overflow(f, n, item);
    } else {
        evaluation_error(
            f, item, n, "the date is outside the years 1 to 9999, or moved by a part of a day");
        set_state(f, n, item, CELL_WRONG);
    }
}

enum {
    FACTORS = 16,
    PATIENCE = 32 /* so many more misses than hits: the column repeats little */
};

/* Products of a constant with values that come again and again, like a factor by region. */
typedef struct products {
    number factors[FACTORS], found[FACTORS];
    unsigned known; /* bit i: both stand at i */
    int patience;
} products;

static bool multiply(products *p, number *out, number constant, number factor) {
    unsigned at = (unsigned)((uint64_t)factor * 0x9E3779B97F4A7C15u >> 60);
    if (p->patience < 0) return number_multiply(out, constant, factor);
    if (p->known >> at & 1 && p->factors[at] == factor) {
        *out = p->found[at];
        p->patience += p->patience < PATIENCE;
        return true;
    }
    p->patience--;
    if (!number_multiply(out, constant, factor)) return false;
    p->factors[at] = factor;
    p->found[at] = *out;
    p->known |= 1u << at;
    return true;
}

/* The commonest of all, without a call for each item. */
static bool compute_product(frame *f, const node *n, const selection *items) {
    constant_room rooms[2];
    operand x, y;
    column *slot = &f->slots[n->id];
    if (!operand_compute(f, n->items[0], items, &rooms[0], &x)) return false;
    if (!operand_compute(f, n->items[1], items, &rooms[1], &y)) return false;
    products known;
    known.known = 0;
    known.patience = x.step && y.step ? -1 : PATIENCE;
    bool constant_first = !x.step;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint8_t a = operand_state(&x, item), b = operand_state(&y, item);
        number left = operand_value(&x, item), right = operand_value(&y, item);
        if (a != CELL_VALUE || b != CELL_VALUE)
            slot->states[item] = state_that_spreads(a, b);
        else if (multiply(&known, &slot->values[item], constant_first ? left : right,
                          constant_first ? right : left))
            slot->states[item] = CELL_VALUE;
        else
            set_overflow(f, n, item);
    }
    return true;
}

static bool compute_arithmetic(frame *f, const node *n, const selection *items) {
    constant_room rooms[3];
    operand in[3];
    scalar *apply = scalar_of(n->kind);
    for (size_t i = 0; i < n->count; i++) {
        if (!operand_compute(f, n->items[i], items, &rooms[i], &in[i])) return false;
    }
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        number values[3], found = 0;
        uint8_t state = CELL_VALUE;
        for (size_t i = 0; i < n->count; i++) {
            uint8_t own = operand_state(&in[i], item);
            if (own != CELL_VALUE) state = state_that_spreads(state, own);
            values[i] = operand_value(&in[i], item);
        }
        if (state != CELL_VALUE) {
            set_state(f, n, item, state);
            continue;
        }
        outcome done = apply(n, values, &found, f->of->plan);
        settle(f, n, item, done, found);
    }
    return true;
}

/* --- questions: no value means not met ---------------------------------------------------- */

/* The order of two values; amounts far enough apart need no rounding to 9 places. */
static int order_of(bool numbers, number left, number right) {
    number apart = left - right;
    if (!numbers || apart > NUMBER_GRID || apart < -NUMBER_GRID)
        return (apart > 0) - (apart < 0);
    return number_compare(left, right);
}

static bool compute_comparison(frame *f, const node *n, const selection *items) {
    constant_room rooms[2];
    operand x, y;
    column *slot = &f->slots[n->id];
    bool numbers = n->items[0]->type == TYPE_NUMBER, unknown = n->comparison == COMPARE_IS_NOT;
    const bool met[] = {comparison_holds(n->comparison, -1), comparison_holds(n->comparison, 0),
                        comparison_holds(n->comparison, 1)};
    if (!operand_compute(f, n->items[0], items, &rooms[0], &x)) return false;
    if (!operand_compute(f, n->items[1], items, &rooms[1], &y)) return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint8_t a = operand_state(&x, item), b = operand_state(&y, item);
        if (a == CELL_VALUE && b == CELL_VALUE)
            slot->values[item] =
                met[1 + order_of(numbers, operand_value(&x, item), operand_value(&y, item))];
        else
            slot->values[item] = unknown;
        slot->states[item] = a == CELL_WRONG || b == CELL_WRONG ? CELL_WRONG : CELL_VALUE;
    }
    return true;
}

static bool answer(const frame *f, const node *n, uint8_t state, number value) {
    bool has_value = state == CELL_VALUE;
    switch (n->kind) {
    case NODE_PRESENT:
        return has_value;
    case NODE_ABSENT:
        return !has_value;
    case NODE_NOT_AFTER:
        return !has_value || value <= n->constant;
    default:
        return has_value && text_like(result_text(f->of->out, (int64_t)value), n->text);
    }
}

static bool compute_question(frame *f, const node *n, const selection *items) {
    constant_room room;
    operand x;
    if (!operand_compute(f, n->items[0], items, &room, &x)) return false;
    for (size_t k = 0; k < items->count; k++) {
        size_t item = selection_at(items, k);
        uint8_t state = operand_state(&x, item);
        if (state == CELL_WRONG)
            set_state(f, n, item, CELL_WRONG);
        else
            set_value(f, n, item, answer(f, n, state, operand_value(&x, item)));
    }
    return true;
}

bool compute_scalar(frame *f, const node *n, const selection *items) {
    switch (n->kind) {
    case NODE_COMPARE:
        return compute_comparison(f, n, items);
    case NODE_LIKE:
    case NODE_PRESENT:
    case NODE_ABSENT:
    case NODE_NOT_AFTER:
        return compute_question(f, n, items);
    case NODE_MULTIPLY:
        return compute_product(f, n, items);
    default:
        return compute_arithmetic(f, n, items);
    }
}

/* min and max: the smallest or largest of all; any without value leaves none. */
bool compute_extreme(frame *f, const node *n, const selection *items) {
    for (size_t i = 0; i < n->count; i++) {
        constant_room room;
        operand x;
        if (!operand_compute(f, n->items[i], items, &room, &x)) return false;
        for (size_t k = 0; k < items->count; k++) {
            size_t item = selection_at(items, k);
            uint8_t state = operand_state(&x, item),
                    so_far = i ? f->slots[n->id].states[item] : CELL_VALUE;
            number value = operand_value(&x, item), best = f->slots[n->id].values[item];
            if (state != CELL_VALUE || so_far != CELL_VALUE) {
                set_state(f, n, item, state_that_spreads(state, so_far));
                continue;
            }
            bool better = i == 0 || (n->kind == NODE_MIN ? value < best : value > best);
            set_value(f, n, item, better ? value : best);
        }
    }
    return true;
}
