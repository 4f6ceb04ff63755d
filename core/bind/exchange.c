/* exchange.c - amounts in other currencies: fx, currency columns, eur(150). LANGUAGE section 9.
 *
 * A converted amount is a node over the amount, its currency and the day. With fixed rates an
 * amount of a known currency is a product, and so a constant where it can be one. */
#include "bind/binder.h"

#include "base/currency.h"

#include <string.h>

typedef struct exchange {
    const term *term;
    const term *fixed; /* currency = rate; or NULL */
    int rates;         /* the source of rates; or NO_SOURCE */
    bool inverse;
    bool wrong; /* its mistakes were reported */
    bool open;  /* its rates are being bound */
} exchange;

/* --- fx {..} ------------------------------------------------------------------------------ */

/* A column of the rates' source that must be there. */
static bool want_column(binder *b, place at, int source, const char *name, cell_kind kind) {
    static const char *const types[] = {"text", "number", "money", "date", "boolean"};
    source_request *rates = &b->plan->request.sources[source];
    int column = find_column(b, source, name);
    if (column < 0)
        return problem_add_two(b->problems, at, rates->at,
                               "rates have the columns currency = text, date = date, "
                               "rate = number",
                               "source '%s' has no column '%s'", rates->name, name);
    rates->columns[column].wanted = true;
    if (rates->columns[column].kind == kind) return true;
    return problem_add_two(b->problems, rates->columns[column].at, at,
                           arena_print(b->memory, "declare it as %s = %s", name, types[kind]),
                           "the column '%s' of rates is a %s, not a %s", name,
                           types[rates->columns[column].kind], types[kind]);
}

static bool bind_rates(binder *b, exchange *fx, const term *rates) {
    if (rates->kind != TERM_WORD) return false; /* reported where it was read */
    fx->rates = find_source(b, rates->name);
    if (fx->rates < 0)
        return problem_add(b->problems, rates->at,
                           "declare it: source \"exchange\" { columns = { currency = text, "
                           "date = date, rate = number } }",
                           "there is no source '%s'", rates->name);
    const source_request *source = &b->plan->request.sources[fx->rates];
    if (fx->rates == PARTNER_SOURCE || source->partner)
        return problem_add_two(b->problems, rates->at, source->at,
                               "rates are a source without 'partner'",
                               "the rows of '%s' belong to partners", source->name);
    bool fine = want_column(b, rates->at, fx->rates, "currency", CELL_TEXT);
    fine &= want_column(b, rates->at, fx->rates, "date", CELL_DATE);
    return want_column(b, rates->at, fx->rates, "rate", CELL_NUMBER) && fine;
}

/* What is always 1 needs no rate. */
static bool check_codes(binder *b, const term *fixed) {
    const entry *own = term_entry(fixed, b->plan->currency);
    return !own || problem_add(b->problems, own->key_at, "leave it out",
                               "%s is the program's own currency: it is always 1", own->key);
}

void bind_exchange(binder *b) {
    for (size_t i = 0; i < b->rules->count && !b->fx; i++) {
        const term *t = b->rules->items[i];
        if (strcmp(t->name, "fx") != 0) continue;
        const term *fixed = term_field(t, "fixed"), *rates = term_field(t, "rates");
        const term *inverse = term_field(t, "inverse");
        b->fx = arena_allocate(b->memory, sizeof *b->fx);
        if (!b->fx) return;
        *b->fx = (exchange){.term = t, .rates = NO_SOURCE};
        b->fx->inverse = inverse && inverse->kind == TERM_BOOLEAN && inverse->boolean;
        bool table = fixed && fixed->kind == TERM_TABLE;
        if (table) b->fx->fixed = fixed;
        b->fx->wrong = rates ? !bind_rates(b, b->fx, rates) : !table || !check_codes(b, fixed);
    }
}

