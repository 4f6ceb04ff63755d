/* function_text.c - what functions read, found in their tokens.
 *
 * A variable is followed by its name: parameters, helpers' parameters where the variable is
 * passed along by itself, and plain aliases (local q = p). Scopes are not looked at, so that
 * more may be found than is read, never less of what is written as p.name. */
#include "syntax/function_texts.h"

#include <string.h>

enum {
    BLOCKS_DEEP = 200,
    VARIABLES = 64,
    HELPERS_DEEP = 32,
    MOST_TOKENS = 200000, /* read for one function, its helpers' included */
};

/* A name that stands for one of the rule's values while a function's text is read. */
typedef struct variable {
    text name;
    int parameter; /* of the rule's function */
} variable;

/* A function that was read, with what its parameters stood for: 4 bits each. */
typedef struct visit {
    const function_text *function;
    uint64_t parameters;
} visit;

typedef struct reader {
    const function_texts *texts;
    arena *memory;
    rule_function *out;
    visit *visits;
    size_t visit_count, visit_room;
    size_t tokens; /* read so far */
    int depth;
} reader;

typedef struct scope {
    variable items[VARIABLES];
    int count;
} scope;

/* --- finding functions -------------------------------------------------------------------- */

/* The name that a function gets: function name(..), name = function(..). */
static const token *name_of(const function_texts *texts, size_t word, int *self, size_t *next) {
    const token *name = NULL;
    *next = word + 1;
    while (kind_at(texts, *next) == TOKEN_NAME) {
        name = token_at(texts, *next);
        (*next)++;
        if (kind_at(texts, *next) != '.' && kind_at(texts, *next) != ':') break;
        *self = kind_at(texts, *next) == ':';
        (*next)++;
    }
    bool given =
        word > 1 && kind_at(texts, word - 1) == '=' && kind_at(texts, word - 2) == TOKEN_NAME;
    return name ? name : given ? token_at(texts, word - 2) : NULL;
}

/* The index behind the parameters. */
static size_t read_parameters(const function_texts *texts, size_t i, function_text *f) {
    if (kind_at(texts, i) != '(') return i;
    for (i++; kind_at(texts, i) != ')' && kind_at(texts, i) != TOKEN_END; i++) {
        if (kind_at(texts, i) == TOKEN_NAME && f->parameter_count < FUNCTION_PARAMETERS)
            f->parameters[f->parameter_count++] = token_at(texts, i);
    }
    return i + 1;
}

static bool add_function(function_texts *texts, arena *memory, size_t word, size_t *at) {
    texts->items =
        arena_grow(memory, texts->items, texts->count, &texts->room, sizeof *texts->items);
    if (!texts->items) return false;
    function_text f = {.word = token_at(texts, word), .end = texts->tokens.count - 1};
    size_t next;
    f.name = name_of(texts, word, &f.self, &next);
    f.line = token_at(texts, next)->line;
    f.begin = read_parameters(texts, next, &f);
    *at = texts->count;
    texts->items[texts->count++] = f;
    return true;
}

enum { NO_FUNCTION = -1 };

static bool note_assigned(function_texts *texts, size_t i) {
    int after = kind_at(texts, i + 1);
    if (kind_at(texts, i) != TOKEN_NAME || (after != '=' && after != ',')) return true;
    text name = token_text(&texts->tokens, token_at(texts, i));
    return map_add(&texts->assigned, name) != MAP_ABSENT;
}

/* Blocks are opened by function, if, do and repeat; for and while wait for their do. */
static bool find_functions(function_texts *texts, arena *memory) {
    long open[BLOCKS_DEEP]; /* the function of each open block, or NO_FUNCTION */
    int depth = 0;
    texts->assigned = (map){.memory = memory};
    for (size_t i = 0; i < texts->tokens.count; i++) {
        int kind = kind_at(texts, i);
        if (texts->count && !note_assigned(texts, i)) return false;
        bool opens = kind == TOKEN_FUNCTION || kind == TOKEN_IF || kind == TOKEN_DO ||
                     kind == TOKEN_REPEAT;
        if (opens && depth == BLOCKS_DEEP) return true;
        if (kind == TOKEN_FUNCTION) {
            size_t at;
            if (!add_function(texts, memory, i, &at)) return false;
            open[depth++] = (long)at;
        } else if (opens) {
            open[depth++] = NO_FUNCTION;
        } else if ((kind == TOKEN_END_WORD || kind == TOKEN_UNTIL) && depth > 0) {
            depth--;
            if (open[depth] != NO_FUNCTION) texts->items[open[depth]].end = i;
        }
    }
    return true;
}

