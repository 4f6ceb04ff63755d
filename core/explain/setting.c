/* setting.c - settings that take part in what is asked about: title, clause, value.
 *
 * They are found in the text of rules, through metrics and other settings that it names. */
#include "explain/explain.h"

#include <string.h>

typedef struct search {
    const explaining *x;
    const plan *of;
    bool *settings, *metrics; /* found so far */
} search;

static void look_at(search *s, const term *t);

static void look_at_setting(search *s, const char *name) {
    for (size_t i = 0; i < s->of->setting_count; i++) {
        const setting *one = &s->of->settings[i];
        if (s->settings[i] || strcmp(one->is.name, name)) continue;
        s->settings[i] = true;
        look_at(s, one->value);
    }
}

static void look_at_metric(search *s, size_t index) {
    explanation unused = {0};
    if (s->metrics[index]) return;
    s->metrics[index] = true;
    if (explain_given(s->x, &unused, s->of->metrics[index].is.name)) return;
    look_at(s, s->of->metrics[index].is.term);
}

static void look_at_function(search *s, const term *t) {
    const rule_function *f = s->of->rules->functions[t->function];
    for (size_t i = 0; i < f->read_count; i++)
        look_at_setting(s, f->reads[i].name);
}

static void look_at(search *s, const term *t) {
    if (!t) return;
    if (t->kind == TERM_FUNCTION) look_at_function(s, t);
    if (t->kind == TERM_REFERENCE && strcmp(t->name, "setting") == 0)
        look_at_setting(s, t->member);
    for (size_t i = 0; t->kind == TERM_REFERENCE && i < s->of->metric_count; i++)
        if (strcmp(t->name, "metric") == 0 && strcmp(s->of->metrics[i].is.name, t->member) == 0)
            look_at_metric(s, i);
    for (size_t i = 0; i < t->count; i++)
        look_at(s, t->entries[i].value);
}

static void look_at_ladder(search *s, const ladder *l) {
    if (explain_asks(s->x, &l->is)) look_at(s, l->is.term);
    for (size_t k = 0; k < l->level_count; k++)
        if (explain_names_level(s->x, l, &l->levels[k])) look_at(s, l->levels[k].is.term);
}

#define LOOK_AT_ASKED(list, list_count)                                                        \
    for (size_t i = 0; i < (list_count); i++)                                                  \
        if (explain_asks(s->x, &(list)[i].is)) look_at(s, (list)[i].is.term)

static void look(search *s, const bool *marks) {
    const explaining *x = s->x;
    const plan *p = s->of;
    for (size_t i = 0; i < p->ladder_count; i++)
        look_at_ladder(s, &p->ladders[i]);
    LOOK_AT_ASKED(p->holdings, p->holding_count);
    LOOK_AT_ASKED(p->scores, p->score_count);
    LOOK_AT_ASKED(p->incentives, p->incentive_count);
    LOOK_AT_ASKED(p->funds, p->fund_count);
    LOOK_AT_ASKED(p->routings, p->routing_count);
    for (size_t i = 0; i < p->metric_count; i++)
        if (!marks || marks[p->metrics[i].value->id] || explain_asks(x, &p->metrics[i].is))
            look_at_metric(s, i);
    for (size_t i = 0; x->only && i < p->setting_count; i++)
        if (explain_asks(x, &p->settings[i].is)) look_at_setting(s, p->settings[i].is.name);
}

static void show_setting(const explaining *x, explanation *parent, const setting *one) {
    const node *n =
        one->value ? plan_node_of(x->of->plan, one->value, x->of->plan->as_of) : NULL;
    explanation *e = explain_declared(x, parent, &one->is);
    if (!e) return;
    e->formula = one->value ? explain_words(x, one->value) : NULL;
    if (!n || n->shape == SHAPE_ROW || n->hands) return;
    value v = explain_of_partner(x, n);
    e->shown = explain_shown(x, v);
    explanation_figure(x->memory, e, "value", v);
    if (v.state == CELL_WRONG) e->state = REASON_WRONG;
    e->formula = n->kind == NODE_CONSTANT ? NULL : explain_formula(x, one->value, NO_ROW);
}

void explain_settings(const explaining *x, explanation *root, const bool *marks) {
    const plan *p = x->of->plan;
    search s = {.x = x, .of = p};
    explanation *all = NULL;
    s.settings = arena_array(x->memory, p->setting_count + 1, sizeof *s.settings);
    s.metrics = arena_array(x->memory, p->metric_count + 1, sizeof *s.metrics);
    if (!s.settings || !s.metrics) return;
    look(&s, marks);
    for (size_t i = 0; i < p->setting_count; i++) {
        if (!s.settings[i]) continue;
        if (!all) all = explanation_add(x->memory, root, "settings", "Settings");
        show_setting(x, all, &p->settings[i]);
    }
}
