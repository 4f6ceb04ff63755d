/* across.c - values that depend on all partners: total, rank, percentile. LANGUAGE section 6.
 */
#include "bind/binder.h"

#include "base/nearest.h"
#include "syntax/words.h"

#include <string.h>

scope scope_of_partners(const scope *s) {
    return (scope){.source = NO_SOURCE, .as_of = s->as_of, .rule = s->rule, .ago = s->ago};
}

const node *node_across(binder *b, const node *draft, const node **items, size_t count) {
    node made = *draft;
    made.shape = SHAPE_PARTNER;
    made.across = true;
    made.items = items;
    made.count = count;
    return node_intern(b, made);
}

static bool refuse_option(binder *b, const term *t, const entry *e, const char *const *known) {
    const char *form = arena_print(b->memory, "write %s", word_find(t->name)->form);
    if (!e->key)
        return problem_add(b->problems, e->value->at, form, "what is said to '%s' needs a key",
                           t->name);
    nearest guess = nearest_to(e->key);
    for (; *known; known++)
        nearest_offer(&guess, *known);
    const char *hint =
        guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best) : form;
    return problem_add(b->problems, e->key_at, hint, "'%s' takes no '%s'", t->name, e->key);
}

bool options_known(binder *b, const term *t, const term *options, const char *const *known) {
    bool fine = true;
    if (options->kind != TERM_TABLE)
        return problem_add(b->problems, options->at,
                           arena_print(b->memory, "write %s", word_find(t->name)->form),
                           "'%s' wants a table { .. } here", t->name);
    for (size_t i = 0; i < options->count; i++) {
        const entry *e = &options->entries[i];
        bool is_known = false;
        for (const char *const *k = known; *k && e->key; k++)
            is_known |= strcmp(*k, e->key) == 0;
        if (!is_known) fine = refuse_option(b, t, e, known);
    }
    return fine;
}

const node *bind_compared(binder *b, const scope *s, const term *within) {
    const node *n = bind_value(b, s, within);
    if (!n || n->kind != NODE_CONSTANT) return n;
    bool named = within->kind == TERM_TEXT && find_column(b, PARTNER_SOURCE, within->name) >= 0;
    problem_add(b->problems, within->at,
                named ? arena_print(b->memory, "write within = partner.%.80s", within->name)
                      : "write within = partner.region",
                "'within' needs what tells groups of partners apart; this is the same for all");
    return NULL;
}

/* x, and what says who is compared with whom. */
static const node *bind_place(binder *b, const scope *s, const term *t, node_kind kind,
                              measure m) {
    static const char *const known[] = {"within", NULL};
    scope partner = scope_of_partners(s);
    const term *options = t->count > 1 ? t->entries[1].value : NULL;
    const node *items[2] = {bind_number(b, &partner, t->entries[0].value), NULL};
    if (options && !options_known(b, t, options, known)) return NULL;
    const term *within = options ? term_field(options, "within") : NULL;
    if (within) items[1] = bind_compared(b, &partner, within);
    if (!items[0] || (within && !items[1])) return NULL;
    node draft = node_draft(s, t->at, kind, TYPE_NUMBER);
    draft.measure = m;
    return node_across(b, &draft, items, within ? 2 : 1);
}

/* In the unit of x. */
const node *bind_total(binder *b, const scope *s, const term *t) {
    scope partner = scope_of_partners(s);
    const node *x = bind_number(b, &partner, t->entries[0].value);
    return x ? bind_place(b, s, t, NODE_TOTAL, x->measure) : NULL;
}

const node *bind_rank(binder *b, const scope *s, const term *t) {
    return bind_place(b, s, t, NODE_RANK, MEASURE_COUNT);
}

const node *bind_percentile(binder *b, const scope *s, const term *t) {
    return bind_place(b, s, t, NODE_PERCENTILE, MEASURE_PERCENT);
}

bool is_rank(const node *n) {
    bool wrapped = n->kind == NODE_OVERRIDDEN || n->kind == NODE_OR_ELSE;
    return n->kind == NODE_RANK || (wrapped && n->items[0] && is_rank(n->items[0]));
}
