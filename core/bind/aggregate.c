/* aggregate.c - sum, count, average and their kin over a source's rows; ago. LANGUAGE
 * section 6. */
#include "bind/binder.h"

#include <string.h>

/* Rows after as_of do not exist. NULL for a list, all of whose rows count; *ok tells that from
 * a failure. */
static const node *bind_existence(binder *b, const scope *s, int source, place at, bool *ok) {
    const source_request *wanted = &b->plan->request.sources[source];
    if (wanted->happened_on < 0) return NULL;
    const node *happened = node_column(b, s, at, source, wanted->happened_on);
    node draft = node_draft(s, at, NODE_NOT_AFTER, TYPE_BOOLEAN);
    draft.constant = s->as_of;
    const node *exists = happened ? node_make(b, s, draft, &happened, 1) : NULL;
    *ok = exists != NULL;
    return exists;
}

const node *bind_rows(binder *b, const scope *s, int source, const term *filter, place at,
                      bool *ok) {
    const node *items[2];
    size_t count = 0;
    *ok = true;
    const node *exists = bind_existence(b, s, source, at, ok);
    if (!*ok) return NULL;
    if (exists) items[count++] = exists;
    if (filter) {
        if (filter->kind != TERM_TABLE) {
            *ok = problem_add(b->problems, filter->at, "write { status = \"won\" }",
                              "a filter is a table of conditions");
            return NULL;
        }
        items[count] = bind_filter(b, s, source, filter);
        *ok = items[count++] != NULL;
    }
    return *ok && count ? node_group(b, s, at, NODE_ALL, items, count) : NULL;
}

static bool check_ago(binder *b, const scope *s, const term *t, int source) {
    if (!s->ago || b->plan->request.sources[source].happened_on >= 0) return true;
    return problem_add_two(
        b->problems, t->at, s->ago->at, "give the source a 'happened_on' column",
        "ago(..) cannot look back on '%s': its rows have no date on which they happened",
        b->plan->request.sources[source].name);
}

/* One value a partner, or, where its filter asks of the row at hand, one for each of those
 * rows. */
static void shape_over_rows(const scope *s, node *n) {
    n->shape = SHAPE_PARTNER;
    for (size_t i = 0; i < n->count; i++)
        n->hands |= n->items[i] ? n->items[i]->hands : 0;
    uint64_t own = s->source > PARTNER_SOURCE && s->source < 64 ? (uint64_t)1 << s->source : 0;
    if (!(n->hands & own)) return;
    n->hands &= ~own;
    n->shape = SHAPE_ROW;
    n->source = s->source;
}

/* The node over a source's rows; x and order may be NULL. */
static const node *fold_rows(binder *b, const scope *s, const term *t, int source,
                             aggregate_kind kind, const term *x, const term *order,
                             const term *filter) {
    scope rows = *s;
    rows.source = source;
    rows.outer = s->source > PARTNER_SOURCE || s->outer ? s : NULL;
    rows.strict = false;
    bool ok;
    const node *items[3] = {x ? bind_value(b, &rows, x) : NULL, NULL,
                            order ? bind_value(b, &rows, order) : NULL};
    items[1] = bind_rows(b, &rows, source, filter, t->at, &ok);
    if (!check_ago(b, s, t, source) || !ok || (x && !items[0]) || (order && !items[2]))
        return NULL;
    bool counts = kind == AGGREGATE_COUNT || kind == AGGREGATE_COUNT_DISTINCT;
    bool numbers =
        kind == AGGREGATE_SUM || kind == AGGREGATE_AVERAGE || kind == AGGREGATE_MEDIAN;
    if (numbers && items[0]->type != TYPE_NUMBER) {
        problem_add(b->problems, x->at, NULL, "'%s' needs numbers, but this is %s", t->name,
                    describe(b, items[0]));
        return NULL;
    }
    bool ordered = kind == AGGREGATE_LOWEST || kind == AGGREGATE_HIGHEST;
    const node *by_order = kind == AGGREGATE_LATEST ? items[2] : items[0];
    if ((ordered || kind == AGGREGATE_LATEST) && by_order->type != TYPE_NUMBER &&
        by_order->type != TYPE_DATE) {
        problem_add(b->problems, t->at, NULL,
                    "'%s' needs numbers or dates to put in order, but this is %s", t->name,
                    describe(b, by_order));
        return NULL;
    }
    value_type type = kind == AGGREGATE_EXISTS ? TYPE_BOOLEAN
                      : counts                 ? TYPE_NUMBER
                                               : items[0]->type;
    node draft = node_draft(s, t->at, NODE_AGGREGATE, type);
    draft.measure = counts ? MEASURE_COUNT : items[0] ? items[0]->measure : MEASURE_NUMBER;
    draft.aggregate = kind;
    draft.rows_of = source;
    draft.items = items;
    draft.count = 3;
    draft.strict = false;
    shape_over_rows(s, &draft);
    return node_intern(b, draft);
}

