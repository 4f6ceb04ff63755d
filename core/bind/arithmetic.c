/* arithmetic.c - + - * /, rounding, and the words that write numbers and money. */
#include "bind/binder.h"

#include "base/currency.h"

#include <string.h>

static const node *bind_sum_of_two(binder *b, const scope *s, const term *t, bool minus) {
    const term *left = t->entries[0].value, *right = t->entries[1].value;
    bool turned = !minus && is_span(left) && !is_span(right); /* days(60) + d */
    const term *first = turned ? right : left, *second = turned ? left : right;
    const node *x = bind_value(b, s, first);
    if (x && x->type == TYPE_TEXT && is_span(second)) x = node_typed(b, s, first, x, TYPE_DATE);
    if (x && x->type == TYPE_DATE) return bind_date_sum(b, s, t, x, second, minus);
    const node *y = bind_value(b, s, second);
    x = node_typed(b, s, first, x, TYPE_NUMBER);
    y = node_typed(b, s, second, y, TYPE_NUMBER);
    if (!x || !y) return NULL;
    measure m;
    if (!measure_common(b, t->at, right->at, minus ? "'-'" : "'+'", x, y, &m)) return NULL;
    const node *items[] = {turned ? y : x, turned ? x : y};
    return node_over(b, s, t->at, minus ? NODE_SUBTRACT : NODE_ADD, TYPE_NUMBER, m, items, 2);
}

/* The two halves of a quotient as written: a / b or fraction(a, b). */
static bool is_quotient(const term *t) {
    return t->count == 2 && ((t->kind == TERM_OPERATION && strcmp(t->name, "/") == 0) ||
                             term_is_call(t, "fraction"));
}

static const node *quotient_of(binder *b, const scope *s, const term *t, const node *dividend,
                               const node *divisor) {
    if (!dividend || !divisor) return NULL;
    const node *items[] = {dividend, divisor};
    return node_over(b, s, t->at, NODE_DIVIDE, TYPE_NUMBER, measure_quotient(dividend, divisor),
                     items, 2);
}

/* x * (a / b), rounded once. The quotient's own node is made too: it has the unit, and
 * explanations show it. */
static const node *bind_product_with_quotient(binder *b, const scope *s, const term *t,
                                              const term *factor, const term *quotient) {
    const node *items[] = {bind_number(b, s, factor),
                           bind_number(b, s, quotient->entries[0].value),
                           bind_number(b, s, quotient->entries[1].value)};
    const node *q =
        node_remember(b, s, quotient, quotient_of(b, s, quotient, items[1], items[2]));
    measure m;
    if (!items[0] || !q || !measure_product(b, t->at, quotient->at, items[0], q, &m))
        return NULL;
    return node_over(b, s, t->at, NODE_MULTIPLY_DIVIDE, TYPE_NUMBER, m, items, 3);
}

static const node *bind_product(binder *b, const scope *s, const term *t) {
    const term *left = t->entries[0].value, *right = t->entries[1].value;
    if (is_quotient(right)) return bind_product_with_quotient(b, s, t, left, right);
    if (is_quotient(left)) return bind_product_with_quotient(b, s, t, right, left);
    const node *x = bind_number(b, s, left), *y = bind_number(b, s, right);
    measure m;
    if (!x || !y || !measure_product(b, t->at, right->at, x, y, &m)) return NULL;
    const node *items[] = {x, y};
    return node_over(b, s, t->at, NODE_MULTIPLY, TYPE_NUMBER, m, items, 2);
}

/* x * a / b is rounded once as well. */
static const node *bind_division(binder *b, const scope *s, const term *t) {
    const term *left = t->entries[0].value, *right = t->entries[1].value;
    bool product = left->kind == TERM_OPERATION && strcmp(left->name, "*") == 0 &&
                   left->count == 2 && !is_quotient(left->entries[0].value) &&
                   !is_quotient(left->entries[1].value);
    if (!product)
        return quotient_of(b, s, t, bind_number(b, s, left), bind_number(b, s, right));
    const node *items[] = {bind_number(b, s, left->entries[0].value),
                           bind_number(b, s, left->entries[1].value), bind_number(b, s, right)};
    measure m;
    if (!items[0] || !items[1] || !items[2] ||
        !measure_product(b, left->at, left->entries[1].value->at, items[0], items[1], &m))
        return NULL;
    const node *whole = node_over(b, s, left->at, NODE_MULTIPLY, TYPE_NUMBER, m, items, 2);
    if (!node_remember(b, s, left, whole)) return NULL;
    return node_over(b, s, t->at, NODE_MULTIPLY_DIVIDE, TYPE_NUMBER,
                     measure_quotient(whole, items[2]), items, 3);
}

const node *bind_operation(binder *b, const scope *s, const term *t) {
    if (t->count == 1) {
        const node *x = bind_number(b, s, t->entries[0].value);
        return x ? node_over(b, s, t->at, NODE_NEGATE, TYPE_NUMBER, x->measure, &x, 1) : NULL;
    }
    switch (t->name[0]) {
    case '+':
        return bind_sum_of_two(b, s, t, false);
    case '-':
        return bind_sum_of_two(b, s, t, true);
    case '*':
        return bind_product(b, s, t);
    default:
        return bind_division(b, s, t);
    }
}

