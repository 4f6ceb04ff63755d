/* across.c - what values that depend on all partners were made of: how many took part,
 * how many were left out for want of a value, what of an amount could not be placed. */
#include "explain/explain.h"

#include "eval/unplaced.h"

#include <string.h>

static value count_value(size_t n) {
    return (value){.state = CELL_VALUE,
                   .type = TYPE_NUMBER,
                   .measure = MEASURE_COUNT,
                   .number = number_from_integer((int64_t)n)};
}

static const char *plural(size_t n) {
    return n == 1 ? "" : "s";
}

static bool same_group(const value *a, const value *b) {
    if (a->state != CELL_VALUE || b->state != CELL_VALUE) return false;
    if (a->type == TYPE_NUMBER) return number_compare(a->number, b->number) == 0;
    return a->number == b->number;
}

/* Whoever has x, of the partner's group, takes part. */
static void show_part(const explaining *x, explanation *e, const node *n, const node *within) {
    size_t counted = 0, left_out = 0;
    value own = {0}, other = {0};
    if (within) own = result_any_value(x->of, within, x->partner);
    for (uint32_t p = 0; p < x->of->facts->partner_count; p++) {
        if (within) other = result_any_value(x->of, within, p);
        if (within && !same_group(&own, &other)) continue;
        bool has = result_any_value(x->of, n->items[0], p).state == CELL_VALUE;
        counted += has;
        left_out += !has;
    }
    const char *among = n->kind == NODE_TOTAL ? "of" : "among";
    e->note = explain_print(x, "%s %zu partner%s", among, counted, plural(counted));
    if (within && own.state == CELL_VALUE)
        e->note = explain_print(x, "%s of %s", e->note, explain_shown(x, own));
    if (left_out)
        e->note = explain_print(x, "%s, %zu left out without a value", e->note, left_out);
    explanation_figure(x->memory, e, "counted", count_value(counted));
    explanation_figure(x->memory, e, "left_out", count_value(left_out));
}

/* By partner: 1 it is below x->partner, or is it; 2 it is not; 0 not known yet. */
static bool is_below(const explaining *x, const node *parents, uint8_t *known, uint32_t p) {
    uint32_t at = p;
    while (!known[at]) {
        value above = result_any_value(x->of, parents, at);
        if (above.state != CELL_VALUE) break;
        at = (uint32_t)above.number;
    }
    uint8_t found = known[at] ? known[at] : 2;
    for (at = p; !known[at];) {
        known[at] = found;
        value above = result_any_value(x->of, parents, at);
        if (above.state == CELL_VALUE) at = (uint32_t)above.number;
    }
    return found == 1;
}

static void show_family(const explaining *x, explanation *e, const node *n) {
    size_t count = x->of->facts->partner_count, below = 0, left_out = 0;
    uint8_t *known = arena_array(x->memory, count, 1);
    if (!known) return;
    known[x->partner] = 1;
    for (uint32_t p = 0; p < count; p++) {
        if (!is_below(x, n->items[1], known, p)) continue;
        below += p != x->partner;
        left_out += result_any_value(x->of, n->items[0], p).state != CELL_VALUE;
    }
    e->note = below ? explain_print(x, "with %zu partner%s below", below, plural(below))
                    : "nobody stands below";
    if (left_out)
        e->note = explain_print(x, "%s, %zu left out without a value", e->note, left_out);
    explanation_figure(x->memory, e, "below", count_value(below));
    explanation_figure(x->memory, e, "left_out", count_value(left_out));
}

/* The pool's own figure: that of its rule may be of several. */
static bool unplaced_of_pool(const explaining *x, const node *n, value *left) {
    const plan *p = x->of->plan;
    for (size_t i = 0; i < p->pool_count; i++) {
        if (p->pools[i].divided != n) continue;
        *left = (value){.state = CELL_VALUE,
                        .type = TYPE_NUMBER,
                        .measure = n->measure,
                        .number = x->of->totals.unplaced[i]};
        if (n->measure == MEASURE_NUMBER) left->measure = MEASURE_MONEY;
        return true;
    }
    return false;
}

/* What is left of the group's own amount; false where it was not divided, or some of it is
 * wrong. */
static bool unplaced_of_group(const explaining *x, const node *n, value *left) {
    const node *within = n->items[ALLOCATE_WITHIN];
    const plan *p = x->of->plan;
    value own = result_any_value(x->of, within, x->partner);
    *left = result_any_value(x->of, n->items[ALLOCATE_AMOUNT], x->partner);
    if (left->state != CELL_VALUE) return false;
    if (left->measure == MEASURE_NUMBER) left->measure = MEASURE_MONEY;
    int places = left->measure == MEASURE_MONEY ? p->currency_places : 0;
    left->number = number_round(left->number, places, p->rounding);
    for (uint32_t i = 0; i < x->of->facts->partner_count; i++) {
        value other = result_any_value(x->of, within, i);
        if (!same_group(&own, &other)) continue;
        value part = result_any_value(x->of, n, i);
        if (part.state != CELL_VALUE ||
            !number_subtract(&left->number, left->number, part.number))
            return false;
    }
    return own.state == CELL_VALUE;
}

