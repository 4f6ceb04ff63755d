/* groups.c - the groups that x:per(..) made of a partner's rows, and which were folded. */
#include "explain/explain.h"

static const char *group_label(const explaining *x, const node *n, const value *key) {
    const char *shown = explain_shown(x, *key);
    bool period = n->count > GROUPS_PERIODS;
    return period ? explain_print(x, "%s from %s", date_unit_word(n->period, false), shown)
                  : shown;
}

static void show_group(const explaining *x, explanation *parent, const node *n,
                       const group_value *group) {
    explanation *e =
        explanation_add(x->memory, parent, "group", group_label(x, n, &group->key));
    if (!e) return;
    e->shown = explain_shown(x, group->value);
    if (n->items[GROUPS_CONDITION]) e->state = group->folded ? REASON_MET : REASON_UNMET;
    const char *source = x->of->plan->request.sources[n->rows_of].name;
    e->note = explain_print(x, "%zu %s row%s%s", group->rows, source,
                            group->rows == 1 ? "" : "s", group->folded ? "" : ", left out");
    explanation_figure(x->memory, e, "key", group->key);
    explanation_figure(x->memory, e, "value", group->value);
    explanation_figure(
        x->memory, e, "folded",
        (value){.state = CELL_VALUE, .type = TYPE_BOOLEAN, .number = group->folded});
}

static const char *groups_note(const explaining *x, size_t count, size_t without,
                               size_t shown) {
    const char *note = explain_print(x, "%zu group%s", count, count == 1 ? "" : "s");
    if (without)
        note =
            explain_print(x, "%s, %zu row%s in none", note, without, without == 1 ? "" : "s");
    return shown < count ? explain_print(x, "%s, the first %zu shown", note, shown) : note;
}

void explain_groups(const explaining *x, explanation *e, const node *n) {
    size_t count, without = 0;
    const group_value *all = result_groups(x->of, n, x->partner, x->memory, &count, &without);
    if (!all) return;
    size_t shown = count < x->lines ? count : x->lines;
    e->note = groups_note(x, count, without, shown);
    for (size_t i = 0; i < shown; i++)
        show_group(x, e, n, &all[i]);
}
