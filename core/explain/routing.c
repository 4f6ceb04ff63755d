/* routing.c - which rows went to the partner, and why each did. */
#include "explain/explain.h"

/* "preferred as much as 2 others, " */
static const char *as_high_words(const explaining *x, const routing *rule,
                                 const routed_lead *lead) {
    unsigned others = lead->as_high - 1;
    if (!rule->prefers) return "";
    return explain_print(x, "preferred as much as %u other%s, ", others,
                         others == 1 ? "" : "s");
}

static const char *why_words(const explaining *x, const routing *rule,
                             const routed_lead *lead) {
    unsigned before = lead->before, others = lead->as_few - 1;
    if (lead->eligible == 1) return "nobody else could take it";
    if (rule->prefers && lead->as_high == 1)
        return explain_print(x, "preferred most of %u", (unsigned)lead->eligible);
    const char *high = as_high_words(x, rule, lead);
    if (others == 0) return explain_print(x, "%sfewest so far (%u)", high, before);
    return explain_print(x, "%sas few so far (%u) as %u other%s, first by id", high, before,
                         others, others == 1 ? "" : "s");
}

static const char *lead_label(const explaining *x, const routing *rule, const routed_lead *lead,
                              explanation *e) {
    value day = explain_row_date(x, rule->each, lead->row, rule->order);
    if (!day.state) return e->name;
    explanation_figure(x->memory, e, "date", day);
    const char *shown = explain_shown(x, day);
    return explain_print(x, "%s  %s", shown, e->name);
}

static void explain_lead(const explaining *x, explanation *parent, const routing *rule,
                         const routed_lead *lead) {
    explaining at_hand = *x;
    explanation *e = explanation_add(x->memory, parent, "lead", "lead");
    if (!e) return;
    at_hand.routed = rule;
    at_hand.lead = lead->row;
    e->name = explain_row_id(x, rule->each, lead->row);
    e->label = lead_label(x, rule, lead, e);
    e->at = rule->is.at;
    e->state = REASON_MET;
    e->note = why_words(x, rule, lead);
    if (rule->prefers) {
        value preferred = explain_of_partner(&at_hand, rule->prefers);
        e->shown = explain_shown(x, preferred);
        explanation_figure(x->memory, e, "preferred", preferred);
    }
    explain_requirements(&at_hand, e, &rule->to);
}

static void explain_preference(const explaining *x, explanation *e, const routing *rule) {
    const term *prefers = term_field(rule->is.term, "prefers");
    explanation *how = prefers ? explanation_add(x->memory, e, "prefers", "prefers") : NULL;
    if (how) {
        how->formula = explain_words(x, prefers);
        how->at = prefers->at;
    }
    explanation *most = rule->cap ? explanation_add(x->memory, e, "cap", "cap partner") : NULL;
    if (!most) return;
    value cap = explain_of_partner(x, rule->cap);
    most->shown = explain_shown(x, cap);
    most->at = rule->cap_at;
    explanation_figure(x->memory, most, "value", cap);
}

/* Where no row came: what is asked whatever the row. */
static void explain_standing(const explaining *x, explanation *e, const routing *rule) {
    requirement whatever = rule->to;
    whatever.items = arena_array(x->memory, rule->to.count, sizeof *whatever.items);
    whatever.count = 0;
    for (size_t i = 0; whatever.items && i < rule->to.count; i++)
        if (!rule->to.items[i].met->hands) whatever.items[whatever.count++] = rule->to.items[i];
    if (whatever.count < rule->to.count)
        e->note = explain_print(x, "%zu of %zu requirements ask of the row",
                                rule->to.count - whatever.count, rule->to.count);
    explain_requirements(x, e, &whatever);
}

void explain_routing(const explaining *x, explanation *root, size_t index) {
    const routing *rule = &x->of->plan->routings[index];
    const routing_result *out = &x->of->routings[index];
    explanation *e = explain_declared(x, root, &rule->is);
    if (!e) return;
    if (explain_is_wrong(x, e, out->states[x->partner], NULL)) return;
    size_t first = out->first[x->partner], count = out->first[x->partner + 1] - first;
    size_t shown = count < x->lines ? count : x->lines;
    e->state = count ? REASON_MET : REASON_NEUTRAL;
    e->shown = explain_print(x, "%zu row%s", count, count == 1 ? "" : "s");
    explain_preference(x, e, rule);
    if (count == 0) explain_standing(x, e, rule);
    for (size_t i = 0; i < shown; i++)
        explain_lead(x, e, rule, &out->leads[out->taken[first + i]]);
    if (shown < count)
        explanation_add(
            x->memory, e, "rest",
            explain_print(x, "… %zu more row%s", count - shown, count - shown == 1 ? "" : "s"));
}
