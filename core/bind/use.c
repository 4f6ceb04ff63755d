/* use.c - which rows of a source each rule can use, so that the others need not be kept.
 *
 * Every aggregate, incentive and fund uses the rows that its filter lets through. What a filter
 * asks of one cell alone becomes a test that the reader can make; whatever else it asks is left
 * to the evaluator, so a use may let through more rows than the rule, never fewer. */
#include "bind/binder.h"

#include <string.h>

typedef struct uses {
    binder *b;
    int source;
    row_use *items;
    size_t count, capacity;
} uses;

static bool add_test(uses *u, row_use *use, row_test test) {
    enum { MORE = 8 }; /* tests of one use are few */
    if (use->count % MORE == 0) {
        row_test *tests = arena_array(u->b->memory, use->count + MORE, sizeof *tests);
        if (!tests) return false;
        if (use->count) memcpy(tests, use->tests, use->count * sizeof *tests);
        use->tests = tests;
    }
    use->tests[use->count++] = test;
    return true;
}

static bool is_own_column(const uses *u, const node *n, value_type type) {
    return n->kind == NODE_COLUMN && n->source == u->source && n->type == type;
}

static bool is_known(const node *n) {
    return n->kind == NODE_CONSTANT && n->has_value;
}

/* Texts of `column is one of ..` in items; false when some item asks anything else. */
static bool texts_of(const uses *u, const node *const *items, size_t count,
                     const char **texts) {
    for (size_t i = 0; i < count; i++) {
        const node *n = items[i];
        if (n->kind != NODE_COMPARE || n->comparison != COMPARE_IS ||
            !is_own_column(u, n->items[0], TYPE_TEXT) || n->items[0] != items[0]->items[0] ||
            !is_known(n->items[1]))
            return false;
        texts[i] = n->items[1]->text;
    }
    return true;
}

static bool add_texts(uses *u, row_use *use, const node *const *items, size_t count) {
    const char **texts = arena_array(u->b->memory, count, sizeof *texts);
    if (!texts) return false;
    if (!texts_of(u, items, count, texts)) return true;
    return add_test(u, use,
                    (row_test){.kind = TEST_IS,
                               .column = items[0]->items[0]->column,
                               .texts = texts,
                               .text_count = count});
}

static bool add_date(uses *u, row_use *use, const node *n) {
    date d = (date)n->items[1]->constant;
    row_test test = {.kind = TEST_BETWEEN,
                     .column = n->items[0]->column,
                     .from = DATE_FIRST,
                     .to = DATE_LAST};
    switch (n->comparison) {
    case COMPARE_AT_LEAST:
        test.from = d;
        break;
    case COMPARE_ABOVE:
        test.from = d + 1;
        break;
    case COMPARE_AT_MOST:
        test.to = d;
        break;
    case COMPARE_BELOW:
        test.to = d - 1;
        break;
    case COMPARE_IS:
        test.from = test.to = d;
        break;
    default:
        return true;
    }
    return add_test(u, use, test);
}

static bool add_pattern(uses *u, row_use *use, const node *n) {
    const char **pattern = arena_array(u->b->memory, 1, sizeof *pattern);
    if (!pattern) return false;
    *pattern = n->text;
    return add_test(u, use,
                    (row_test){.kind = TEST_LIKE,
                               .column = n->items[0]->column,
                               .texts = pattern,
                               .text_count = 1});
}

static bool add_comparison(uses *u, row_use *use, const node *n) {
    if (!is_known(n->items[1])) return true;
    if (is_own_column(u, n->items[0], TYPE_DATE)) return add_date(u, use, n);
    if (n->comparison != COMPARE_IS) return true;
    if (is_own_column(u, n->items[0], TYPE_TEXT)) return add_texts(u, use, &n, 1);
    if (!is_own_column(u, n->items[0], TYPE_BOOLEAN)) return true;
    return add_test(u, use,
                    (row_test){.kind = TEST_IS,
                               .column = n->items[0]->column,
                               .from = (date)n->items[1]->constant});
}

/* The tests that follow from a condition that must hold. */
static bool add_tests(uses *u, row_use *use, const node *n) {
    switch (n->kind) {
    case NODE_ALL:
        for (size_t i = 0; i < n->count; i++) {
            if (!add_tests(u, use, n->items[i])) return false;
        }
        return true;
    case NODE_ANY:
        return add_texts(u, use, n->items, n->count);
    case NODE_COMPARE:
        return add_comparison(u, use, n);
    case NODE_LIKE:
        return !is_own_column(u, n->items[0], TYPE_TEXT) || add_pattern(u, use, n);
    case NODE_NOT_AFTER:
        if (!is_own_column(u, n->items[0], TYPE_DATE)) return true;
        return add_test(u, use,
                        (row_test){.kind = TEST_NOT_AFTER,
                                   .column = n->items[0]->column,
                                   .to = (date)n->constant});
    case NODE_COLUMN:
        if (!is_own_column(u, n, TYPE_BOOLEAN)) return true;
        return add_test(u, use, (row_test){.kind = TEST_IS, .column = n->column, .from = 1});
    default:
        return true;
    }
}

