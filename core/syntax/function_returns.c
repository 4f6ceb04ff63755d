/* function_returns.c - whether a function returns numbers, texts, dates or true and false, as
 * far as its text tells.
 *
 * An expression is read as Lua reads it; what stands behind the last `and` counts, and each
 * side of an `or`. Variables and helpers of the file are followed. Nothing is ever certain
 * here: what a call returns is looked at when it has returned. */
#include "syntax/function_texts.h"

#include "base/date.h"
#include "syntax/words.h"

#include <string.h>

enum {
    FOLLOWED_DEEP = 8,   /* variables and helpers that lead to one another */
    MOST_RETURNS = 64,   /* kept of one function */
    MOST_STEPS = 100000, /* expressions read for one function */
};

typedef struct finder {
    const function_texts *texts;
    arena *memory;
    rule_function *out;
    const function_text *in; /* the function, or the helper, that is read */
    int depth;
    size_t followed[FOLLOWED_DEEP]; /* names, outermost first */
    size_t steps;
} finder;

static int kind_of(const finder *f, size_t i) {
    return kind_at(f->texts, i);
}

static bool says(const finder *f, size_t i, const char *word) {
    return token_is(&f->texts->tokens, token_at(f->texts, i), word);
}

static void add(finder *f, function_return found) {
    rule_function *out = f->out;
    if (out->return_count == MOST_RETURNS) return;
    out->returns = arena_grow(f->memory, out->returns, out->return_count, &out->return_room,
                              sizeof *out->returns);
    if (out->returns) out->returns[out->return_count++] = found;
}

static void add_kind(finder *f, return_kind kind) {
    add(f, (function_return){.kind = kind});
}

/* Forgets what was found since. */
static void forget(finder *f, size_t mark) {
    if (f->out->return_count > mark) f->out->return_count = mark;
}

/* The index behind the bracket that closes the one at i. */
static size_t behind_brackets(const finder *f, size_t i) {
    int depth = 0;
    for (; kind_of(f, i) != TOKEN_END; i++) {
        int kind = kind_of(f, i);
        depth += token_opens(kind) - token_closes(kind);
        if (depth == 0) return i + 1;
    }
    return i;
}

static const function_text *function_at(const finder *f, size_t word) {
    for (size_t k = 0; k < f->texts->count; k++)
        if (f->texts->items[k].word == token_at(f->texts, word)) return &f->texts->items[k];
    return NULL;
}

static size_t read_choice(finder *f, size_t i);
static void read_returns(finder *f, const function_text *of);

/* --- names -----------------------------------------------------------------------------------
 */

/* p.name or row.product.family, which was found to be read; or a column of rows that are
 * walked. */
static void add_member(finder *f, size_t variable) {
    const rule_function *out = f->out;
    const char *path = joined_names(f->texts, variable + 2, f->memory);
    for (size_t i = 0; path && i < out->read_count; i++) {
        const function_read *read = &out->reads[i];
        size_t length = strlen(read->name);
        if (!says(f, variable, read->variable) || strncmp(path, read->name, length) != 0 ||
            strcmp(path[length] == '.' ? path + length + 1 : path + length,
                   read->further ? read->further : "") != 0)
            continue;
        add(f, (function_return){.kind = RETURN_READ, .read = i});
        return;
    }
    for (size_t i = 0; path && i < out->member_count; i++)
        if (strcmp(path, out->members[i]) == 0)
            add(f, (function_return){.kind = RETURN_MEMBER, .name = out->members[i]});
}

/* Goes into what a name stands for; false: it is being looked at, or too deep. */
static bool enter(finder *f, size_t name) {
    text wanted = token_text(&f->texts->tokens, token_at(f->texts, name));
    for (int i = 0; i < f->depth; i++)
        if (text_equal(wanted,
                       token_text(&f->texts->tokens, token_at(f->texts, f->followed[i]))))
            return false;
    if (f->depth == FOLLOWED_DEEP) return false;
    f->followed[f->depth++] = name;
    return true;
}

/* All that the function gives to a variable. */
static void follow_variable(finder *f, size_t name) {
    if (says(f, name, "as_of")) add_kind(f, RETURN_DATE);
    if (!enter(f, name)) return;
    text wanted = token_text(&f->texts->tokens, token_at(f->texts, name));
    for (size_t i = f->in->begin; i < f->in->end && f->steps++ < MOST_STEPS; i++) {
        int before = kind_of(f, i - 1);
        bool given = kind_of(f, i) == TOKEN_NAME && kind_of(f, i + 1) == '=' && before != '.' &&
                     before != ',' && before != '{';
        if (given && text_equal(wanted, token_text(&f->texts->tokens, token_at(f->texts, i))))
            read_choice(f, i + 2);
    }
    f->depth--;
}

