/* explain.c - puts the reasons for one partner together.
 *
 * Errors come first, with what they leave without a value; then where the partner stands, what
 * it holds, what is measured, what it earns and its funds, each in the order of the files. */
#include "explain/explain.h"

#include <string.h>

static void name_wrong(text_buffer *out, bool wrong, const char *name) {
    if (wrong) text_print(out, "%s%s", out->length ? ", " : "", name);
}

static const char *without_value(const explaining *x) {
    const plan *p = x->of->plan;
    uint32_t who = x->partner;
    text_buffer out = {0};
    for (size_t i = 0; i < p->ladder_count; i++)
        name_wrong(&out, x->of->levels[i].states[who] == CELL_WRONG, p->ladders[i].is.name);
    for (size_t i = 0; i < p->holding_count; i++)
        name_wrong(&out, explain_met(x, p->holdings[i].met) == REASON_WRONG,
                   p->holdings[i].is.name);
    for (size_t i = 0; i < p->score_count; i++)
        name_wrong(&out, result_any_value(x->of, p->scores[i].total, who).state == CELL_WRONG,
                   p->scores[i].is.name);
    for (size_t i = 0; i < p->metric_count; i++)
        name_wrong(&out, result_any_value(x->of, p->metrics[i].value, who).state == CELL_WRONG,
                   p->metrics[i].is.name);
    for (size_t i = 0; i < p->incentive_count; i++)
        name_wrong(&out, x->of->incentives[i].states[who] == CELL_WRONG,
                   p->incentives[i].is.name);
    for (size_t i = 0; i < p->fund_count; i++)
        name_wrong(&out, x->of->funds[i].states[who] == CELL_WRONG, p->funds[i].is.name);
    for (size_t i = 0; i < p->routing_count; i++)
        name_wrong(&out, x->of->routings[i].states[who] == CELL_WRONG, p->routings[i].is.name);
    name_wrong(&out, true, "payout");
    return explain_take(x, &out);
}

static void explain_errors(const explaining *x, explanation *root) {
    explanation *all = NULL;
    for (size_t i = 0; i < x->of->error_count; i++) {
        const partner_error *found = &x->of->errors[i];
        if (found->partner != x->partner) continue;
        if (!all) all = explanation_add(x->memory, root, "errors", "Errors");
        explanation *e = explanation_add(x->memory, all, "error", found->message);
        if (!e) return;
        e->name = found->rule;
        e->at = found->at;
        e->state = REASON_WRONG;
    }
    if (!all) return;
    all->state = REASON_WRONG;
    all->note = explain_print(x, "without a value because of this: %s", without_value(x));
}

static void mark(bool *marks, const node *n) {
    if (!n || marks[n->id]) return;
    marks[n->id] = true;
    for (size_t i = 0; i < n->count; i++)
        mark(marks, n->items[i]);
}

/* An any_of of one way is that way itself, so lines are looked at too. */
static void mark_requirement(bool *marks, const requirement *r) {
    mark(marks, r->met);
    mark(marks, r->actual);
    for (size_t i = 0; i < r->count; i++)
        mark_requirement(marks, &r->items[i]);
}

static void mark_ladders(const explaining *x, bool *marks) {
    const plan *p = x->of->plan;
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++) {
            const level *one = &p->ladders[i].levels[k];
            if (explain_asks_level(x, &p->ladders[i], one))
                mark_requirement(marks, &one->requires);
        }
}