static bool join_namesakes(function_texts *texts, arena *memory) {
    texts->names = (map){.memory = memory};
    texts->last = arena_array(memory, texts->count, sizeof *texts->last);
    if (!texts->last) return false;
    for (size_t i = 0; i < texts->count; i++) {
        function_text *f = &texts->items[i];
        if (!f->name) continue;
        int64_t code = map_add(&texts->names, token_text(&texts->tokens, f->name));
        if (code == MAP_ABSENT) return false;
        f->namesake = texts->last[code];
        texts->last[code] = i + 1;
    }
    return true;
}

function_texts *function_texts_read(arena *memory, const source_file *file) {
    function_texts *texts = arena_allocate(memory, sizeof *texts);
    if (!texts || !tokens_read(&texts->tokens, memory, file)) return NULL;
    return find_functions(texts, memory) && join_namesakes(texts, memory) ? texts : NULL;
}

/* --- what a function says ------------------------------------------------------------------
 */

static char *copy_token(const reader *r, const token *t) {
    text written = token_text(&r->texts->tokens, t);
    return arena_copy(r->memory, written.bytes, written.length);
}

static int parameter_of(const reader *r, const scope *s, const token *t) {
    if (t->kind != TOKEN_NAME) return -1;
    for (int i = 0; i < s->count; i++) {
        if (text_equal(s->items[i].name, token_text(&r->texts->tokens, t)))
            return s->items[i].parameter;
    }
    return -1;
}

static bool add_variable(const reader *r, scope *s, const token *name, int parameter) {
    if (s->count == VARIABLES) return true;
    s->items[s->count++] = (variable){token_text(&r->texts->tokens, name), parameter};
    return true;
}

/* Whether .name follows the i-th token. */
static bool goes_on(const function_texts *texts, size_t i) {
    return kind_at(texts, i + 1) == '.' && kind_at(texts, i + 2) == TOKEN_NAME;
}

char *joined_names(const function_texts *texts, size_t i, arena *memory) {
    text name = token_text(&texts->tokens, token_at(texts, i));
    char *all = arena_copy(memory, name.bytes, name.length);
    for (; all && goes_on(texts, i); i += 2) {
        name = token_text(&texts->tokens, token_at(texts, i + 2));
        all = arena_print(memory, "%s.%.*s", all, (int)name.length, name.bytes);
    }
    return all;
}

/* p.name: `at` is p. */
static bool add_read(reader *r, int parameter, size_t at) {
    rule_function *f = r->out;
    const function_texts *texts = r->texts;
    const token *name = token_at(texts, at + 2);
    char *further = goes_on(texts, at + 2) ? joined_names(texts, at + 4, r->memory) : NULL;
    for (size_t i = 0; i < f->read_count; i++) {
        const function_read *known = &f->reads[i];
        if (known->parameter == parameter && token_is(&texts->tokens, name, known->name) &&
            !known->further == !further && (!further || !strcmp(known->further, further)))
            return true;
    }
    f->reads = arena_grow(r->memory, f->reads, f->read_count, &f->read_room, sizeof *f->reads);
    char *copy = copy_token(r, name), *called = copy_token(r, token_at(texts, at));
    if (!f->reads || !copy || !called || r->memory->failed) return false;
    f->reads[f->read_count++] =
        (function_read){parameter, called, copy, further, token_place(&texts->tokens, name)};
    return true;
}

static bool add_member(reader *r, size_t name) {
    rule_function *f = r->out;
    char *copy = joined_names(r->texts, name, r->memory);
    for (size_t i = 0; copy && i < f->member_count; i++) {
        if (strcmp(copy, f->members[i]) == 0) return true;
    }
    f->members =
        arena_grow(r->memory, f->members, f->member_count, &f->member_room, sizeof *f->members);
    if (!f->members || !copy) return false;
    f->members[f->member_count++] = copy;
    return true;
}

