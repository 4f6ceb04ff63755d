/* side_reader.c - an operand read forward by precedence: see side_reader.h. */
#include "syntax/side_reader.h"

#include "syntax/literal.h"
#include "syntax/words.h"

#include <string.h>

enum { DEEPEST_GROUP = 60 };

int side_binds(const token_list *list, const token *t) {
    switch (t->kind) {
    case TOKEN_OR:
        return BINDS_OR;
    case TOKEN_AND:
        return BINDS_AND;
    case TOKEN_EQUAL:
    case TOKEN_UNEQUAL:
    case TOKEN_AT_MOST:
    case TOKEN_AT_LEAST:
    case '<':
    case '>':
        return BINDS_COMPARED;
    case '+':
    case '-':
        return BINDS_ADDED;
    case '*':
    case '/':
    case '%':
    case '^':
        return BINDS_MULTIPLIED;
    case '&':
    case '|':
    case '~':
        return BINDS_JOINED;
    case TOKEN_DOUBLE:
        if (token_is(list, t, "//")) return BINDS_MULTIPLIED;
        return strchr("&|:", *token_text(list, t).bytes) ? BINDS_NOTHING : BINDS_JOINED;
    default:
        return BINDS_NOTHING;
    }
}

void side_take(side_reader *r) {
    if (r->t == r->last || r->left-- <= 0)
        r->lost = true;
    else
        r->t++;
}

/* Past the bracket that opens here and all in it. */
static void skip_brackets(side_reader *r) {
    int depth = 0;
    do {
        depth += token_opens(r->t->kind) - token_closes(r->t->kind);
        side_take(r);
    } while (depth > 0 && !r->lost);
}

/* Past what calls, indexes or asks the value before it; false where nothing does. */
static bool skip_suffix(side_reader *r) {
    if (token_opens(r->t->kind)) {
        skip_brackets(r);
    } else if (r->t->kind == TOKEN_STRING) {
        side_take(r);
    } else if (r->t->kind == '.' || r->t->kind == ':') {
        side_take(r);
        if (r->t->kind != TOKEN_NAME) r->lost = true;
        side_take(r);
    } else {
        return false;
    }
    return !r->lost;
}

/* sum(..), percent(5), date "2026-01-01": a word of the language and what it is given. */
static bool calls_a_word(const token_list *list, const token *name) {
    char word[32] = "";
    if (name->length >= sizeof word ||
        (!token_opens(name[1].kind) && name[1].kind != TOKEN_STRING))
        return false;
    memcpy(word, token_text(list, name).bytes, name->length);
    const language_word *found = word_find(word);
    return found && found->callable && strcmp(word, "include") != 0;
}

/* A name and what follows it: x, deal.amount, ladder.tier:is(..), sum(..). */
static side read_name(side_reader *r) {
    const token *name = r->t;
    const token_list *list = r->of->list;
    int64_t code = map_find(&r->of->names, token_text(list, name));
    const local_name *known = code == MAP_ABSENT ? NULL : &r->of->items[code];
    side_take(r);
    bool alone = !skip_suffix(r);
    while (skip_suffix(r))
        continue;
    if (known && alone)
        return (side){known->kind,
                      known->kind != SIDE_UNKNOWN && known->kind != SIDE_EXPRESSION,
                      known->counted, known->value};
    if (known)
        return (side){.kind = known->kind == SIDE_EXPRESSION ? known->kind : SIDE_UNKNOWN};
    bool reaches =
        (name[1].kind == '.' || name[1].kind == ':') && !token_is_library(list, name);
    bool built = !alone && (reaches || calls_a_word(list, name));
    return (side){.kind = built ? SIDE_EXPRESSION : SIDE_UNKNOWN};
}

static side read_group(side_reader *r) {
    side_take(r);
    if (++r->depth > DEEPEST_GROUP) r->lost = true;
    side inner = r->lost ? (side){0} : side_read(r, BINDS_OR);
    r->depth--;
    if (r->t->kind != ')') r->lost = true;
    side_take(r);
    bool alone = !skip_suffix(r);
    while (skip_suffix(r))
        continue;
    if (alone) return inner;
    return (side){.kind = inner.kind == SIDE_EXPRESSION ? inner.kind : SIDE_UNKNOWN};
}

static side read_literal(side_reader *r) {
    side found = {.kind = SIDE_LITERAL, .plain = true};
    if (r->t->kind == TOKEN_NUMBER) {
        literal_number value = literal_read(token_text(r->of->list, r->t));
        found.counted = value.known;
        found.value = value.exact;
    }
    side_take(r);
    return found;
}

static side read_primary(side_reader *r) {
    switch (r->t->kind) {
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        return read_literal(r);
    case TOKEN_NAME:
        return read_name(r);
    case '(':
        return read_group(r);
    case '{':
        skip_brackets(r);
        return (side){0};
    default:
        r->lost = true;
        return (side){0};
    }
}

/* -x, not x, #x */
static side read_signed(side_reader *r) {
    int sign = r->t->kind;
    if (sign != '-' && sign != TOKEN_NOT && sign != '#') return read_primary(r);
    side_take(r);
    side found = r->lost ? (side){0} : read_signed(r);
    if (sign == '-') {
        found.value = -found.value;
    } else {
        found.counted = false;
        if (found.kind != SIDE_EXPRESSION && found.kind != SIDE_CHOICE)
            found.kind = SIDE_UNKNOWN;
    }
    return found;
}

static side joined(int tightness, side a, side b) {
    side both = {.kind = SIDE_PLAIN, .plain = a.plain && b.plain};
    if (tightness <= BINDS_AND) {
        both.kind = a.kind == SIDE_EXPRESSION || a.kind == SIDE_CHOICE ? a.kind : SIDE_UNKNOWN;
        if (tightness == BINDS_OR && both.kind == SIDE_CHOICE && b.kind != SIDE_CHOICE)
            both.kind = both.plain ? SIDE_PLAIN : SIDE_UNKNOWN;
    } else if (a.kind == SIDE_EXPRESSION || b.kind == SIDE_EXPRESSION) {
        both.kind = SIDE_EXPRESSION;
    } else if (!both.plain) {
        both.kind = SIDE_UNKNOWN;
    } else if (tightness == BINDS_COMPARED) {
        both.kind = SIDE_CHOICE;
    } else if (a.kind == SIDE_LITERAL && b.kind == SIDE_LITERAL) {
        both.kind = SIDE_LITERAL;
    }
    return both;
}

side side_read(side_reader *r, int tightness) {
    if (tightness >= BINDS_SIGNED) return read_signed(r);
    side left = side_read(r, tightness + 1);
    while (!r->lost && r->t != r->stop && side_binds(r->of->list, r->t) == tightness) {
        const token *sign = r->t;
        side_take(r);
        if (r->lost) break;
        side right = side_read(r, tightness + 1), both = joined(tightness, left, right);
        side_calculate(r, sign, left, right, &both);
        left = both;
    }
    return left;
}

side_reader side_begin(const sides *s, const token *from, problem_list *problems) {
    return (side_reader){.of = s,
                         .problems = problems,
                         .t = from,
                         .last = s->list->items + s->list->count - 1,
                         .left = SIDE_TOKENS};
}
