/* requirement.c - what is required, line by line: what there is, what is needed, how
 * far it is.
 *
 * The ways of an unmet any_of (and n_of) come nearest first: fewest lines that are not met,
 * then the smallest gap in proportion to what is needed. */
#include "explain/explain.h"

#include <string.h>

explanation_state explain_met(const explaining *x, const node *met) {
    value v = explain_of_partner(x, met);
    if (v.state == CELL_WRONG) return REASON_WRONG;
    return v.state == CELL_VALUE && v.number ? REASON_MET : REASON_UNMET;
}

size_t explain_met_count(const explaining *x, const requirement *group) {
    size_t met = 0;
    for (size_t i = 0; i < group->count; i++)
        met += explain_met(x, group->items[i].met) == REASON_MET;
    return met;
}

static const char *holding_word(const holding *h, bool held) {
    if (h->obligation) return held ? "kept" : "due";
    return held ? "held" : "not held";
}

static const char *comparison_words(const requirement *line) {
    static const char *const words[] = {"must be ", "must not be ", "at least ",
                                        "above ",   "at most ",     "below "};
    static const char *const of_dates[] = {"must be ", "must not be ",  "on or after ",
                                           "after ",   "on or before ", "before "};
    bool dates = line->actual->type == TYPE_DATE;
    if (line->actual->type == TYPE_LEVEL && line->comparison == COMPARE_IS)
        return "must be exactly "; /* a higher level does not do */
    return (dates ? of_dates : words)[line->comparison];
}

static void show_needed(const explaining *x, explanation *e, const requirement *line) {
    value actual = explain_of_partner(x, line->actual), gap = {0};
    value needed = explain_of_partner(x, line->needed);
    const plan *p = x->of->plan;
    explain_same_measure(&actual, &needed);
    int places = explain_places_apart(p, &actual, &needed);
    text_buffer shown = {0}, note = {0};
    explain_say(&shown, p, &actual, places);
    text_append_string(&note, comparison_words(line));
    explain_say(&note, p, &needed, places);
    explanation_figure(x->memory, e, "actual", actual);
    explanation_figure(x->memory, e, "needed", needed);
    if (e->state == REASON_UNMET && explain_gap(line, &actual, &needed, &gap)) {
        const char *words = explain_gap_words(x, line, &gap, places);
        text_print(&note, ", %s", words);
        explanation_figure(x->memory, e, "gap", gap);
    }
    e->shown = explain_take(x, &shown);
    e->note = explain_take(x, &note);
}

/* What stands behind at_least(..) or x:at_least(..), else the term itself. */
static const term *needed_term(const requirement *line) {
    static const char *const words[] = {"is",    "is_not",  "at_least",
                                        "above", "at_most", "below"};
    const term *t = line->term;
    for (size_t i = 0; t->kind == TERM_CALL && t->count && i < sizeof words / sizeof *words;
         i++)
        if (strcmp(words[i], t->name) == 0) return t->entries[t->count - 1].value;
    return t;
}

static void show_holding(const explaining *x, explanation *e, const requirement *line) {
    const holding *h = &x->of->plan->holdings[line->actual->index];
    value held = explain_of_partner(x, line->actual);
    explanation_figure(x->memory, e, "actual", held);
    if (line->needed)
        explanation_figure(x->memory, e, "needed", explain_of_partner(x, line->needed));
    bool is = held.state == CELL_VALUE && held.number;
    e->shown = held.state == CELL_WRONG ? "error" : holding_word(h, is);
    if (e->state != REASON_UNMET) return;
    e->note = is ? "must not be" : NULL;
    if (!is) explain_requirements(x, e, &h->requires);
}