static bool add_rows(reader *r, int parameter, const token *source) {
    rule_function *f = r->out;
    char *name = token_string(&r->texts->tokens, source, r->memory);
    if (!name) return !r->memory->failed;
    for (size_t i = 0; i < f->rows_count; i++) {
        if (f->rows[i].parameter == parameter && strcmp(f->rows[i].source, name) == 0)
            return true;
    }
    f->rows = arena_grow(r->memory, f->rows, f->rows_count, &f->rows_room, sizeof *f->rows);
    if (!f->rows) return false;
    f->rows[f->rows_count++] =
        (function_rows){parameter, name, token_place(&r->texts->tokens, source)};
    return true;
}

static bool calculates(int kind) {
    return kind == '+' || kind == '-' || kind == '*' || kind == '/' || kind == '%' ||
           kind == '^';
}

/* `name` of p.name at i; the sign stands behind or, with number == p.name, before. */
static bool add_equality(reader *r, const scope *s, size_t i, const token *sign,
                         const token *number) {
    rule_function *f = r->out;
    f->equalities = arena_grow(r->memory, f->equalities, f->equality_count, &f->equality_room,
                               sizeof *f->equalities);
    char *variable = copy_token(r, token_at(r->texts, i));
    char *name = copy_token(r, token_at(r->texts, i + 2)), *digits = copy_token(r, number);
    if (!f->equalities || !variable || !name || !digits) return false;
    f->equalities[f->equality_count++] =
        (function_equality){parameter_of(r, s, token_at(r->texts, i)),
                            variable,
                            name,
                            digits,
                            sign->kind == TOKEN_UNEQUAL,
                            token_place(&r->texts->tokens, sign)};
    return true;
}

/* p.name == 5 and 5 == p.name, where neither is part of a calculation. */
static bool read_equality(reader *r, const scope *s, size_t i) {
    const function_texts *texts = r->texts;
    int after = kind_at(texts, i + 3);
    if ((after == TOKEN_EQUAL || after == TOKEN_UNEQUAL) &&
        kind_at(texts, i + 4) == TOKEN_NUMBER && !calculates(kind_at(texts, i + 5)))
        return add_equality(r, s, i, token_at(texts, i + 3), token_at(texts, i + 4));
    if (i < 3 || calculates(after) || kind_at(texts, i - 2) != TOKEN_NUMBER) return true;
    int before = kind_at(texts, i - 1);
    if ((before != TOKEN_EQUAL && before != TOKEN_UNEQUAL) || calculates(kind_at(texts, i - 3)))
        return true;
    return add_equality(r, s, i, token_at(texts, i - 1), token_at(texts, i - 2));
}

static bool read_function(reader *r, const function_text *f, scope *s);

/* Which of the rule's values are handed to a helper: only where an argument is nothing else. */
static bool read_helper(reader *r, const scope *s, const function_text *helper, size_t call) {
    const function_texts *texts = r->texts;
    scope inner = {.count = 0};
    bool called = kind_at(texts, call + 1) == '(';
    int argument = (call > 0 && kind_at(texts, call - 1) == ':') - helper->self, depth = 0;
    for (size_t i = call + 1; called && kind_at(texts, i) != TOKEN_END; i++) {
        int kind = kind_at(texts, i);
        depth += token_opens(kind) - token_closes(kind);
        if (depth == 0) break;
        if (depth == 1 && kind == ',') argument++;
        int parameter = depth == 1 ? parameter_of(r, s, token_at(texts, i)) : -1;
        int before = kind_at(texts, i - 1), after = kind_at(texts, i + 1);
        bool alone = (before == '(' || before == ',') && (after == ')' || after == ',');
        if (parameter >= 0 && alone && argument >= 0 && argument < helper->parameter_count)
            add_variable(r, &inner, helper->parameters[argument], parameter);
    }
    return read_function(r, helper, &inner);
}

static bool read_helpers(reader *r, const scope *s, size_t i) {
    const function_texts *texts = r->texts;
    int64_t code = map_find(&texts->names, token_text(&texts->tokens, token_at(texts, i)));
    size_t next = code == MAP_ABSENT ? 0 : texts->last[code];
    while (next) {
        const function_text *helper = &texts->items[next - 1];
        r->out->loops = true; /* it may call itself */
        if (!read_helper(r, s, helper, i)) return false;
        next = helper->namesake;
    }
    return true;
}

