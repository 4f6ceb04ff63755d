/* score.c - what a score adds up: each part with what there is, what would earn all of
 * its points, and what it earns. */
#include "explain/explain.h"

#include <string.h>

static const char *points_of(const explaining *x, const score_part *part, value earned) {
    const char *shown = explain_shown(x, earned);
    if (!part->most || earned.state != CELL_VALUE) return shown;
    value most = result_any_value(x->of, part->most, x->partner);
    if (most.state != CELL_VALUE) return shown;
    most.measure = earned.measure;
    return explain_print(x, "%s of %s", shown, explain_shown(x, most));
}

/* "$2,200.10 of $3,000.00", "3", or that nothing is known and so nothing earned. */
static const char *looked_at(const explaining *x, const score_part *part, value actual,
                             value full) {
    if (actual.state == CELL_WRONG) return NULL;
    if (actual.state == CELL_NONE) return "has no value and so earns nothing";
    if (!part->full) return explain_shown(x, actual);
    if (full.state == CELL_WRONG) return NULL;
    if (full.state != CELL_VALUE || !full.number)
        return explain_print(x, "%s of no value, which earns nothing",
                             explain_shown(x, actual));
    explain_same_measure(&actual, &full);
    const plan *p = x->of->plan;
    int places = explain_places_apart(p, &actual, &full);
    text_buffer said = {0};
    explain_say(&said, p, &actual, places);
    text_append_string(&said, " of ");
    explain_say(&said, p, &full, places);
    return explain_take(x, &said);
}

static explanation_state state_of(const explaining *x, const score *s, value earned) {
    if (earned.state == CELL_WRONG) return REASON_WRONG;
    if (!s->each_above) return REASON_NEUTRAL;
    value least = result_any_value(x->of, s->each_above, x->partner);
    bool above = least.state == CELL_VALUE && number_compare(earned.number, least.number) > 0;
    return above ? REASON_MET : REASON_UNMET;
}

static void explain_part(const explaining *x, explanation *parent, const score *s,
                         const score_part *part) {
    const term *of = term_field(part->term, "of");
    const char *words = explain_words(x, of);
    explanation *e =
        explanation_add(x->memory, parent, "part", part->title ? part->title : words);
    if (!e) return;
    value earned = result_any_value(x->of, part->earned, x->partner);
    value actual = result_any_value(x->of, part->of, x->partner), full = {0}, most = {0};
    if (part->full) full = result_any_value(x->of, part->full, x->partner);
    if (part->most) most = result_any_value(x->of, part->most, x->partner);
    e->at = part->at;
    e->why = part->why;
    e->state = state_of(x, s, earned);
    e->shown = points_of(x, part, earned);
    e->note = looked_at(x, part, actual, full);
    if (part->title) e->formula = words;
    explanation_figure(x->memory, e, "actual", actual);
    explanation_figure(x->memory, e, "full", full);
    explanation_figure(x->memory, e, "most", most);
    explanation_figure(x->memory, e, "points", earned);
}

void explain_parts(const explaining *x, explanation *parent, const score *s) {
    for (size_t i = 0; parent && i < s->part_count; i++)
        explain_part(x, parent, s, &s->parts[i]);
}

const char *explain_what_passes(const explaining *x, const score *s) {
    text_buffer said = {0};
    if (s->pass)
        text_print(&said, "at least %s",
                   explain_shown(x, result_any_value(x->of, s->pass, x->partner)));
    if (s->each_above)
        text_print(&said, "%severy part above %s", s->pass ? ", " : "",
                   explain_shown(x, result_any_value(x->of, s->each_above, x->partner)));
    return explain_take(x, &said);
}

bool explain_given(const explaining *x, explanation *e, const char *name) {
    const metric_overrides *all = x->of->plan->overrides;
    for (size_t i = 0; all && i < all->count; i++) {
        const metric_override *o = &all->items[i];
        if (strcmp(o->metric, name) != 0 ||
            !text_equal(x->of->facts->partner_ids[x->partner], text_of(o->partner)))
            continue;
        e->note = "given by the scenario";
        return true;
    }
    return false;
}

const score *explain_score_named(const explaining *x, const char *name) {
    const plan *p = x->of->plan;
    for (size_t i = 0; name && i < p->score_count; i++)
        if (strcmp(p->scores[i].is.name, name) == 0) return &p->scores[i];
    return NULL;
}

void explain_score(const explaining *x, explanation *root, const score *s) {
    explanation *e = explain_declared(x, root, &s->is);
    if (!e) return;
    value total = result_any_value(x->of, s->total, x->partner);
    e->shown = explain_shown(x, total);
    explanation_figure(x->memory, e, "value", total);
    if (total.state == CELL_WRONG) e->state = REASON_WRONG;
    bool given = explain_given(x, e, s->is.name);
    if (s->passed && total.state != CELL_WRONG) {
        e->state = explain_met(x, s->passed);
        e->note = explain_print(x, "%s%s: %s", given ? "given by the scenario, " : "",
                                e->state == REASON_MET ? "passed" : "not passed",
                                explain_what_passes(x, s));
        explanation_figure(x->memory, e, "passed",
                           result_any_value(x->of, s->passed, x->partner));
    }
    if (!given) explain_parts(x, e, s);
}
