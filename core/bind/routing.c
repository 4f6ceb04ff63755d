/* routing.c - which partner gets a lead. LANGUAGE section 9.
 *
 * What a partner must meet, and what is preferred, is asked of every partner for every row: the
 * row is at hand, as it is in the filter of an aggregate over another source. */
#include "bind/binder.h"

#include <string.h>

static bool bind_leads(binder *b, const term *each, routing *out) {
    out->each = each && each->kind == TERM_WORD ? find_source(b, each->name) : NO_SOURCE;
    if (!each) return false;
    if (out->each > PARTNER_SOURCE) return check_row_ids(b, each, out->each);
    return problem_add(b->problems, each->at, "write each = lead",
                       out->each == PARTNER_SOURCE
                           ? "rows are routed to partners, not partners themselves"
                           : "here the name of a source is needed");
}

/* A row that belongs to nobody has no partner whose metrics could be asked. */
static bool check_row_alone(binder *b, const routing *r, const node *n, place at) {
    const source_request *rows = &b->plan->request.sources[r->each];
    if (!n || n->shared || rows->partner) return true;
    return problem_add_two(b->problems, at, rows->at, "ask it of partners in 'to'",
                           "the rows of '%s' belong to no partner yet", rows->name);
}

static bool bind_rows_in_order(binder *b, const scope *row, const term *t, routing *out) {
    const term *where = term_field(t, "where"), *order = term_field(t, "order");
    int happened = b->plan->request.sources[out->each].happened_on;
    bool fine = true;
    out->where = bind_rows(b, row, out->each, where, t->at, &fine);
    if (where && fine) fine = check_row_alone(b, out, out->where, where->at);
    if (order) {
        out->order = bind_value(b, row, order);
        fine &= out->order && check_row_alone(b, out, out->order, order->at);
    } else if (happened >= 0) {
        out->order = node_column(b, row, t->at, out->each, happened);
        fine &= out->order != NULL;
    }
    return fine;
}

static bool bind_limit(binder *b, const scope *partner, const entry *e, routing *out) {
    if (!e->key || strcmp(e->key, "partner") != 0)
        return problem_add(b->problems, e->key ? e->key_at : e->value->at,
                           "write cap = { partner = 10 }",
                           "a routing has one cap: how many rows a partner gets");
    const node *n = bind_number(b, partner, e->value);
    if (!n) return false;
    out->cap = n;
    out->cap_at = e->key_at;
    if (n->measure != MEASURE_NUMBER && n->measure != MEASURE_COUNT)
        return problem_add(b->problems, e->value->at, "write a number of rows: 10",
                           "this cap is a number of rows, not %s", describe(b, n));
    if (n->kind == NODE_CONSTANT && n->has_value && n->constant < 0)
        return problem_add(b->problems, e->value->at, "a cap is 0 or more",
                           "a cap cannot be negative");
    return true;
}

static bool bind_limits(binder *b, const scope *partner, const term *table, routing *out) {
    bool fine = true;
    for (size_t i = 0; table && i < table->count; i++)
        fine &= bind_limit(b, partner, &table->entries[i], out);
    return fine;
}

bool bind_routing(binder *b, const term *t, routing *out) {
    scope row = {.source = NO_SOURCE, .as_of = b->plan->as_of, .rule = &out->is};
    scope taker = row;
    const term *prefers = term_field(t, "prefers");
    if (!bind_leads(b, term_field(t, "each"), out)) return false;
    row.source = out->each;
    taker.outer = &row;
    bool fine = bind_rows_in_order(b, &row, t, out);
    fine &= bind_due(b, &taker, term_field(t, "to"), &out->to, &out->met);
    if (prefers) fine &= (out->prefers = bind_number(b, &taker, prefers)) != NULL;
    taker.outer = NULL;
    fine &= bind_limits(b, &taker, term_field(t, "cap"), out);
    b->plan->across = true;
    return fine;
}