/* A fixed rate: the same for everybody, above 0. */
static const node *bind_rate(binder *b, const scope *s, const entry *e) {
    size_t before = b->problems->found + b->problems->repeats;
    scope nobody = {.source = NO_SOURCE, .as_of = s->as_of, .rule = s->rule};
    b->fx->open = true;
    const node *rate = bind_number(b, &nobody, e->value);
    b->fx->open = false;
    bool told = b->problems->found + b->problems->repeats > before;
    if (!rate && !told)
        problem_add(b->problems, e->value->at, "write the rate as a number",
                    "the rate of %s needs itself", e->key);
    if (rate && rate->measure != MEASURE_NUMBER)
        problem_add(b->problems, e->value->at, "write the rate as a number: EUR = 1.08",
                    "a rate is a plain number, not %s", describe(b, rate));
    if (!rate || rate->measure != MEASURE_NUMBER) return NULL;
    bool constant = rate->kind == NODE_CONSTANT && rate->has_value;
    if (rate->shape != SHAPE_CONSTANT || (constant && rate->constant <= 0)) {
        problem_add(b->problems, e->value->at, "write the rate as a number: EUR = 1.08",
                    constant ? "a rate is above 0" : "a rate is the same for everybody");
        return NULL;
    }
    return rate;
}

void check_exchange(binder *b) {
    scope s = {.source = NO_SOURCE, .as_of = b->plan->as_of};
    if (!b->fx || b->fx->wrong || !b->fx->fixed) return;
    for (size_t i = 0; i < b->fx->fixed->count; i++) {
        const entry *e = &b->fx->fixed->entries[i];
        if (e->key && !term_is_poison(e->value)) bind_rate(b, &s, e);
    }
}

/* --- amounts ------------------------------------------------------------------------------ */

/* NULL when there are no rates, which is reported at the amount. */
static exchange *rates_for(binder *b, place at, const char *what) {
    if (!b->fx)
        problem_add(b->problems, at,
                    "declare fx { fixed = { EUR = 1.08 } } or fx { rates = source }",
                    "%s need exchange rates, and the program has no fx", what);
    else if (b->fx->open)
        problem_add(b->problems, at, "write the rate as a number",
                    "a rate cannot be made of amounts in other currencies");
    return b->fx && !b->fx->open && !b->fx->wrong ? b->fx : NULL;
}

/* Sets the rates behind the first items; false when one is wrong. */
static bool add_rates(binder *b, const scope *s, const exchange *fx, const node **items,
                      size_t *count) {
    bool fine = true;
    for (size_t i = 0; fx->fixed && i < fx->fixed->count; i++) {
        const entry *e = &fx->fixed->entries[i];
        if (!e->key || term_is_poison(e->value)) return false; /* reported where it was read */
        items[*count] = node_text(b, s, e->key_at, e->key);
        items[*count + 1] = bind_rate(b, s, e);
        fine = fine && items[*count] && items[*count + 1];
        *count += 2;
    }
    return fine;
}

/* What is left of `parts`: the amount, its currency and the day. */
static const node *convert(binder *b, const scope *s, place at, const exchange *fx,
                           const node *const parts[3], bool minor_units) {
    enum { FIRST_RATE = 4 };
    size_t count = FIRST_RATE, most = fx->fixed ? 2 * fx->fixed->count : 0;
    const node **items = arena_array(b->memory, FIRST_RATE + most, sizeof *items);
    if (!items || !parts[0] || !parts[1] || !parts[2]) return NULL;
    memcpy(items, parts, 3 * sizeof *items);
    items[3] = node_text(b, s, at, b->plan->currency);
    if (!add_rates(b, s, fx, items, &count) || !items[3]) return NULL;
    node draft = node_draft(s, at, NODE_CONVERTED, TYPE_NUMBER);
    draft.measure = MEASURE_MONEY;
    draft.rows_of = fx->rates;
    draft.negative = fx->inverse;
    draft.minor_units = minor_units;
    if (parts[0]->kind == NODE_COLUMN) draft.column = parts[0]->column;
    bool dated = fx->rates >= 0 && b->plan->request.sources[fx->rates].happened_on >= 0;
    draft.constant = dated ? s->as_of : 0;
    draft.items = items;
    draft.count = count;
    return node_make(b, s, draft, items, count);
}

