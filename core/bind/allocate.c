/* allocate.c - an amount divided among partners in proportion to a value. LANGUAGE section 6.
 */
#include "bind/binder.h"

#include <string.h>

/* What is divided, and by what: money by anything, a count in whole ones. */
static const node *bind_divided(binder *b, const scope *s, const term *t) {
    const node *n = bind_number(b, s, t);
    if (!n || n->measure != MEASURE_PERCENT) return n;
    problem_add(b->problems, t->at, "divide an amount: percent(2) * total(metric.bookings)",
                "'allocate' divides money or a number, not a percent");
    return NULL;
}

static const node *bind_where(binder *b, const scope *s, const term *t, const term *where) {
    requirement who = {0};
    if (!where) return node_plain(b, s, t->at, TYPE_BOOLEAN, true);
    if (where->kind != TERM_TABLE) {
        problem_add(b->problems, where->at, "write where = { tier = at_least \"gold\" }",
                    "'where' of 'allocate' is a table of what a partner must meet");
        return NULL;
    }
    return bind_requirements(b, s, where, &who) ? who.met : NULL;
}

/* A bound of what one partner gets, in the amount's unit. */
static const node *bind_bound(binder *b, const scope *s, const term *t, const term *bound,
                              const node *amount) {
    measure both;
    node none = node_draft(s, t->at, NODE_CONSTANT, TYPE_NUMBER);
    if (!bound) return node_nothing(b, s, t->at, &none);
    const node *n = bind_number(b, s, bound);
    if (!n || !amount) return NULL;
    return measure_common(b, bound->at, amount->at, "a bound of 'allocate'", n, amount, &both)
               ? n
               : NULL;
}

static bool is_known(const node *n) {
    return n && n->kind == NODE_CONSTANT && n->has_value;
}

static bool bounds_in_order(binder *b, const term *t, const node *least, const node *most) {
    if (!is_known(least) || !is_known(most)) return true;
    if (number_compare(least->constant, most->constant) <= 0) return true;
    return problem_add(b->problems, t->at, "at_least is the lower of the two",
                       "nobody can get at_least and no more than at_most: it is above it");
}

/* What cannot be placed is reported with the declaration. */
static bool add_pool(binder *b, const scope *s, const node *n) {
    plan *p = b->plan;
    for (size_t i = 0; i < p->pool_count; i++)
        if (p->pools[i].divided == n) return true;
    if (s->ago || !s->rule) return true; /* of another day */
    pool *pools =
        arena_grow(b->memory, p->pools, p->pool_count, &b->pool_capacity, sizeof *pools);
    if (!pools) return false;
    p->pools = pools;
    p->pools[p->pool_count++] = (pool){s->rule, n};
    return true;
}

const node *bind_allocate(binder *b, const scope *s, const term *t) {
    static const char *const known[] = {"where", "within", "at_least", "at_most", NULL};
    static const term nothing = {.kind = TERM_TABLE};
    const term *options = t->count > 2 ? t->entries[2].value : &nothing;
    scope partner = scope_of_partners(s);
    const node *items[ALLOCATE_ITEMS] = {NULL};
    items[ALLOCATE_AMOUNT] = bind_divided(b, &partner, t->entries[0].value);
    items[ALLOCATE_X] = bind_number(b, &partner, t->entries[1].value);
    if (!options_known(b, t, options, known)) return NULL;
    const term *within = term_field(options, "within");
    items[ALLOCATE_WHERE] = bind_where(b, &partner, t, term_field(options, "where"));
    items[ALLOCATE_WITHIN] = within ? bind_compared(b, &partner, within)
                                    : node_plain(b, &partner, t->at, TYPE_BOOLEAN, true);
    items[ALLOCATE_LEAST] =
        bind_bound(b, &partner, t, term_field(options, "at_least"), items[ALLOCATE_AMOUNT]);
    items[ALLOCATE_MOST] =
        bind_bound(b, &partner, t, term_field(options, "at_most"), items[ALLOCATE_AMOUNT]);
    for (size_t i = 0; i < ALLOCATE_ITEMS; i++)
        if (!items[i]) return NULL;
    if (!bounds_in_order(b, t, items[ALLOCATE_LEAST], items[ALLOCATE_MOST])) return NULL;
    node draft = node_draft(s, t->at, NODE_ALLOCATE, TYPE_NUMBER);
    draft.measure = items[ALLOCATE_AMOUNT]->measure;
    const node *made = node_across(b, &draft, items, ALLOCATE_ITEMS);
    return made && add_pool(b, s, made) ? made : NULL;
}

/* In the order of the declarations. */
void order_pools(binder *b) {
    plan *p = b->plan;
    size_t placed = 0;
    for (size_t i = 0; i < b->rules->count; i++) {
        for (size_t k = placed; k < p->pool_count; k++) {
            if (p->pools[k].rule->term != b->rules->items[i]) continue;
            pool moving = p->pools[k];
            memmove(&p->pools[placed + 1], &p->pools[placed], (k - placed) * sizeof *p->pools);
            p->pools[placed++] = moving;
        }
    }
}
