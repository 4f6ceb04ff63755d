/* requirement.c - what is required: groups of lines.
 *
 * The ways of an unmet any_of (and n_of) come nearest first: fewest lines that are not met,
 * then the smallest gap in proportion to what is needed. */
#include "explain/explain.h"

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
    if (r->kind == REQUIRE_LINE)
        explain_requirement(x, parent, r);
    else
        explain_group(x, parent, r);
}

void explain_requirements(const explaining *x, explanation *parent, const requirement *group) {
    for (size_t i = 0; parent && i < group->count; i++)
        explain_one(x, parent, &group->items[i]);
}