static void follow_helper(finder *f, size_t name) {
    const function_texts *texts = f->texts;
    int64_t code = map_find(&texts->names, token_text(&texts->tokens, token_at(texts, name)));
    if (code == MAP_ABSENT || !enter(f, name)) return;
    const function_text *around = f->in;
    for (size_t next = texts->last[code]; next; next = texts->items[next - 1].namesake)
        read_returns(f, &texts->items[next - 1]);
    f->depth--;
    f->in = around;
}

/* --- calls -----------------------------------------------------------------------------------
 */

typedef struct giving {
    const char *word;
    return_kind kind;
} giving;

static const giving words[] = {
    {"date", RETURN_DATE},
    {"tostring", RETURN_TEXT},
    {"tonumber", RETURN_NUMBER},
    {"percent", RETURN_NUMBER},
    {"amount", RETURN_NUMBER},
    {"decimal", RETURN_NUMBER},
    {"fraction", RETURN_NUMBER},
    {"abs", RETURN_NUMBER},
    {"round", RETURN_NUMBER},
    {"round_down", RETURN_NUMBER},
    {"round_up", RETURN_NUMBER},
    {"days_between", RETURN_NUMBER},
    {"months_between", RETURN_NUMBER},
};

/* Of texts: s:upper(), string.upper(s). */
static const giving text_words[] = {
    {"upper", RETURN_TEXT},   {"lower", RETURN_TEXT}, {"sub", RETURN_TEXT},
    {"gsub", RETURN_TEXT},    {"rep", RETURN_TEXT},   {"format", RETURN_TEXT},
    {"reverse", RETURN_TEXT}, {"len", RETURN_NUMBER}, {"concat", RETURN_TEXT},
};

static bool add_given(finder *f, size_t name, const giving *known, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (!says(f, name, known[i].word)) continue;
        add_kind(f, known[i].kind);
        return true;
    }
    return false;
}

/* Each of the values between the brackets may be what is returned. */
static void read_arguments(finder *f, size_t i) {
    size_t end = behind_brackets(f, i);
    bool more = kind_of(f, i) == '(';
    for (i++; more && i < end;) {
        i = read_choice(f, i);
        more = kind_of(f, i) == ',';
        i++;
    }
}

/* word(..) at `name`, its values at `arguments`. */
static void call_word(finder *f, size_t name, size_t arguments) {
    text word = token_text(&f->texts->tokens, token_at(f->texts, name));
    char code[4] = "";
    if (word.length == 3) memcpy(code, word.bytes, 3);
    if (word_is_currency(code))
        add_kind(f, RETURN_NUMBER);
    else if (says(f, name, "or_else") || says(f, name, "min") || says(f, name, "max"))
        read_arguments(f, arguments);
    else if (!add_given(f, name, words, sizeof words / sizeof *words))
        follow_helper(f, name);
}

/* x:at_least(..), s:upper() */
static void call_method(finder *f, size_t name) {
    char *word =
        arena_copy(f->memory, token_text(&f->texts->tokens, token_at(f->texts, name)).bytes,
                   token_at(f->texts, name)->length);
    const language_word *known = word ? word_find(word) : NULL;
    if (known && known->method && strcmp(known->group, "conditions") == 0)
        add_kind(f, RETURN_BOOLEAN);
    else
        add_given(f, name, text_words, sizeof text_words / sizeof *text_words);
}

/* --- expressions -----------------------------------------------------------------------------
 */

/* What stands behind a name or bracket: how many parts, and the last of them. */
typedef struct tail {
    int parts;
    bool named; /* all of them are .name */
    int kind;   /* '.', ':', '(' or '[' */
    size_t at;  /* the name of '.' and ':', the values of '(' */
} tail;

static bool opens_values(int kind) {
    return kind == '(' || kind == '{' || kind == TOKEN_STRING;
}

static size_t behind_values(const finder *f, size_t i) {
    return kind_of(f, i) == TOKEN_STRING ? i + 1 : behind_brackets(f, i);
}

static size_t read_tail(const finder *f, size_t i, tail *t) {
    for (*t = (tail){0};; t->parts++) {
        int kind = kind_of(f, i);
        bool named = (kind == '.' || kind == ':') && kind_of(f, i + 1) == TOKEN_NAME;
        if (!named && kind != '[' && !opens_values(kind)) return i;
        *t = (tail){.parts = t->parts,
                    .named = kind == '.' && (t->parts == 0 || t->named),
                    .kind = named || kind == '[' ? kind : '(',
                    .at = named ? i + 1 : i};
        if (kind == '.')
            i += 2;
        else if (kind == ':')
            i = opens_values(kind_of(f, i + 2)) ? behind_values(f, i + 2) : i + 2;
        else
            i = behind_values(f, i);
    }
}