static bool find_unplaced(const explaining *x, const node *n, value *left) {
    return n->items[ALLOCATE_WITHIN]->kind == NODE_CONSTANT ? unplaced_of_pool(x, n, left)
                                                            : unplaced_of_group(x, n, left);
}

/* Whether the bound is what the partner gets: then it was probably held to it. */
static bool gets_bound(const explaining *x, const node *bound, const value *part) {
    if (bound->kind == NODE_CONSTANT && !bound->has_value) return false;
    value limit = result_any_value(x->of, bound, x->partner);
    return limit.state == CELL_VALUE && part->state == CELL_VALUE &&
           number_compare(limit.number, part->number) == 0;
}

/* What bounds made of a part: nothing at all where there is too little for all to have the
 * least. */
static const char *bounded(const explaining *x, const node *n, const value *weight) {
    const node *least = n->items[ALLOCATE_LEAST];
    value part = result_any_value(x->of, n, x->partner);
    bool given = least->kind != NODE_CONSTANT || least->has_value;
    if (weight->state != CELL_VALUE || number_compare(weight->number, 0) <= 0) return "";
    if (gets_bound(x, n->items[ALLOCATE_MOST], &part)) return ", the most that one gets";
    if (gets_bound(x, least, &part)) return ", the least that one gets";
    return given && part.state == CELL_VALUE && part.number == 0
               ? "; too little is left for the least that one gets"
               : "";
}

static void show_pool(const explaining *x, explanation *e, const node *n) {
    value left;
    const node *where = n->items[ALLOCATE_WHERE];
    bool taken = explain_met(x, where) == REASON_MET;
    if (taken) {
        value amount = result_any_value(x->of, n->items[ALLOCATE_AMOUNT], x->partner);
        value weight = result_any_value(x->of, n->items[ALLOCATE_X], x->partner);
        if (amount.measure == MEASURE_NUMBER) amount.measure = MEASURE_MONEY;
        e->note = explain_print(x, "of %s, by %s%s", explain_shown(x, amount),
                                explain_shown(x, weight), bounded(x, n, &weight));
        explanation_figure(x->memory, e, "amount", amount);
        explanation_figure(x->memory, e, "weight", weight);
    } else {
        e->note = "does not take part: its conditions are not met";
    }
    if (!find_unplaced(x, n, &left)) return;
    explanation_figure(x->memory, e, "unplaced", left);
    if (left.number)
        e->note =
            explain_print(x, "%s; %s could not be placed", e->note, explain_shown(x, left));
}

static bool looks_across(const node *n) {
    return n->kind == NODE_TOTAL || n->kind == NODE_RANK || n->kind == NODE_PERCENTILE ||
           n->kind == NODE_ROLLUP || n->kind == NODE_ALLOCATE;
}

static void show(const explaining *x, explanation *e, const node *n) {
    if (n->kind == NODE_ROLLUP)
        show_family(x, e, n);
    else if (n->kind == NODE_ALLOCATE)
        show_pool(x, e, n);
    else
        show_part(x, e, n, n->count > 1 ? n->items[1] : NULL);
}

/* The formula as a whole stands above already: its word is enough. */
static void explain_call(const explaining *x, explanation *parent, const term *t,
                         const term *whole) {
    const plan *p = x->of->plan;
    const node *n = t->kind == TERM_CALL ? plan_node_of(p, t, p->as_of) : NULL;
    if (n && !t->method && looks_across(n)) {
        explanation *e = explanation_add(x->memory, parent, "across",
                                         t == whole ? t->name : explain_words(x, t));
        if (!e) return;
        value v = result_any_value(x->of, n, x->partner);
        if (n->kind == NODE_ALLOCATE && v.measure == MEASURE_NUMBER) v.measure = MEASURE_MONEY;
        e->at = t->at;
        e->shown = explain_shown(x, v);
        explanation_figure(x->memory, e, "value", v);
        show(x, e, n);
    }
    if (t->kind != TERM_CALL && t->kind != TERM_OPERATION) return;
    for (size_t i = 0; i < t->count; i++)
        explain_call(x, parent, t->entries[i].value, whole);
}

void explain_across(const explaining *x, explanation *parent, const term *t) {
    explain_call(x, parent, t, t);
}
