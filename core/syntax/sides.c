/* sides.c - operands as Lua would group them, and what they are as far as the text shows.
 *
 * An operand is read forward by precedence; its beginning is found backward. Both give up after
 * SIDE_TOKENS, so that a long line costs no more than many short ones. */
#include "syntax/sides.h"

#include "syntax/literal.h"
#include "syntax/words.h"

#include <string.h>

enum { SIDE_TOKENS = 200, DEEPEST_GROUP = 60 };

/* How tightly operators bind. */
enum {
    BINDS_NOTHING,
    BINDS_OR,
    BINDS_AND,
    BINDS_COMPARED,
    BINDS_JOINED, /* .. and those on bits */
    BINDS_ADDED,
    BINDS_MULTIPLIED,
    BINDS_SIGNED
};

struct local_name {
    side_kind kind;
    bool met; /* a second `local` of the name must agree with the first */
    bool counted;
    number value;
};

typedef struct side {
    side_kind kind;
    bool plain;   /* nothing but literals and plain names in it */
    bool counted; /* it is a number that the text shows */
    number value;
} side;

typedef struct side_reader {
    const sides *of;
    problem_list *problems; /* NULL: nothing is reported */
    const token *t;
    const token *last; /* the TOKEN_END */
    const token *stop; /* an operator at which to end; or NULL */
    int left;          /* tokens that may still be read */
    int depth;
    bool lost; /* what stands here is not understood */
} side_reader;

static side read_side(side_reader *r, int tightness);