static size_t read_name(finder *f, size_t i) {
    tail t;
    size_t end = read_tail(f, i + 1, &t);
    if (t.parts == 0)
        follow_variable(f, i);
    else if (t.named)
        add_member(f, i);
    else if (t.kind == '(' && t.parts == 1)
        call_word(f, i, t.at);
    else if (t.kind == ':')
        call_method(f, t.at);
    else if (t.kind == '(' && t.parts == 2 &&
             token_is_library(&f->texts->tokens, token_at(f->texts, i)) &&
             !add_given(f, i + 2, text_words, sizeof text_words / sizeof *text_words) &&
             says(f, i, "math"))
        add_kind(f, RETURN_NUMBER);
    return end;
}

static size_t read_brackets(finder *f, size_t i) {
    tail t;
    size_t mark = f->out->return_count, end = behind_brackets(f, i);
    read_choice(f, i + 1);
    end = read_tail(f, end, &t);
    if (t.parts) forget(f, mark);
    if (t.parts && t.kind == ':') call_method(f, t.at);
    return end;
}

static void add_literal(finder *f, size_t i) {
    date day;
    text written = token_text(&f->texts->tokens, token_at(f->texts, i));
    bool quoted = written.length == 12;
    add_kind(f,
             quoted && date_from_text(&day, written.bytes + 1, 10) ? RETURN_DAY : RETURN_TEXT);
}

static size_t read_operand(finder *f, size_t i) {
    size_t mark = f->out->return_count;
    int kind = kind_of(f, i);
    const function_text *inner = NULL;
    switch (kind) {
    case TOKEN_NOT:
    case '-':
    case '#':
        i = read_operand(f, i + 1);
        forget(f, mark);
        add_kind(f, kind == TOKEN_NOT ? RETURN_BOOLEAN : RETURN_NUMBER);
        return i;
    case TOKEN_NAME:
        return read_name(f, i);
    case '(':
        return read_brackets(f, i);
    case '{':
        return behind_brackets(f, i);
    case TOKEN_STRING:
        add_literal(f, i);
        return i + 1;
    case TOKEN_NUMBER:
        add_kind(f, RETURN_NUMBER);
        return i + 1;
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        add_kind(f, RETURN_BOOLEAN);
        return i + 1;
    case TOKEN_FUNCTION:
        inner = function_at(f, i);
        return inner ? inner->end + 1 : i + 1;
    default:
        return kind == TOKEN_NIL || kind == TOKEN_DOTS ? i + 1 : i;
    }
}

/* What a sign between two values makes of them; false: it is no sign. */
static bool makes(const finder *f, size_t i, return_kind *kind) {
    switch (kind_of(f, i)) {
    case '<':
    case '>':
    case TOKEN_EQUAL:
    case TOKEN_UNEQUAL:
    case TOKEN_AT_MOST:
    case TOKEN_AT_LEAST:
        *kind = RETURN_BOOLEAN;
        return true;
    case TOKEN_DOUBLE:
        *kind = says(f, i, "..") ? RETURN_TEXT : RETURN_NUMBER;
        return !says(f, i, "::");
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
        *kind = RETURN_NUMBER;
        return true;
    default:
        return false;
    }
}

/* Values with signs between them: a comparison, a text put together, or a number. */
static size_t read_signs(finder *f, size_t i) {
    size_t mark = f->out->return_count;
    return_kind kind = RETURN_NUMBER, sign;
    bool any = false;
    for (i = read_operand(f, i); makes(f, i, &sign); any = true) {
        if (!any || sign > kind) kind = sign;
        i = read_operand(f, i + 1);
    }
    if (!any) return i;
    forget(f, mark);
    add_kind(f, kind);
    return i;
}

static size_t read_choice(finder *f, size_t i) {
    if (f->steps++ >= MOST_STEPS) return i + 1;
    for (;; i++) {
        size_t mark = f->out->return_count;
        i = read_signs(f, i);
        while (kind_of(f, i) == TOKEN_AND) {
            forget(f, mark);
            i = read_signs(f, i + 1);
        }
        if (kind_of(f, i) != TOKEN_OR) return i;
    }
}

static void read_returns(finder *f, const function_text *of) {
    f->in = of;
    for (size_t i = of->begin; i < of->end && f->steps++ < MOST_STEPS; i++) {
        const function_text *inner = kind_of(f, i) == TOKEN_FUNCTION ? function_at(f, i) : NULL;
        if (inner)
            i = inner->end;
        else if (kind_of(f, i) == TOKEN_RETURN)
            read_choice(f, i + 1);
    }
}

bool function_returns_find(const function_texts *texts, const function_text *f, arena *memory,
                           rule_function *out) {
    finder all = {.texts = texts, .memory = memory, .out = out};
    read_returns(&all, f);
    out->tokens += all.steps;
    return !memory->failed;
}
