/* side_numbers.c - numbers as written, and what Lua makes of them: sums and products that it
 * cannot do exactly, digits that it turns into another number. */
#include "syntax/side_reader.h"

#include "syntax/literal.h"

#include <string.h>

/* Whether doubles and Lua's whole numbers both hold it. */
static bool is_safe(number value) {
    const number limit = number_from_integer(LITERAL_SAFE);
    return value > -limit && value < limit;
}

static void report_overflow(side_reader *r, const token *sign, bool fits, number value) {
    char digits[NUMBER_TEXT], hint[NUMBER_TEXT + 32] = "no amount is larger than 10^20";
    if (!r->problems) return;
    if (fits && number_is_whole(value)) {
        size_t length = number_print(digits, value, 0);
        size_t prefix = sizeof "write decimal \"" - 1;
        memcpy(hint, "write decimal \"", prefix);
        memcpy(hint + prefix, digits, length);
        memcpy(hint + prefix + length, "\"", 2);
    }
    problem_add(r->problems, token_place(r->of->list, sign), hint,
                "this is too large for Lua to calculate exactly");
}

void side_calculate(side_reader *r, const token *sign, side a, side b, side *both) {
    number value = 0;
    bool fits = true;
    if (!a.counted || !b.counted || !strchr("+-*", sign->kind < 128 ? sign->kind : '?')) return;
    if (sign->kind == '+') fits = number_add(&value, a.value, b.value);
    if (sign->kind == '-') fits = number_subtract(&value, a.value, b.value);
    if (sign->kind == '*') fits = number_multiply(&value, a.value, b.value);
    if (!fits || !is_safe(value)) report_overflow(r, sign, fits, value);
    both->counted = fits;
    both->value = value;
}

/* Whether a whole expression begins behind this token. */
static bool ends_what_was_before(const token_list *list, const token *t) {
    if (token_opens(t->kind) || t->kind == ',' || t->kind == ';' || t->kind == '=') return true;
    if (t->kind == TOKEN_RETURN || t->kind == TOKEN_NOT) return true;
    int tightness = side_binds(list, t);
    return tightness >= BINDS_OR && tightness <= BINDS_JOINED;
}

void sides_check_numbers(const sides *s, problem_list *problems) {
    const token_list *list = s->list;
    for (const token *t = list->items; t->kind != TOKEN_END; t++) {
        if (t->kind == TOKEN_NUMBER && literal_read(token_text(list, t)).wraps)
            problem_add(problems, token_place(list, t),
                        "write its digits as text: decimal \"..\"",
                        "Lua makes another number of this one: it is beyond 2^63");
        if (!ends_what_was_before(list, t)) continue;
        side_reader r = side_begin(s, t + 1, problems);
        side_read(&r, BINDS_ADDED);
    }
}