/* p.name, p:rows "deal", q = p */
static bool read_variable(reader *r, scope *s, size_t i, int parameter) {
    const function_texts *texts = r->texts;
    int after = kind_at(texts, i + 1);
    bool named = kind_at(texts, i + 2) == TOKEN_NAME;
    if (after == '.' && named)
        return add_read(r, parameter, i) && (goes_on(texts, i + 2) || read_equality(r, s, i));
    if (after == ':' && named && token_is(&texts->tokens, token_at(texts, i + 2), "rows")) {
        size_t source = kind_at(texts, i + 3) == '(' ? i + 4 : i + 3;
        return kind_at(texts, source) != TOKEN_STRING ||
               add_rows(r, parameter, token_at(texts, source));
    }
    bool assigned =
        i > 1 && kind_at(texts, i - 1) == '=' && kind_at(texts, i - 2) == TOKEN_NAME;
    bool whole = after != '.' && after != ':' && after != '[' && after != '(';
    return !assigned || !whole || add_variable(r, s, token_at(texts, i - 2), parameter);
}

static bool read_name(reader *r, scope *s, size_t i) {
    const token *t = token_at(r->texts, i);
    int before = i > 0 ? kind_at(r->texts, i - 1) : 0;
    if (before == '.' && !add_member(r, i)) return false;
    int parameter = before == '.' || before == ':' ? -1 : parameter_of(r, s, t);
    if (parameter >= 0) return read_variable(r, s, i, parameter);
    return read_helpers(r, s, i);
}

static bool is_loop(int kind) {
    return kind == TOKEN_WHILE || kind == TOKEN_FOR || kind == TOKEN_REPEAT ||
           kind == TOKEN_GOTO || kind == TOKEN_FUNCTION;
}

/* Whether this function was read before with the same values; if not, remembers it. */
static bool is_known(reader *r, const function_text *f, const scope *s) {
    visit now = {.function = f};
    for (int i = 0; i < f->parameter_count; i++) {
        int parameter = parameter_of(r, s, f->parameters[i]);
        now.parameters = now.parameters << 4 | (uint64_t)((parameter + 1) & 15);
    }
    for (size_t i = 0; i < r->visit_count; i++) {
        if (r->visits[i].function == f && r->visits[i].parameters == now.parameters)
            return true;
    }
    r->visits =
        arena_grow(r->memory, r->visits, r->visit_count, &r->visit_room, sizeof *r->visits);
    if (r->visits) r->visits[r->visit_count++] = now;
    return !r->visits;
}

static bool read_function(reader *r, const function_text *f, scope *s) {
    if (r->depth == HELPERS_DEEP || is_known(r, f, s)) return !r->memory->failed;
    r->depth++;
    for (size_t i = f->begin; i < f->end && r->tokens++ < MOST_TOKENS; i++) {
        int kind = kind_at(r->texts, i);
        r->out->loops = r->out->loops || is_loop(kind);
        if (kind == TOKEN_NAME && !read_name(r, s, i)) return false;
    }
    r->depth--;
    return true;
}

/* Whether Lua, which knows no columns, could mean this function. */
static bool has_shape(const function_texts *texts, const function_text *f,
                      const function_shape *shape) {
    if ((f->word->line != shape->line && f->line != shape->line) ||
        token_at(texts, f->end)->line != shape->end_line ||
        f->parameter_count + f->self != shape->parameter_count)
        return false;
    for (int i = 0; i < f->parameter_count; i++)
        if (!token_is(&texts->tokens, f->parameters[i], shape->parameters[i + f->self]))
            return false;
    return true;
}

rule_function *function_texts_take(const function_texts *texts, arena *memory,
                                   const function_shape *shape) {
    rule_function *out = arena_allocate(memory, sizeof *out);
    if (!out) return NULL;
    out->at = (place){.file = texts->tokens.file, .line = shape->line, .width = 1};
    out->end_line = shape->end_line;
    out->assigned = &texts->assigned;
    bool alone = true;
    for (size_t k = 0; k < texts->count; k++) {
        const function_text *f = &texts->items[k];
        if (!has_shape(texts, f, shape)) continue;
        alone = !out->at.column;
        if (!out->at.column) out->at = token_place(&texts->tokens, f->word);
        reader r = {.texts = texts, .memory = memory, .out = out};
        scope s = {.count = 0};
        for (int i = 0; i < f->parameter_count; i++)
            add_variable(&r, &s, f->parameters[i], i + f->self);
        if (!read_function(&r, f, &s)) return NULL;
        out->tokens += r.tokens;
        if (alone && !function_returns_find(texts, f, memory, out)) return NULL;
    }
    if (!alone) out->return_count = 0; /* whose they are is not known */
    return out;
}
