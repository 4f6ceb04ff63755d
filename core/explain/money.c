/* money.c - how an amount came to be in the program's currency. */
#include "explain/explain.h"

#include "bind/written.h"
#include "lang/phrase.h"

#include <stdio.h>
#include <string.h>

/* EUR 150.00 × 1.08 (rate of 2026-03-01); what is in the program's currency is said as it is.
 */
static bool say_conversion(const explaining *x, const node *n, int64_t row, text_buffer *out) {
    char rate[NUMBER_TEXT], day[DATE_TEXT];
    if (n->kind != NODE_CONVERTED || (n->shape == SHAPE_ROW && row < 0)) return false;
    conversion c = result_conversion(x->of, n, x->partner, row < 0 ? 0 : (uint32_t)row);
    if (!c.converted) return false;
    number_print(rate, c.rate, 0);
    date_print(day, c.since);
    text_append(out, c.currency.text.bytes, c.currency.text.length);
    text_append_byte(out, ' ');
    phrase_grouped(out, c.amount.number, 2);
    text_print(out, " %s %s", c.inverse ? "÷" : "×", rate);
    if (c.dated) text_print(out, " (rate of %s)", day);
    return true;
}

/* Where an amount in another currency became one number: eur(150) at a fixed rate. */
static bool say_fixed_rate(const explaining *x, const term *t, text_buffer *out) {
    char rate[NUMBER_TEXT];
    const plan *p = x->of->plan;
    const char *code = t->kind == TERM_CALL ? written_code(t) : NULL;
    for (size_t i = 0; code && i < p->rules->count; i++) {
        const term *fx = p->rules->items[i], *inverse = term_field(fx, "inverse");
        const term *fixed = strcmp(fx->name, "fx") ? NULL : term_field(fx, "fixed");
        const term *written = fixed ? term_field(fixed, code) : NULL;
        const node *known = written ? plan_node_of(p, written, p->as_of) : NULL;
        if (!known) continue;
        number_print(rate, explain_value_of(x, known, NO_ROW).number, 0);
        phrase_term(out, t, NULL);
        text_print(out, " %s %s", inverse && inverse->boolean ? "÷" : "×", rate);
        return true;
    }
    return false;
}

bool explain_conversion(const explaining *x, const node *n, const term *t, int64_t row,
                        bool enclosed, text_buffer *out) {
    text_buffer said = {0};
    bool converted = say_conversion(x, n, row, &said) ||
                     (n->kind != NODE_CONVERTED && say_fixed_rate(x, t, &said));
    if (converted && enclosed) text_append_byte(out, '(');
    if (converted) text_append(out, said.bytes ? said.bytes : "", said.length);
    if (converted && enclosed) text_append_byte(out, ')');
    out->failed |= said.failed;
    text_free(&said);
    return converted;
}
