/* sides.c - the two sides of an operator: what they are as far as the text shows.
 *
 * What stands behind it is read forward; where the operand before it begins is found backward.
 * Both give up after SIDE_TOKENS. */
#include "syntax/sides.h"

#include "syntax/side_reader.h"

static bool ends_operand(const token *t) {
    return t->kind == TOKEN_NAME || t->kind == TOKEN_NUMBER || t->kind == TOKEN_STRING ||
           t->kind == TOKEN_TRUE || t->kind == TOKEN_FALSE || token_closes(t->kind);
}

/* From the last token of a value to its first, what it is called on included; NULL when lost.
 */
static const token *first_of_value(const token_list *list, const token *t, int *left) {
    for (; t > list->items && --*left > 0; t--) {
        int depth = 0;
        do {
            depth += token_closes(t->kind) - token_opens(t->kind);
        } while (depth > 0 && t-- > list->items && --*left > 0);
        if (depth > 0 || *left <= 0 || t == list->items) break;
        int before = t[-1].kind;
        bool called = token_opens(t->kind) || t->kind == TOKEN_STRING;
        if (called && (ends_operand(t - 1) && before != TOKEN_NUMBER)) continue;
        if (t->kind != TOKEN_NAME || (before != '.' && before != ':')) return t;
        t--;
    }
    return NULL;
}

/* Where the operand before this sign begins: Lua groups what binds tighter with it. */
static const token *first_of_side(const token_list *list, const token *sign) {
    int tightness = side_binds(list, sign), left = SIDE_TOKENS;
    const token *t = sign;
    while (t > list->items && ends_operand(t - 1)) {
        t = first_of_value(list, t - 1, &left);
        while (t && t > list->items + 1 &&
               (t[-1].kind == TOKEN_NOT || t[-1].kind == '#' ||
                (t[-1].kind == '-' && !ends_operand(t - 2))))
            t--;
        if (!t || t == list->items || side_binds(list, t - 1) < tightness ||
            side_binds(list, t - 1) == BINDS_NOTHING)
            return t;
        t--;
    }
    return NULL;
}

static side side_before(const sides *s, const token *sign) {
    const token *from = first_of_side(s->list, sign);
    if (!from) return (side){0};
    side_reader r = side_begin(s, from, NULL);
    r.stop = sign;
    side found = side_read(&r, side_binds(s->list, sign));
    return r.lost || r.t != sign ? (side){0} : found;
}

static side side_after(const sides *s, const token *sign) {
    int tightness = sign->kind == TOKEN_NOT ? BINDS_SIGNED : side_binds(s->list, sign) + 1;
    side_reader r = side_begin(s, sign + 1, NULL);
    side found = side_read(&r, tightness);
    return r.lost ? (side){0} : found;
}

bool sides_are_plain(const sides *s, const token *sign) {
    side after = side_after(s, sign);
    if (sign->kind == TOKEN_NOT) return after.kind == SIDE_CHOICE;
    side before = side_before(s, sign);
    if (sign->kind == TOKEN_AND || sign->kind == TOKEN_OR) return before.kind == SIDE_CHOICE;
    bool literal = before.kind == SIDE_LITERAL && after.kind == SIDE_LITERAL;
    return before.plain && after.plain && !literal;
}

bool sides_have_expression(const sides *s, const token *sign) {
    if (sign->kind == TOKEN_NOT) return side_after(s, sign).kind == SIDE_EXPRESSION;
    if (side_before(s, sign).kind == SIDE_EXPRESSION) return true;
    bool joins = sign->kind == TOKEN_AND || sign->kind == TOKEN_OR;
    return !joins && side_after(s, sign).kind == SIDE_EXPRESSION;
}