/* min and max: numbers of one unit, or dates, which may be written as texts. */
static const node *bind_extreme(binder *b, const scope *s, const term *t, node_kind kind) {
    const node **items = arena_array(b->memory, t->count, sizeof *items);
    if (!items) return NULL;
    bool dates = false, fine = true;
    for (size_t i = 0; i < t->count; i++) {
        items[i] = bind_value(b, s, t->entries[i].value);
        dates |= items[i] && (items[i]->type == TYPE_DATE || items[i]->type == TYPE_TEXT);
        fine &= items[i] != NULL;
    }
    measure m = MEASURE_NUMBER;
    for (size_t i = 0; fine && i < t->count; i++) {
        items[i] =
            node_typed(b, s, t->entries[i].value, items[i], dates ? TYPE_DATE : TYPE_NUMBER);
        if (!items[i]) return NULL;
        if (dates) continue;
        node so_far = *items[0];
        so_far.measure = i ? m : items[0]->measure;
        if (!measure_common(b, t->entries[i].value->at, t->entries[0].value->at, t->name,
                            &so_far, items[i], &m))
            return NULL;
    }
    return fine ? node_over(b, s, t->at, kind, dates ? TYPE_DATE : TYPE_NUMBER, m, items,
                            t->count)
                : NULL;
}

const node *bind_min(binder *b, const scope *s, const term *t) {
    return bind_extreme(b, s, t, NODE_MIN);
}

const node *bind_max(binder *b, const scope *s, const term *t) {
    return bind_extreme(b, s, t, NODE_MAX);
}

const node *bind_abs(binder *b, const scope *s, const term *t) {
    const node *x = bind_number(b, s, t->entries[0].value);
    return x ? node_over(b, s, t->at, NODE_ABS, TYPE_NUMBER, x->measure, &x, 1) : NULL;
}

static const node *round_to(binder *b, const scope *s, const term *t,
                            round_direction direction) {
    const node *x = bind_number(b, s, t->entries[0].value);
    int64_t places = 0;
    if (t->count > 1 && !bind_whole(b, s, t->entries[1].value, -18, 9, &places)) return NULL;
    const node *n =
        x ? node_number(b, s, t->at, number_from_integer(places), MEASURE_NUMBER) : NULL;
    if (!n) return NULL;
    const node *items[] = {x, n};
    node rounded = node_draft(s, t->at, NODE_ROUND, TYPE_NUMBER);
    rounded.measure = x->measure;
    rounded.direction = direction;
    return node_make(b, s, rounded, items, 2);
}

const node *bind_round(binder *b, const scope *s, const term *t) {
    return round_to(b, s, t, ROUND_NEAREST);
}

const node *bind_round_down(binder *b, const scope *s, const term *t) {
    return round_to(b, s, t, ROUND_TOWARDS_ZERO);
}

const node *bind_round_up(binder *b, const scope *s, const term *t) {
    return round_to(b, s, t, ROUND_AWAY);
}

const node *bind_or_else(binder *b, const scope *s, const term *t) {
    const node *x = bind_value(b, s, t->entries[0].value);
    if (!x) return NULL;
    const node *y = x->type == TYPE_DATE || x->type == TYPE_LEVEL
                        ? bind_against(b, s, x, t->entries[1].value)
                        : bind_value(b, s, t->entries[1].value);
    measure m;
    if (y && y->type == TYPE_DATE) x = node_typed(b, s, t->entries[0].value, x, TYPE_DATE);
    if (!x || !y ||
        !branches_agree(b, t->entries[1].value->at, t->entries[0].value->at, x, y, &m))
        return NULL;
    const node *items[] = {x, y};
    node either = node_draft(s, t->at, NODE_OR_ELSE, x->type);
    either.measure = m;
    either.ladder = x->ladder;
    return node_make(b, s, either, items, 2);
}

const node *bind_fraction(binder *b, const scope *s, const term *t) {
    return quotient_of(b, s, t, bind_number(b, s, t->entries[0].value),
                       bind_number(b, s, t->entries[1].value));
}

const node *bind_decimal(binder *b, const scope *s, const term *t) {
    const term *written = t->entries[0].value;
    number value;
    if (written->kind == TERM_TEXT &&
        number_from_text(&value, written->name, strlen(written->name)))
        return node_number(b, s, t->at, value, MEASURE_NUMBER);
    problem_add(b->problems, written->at,
                "write decimal \"1234.56\": digits, at most 18 behind the point",
                "this is no decimal");
    return NULL;
}

const node *bind_percent(binder *b, const scope *s, const term *t) {
    const node *x = bind_number(b, s, t->entries[0].value);
    if (!x || !refuse_unit(b, x, t->at, "percent")) return NULL;
    const node *items[] = {x, node_number(b, s, t->at, NUMBER_ONE / 100, MEASURE_NUMBER)};
    return items[1]
               ? node_over(b, s, t->at, NODE_MULTIPLY, TYPE_NUMBER, MEASURE_PERCENT, items, 2)
               : NULL;
}

static const node *money(binder *b, const scope *s, const term *t, const char *code) {
    const node *x = bind_number(b, s, t->entries[0].value);
    if (!x) return NULL;
    if (currency_places(code) < 0) {
        problem_add(b->problems, t->at, "codes are those of ISO 4217: \"USD\", \"EUR\"",
                    "'%s' is no currency", code);
        return NULL;
    }
    if (!refuse_unit(b, x, t->at, t->name)) return NULL;
    if (strcmp(code, b->plan->currency) != 0)
        return bind_foreign(b, s, t, x, arena_string(b->memory, code));
    return node_as(b, x, MEASURE_MONEY);
}

const node *bind_amount(binder *b, const scope *s, const term *t) {
    const term *code = t->entries[1].value;
    if (code->kind == TERM_TEXT) return money(b, s, t, code->name);
    problem_add(b->problems, code->at, "write amount(100, \"ALL\")", "the currency is a text");
    return NULL;
}

const node *bind_currency_word(binder *b, const scope *s, const term *t) {
    char code[4] = {0};
    for (int i = 0; i < 3; i++)
        code[i] = (char)(t->name[i] - 'a' + 'A');
    return money(b, s, t, code);
}