static uint64_t columns_of(const node *n, int source) {
    if (!n || (n->shape != SHAPE_ROW && !n->hands)) return 0;
    if (n->kind == NODE_COLUMN && n->source != source) return 0;
    if (n->kind == NODE_COLUMN) return n->column < 64 ? (uint64_t)1 << n->column : 0;
    uint64_t columns = 0;
    for (size_t i = 0; i < n->count; i++)
        columns |= columns_of(n->items[i], source);
    return columns;
}

/* A rule that takes the rows which `filter` (NULL: all) lets through, and reads `values` of
 * them. */
static bool add_use(uses *u, const node *filter, const node *const *values, size_t count) {
    const source_request *source = &u->b->plan->request.sources[u->source];
    row_use use = {.columns = columns_of(filter, u->source)};
    for (size_t i = 0; i < count; i++)
        use.columns |= columns_of(values[i], u->source);
    if (source->happened_on >= 0 && source->happened_on < 64)
        use.columns |= (uint64_t)1 << source->happened_on;
    row_use *items = arena_grow(u->b->memory, u->items, u->count, &u->capacity, sizeof *items);
    if (!items || (filter && !add_tests(u, &use, filter))) return false;
    u->items = items;
    u->items[u->count++] = use;
    return true;
}

static bool use_of_incentive(uses *u, const incentive *i) {
    if (i->each != u->source) return true;
    const node **values = arena_array(u->b->memory, 3 + 2 * i->cap_count, sizeof *values);
    if (!values) return false;
    size_t count = 0;
    values[count++] = i->pays;
    values[count++] = i->payee;
    values[count++] = i->order;
    for (size_t k = 0; k < i->cap_count; k++) {
        values[count++] = i->caps[k].limit;
        values[count++] = i->caps[k].column;
    }
    return add_use(u, i->where, values, count);
}

static bool use_of_accruals(uses *u, const fund *f) {
    const node *values[] = {f->accrues, f->accrued_on, f->expires};
    return f->each != u->source || add_use(u, f->accruing, values, 3);
}

static bool use_of_fund(uses *u, const fund *f) {
    if (f->claims != u->source) return true;
    const node **values =
        arena_array(u->b->memory, 2 + f->approval_count + 2 * f->cap_count + f->payer_count,
                    sizeof *values);
    if (!values) return false;
    size_t count = 0;
    values[count++] = f->amount;
    values[count++] = f->order;
    for (size_t k = 0; k < f->approval_count; k++)
        values[count++] = f->approves[k].holds;
    for (size_t k = 0; k < f->cap_count; k++) {
        values[count++] = f->caps[k].limit;
        values[count++] = f->caps[k].column;
    }
    for (size_t k = 0; k < f->payer_count; k++)
        values[count++] = f->payers[k].share;
    return add_use(u, f->where, values, count);
}

/* p:rows walks all rows of a source, whatever it does with them. */
static bool use_of_function(uses *u, const node *n) {
    const rule_function *f = u->b->rules->functions[n->index];
    bool walks = false;
    for (size_t i = 0; i < f->rows_count; i++)
        walks |= find_source(u->b, f->rows[i].source) == u->source;
    return !walks || add_use(u, NULL, n->items, n->count);
}

static bool folds_rows(node_kind kind) {
    return kind == NODE_AGGREGATE || kind == NODE_GROUPS || kind == NODE_WITHIN ||
           kind == NODE_SO_FAR || kind == NODE_POSITION;
}

static bool use_of_routing(uses *u, const routing *r) {
    const node *values[] = {r->order, r->met, r->prefers};
    return r->each != u->source || add_use(u, r->where, values, 3);
}

static bool list_uses(uses *u) {
    const plan *p = u->b->plan;
    for (size_t i = 0; i < p->node_count; i++) {
        const node *n = p->nodes[i];
        if (n->kind == NODE_FUNCTION && !use_of_function(u, n)) return false;
        if (!folds_rows(n->kind) || n->rows_of != u->source) continue;
        if (!add_use(u, n->items[OVER_FILTER], n->items, n->count)) return false;
    }
    for (size_t i = 0; i < p->incentive_count; i++) {
        if (!use_of_incentive(u, &p->incentives[i])) return false;
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        if (!use_of_fund(u, &p->funds[i]) || !use_of_accruals(u, &p->funds[i])) return false;
    }
    for (size_t i = 0; i < p->routing_count; i++) {
        if (!use_of_routing(u, &p->routings[i])) return false;
    }
    return true;
}

void find_uses(binder *b) {
    for (size_t i = 0; i < b->plan->request.count; i++) {
        source_request *source = &b->plan->request.sources[i];
        uses u = {.b = b, .source = (int)i};
        /* Any row of a reference may be asked for by its id. */
        source->all_rows = !source->partner || !list_uses(&u);
        source->uses = u.items;
        source->use_count = u.count;
    }
}