static int binds(const token_list *list, const token *t) {
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

static void take(side_reader *r) {
    if (r->t == r->last || r->left-- <= 0)
        r->lost = true;
    else
        r->t++;
}

static bool opens(int kind) {
    return kind == '(' || kind == '{' || kind == '[';
}

static bool closes(int kind) {
    return kind == ')' || kind == '}' || kind == ']';
}

/* Past the bracket that opens here and all in it. */
static void skip_brackets(side_reader *r) {
    int depth = 0;
    do {
        depth += opens(r->t->kind) - closes(r->t->kind);
        take(r);
    } while (depth > 0 && !r->lost);
}

/* Past what calls, indexes or asks the value before it; false where nothing does. */
static bool skip_suffix(side_reader *r) {
    if (opens(r->t->kind)) {
        skip_brackets(r);
    } else if (r->t->kind == TOKEN_STRING) {
        take(r);
    } else if (r->t->kind == '.' || r->t->kind == ':') {
        take(r);
        if (r->t->kind != TOKEN_NAME) r->lost = true;
        take(r);
    } else {
        return false;
    }
    return !r->lost;
}

static bool is_library(const token_list *list, const token *t) {
    static const char *const names[] = {"math", "string", "table", "utf8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (token_is(list, t, names[i])) return true;
    return false;
}

/* sum(..), percent(5), date "2026-01-01": a word of the language and what it is given. */
static bool calls_a_word(const token_list *list, const token *name) {
    char word[32] = "";
    if (name->length >= sizeof word || (!opens(name[1].kind) && name[1].kind != TOKEN_STRING))
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
    take(r);
    bool alone = !skip_suffix(r);
    while (skip_suffix(r))
        continue;
    if (known && alone)
        return (side){known->kind,
                      known->kind != SIDE_UNKNOWN && known->kind != SIDE_EXPRESSION,
                      known->counted, known->value};
    if (known)
        return (side){.kind = known->kind == SIDE_EXPRESSION ? known->kind : SIDE_UNKNOWN};
    bool reaches = (name[1].kind == '.' || name[1].kind == ':') && !is_library(list, name);
    bool built = !alone && (reaches || calls_a_word(list, name));
    return (side){.kind = built ? SIDE_EXPRESSION : SIDE_UNKNOWN};
}

static side read_group(side_reader *r) {
    take(r);
    if (++r->depth > DEEPEST_GROUP) r->lost = true;
    side inner = r->lost ? (side){0} : read_side(r, BINDS_OR);
    r->depth--;
    if (r->t->kind != ')') r->lost = true;
    take(r);
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
    take(r);
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
    take(r);
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

/* The sum, difference or product of two numbers that the text shows. */
static void calculate(side_reader *r, const token *sign, side a, side b, side *both) {
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

static side read_side(side_reader *r, int tightness) {
    if (tightness >= BINDS_SIGNED) return read_signed(r);
    side left = read_side(r, tightness + 1);
    while (!r->lost && r->t != r->stop && binds(r->of->list, r->t) == tightness) {
        const token *sign = r->t;
        take(r);
        if (r->lost) break;
        side right = read_side(r, tightness + 1), both = joined(tightness, left, right);
        calculate(r, sign, left, right, &both);
        left = both;
    }
    return left;
}

static side_reader begin_reading(const sides *s, const token *from, problem_list *problems) {
    return (side_reader){.of = s,
                         .problems = problems,
                         .t = from,
                         .last = s->list->items + s->list->count - 1,
                         .left = SIDE_TOKENS};
}

static bool ends_operand(const token *t) {
    return t->kind == TOKEN_NAME || t->kind == TOKEN_NUMBER || t->kind == TOKEN_STRING ||
           t->kind == TOKEN_TRUE || t->kind == TOKEN_FALSE || closes(t->kind);
}

/* From the last token of a value to its first, what it is called on included; NULL when lost.
 */
static const token *first_of_value(const token_list *list, const token *t, int *left) {
    for (; t > list->items && --*left > 0; t--) {
        int depth = 0;
        do {
            depth += closes(t->kind) - opens(t->kind);
        } while (depth > 0 && t-- > list->items && --*left > 0);
        if (depth > 0 || *left <= 0 || t == list->items) break;
        int before = t[-1].kind;
        bool called = opens(t->kind) || t->kind == TOKEN_STRING;
        if (called && (ends_operand(t - 1) && before != TOKEN_NUMBER)) continue;
        if (t->kind != TOKEN_NAME || (before != '.' && before != ':')) return t;
        t--;
    }
    return NULL;
}

/* Where the operand before this sign begins: Lua groups what binds tighter with it. */
static const token *first_of_side(const token_list *list, const token *sign) {
    int tightness = binds(list, sign), left = SIDE_TOKENS;
    const token *t = sign;
    while (t > list->items && ends_operand(t - 1)) {
        t = first_of_value(list, t - 1, &left);
        while (t && t > list->items + 1 &&
               (t[-1].kind == TOKEN_NOT || t[-1].kind == '#' ||
                (t[-1].kind == '-' && !ends_operand(t - 2))))
            t--;
        if (!t || t == list->items || binds(list, t - 1) < tightness ||
            binds(list, t - 1) == BINDS_NOTHING)
            return t;
        t--;
    }
    return NULL;
}

static side side_before(const sides *s, const token *sign) {
    const token *from = first_of_side(s->list, sign);
    if (!from) return (side){0};
    side_reader r = begin_reading(s, from, NULL);
    r.stop = sign;
    side found = read_side(&r, binds(s->list, sign));
    return r.lost || r.t != sign ? (side){0} : found;
}

static side side_after(const sides *s, const token *sign) {
    int tightness = sign->kind == TOKEN_NOT ? BINDS_SIGNED : binds(s->list, sign) + 1;
    side_reader r = begin_reading(s, sign + 1, NULL);
    side found = read_side(&r, tightness);
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

/* --- the file's names --------------------------------------------------------------------- */

static bool give(sides *s, const token *name, side value) {
    int64_t code = map_add(&s->names, token_text(s->list, name));
    if (code == MAP_ABSENT) return false;
    size_t before = s->room;
    s->items = arena_grow(s->memory, s->items, (size_t)code, &s->room, sizeof *s->items);
    if (!s->items) return false;
    if (s->room > before) memset(s->items + before, 0, (s->room - before) * sizeof *s->items);
    local_name *item = &s->items[code];
    bool differs = item->met && item->kind != value.kind;
    bool other = item->met && (!item->counted || !value.counted || item->value != value.value);
    *item = (local_name){.kind = differs ? SIDE_UNKNOWN : value.kind,
                         .met = true,
                         .counted = value.counted && !other,
                         .value = value.value};
    return true;
}

/* What a local is that was given this. */
static side as_local(const token *first, side value) {
    bool choice = first->kind == TOKEN_TRUE || first->kind == TOKEN_FALSE;
    if (value.kind == SIDE_LITERAL) value.kind = choice ? SIDE_CHOICE : SIDE_PLAIN;
    return value;
}

/* local a, b = x, y: from behind the word. */
static bool read_local(sides *s, const token *t) {
    const token *names = t;
    side_reader r = begin_reading(s, t, NULL);
    while (r.t->kind == TOKEN_NAME || r.t->kind == ',' || r.t->kind == '<' || r.t->kind == '>')
        take(&r);
    const token *behind = r.t;
    r.lost |= r.t->kind != '=';
    for (; names < behind; names++) {
        if (names->kind != TOKEN_NAME || names[-1].kind == '<') continue;
        side value = {0};
        if (!r.lost) take(&r);
        const token *first = r.t;
        if (!r.lost) value = as_local(first, read_side(&r, BINDS_OR));
        if (!give(s, names, r.lost ? (side){0} : value)) return false;
        r.lost |= r.t->kind != ',';
    }
    return true;
}

/* Names of loops, parameters and whatever is given another value are anything. */
static bool read_names(sides *s, const token *t) {
    for (; t->kind == TOKEN_NAME || t->kind == ',' || t->kind == '.' || t->kind == ':' ||
           t->kind == '(';
         t++)
        if (t->kind == TOKEN_NAME && !give(s, t, (side){0})) return false;
    return true;
}

/* x = .. and x, y = ..: what was known of these names is not so. */
static bool read_assignment(sides *s, const token *last) {
    const token *name = last;
    while (name > s->list->items + 1 && name[-1].kind == ',' && name[-2].kind == TOKEN_NAME)
        name -= 2;
    if (name > s->list->items && (name[-1].kind == TOKEN_LOCAL || name[-1].kind == '.'))
        return true;
    for (; name <= last; name += 2)
        if (!give(s, name, (side){0})) return false;
    return true;
}

/* Not `{ x = 5 }`, as far as one can see from here. */
static bool is_assigned(const sides *s, const token *t, int depth) {
    if (t->kind != TOKEN_NAME || t[1].kind != '=') return false;
    int before = t > s->list->items ? t[-1].kind : ';';
    return depth == 0 || (before != '{' && before != ',' && before != ';');
}

bool sides_read(sides *out, arena *memory, const token_list *list) {
    *out = (sides){.list = list, .memory = memory, .names = {.memory = memory}};
    int depth = 0;
    for (const token *t = list->items; t->kind != TOKEN_END; t++) {
        bool fine = true;
        depth += opens(t->kind) - closes(t->kind);
        if (t->kind == TOKEN_LOCAL && t[1].kind != TOKEN_FUNCTION)
            fine = read_local(out, t + 1);
        if (t->kind == TOKEN_FOR || t->kind == TOKEN_FUNCTION) fine = read_names(out, t + 1);
        if (is_assigned(out, t, depth)) fine = read_assignment(out, t);
        if (!fine) return false;
    }
    return true;
}

/* --- numbers ------------------------------------------------------------------------------ */

/* Whether a whole expression begins behind this token. */
static bool ends_what_was_before(const token_list *list, const token *t) {
    if (opens(t->kind) || t->kind == ',' || t->kind == ';' || t->kind == '=') return true;
    if (t->kind == TOKEN_RETURN || t->kind == TOKEN_NOT) return true;
    int tightness = binds(list, t);
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
        side_reader r = begin_reading(s, t + 1, problems);
        read_side(&r, BINDS_ADDED);
    }
}
