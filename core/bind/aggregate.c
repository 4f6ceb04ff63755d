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

bool check_ago(binder *b, const scope *s, const term *t, int source) {
    if (!s->ago || b->plan->request.sources[source].happened_on >= 0) return true;
    return problem_add_two(
        b->problems, t->at, s->ago->at, "give the source a 'happened_on' column",
        "ago(..) cannot look back on '%s': its rows have no date on which they happened",
        b->plan->request.sources[source].name);
}

void shape_over_rows(const scope *s, node *n) {
    n->shape = SHAPE_PARTNER;
    for (size_t i = 0; i < n->count; i++)
        n->hands |= n->items[i] ? n->items[i]->hands : 0;
    uint64_t own = s->source > PARTNER_SOURCE && s->source < 64 ? (uint64_t)1 << s->source : 0;
    if (!(n->hands & own)) return;
    n->hands &= ~own;
    n->shape = SHAPE_ROW;
    n->source = s->source;
}

scope scope_of_rows(const scope *s, int source) {
    scope rows = *s;
    rows.source = source;
    rows.outer = s->source > PARTNER_SOURCE || s->outer ? s : NULL;
    rows.order = NULL;
    rows.strict = false;
    rows.folded = true;
    return rows;
}

static bool counts(aggregate_kind kind) {
    return kind == AGGREGATE_COUNT || kind == AGGREGATE_COUNT_DISTINCT;
}

bool check_foldable(binder *b, const term *t, const node *x, aggregate_kind kind) {
    bool numbers =
        kind == AGGREGATE_SUM || kind == AGGREGATE_AVERAGE || kind == AGGREGATE_MEDIAN;
    bool ordered = kind == AGGREGATE_LOWEST || kind == AGGREGATE_HIGHEST;
    if (numbers && x->type != TYPE_NUMBER)
        return problem_add(b->problems, t->entries[0].value->at, NULL,
                           "'%s' needs numbers, but this is %s", t->name, describe(b, x));
    if (ordered && x->type != TYPE_NUMBER && x->type != TYPE_DATE)
        return problem_add(b->problems, t->at, NULL,
                           "'%s' needs numbers or dates to put in order, but this is %s",
                           t->name, describe(b, x));
    return true;
}

/* Each depth may look at all rows for each row around it. */
static bool check_depth(binder *b, const scope *s, const term *t) {
    enum { ROWS_DEEP = 4 };
    int depth = 0;
    for (const scope *around = s; around; around = around->outer)
        depth += around->source > PARTNER_SOURCE;
    return depth < ROWS_DEEP ||
           problem_add(b->problems, t->at, "give the innermost a metric of its own",
                       "rows are looked at for each row, for each row, more than %d deep",
                       ROWS_DEEP);
}

/* The aggregate over a source's rows; x and order may be NULL. */
static bool draft_fold(binder *b, const scope *s, const term *t, int source,
                       aggregate_kind kind, const term *x, const term *order,
                       const term *filter, node *out) {
    scope rows = scope_of_rows(s, source);
    bool ok;
    const node **items = arena_array(b->memory, 3, sizeof *items);
    if (!items || !check_depth(b, s, t)) return false;
    items[0] = x ? bind_value(b, &rows, x) : NULL;
    items[2] = order ? bind_value(b, &rows, order) : NULL;
    items[1] = bind_rows(b, &rows, source, filter, t->at, &ok);
    if (!check_ago(b, s, t, source) || !ok || (x && !items[0]) || (order && !items[2]))
        return false;
    if (kind == AGGREGATE_LATEST && items[2]->type != TYPE_NUMBER &&
        items[2]->type != TYPE_DATE)
        return problem_add(b->problems, t->at, NULL,
                           "'%s' needs numbers or dates to put in order, but this is %s",
                           t->name, describe(b, items[2]));
    if (x && !check_foldable(b, t, items[0], kind)) return false;
    value_type type = kind == AGGREGATE_EXISTS ? TYPE_BOOLEAN
                      : counts(kind)           ? TYPE_NUMBER
                                               : items[0]->type;
    *out = node_draft(s, t->at, NODE_AGGREGATE, type);
    out->measure = counts(kind) ? MEASURE_COUNT : items[0] ? items[0]->measure : MEASURE_NUMBER;
    out->aggregate = kind;
    out->rows_of = source;
    out->items = items;
    out->count = 3;
    out->strict = false;
    return true;
}

