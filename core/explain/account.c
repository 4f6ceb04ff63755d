/* account.c - the figures of an account: what it opens with, what comes and goes, what of a
 * long list is not shown one by one. */
#include "explain/explain.h"

explanation *explain_amount(const explaining *x, explanation *parent, const char *label,
                            value amount, const term *t) {
    explanation *e =
        amount.state == CELL_VALUE ? explanation_add(x->memory, parent, "amount", label) : NULL;
    if (!e) return NULL;
    amount.measure = MEASURE_MONEY;
    e->name = label;
    e->shown = explain_shown(x, amount);
    e->formula = t ? explain_formula(x, t, NO_ROW) : NULL;
    if (t) e->at = t->at;
    explanation_figure(x->memory, e, "value", amount);
    if (t) explain_across(x, e, t);
    return e;
}

explanation *explain_rest(const explaining *x, explanation *parent, const char *noun,
                          size_t count, number sum) {
    const char *label = explain_print(x, "… %zu more %s%s", count, noun, count == 1 ? "" : "s");
    explanation *e = explanation_add(x->memory, parent, "rest", label);
    if (e) e->shown = explain_shown(x, explain_money(sum));
    return e;
}