/* Aggregates of a column or row expression: its source is that of its columns. */
static const node *fold_values(binder *b, const scope *s, const term *t, aggregate_kind kind) {
    const term *x = t->entries[0].value;
    bool latest = kind == AGGREGATE_LATEST;
    if (latest && t->entries[1].value->kind == TERM_TABLE) {
        problem_add(
            b->problems, t->entries[1].value->at,
            "write latest(deal.amount, deal.closed_on, { status = \"won\" })",
            "'latest' needs the column that says which row is the latest, before the filter");
        return NULL;
    }
    size_t filter_at = latest ? 2 : 1;
    int source = source_used(b, x);
    if (source < 0) {
        bool of_partner = x->kind == TERM_REFERENCE && strcmp(x->name, "partner") == 0;
        const char *hint =
            of_partner ? "use it as it is: a partner has one"
                       : arena_print(b->memory, "write %s(deal.amount, { status = \"won\" })",
                                     t->name);
        problem_add(b->problems, x->at, hint,
                    "'%s' needs a column of a source with several rows a partner", t->name);
        return NULL;
    }
    return fold_rows(b, s, t, source, kind, x, latest ? t->entries[1].value : NULL,
                     t->count > filter_at ? t->entries[filter_at].value : NULL);
}

/* count(deal, filter) and exists(deal, filter). */
static const node *fold_source(binder *b, const scope *s, const term *t, aggregate_kind kind) {
    const term *rows = t->entries[0].value;
    int source = rows->kind == TERM_WORD ? find_source(b, rows->name) : -1;
    if (source < 0 || source == PARTNER_SOURCE) {
        problem_add(b->problems, rows->at,
                    arena_print(b->memory, "write %s(deal, { status = \"won\" })", t->name),
                    source < 0 ? "'%s' needs a source"
                               : "'%s' cannot go over the partners in this version",
                    t->name);
        return NULL;
    }
    return fold_rows(b, s, t, source, kind, NULL, NULL,
                     t->count > 1 ? t->entries[1].value : NULL);
}

const node *bind_sum(binder *b, const scope *s, const term *t) {
    return fold_values(b, s, t, AGGREGATE_SUM);
}

const node *bind_count(binder *b, const scope *s, const term *t) {
    return fold_source(b, s, t, AGGREGATE_COUNT);
}

const node *bind_count_distinct(binder *b, const scope *s, const term *t) {
    return fold_values(b, s, t, AGGREGATE_COUNT_DISTINCT);
}

const node *bind_average(binder *b, const scope *s, const term *t) {
    return fold_values(b, s, t, AGGREGATE_AVERAGE);
}

const node *bind_median(binder *b, const scope *s, const term *t) {
    return fold_values(b, s, t, AGGREGATE_MEDIAN);
}

const node *bind_lowest(binder *b, const scope *s, const term *t) {
    return fold_values(b, s, t, AGGREGATE_LOWEST);
}

const node *bind_highest(binder *b, const scope *s, const term *t) {
    return fold_values(b, s, t, AGGREGATE_HIGHEST);
}

const node *bind_latest(binder *b, const scope *s, const term *t) {
    return fold_values(b, s, t, AGGREGATE_LATEST);
}

const node *bind_exists(binder *b, const scope *s, const term *t) {
    return fold_source(b, s, t, AGGREGATE_EXISTS);
}

/* x as it would be with as_of earlier: the day after as_of, less n units, less a day. */
const node *bind_ago(binder *b, const scope *s, const term *t) {
    int64_t n;
    date_unit unit;
    bool fine = bind_whole(b, s, t->entries[1].value, 0, 100000, &n);
    fine &= bind_unit(b, t->entries[2].value, &unit);
    if (!fine) return NULL;
    scope earlier = *s;
    earlier.ago = t;
    if (!date_add(&earlier.as_of, s->as_of + 1, -n, unit)) {
        problem_add(b->problems, t->at, NULL, "this reaches back before the year 1");
        return NULL;
    }
    earlier.as_of -= 1;
    return bind_value(b, &earlier, t->entries[0].value);
}