/* Aggregates of a column or row expression: its source is that of its columns. */
static bool draft_of_values(binder *b, const scope *s, const term *t, aggregate_kind kind,
                            node *out) {
    const term *x = t->entries[0].value;
    bool latest = kind == AGGREGATE_LATEST;
    if (latest && t->entries[1].value->kind == TERM_TABLE)
        return problem_add(
            b->problems, t->entries[1].value->at,
            "write latest(deal.amount, deal.closed_on, { status = \"won\" })",
            "'latest' needs the column that says which row is the latest, before the filter");
    size_t filter_at = latest ? 2 : 1;
    int source = source_folded(b, s, x);
    if (source < 0) {
        bool of_partner = x->kind == TERM_REFERENCE && strcmp(x->name, "partner") == 0;
        const char *hint =
            of_partner ? "use it as it is: a partner has one"
                       : arena_print(b->memory, "write %s(deal.amount, { status = \"won\" })",
                                     t->name);
        return problem_add(b->problems, x->at, hint,
                           "'%s' needs a column of a source with several rows a partner",
                           t->name);
    }
    return draft_fold(b, s, t, source, kind, x, latest ? t->entries[1].value : NULL,
                      t->count > filter_at ? t->entries[filter_at].value : NULL, out);
}

/* count(deal, filter) and exists(deal, filter). */
static bool draft_of_source(binder *b, const scope *s, const term *t, aggregate_kind kind,
                            node *out) {
    const term *rows = t->entries[0].value;
    int source = rows->kind == TERM_WORD ? find_source(b, rows->name) : -1;
    if (source < 0 || source == PARTNER_SOURCE)
        return problem_add(
            b->problems, rows->at,
            arena_print(b->memory, "write %s(deal, { status = \"won\" })", t->name),
            source < 0 ? "'%s' needs a source"
                       : "'%s' cannot go over the partners in this version",
            t->name);
    return draft_fold(b, s, t, source, kind, NULL, NULL,
                      t->count > 1 ? t->entries[1].value : NULL, out);
}

static const struct {
    const char *word;
    aggregate_kind kind;
} aggregates[] = {
    {"sum", AGGREGATE_SUM},
    {"count", AGGREGATE_COUNT},
    {"count_distinct", AGGREGATE_COUNT_DISTINCT},
    {"average", AGGREGATE_AVERAGE},
    {"median", AGGREGATE_MEDIAN},
    {"lowest", AGGREGATE_LOWEST},
    {"highest", AGGREGATE_HIGHEST},
    {"latest", AGGREGATE_LATEST},
    {"exists", AGGREGATE_EXISTS},
};

bool aggregate_from_word(aggregate_kind *out, const char *word) {
    for (size_t i = 0; i < sizeof aggregates / sizeof *aggregates; i++) {
        if (strcmp(aggregates[i].word, word)) continue;
        *out = aggregates[i].kind;
        return true;
    }
    return false;
}

bool draft_aggregate(binder *b, const scope *s, const term *t, node *out) {
    aggregate_kind kind;
    if (!aggregate_from_word(&kind, t->name) || !arguments_fit(t)) return false;
    bool of_source = kind == AGGREGATE_COUNT || kind == AGGREGATE_EXISTS;
    return of_source ? draft_of_source(b, s, t, kind, out)
                     : draft_of_values(b, s, t, kind, out);
}

const node *bind_aggregate(binder *b, const scope *s, const term *t) {
    node draft;
    if (!draft_aggregate(b, s, t, &draft)) return NULL;
    shape_over_rows(s, &draft);
    return node_intern(b, draft);
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