/* A score: its total against what is asked, and where it falls short its parts. */
static bool show_score(const explaining *x, explanation *e, const requirement *line) {
    const score *s = explain_score_named(x, line->key);
    if (!s || line->actual != s->total) return false;
    if (e->state == REASON_UNMET) explain_parts(x, e, s);
    if (line->term->kind != TERM_BOOLEAN || line->needed) return false;
    value total = explain_of_partner(x, s->total);
    e->shown = explain_shown(x, total);
    e->note = explain_print(
        x, "%s%s", line->term->boolean ? "" : "must not pass: ", explain_what_passes(x, s));
    explanation_figure(x->memory, e, "actual", total);
    return true;
}

static void show_line(const explaining *x, explanation *e, const requirement *line) {
    if (line->actual && line->actual->kind == NODE_HELD) {
        show_holding(x, e, line);
        return;
    }
    if (show_score(x, e, line)) return;
    if (line->actual && line->needed) {
        show_needed(x, e, line);
        const term *t = needed_term(line);
        if (t && (t->kind == TERM_OPERATION || t->kind == TERM_REFERENCE ||
                  t->kind == TERM_CALL || t->kind == TERM_FUNCTION))
            e->formula = explain_formula(x, t, NO_ROW);
        return;
    }
    if (!line->actual && line->term->kind == TERM_FUNCTION)
        e->formula = explain_formula(x, line->term, NO_ROW);
    if (!line->actual) return;
    value actual = explain_of_partner(x, line->actual);
    e->shown = explain_shown(x, actual);
    const char *words = explain_words(x, line->term);
    if (strncmp(words, "= ", 2) == 0) words += 2;
    e->note = explain_print(x, "must be %s", words);
    explanation_figure(x->memory, e, "actual", actual);
}

static const char *group_label(const explaining *x, const requirement *group) {
    switch (group->kind) {
    case REQUIRE_ANY:
        return "any of";
    case REQUIRE_NONE:
        return "none of";
    case REQUIRE_N_OF:
        return explain_print(x, "at least %d of", group->n);
    default:
        return "all of";
    }
}

static void explain_one(const explaining *x, explanation *parent, const requirement *r);

/* Nearest first where one way is enough; else as written. */
static void explain_ways(const explaining *x, explanation *parent, const requirement *group) {
    size_t *order = arena_array(x->memory, group->count, sizeof *order);
    distance *far = arena_array(x->memory, group->count, sizeof *far);
    if (!order || !far) return;
    bool sorted = (group->kind == REQUIRE_ANY || group->kind == REQUIRE_N_OF) &&
                  explain_met(x, group->met) == REASON_UNMET;
    for (size_t i = 0; i < group->count; i++) {
        if (sorted) far[i] = explain_distance(x, &group->items[i]);
        size_t k = i;
        for (; sorted && k > 0 && explain_compare_distances(far[i], far[order[k - 1]]) < 0; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    for (size_t i = 0; i < group->count; i++)
        explain_one(x, parent, &group->items[order[i]]);
}

static void explain_group(const explaining *x, explanation *parent, const requirement *group) {
    explanation *e = explanation_add(x->memory, parent, "group", group_label(x, group));
    if (!e) return;
    e->state = explain_met(x, group->met);
    e->at = group->at;
    e->shown = explain_print(x, "%zu of %zu met", explain_met_count(x, group), group->count);
    explain_ways(x, e, group);
}

static void explain_one(const explaining *x, explanation *parent, const requirement *r) {
    if (r->kind == REQUIRE_ALL && r->count == 1) {
        explain_one(x, parent, &r->items[0]);
        return;
    }
    if (r->kind != REQUIRE_LINE) {
        explain_group(x, parent, r);
        return;
    }
    const char *label = r->key ? r->key : explain_words(x, r->term);
    explanation *e = explanation_add(x->memory, parent, "requirement", label);
    if (!e) return;
    e->name = r->key;
    e->at = r->at;
    e->state = explain_met(x, r->met);
    show_line(x, e, r);
}

void explain_requirements(const explaining *x, explanation *parent, const requirement *group) {
    for (size_t i = 0; parent && i < group->count; i++)
        explain_one(x, parent, &group->items[i]);
}
