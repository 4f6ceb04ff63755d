/* probes.c - walks through the conditions of both programs side by side: see probes.h. */
#include "compare/probes.h"

#include "base/text.h"

#include <string.h>

typedef struct walk {
    arena *memory;
    const plan_match *match;
    probe *items;
    size_t count, capacity;
    text_buffer steps;
    bool all;
} walk;

enum { PASSED = 's', ENTERED = 'g', PROBED = 'p' };

static bool is_steady(const plan_match *m, const node *n, const node *base) {
    return m->nodes[n->id] == base->id && m->steady[n->id] == NODE_STEADY;
}

static bool add_probe(walk *w, const node *now, const node *before) {
    w->items = arena_grow(w->memory, w->items, w->count, &w->capacity, sizeof *w->items);
    if (!w->items) return false;
    w->items[w->count++] = (probe){now, before};
    text_append_byte(&w->steps, PROBED);
    return true;
}

static bool is_group(const node *n) {
    return n->kind == NODE_ALL || n->kind == NODE_ANY || n->kind == NODE_NONE ||
           n->kind == NODE_N_OF;
}

/* In a group of conditions only those that changed are looked at. */
static bool list_condition(walk *w, const node *n, const node *base) {
    const plan_match *m = w->match;
    if (is_steady(m, n, base)) {
        text_append_byte(&w->steps, PASSED);
        return true;
    }
    bool pairwise = is_group(n) && n->kind == base->kind && n->count == base->count &&
                    n->strict && base->strict;
    if (pairwise && n->kind == NODE_N_OF && !is_steady(m, n->items[0], base->items[0]))
        pairwise = false;
    if (!pairwise) return add_probe(w, n, base);
    text_append_byte(&w->steps, ENTERED);
    for (size_t i = n->kind == NODE_N_OF; i < n->count; i++)
        if (!list_condition(w, n->items[i], base->items[i])) return false;
    return true;
}

static bool same_or_steady(const plan_match *m, const node *n, const node *base) {
    if (!n || !base) return n == base;
    return is_steady(m, n, base);
}

/* The same values under the same names; where they differ for a partner, its conditions do. */
static bool same_benefits(const plan_match *m, const benefit *a, size_t a_count,
                          const benefit *b, size_t b_count) {
    if (a_count != b_count) return false;
    for (size_t i = 0; i < a_count; i++)
        if (strcmp(a[i].name, b[i].name) != 0 || m->nodes[a[i].value->id] != b[i].value->id)
            return false;
    return true;
}

static bool list_ladder(walk *w, const ladder *l, int of_base) {
    const plan_match *m = w->match;
    if (of_base < 0) return w->all = true;
    const ladder *base = &m->base->ladders[of_base];
    if (!same_or_steady(m, l->current, base->current) ||
        !same_or_steady(m, l->applies, base->applies) ||
        !timings_same(m, l->timing, base->timing))
        return w->all = true;
    for (size_t k = 0; k < l->level_count; k++) {
        const level *now = &l->levels[k], *before = &base->levels[k];
        if (!same_benefits(m, now->gives, now->gives_count, before->gives, before->gives_count))
            return w->all = true;
        if (!list_condition(w, now->met, before->met)) return false;
    }
    return true;
}

static bool list_holding(walk *w, const holding *now, int of_base) {
    const plan_match *m = w->match;
    if (of_base < 0) return w->all = true;
    const holding *before = &m->base->holdings[of_base];
    if (!same_benefits(m, now->gives, now->gives_count, before->gives, before->gives_count))
        return w->all = true;
    return list_condition(w, now->met, before->met);
}

/* How many pass is counted; what else a score changes is a condition of others. */
static bool list_score(walk *w, const score *now, int of_base) {
    if (of_base < 0) return w->all = true;
    const score *before = &w->match->base->scores[of_base];
    if (!now->passed || !before->passed)
        return now->passed == before->passed || (w->all = true);
    return list_condition(w, now->passed, before->passed);
}

/* A metric, or the total of a score. */
static bool is_metric_of(const plan *p, int node) {
    for (size_t i = 0; i < p->metric_count; i++)
        if (p->metrics[i].value->id == node) return true;
    for (size_t i = 0; i < p->score_count; i++)
        if (p->scores[i].total->id == node) return true;
    return false;
}

static bool list_measured(walk *w, const node *value, bool *other) {
    if (is_metric_of(w->match->base, w->match->nodes[value->id])) {
        text_append_byte(&w->steps, PASSED);
        return true;
    }
    *other = true;
    return add_probe(w, value, NULL);
}

/* A metric (or score) that nothing pays for may still be an error, or no longer be one. */
static bool list_metrics(walk *w) {
    const plan *p = w->match->candidate, *base = w->match->base;
    bool other = p->metric_count != base->metric_count || p->score_count != base->score_count;
    for (size_t i = 0; i < p->metric_count; i++)
        if (!list_measured(w, p->metrics[i].value, &other)) return false;
    for (size_t i = 0; i < p->score_count; i++)
        if (!list_measured(w, p->scores[i].total, &other)) return false;
    return !other || add_probe(w, NULL, NULL);
}

static bool list_all(walk *w) {
    const plan_match *m = w->match;
    const plan *p = m->candidate;
    bool fine = list_metrics(w);
    for (size_t i = 0; fine && !w->all && i < p->ladder_count; i++)
        fine = list_ladder(w, &p->ladders[i], m->ladders[i].base);
    for (size_t i = 0; fine && !w->all && i < p->holding_count; i++)
        fine = list_holding(w, &p->holdings[i], m->holdings[i].base);
    for (size_t i = 0; fine && !w->all && i < p->score_count; i++)
        fine = list_score(w, &p->scores[i], m->scores[i].base);
    text_append_byte(&w->steps, '.');
    return fine && !w->steps.failed;
}

bool list_probes(arena *memory, const plan_match *m, probes *out) {
    walk w = {.memory = memory, .match = m};
    bool fine = list_all(&w);
    *out = (probes){w.items, w.count, NULL, w.all};
    if (fine) out->steps = arena_copy(memory, w.steps.bytes, w.steps.length);
    text_free(&w.steps);
    return out->steps != NULL;
}