/* Nodes that what is asked about is made of. */
static bool *find_marks(const explaining *x) {
    const plan *p = x->of->plan;
    bool *marks = arena_array(x->memory, p->node_count, sizeof *marks);
    if (!marks) return NULL;
    mark_ladders(x, marks);
    for (size_t i = 0; i < p->holding_count; i++)
        if (explain_asks(x, &p->holdings[i].is))
            mark_requirement(marks, &p->holdings[i].requires);
    for (size_t i = 0; i < p->score_count; i++)
        if (explain_asks(x, &p->scores[i].is)) mark(marks, p->scores[i].total);
    for (size_t i = 0; i < p->metric_count; i++)
        if (explain_asks(x, &p->metrics[i].is)) mark(marks, p->metrics[i].value);
    for (size_t i = 0; i < p->incentive_count; i++) {
        if (!explain_asks(x, &p->incentives[i].is)) continue;
        mark_requirement(marks, &p->incentives[i].requires);
        mark(marks, p->incentives[i].pays);
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        if (!explain_asks(x, &p->funds[i].is)) continue;
        mark_requirement(marks, &p->funds[i].requires);
        mark(marks, p->funds[i].accrues);
    }
    for (size_t i = 0; i < p->routing_count; i++) {
        if (!explain_asks(x, &p->routings[i].is)) continue;
        mark_requirement(marks, &p->routings[i].to);
        mark(marks, p->routings[i].prefers);
    }
    return marks;
}

static void explain_metrics(const explaining *x, explanation *root, const bool *marks) {
    const plan *p = x->of->plan;
    explanation *all = NULL;
    for (size_t i = 0; i < p->metric_count; i++) {
        const metric *m = &p->metrics[i];
        if (marks && !marks[m->value->id] && !explain_asks(x, &m->is)) continue;
        if (!all) all = explanation_add(x->memory, root, "metrics", "Metrics");
        explain_metric(x, all, m);
    }
}

static void explain_benefits(const explaining *x, explanation *root) {
    size_t count = 0;
    benefit_value *found = result_benefits(x->of, x->partner, x->memory, &count);
    explanation *all = count ? explanation_add(x->memory, root, "benefits", "Benefits") : NULL;
    for (size_t i = 0; i < count; i++) {
        explanation *e = explanation_add(x->memory, all, "benefit", found[i].name);
        if (!e) return;
        e->name = found[i].name;
        e->shown = explain_shown(x, found[i].value);
        explanation_figure(x->memory, e, "value", found[i].value);
    }
}

static bool asks_ladder(const explaining *x, const ladder *l) {
    for (size_t k = 0; k < l->level_count; k++)
        if (explain_asks_level(x, l, &l->levels[k])) return true;
    return explain_asks(x, &l->is);
}

static void explain_rules(const explaining *x, explanation *root) {
    const plan *p = x->of->plan;
    const bool *marks = x->only ? find_marks(x) : NULL;
    if (x->only && !marks) return;
    for (size_t i = 0; i < p->ladder_count; i++)
        if (asks_ladder(x, &p->ladders[i])) explain_ladder(x, root, &p->ladders[i], i);
    for (size_t i = 0; i < p->holding_count; i++)
        if (explain_asks(x, &p->holdings[i].is)) explain_holding(x, root, &p->holdings[i]);
    for (size_t i = 0; i < p->score_count; i++)
        if (explain_asks(x, &p->scores[i].is)) explain_score(x, root, &p->scores[i]);
    explain_metrics(x, root, marks);
    explain_settings(x, root, marks);
    for (size_t i = 0; i < p->incentive_count; i++)
        if (explain_asks(x, &p->incentives[i].is)) explain_incentive(x, root, i);
    for (size_t i = 0; i < p->fund_count; i++)
        if (explain_asks(x, &p->funds[i].is)) explain_fund(x, root, i);
    for (size_t i = 0; i < p->routing_count; i++)
        if (explain_asks(x, &p->routings[i].is)) explain_routing(x, root, i);
    if (!x->only) explain_benefits(x, root);
}

void explain_partner(const explaining *x, explanation *root) {
    const explaining about = explain_about(x);
    explain_errors(&about, root);
    explain_rules(&about, root);
}

text explain_partner_name(const result *r, uint32_t partner) {
    const facts_table *table = &r->facts->tables[0];
    for (size_t i = 0; i < table->column_count; i++) {
        const facts_column *column = &table->columns[i];
        bool text_column = column->kind == CELL_TEXT && column->codes;
        if (!text_column || strcmp(column->name, "name")) continue;
        number code = 0;
        uint8_t state = 0;
        facts_column_load(column, partner, 1, &code, &state);
        if (state == CELL_VALUE) return result_text(r, (int64_t)code);
    }
    return (text){"", 0};
}
