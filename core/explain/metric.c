/* metric.c - what a metric is, how it came about, and how many rows it counted. */
#include "explain/explain.h"

/* Rows of the partner that an aggregate folded. */
typedef struct row_counts {
    size_t taken, empty; /* empty: taken, but without a value */
    size_t no_currency;  /* of these: an amount is there, and does not say of which currency */
} row_counts;

/* Whether the value is made of an amount whose row names no currency. */
static bool lacks_currency(const explaining *x, const node *n, uint32_t row) {
    if (n->kind == NODE_CONVERTED) {
        conversion made = result_conversion(x->of, n, x->partner, row);
        return made.amount.state == CELL_VALUE && made.currency.state == CELL_NONE;
    }
    for (size_t i = 0; i < n->count; i++)
        if (n->items[i] && lacks_currency(x, n->items[i], row)) return true;
    return false;
}

static row_counts count_rows(const explaining *x, const node *fold) {
    const facts_table *table = &x->of->facts->tables[fold->rows_of];
    row_counts counts = {0};
    uint32_t end = table->reference ? (uint32_t)table->rows : table->first[x->partner + 1];
    for (uint32_t row = table->reference ? 0 : table->first[x->partner]; row < end; row++) {
        value in = {.state = CELL_VALUE, .number = 1}, v = {.state = CELL_VALUE};
        if (fold->items[1]) in = result_row_value(x->of, fold->items[1], x->partner, row);
        if (in.state != CELL_VALUE || !in.number) continue;
        counts.taken++;
        if (fold->items[0]) v = result_row_value(x->of, fold->items[0], x->partner, row);
        counts.empty += v.state != CELL_VALUE;
        counts.no_currency += v.state == CELL_NONE && lacks_currency(x, fold->items[0], row);
    }
    return counts;
}

static value count_value(size_t n) {
    return (value){.state = CELL_VALUE,
                   .type = TYPE_NUMBER,
                   .measure = MEASURE_COUNT,
                   .number = number_from_integer((int64_t)n)};
}

/* "14 deal rows": what an aggregate counted. Of how many is not known: rows that no rule can
 * use are not read. */
static void show_rows(const explaining *x, explanation *e, const node *fold) {
    row_counts counts = count_rows(x, fold);
    const char *source = x->of->plan->request.sources[fold->rows_of].name;
    e->note =
        explain_print(x, "%zu %s row%s", counts.taken, source, counts.taken == 1 ? "" : "s");
    if (counts.empty)
        e->note = explain_print(x, "%s, %zu of them without a value", e->note, counts.empty);
    if (counts.no_currency == counts.empty && counts.empty)
        e->note = explain_print(x, "%s: no currency is named", e->note);
    else if (counts.no_currency)
        e->note = explain_print(x, "%s, %zu of these for want of a currency", e->note,
                                counts.no_currency);
    explanation_figure(x->memory, e, "counted", count_value(counts.taken));
    explanation_figure(x->memory, e, "without_value", count_value(counts.empty));
    if (counts.no_currency)
        explanation_figure(x->memory, e, "without_currency", count_value(counts.no_currency));
}

/* The aggregate that a call became, also of an earlier day inside ago(..); or NULL. */
static const node *fold_of(const plan *p, const term *t) {
    const node *n = t->kind == TERM_CALL ? plan_node_of(p, t, p->as_of) : NULL;
    bool folds = n && (n->kind == NODE_AGGREGATE || n->kind == NODE_GROUPS);
    return folds && !n->hands && n->shape != SHAPE_ROW ? n : NULL;
}

static void show_fold(const explaining *x, explanation *e, const node *fold) {
    if (fold->kind == NODE_GROUPS)
        explain_groups(x, e, fold);
    else
        show_rows(x, e, fold);
}

static void explain_folds(const explaining *x, explanation *parent, const term *t) {
    const node *fold = fold_of(x->of->plan, t);
    if (fold) {
        explanation *e = explanation_add(x->memory, parent, "aggregate", explain_words(x, t));
        if (!e) return;
        value v = result_any_value(x->of, fold, x->partner);
        e->at = t->at;
        e->shown = explain_shown(x, v);
        explanation_figure(x->memory, e, "value", v);
        show_fold(x, e, fold);
        return;
    }
    if (t->kind != TERM_CALL && t->kind != TERM_OPERATION) return;
    for (size_t i = 0; i < t->count; i++)
        explain_folds(x, parent, t->entries[i].value);
}

void explain_metric(const explaining *x, explanation *parent, const metric *m) {
    explanation *e = explain_declared(x, parent, &m->is);
    const term *t = term_field(m->is.term, "value");
    if (!e || !t) return;
    value v = result_any_value(x->of, m->value, x->partner);
    text_buffer shown = {0};
    explain_say(&shown, x->of->plan, &v, explain_places_asked(x, m->value));
    e->shown = explain_take(x, &shown);
    if (v.state == CELL_WRONG) e->state = REASON_WRONG;
    explanation_figure(x->memory, e, "value", v);
    if (explain_given(x, e, m->is.name)) return;
    e->formula = explain_formula(x, t, NO_ROW);
    /* One aggregate and nothing else: its rows are said beside the metric itself. */
    const node *fold = fold_of(x->of->plan, t);
    if (fold)
        show_fold(x, e, fold);
    else
        explain_folds(x, e, t);
    explain_across(x, e, t);
}