/* A cell of the scope's row or partner (id NULL), or of the row that has the id. */
static const node *plain_cell(binder *b, const scope *s, place at, const node *id, int source,
                              int column) {
    return id ? node_lookup(b, s, at, id, source, column)
              : node_column(b, s, at, source, column);
}

const node *bind_cell_of(binder *b, const scope *s, place at, const node *id, int source,
                         int column) {
    const source_request *from = &b->plan->request.sources[source];
    const node *cell = plain_cell(b, s, at, id, source, column);
    if (!cell || from->columns[column].kind != CELL_MONEY || !from->currency) return cell;
    static const exchange no_rates = {.rates = NO_SOURCE};
    const exchange *fx = b->fx ? rates_for(b, at, "amounts") : &no_rates;
    if (!fx) return NULL;
    bool dated =
        fx->rates >= 0 && from->converted_on; /* fixed rates hold on any day, and without */
    int day = dated ? find_column(b, source, from->converted_on) : -1;
    const node *parts[] = {
        cell, plain_cell(b, s, at, id, source, find_column(b, source, from->currency)),
        day < 0 ? node_plain(b, s, at, TYPE_DATE, s->as_of)
                : plain_cell(b, s, at, id, source, day)};
    return convert(b, s, at, fx, parts, from->columns[column].minor_of != NULL);
}

const node *bind_cell(binder *b, const scope *s, place at, int source, int column) {
    const node *cell = bind_cell_of(b, s, at, NULL, source, column);
    return source == PARTNER_SOURCE ? bind_own_cell(b, s, column, cell) : cell;
}

/* x at a fixed rate, which is one number for everybody. */
static const node *at_fixed_rate(binder *b, const scope *s, const term *t, const node *x,
                                 const char *code) {
    const entry *e = term_entry(b->fx->fixed, code);
    if (!e) {
        problem_add_two(b->problems, t->at, b->fx->fixed->at,
                        arena_print(b->memory, "add it: fixed = { %s = .. }", code),
                        "fx has no rate of %s", code);
        return NULL;
    }
    const node *rate = term_is_poison(e->value) ? NULL : bind_rate(b, s, e);
    const node *items[] = {node_as(b, x, MEASURE_MONEY), rate};
    if (!items[0] || !rate) return NULL;
    return node_over(b, s, t->at, b->fx->inverse ? NODE_DIVIDE : NODE_MULTIPLY, TYPE_NUMBER,
                     MEASURE_MONEY, items, 2);
}

/* When a rule's amounts are converted: on the day of the row that the rule is at, also where
 * other rows are looked at for it; as_of where it is at none. */
static const node *day_of_rule(binder *b, const scope *s, place at) {
    const scope *row = s;
    while (row->outer && (row->folded || row->source > PARTNER_SOURCE))
        row = row->outer;
    bool of_rows = row->source > PARTNER_SOURCE && !row->folded && !s->in_setting;
    const char *on = of_rows ? b->plan->request.sources[row->source].converted_on : NULL;
    int day = on ? find_column(b, row->source, on) : -1;
    bool own = row->source == s->source;
    if (day < 0 || (!own && row->source >= MOST_HANDS))
        return node_plain(b, s, at, TYPE_DATE, s->as_of);
    const node *cell = node_column(b, s, at, row->source, day);
    return own || !cell ? cell : node_at_hand(b, s, cell);
}

const node *bind_foreign(binder *b, const scope *s, const term *t, const node *x,
                         const char *code) {
    const char *what = code ? arena_print(b->memory, "%s amounts", code) : NULL;
    exchange *fx = what ? rates_for(b, t->at, what) : NULL;
    if (!fx) return NULL;
    if (fx->fixed) return at_fixed_rate(b, s, t, x, code);
    const node *parts[] = {node_as(b, x, MEASURE_MONEY), node_text(b, s, t->at, code),
                           day_of_rule(b, s, t->at)};
    return convert(b, s, t->at, fx, parts, false);
}
