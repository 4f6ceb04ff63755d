/* outline.c - a rule file's calls, references and table constructors, from its tokens.
 *
 * A stack of frames says what is open; each knows whether an operand stands just before
 * the next token, which is all that is needed to tell a call from a missing comma.
 * Reading stops at the first mistake after which brackets can't be trusted. */
#include "lang/outline.h"

#include "base/memory.h"
#include "lang/mistakes.h"

#include <stdlib.h>
#include <string.h>

/* Lua refuses text nested deeper; MOST_NAMES: a.b.c.d is the longest reference that is kept. */
enum { DEEPEST = 200, MOST_NAMES = 4 };

typedef enum frame_kind {
    FRAME_BLOCK,     /* the file, a function's body, if, for, while, do, repeat */
    FRAME_TABLE,     /* { .. } */
    FRAME_ARGUMENTS, /* f( .. ) */
    FRAME_GROUP,     /* ( .. ) */
    FRAME_INDEX,     /* x[ .. ] */
    FRAME_KEY,       /* { [ .. ] = v } */
} frame_kind;

typedef enum operand {
    OPERAND_NONE,  /* an operator, separator or the beginning stands before */
    OPERAND_PLAIN, /* a value that can't be called: a literal, a table, a function */
    OPERAND_PREFIX /* a name, call, index or group: arguments may follow */
} operand;

/* The name, call or index that is being read. */
typedef struct chain {
    int line;         /* what Lua 5.4 reports for its calls */
    const char *word; /* what a call now would be a call of, or NULL */
    const token *at;  /* that word */
    int names;        /* joined in word */
    bool noun;        /* nothing but a noun, perhaps with its name */
    place_call *open; /* the noun's call, whose next arguments follow */
} chain;

typedef struct frame {
    frame_kind kind;
    const token *opener; /* NULL: the file */
    bool waits_for_do;   /* between `while` or `for` and its `do` */
    bool declares;       /* inside a declaration's table, outside functions in it */
    bool argument;       /* TABLE: it is the argument of a call */
    bool alone;       /* TABLE: nothing stands before it in the entry of the frame around it */
    place_call *call; /* TABLE, ARGUMENTS: whose arguments; NULL when it has no word */

    operand operand;
    chain chain;
    const token *value; /* where the current entry's (or argument's) value begins, or NULL */
    const place_table *sole; /* the value so far, when that is one table constructor */
    bool keyed;              /* TABLE: the current entry has a key */
    place_entry entry;       /* TABLE: the current entry */
    place_table *table;
    size_t capacity; /* of the table's entries or of the call's tables */
} frame;

typedef struct walk {
    outline *out;
    arena *memory;
    const token_list *list;
    const char *const *nouns;
    problem_list *problems;
    bool *broken;
    const token *t; /* the token that is read next */
    size_t call_capacity;
    size_t depth;          /* frames[depth] is the innermost */
    const token *suspect;  /* an opener that, by the indent of what follows, is not closed */
    const token *intruder; /* the declaration that told so, if it was one */
    bool stop;
    frame frames[DEEPEST + 1];
} walk;

static frame *top(walk *w) {
    return &w->frames[w->depth];
}

static const token *ahead(const walk *w, int n) {
    const token *last = w->list->items + w->list->count - 1;
    return last - w->t > n ? w->t + n : last;
}

static bool out_of_memory(walk *w) {
    w->stop = true;
    w->memory->failed = true;
    return false;
}

/* After a mistake behind which nothing can be told any more. */
static void give_up(walk *w) {
    *w->broken = true;
    w->stop = true;
}

static bool is_bracket(const frame *f) {
    return f->kind != FRAME_BLOCK;
}

static bool is_noun(const walk *w, const token *t) {
    for (const char *const *noun = w->nouns; *noun; noun++) {
        if (token_is(w->list, t, *noun)) return true;
    }
    return false;
}

/* A declaration other than a level, which only ever stands for itself. */
static bool begins_declaration(const walk *w) {
    return is_noun(w, w->t) && !token_is(w->list, w->t, "level") &&
           ahead(w, 1)->kind == TOKEN_STRING && ahead(w, 2)->kind == '{';
}

static char *copy_name(walk *w, const token *t) {
    text written = token_text(w->list, t);
    char *name = arena_copy(w->memory, written.bytes, written.length);
    if (!name) out_of_memory(w);
    return name;
}

/* An operand, operator or suffix of the current entry's value is read. */
static void go_on(walk *w, operand now) {
    frame *f = top(w);
    if (!f->value) f->value = w->t;
    f->sole = NULL;
    f->operand = now;
}

static void never_closed(walk *w, const token *before) {
    const token *opener = w->suspect ? w->suspect : top(w)->opener;
    if (w->intruder) before = w->intruder;
    mistake_unclosed(w->problems, w->list, opener, before);
    give_up(w);
}

static frame *push(walk *w, frame_kind kind) {
    if (w->depth == DEEPEST) {
        mistake_depth(w->problems, w->list, w->t);
        give_up(w);
        return NULL;
    }
    const frame *around = top(w);
    frame *f = &w->frames[++w->depth];
    *f = (frame){.kind = kind, .opener = w->t};
    f->declares = kind != FRAME_BLOCK && around->declares;
    return f;
}

static bool add_argument(walk *w, frame *f, place_call *call, const place_table *table) {
    if (!call) return true;
    size_t capacity = call->table_count;
    if (f && call->table_count > f->capacity) f->capacity = call->table_count;
    const place_table **tables = arena_grow(w->memory, call->tables, call->table_count,
                                            f ? &f->capacity : &capacity, sizeof(void *));
    if (!tables) return out_of_memory(w);
    call->tables = tables;
    tables[call->table_count++] = table;
    return true;
}

static void add_call(walk *w, place_call *call) {
    outline *out = w->out;
    place_call **calls =
        arena_grow(w->memory, out->calls, out->count, &w->call_capacity, sizeof *calls);
    if (!calls) {
        out_of_memory(w);
        return;
    }
    out->calls = calls;
    calls[out->count++] = call;
}

/* The call that the argument list at w->t belongs to; NULL when what is called has no word. */
static place_call *begin_call(walk *w) {
    chain *c = &top(w)->chain;
    place_call *call = c->open;
    c->open = NULL;
    if (!call && c->word) {
        call = arena_allocate(w->memory, sizeof *call);
        if (!call) {
            out_of_memory(w);
            return NULL;
        }
        *call = (place_call){.word = c->word,
                             .at = token_place(w->list, c->at),
                             .line = c->line,
                             .argument_line = w->t->end_line};
    }
    if (call) call->last_argument_line = w->t->end_line;
    return call;
}

/* At the last token of the argument list. */
static void end_call(walk *w, place_call *call) {
    chain *c = &top(w)->chain;
    int next = ahead(w, 1)->kind;
    go_on(w, OPERAND_PREFIX);
    c->word = NULL;
    c->noun = c->noun && call && (next == '{' || next == '(' || next == TOKEN_STRING);
    if (!call) return;
    call->end_line = w->t->end_line;
    if (c->noun) {
        c->open = call;
    } else {
        add_call(w, call);
    }
}

/* The line Lua reports for reading `x.name`, whose last token is `name`: it reads the field
 * only when it has seen what comes next. */
static int reference_line(const walk *w, const token *name) {
    const token *next = name + 1;
    const frame *f = &w->frames[w->depth];
    switch (next->kind) {
    case ':':
        return next[1].kind == TOKEN_NAME ? next[1].line : name->line;
    case ',':
        return f->kind != FRAME_BLOCK && f->keyed ? name->line : next->line;
    case ';':
    case '}':
        return f->kind == FRAME_TABLE && !f->keyed ? next->line : name->line;
    case ')':
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case '^':
    case '&':
    case '|':
    case '~':
    case '<':
    case '>':
    case TOKEN_EQUAL:
    case TOKEN_UNEQUAL:
    case TOKEN_AT_MOST:
    case TOKEN_AT_LEAST:
    case TOKEN_AND:
    case TOKEN_OR:
        return next->line;
    case TOKEN_DOUBLE:
        return *token_text(w->list, next).bytes == ':' ? name->line : next->line;
    default:
        return name->line;
    }
}

static void add_reference(walk *w, const token *last) {
    const chain *c = &top(w)->chain;
    place_call *reference = arena_allocate(w->memory, sizeof *reference);
    if (!reference) {
        out_of_memory(w);
        return;
    }
    place at = token_place(w->list, c->at);
    if (c->at->line == last->end_line)
        at.width = (int)(last->offset + last->length - c->at->offset);
    *reference = (place_call){.word = c->word,
                              .at = at,
                              .line = reference_line(w, last),
                              .argument_line = last->line,
                              .last_argument_line = last->line,
                              .end_line = last->end_line};
    add_call(w, reference);
}

/* `.name` or `["name"]`, `last` being its last token. */
static void join(walk *w, const char *name, const token *last) {
    chain *c = &top(w)->chain;
    bool known = c->word && c->names > 0 && c->names < MOST_NAMES && name;
    c->word = known ? arena_print(w->memory, "%s.%s", c->word, name) : NULL;
    c->noun = false;
    c->names++;
    if (known && !c->word) out_of_memory(w);
    if (c->word) add_reference(w, last);
}

static void read_member(walk *w) {
    const token *name = ahead(w, 1);
    if (token_is_reserved(name)) {
        mistake_reserved(w->problems, w->list, name);
        give_up(w);
        return;
    }
    go_on(w, OPERAND_PREFIX);
    w->t++;
    if (name->kind != TOKEN_NAME) return;
    join(w, top(w)->chain.word ? copy_name(w, name) : NULL, name);
    w->t++;
}

static void read_method(walk *w) {
    const token *name = ahead(w, 1);
    if (token_is_reserved(name)) {
        mistake_reserved(w->problems, w->list, name);
        give_up(w);
        return;
    }
    go_on(w, OPERAND_PREFIX);
    w->t++;
    if (name->kind != TOKEN_NAME) return;
    chain *c = &top(w)->chain;
    *c = (chain){.line = c->line, .word = copy_name(w, name), .at = name};
    w->t++;
}

static void end_entry(walk *w) {
    frame *f = top(w);
    if (f->kind == FRAME_ARGUMENTS && f->value) add_argument(w, f, f->call, f->sole);
    if (f->kind == FRAME_TABLE && (f->value || f->keyed)) {
        place_table *table = f->table;
        place_entry *entries =
            arena_grow(w->memory, table->entries, table->count, &f->capacity, sizeof *entries);
        if (!entries) {
            out_of_memory(w);
            return;
        }
        f->entry.value_at = f->value ? token_place(w->list, f->value) : f->entry.key_at;
        f->entry.table = f->sole;
        if (!f->keyed) f->entry.key_at = f->entry.value_at;
        table->entries = entries;
        entries[table->count++] = f->entry;
    }
    f->entry = (place_entry){0};
    f->keyed = false;
    f->value = NULL;
    f->sole = NULL;
    f->operand = OPERAND_NONE;
    f->chain = (chain){0};
}

/* The key of `["text"] =` or `[12] =`: a whole number as Lua would write it, others as they
 * stand. */
static const char *literal_key(walk *w, const token *t) {
    if (t->kind == TOKEN_STRING) return token_string(w->list, t, w->memory);
    text written = token_text(w->list, t);
    while (written.length > 1 && *written.bytes == '0' && written.bytes[1] >= '0' &&
           written.bytes[1] <= '9') {
        written.bytes++;
        written.length--;
    }
    return arena_copy(w->memory, written.bytes, written.length);
}

static bool is_literal_key(const walk *w) {
    int literal = ahead(w, 1)->kind;
    return w->t->kind == '[' && (literal == TOKEN_STRING || literal == TOKEN_NUMBER) &&
           ahead(w, 2)->kind == ']' && ahead(w, 3)->kind == '=';
}

/* Where an entry begins: reads its key and `=`; false when it has none. */
static bool read_key(walk *w) {
    frame *f = top(w);
    const token *t = w->t;
    if (f->kind != FRAME_TABLE || f->value || f->keyed) return false;
    bool named = ahead(w, 1)->kind == '=' && (t->kind == TOKEN_NAME || token_is_reserved(t));
    if (named) {
        if (token_is_reserved(t)) {
            mistake_reserved(w->problems, w->list, t);
            *w->broken = true;
        }
        f->entry = (place_entry){.key = copy_name(w, t), .key_at = token_place(w->list, t)};
        w->t += 2;
    } else if (is_literal_key(w)) {
        f->entry = (place_entry){.key = literal_key(w, t + 1),
                                 .key_at = token_place(w->list, t + 1),
                                 .numbered = t[1].kind == TOKEN_NUMBER};
        f->entry.computed = !f->entry.key;
        w->t += 4;
    } else if (t->kind == '[') {
        f->entry = (place_entry){.key_at = token_place(w->list, t), .computed = true};
        if (push(w, FRAME_KEY)) w->t++;
    } else {
        return false;
    }
    f->keyed = true;
    return true;
}

/* What begins here can't follow what stands before it without a separator. */
static void miss_comma(walk *w) {
    frame *f = top(w);
    bool key_in_call = f->kind == FRAME_ARGUMENTS && ahead(w, 1)->kind == '=';
    bool separable = f->kind == FRAME_TABLE || f->kind == FRAME_ARGUMENTS;
    if (!separable || key_in_call || begins_declaration(w)) {
        never_closed(w, w->t);
        return;
    }
    bool level = f->kind == FRAME_TABLE && f->operand == OPERAND_PREFIX && f->value &&
                 token_is(w->list, f->value, "level");
    const char *what = f->kind == FRAME_ARGUMENTS ? "argument" : level ? "level" : "entry";
    mistake_comma(w->problems, w->list, w->t - 1, what);
    *w->broken = true;
    end_entry(w);
}

/* Whether an operand may begin at w->t. If not, the mistake is told and the token is read
 * again. */
static bool may_begin(walk *w) {
    frame *f = top(w);
    if (f->operand == OPERAND_NONE) return true;
    if (is_bracket(f)) {
        miss_comma(w);
        return false;
    }
    f->operand = OPERAND_NONE; /* the next statement */
    return true;
}

/* `name = ..` among arguments: braces are missing, or, where the line stands too far left, a
 * `)`. */
static bool is_key_in_call(walk *w) {
    const frame *f = top(w);
    if (f->kind != FRAME_ARGUMENTS || f->value || ahead(w, 1)->kind != '=') return false;
    if (token_begins_line(w->list, w->t) && w->t->column <= token_indent(w->list, f->opener)) {
        never_closed(w, w->t);
    } else {
        mistake_braces(w->problems, w->list, w->t);
        give_up(w);
    }
    return true;
}

/* A declaration that begins a line as far left as the bracket around it was opened: if a
 * bracket turns out to be missing, it was missing here. */
static void watch_declaration(walk *w) {
    const frame *f = top(w);
    if (w->suspect || !is_bracket(f) || !begins_declaration(w)) return;
    if (!token_begins_line(w->list, w->t)) return;
    if (w->t->column > token_indent(w->list, f->opener)) return;
    w->suspect = f->opener;
    w->intruder = w->t;
}

static void read_name(walk *w) {
    if (!may_begin(w) || is_key_in_call(w)) return;
    watch_declaration(w);
    frame *f = top(w);
    /* To tell keys from values, Lua reads one token further at the beginning of an entry. */
    bool looks_ahead = f->kind == FRAME_TABLE && !f->value && !f->keyed;
    go_on(w, OPERAND_PREFIX);
    f->chain = (chain){.line = looks_ahead ? ahead(w, 1)->end_line : w->t->line,
                       .word = copy_name(w, w->t),
                       .at = w->t,
                       .names = 1,
                       .noun = is_noun(w, w->t)};
    w->t++;
}

static void read_literal(walk *w) {
    if (!may_begin(w)) return;
    go_on(w, OPERAND_PLAIN);
    w->t++;
}

/* The last token of what was meant as one number, 150_000 or 150,000, or NULL when it is one.
 */
static const token *foreign_number(const walk *w) {
    const token *last = w->t, *next = ahead(w, 1);
    while (next->offset == last->offset + last->length &&
           (next->kind == TOKEN_NUMBER || next->kind == TOKEN_NAME))
        last = next++;
    if (last != w->t) return last;
    while (next->kind == ',' && next[1].kind == TOKEN_NUMBER && next[1].length == 3 &&
           next->offset == last->offset + last->length && next[1].offset == next->offset + 1 &&
           (last != w->t || *token_text(w->list, next + 1).bytes == '0')) {
        last = next + 1;
        next += 2;
    }
    return last == w->t ? NULL : last;
}

static void read_number(walk *w) {
    if (!may_begin(w)) return;
    const token *last = foreign_number(w);
    go_on(w, OPERAND_PLAIN);
    if (last) {
        mistake_number(w->problems, w->list, w->t, last);
        *w->broken = true;
        w->t = last;
    }
    w->t++;
}

static void read_string(walk *w) {
    if (top(w)->operand != OPERAND_PREFIX) {
        read_literal(w);
        return;
    }
    place_call *call = begin_call(w);
    add_argument(w, NULL, call, NULL);
    end_call(w, call);
    w->t++;
}

static void open_table(walk *w) {
    frame *around = top(w);
    bool argument = around->operand == OPERAND_PREFIX;
    if (!argument && !may_begin(w)) return;
    place_call *call = argument ? begin_call(w) : NULL;
    bool alone = !around->value;
    go_on(w, OPERAND_NONE);
    frame *f = push(w, FRAME_TABLE);
    if (!f) return;
    f->argument = argument;
    f->alone = alone;
    f->call = call;
    f->declares = f->declares || (argument && around->chain.noun);
    f->table = arena_allocate(w->memory, sizeof *f->table);
    if (!f->table) {
        out_of_memory(w);
        return;
    }
    *f->table = (place_table){.at = token_place(w->list, w->t)};
    w->t++;
}

static void open_parenthesis(walk *w) {
    frame *around = top(w);
    bool argument = around->operand == OPERAND_PREFIX;
    if (!argument && !may_begin(w)) return;
    place_call *call = argument ? begin_call(w) : NULL;
    go_on(w, OPERAND_NONE);
    if (!argument) around->chain = (chain){.line = w->t->line};
    frame *f = push(w, argument ? FRAME_ARGUMENTS : FRAME_GROUP);
    if (!f) return;
    f->call = call;
    w->t++;
}

static void open_index(walk *w) {
    bool indexes = top(w)->operand == OPERAND_PREFIX;
    bool next_key = top(w)->kind == FRAME_TABLE && is_literal_key(w);
    if ((!indexes || next_key) && !may_begin(w)) return;
    if (indexes && ahead(w, 1)->kind == TOKEN_STRING && ahead(w, 2)->kind == ']') {
        go_on(w, OPERAND_PREFIX);
        join(w, token_string(w->list, ahead(w, 1), w->memory), ahead(w, 2));
        w->t += 3;
        return;
    }
    go_on(w, OPERAND_NONE);
    if (push(w, FRAME_INDEX)) w->t++;
}

static int compare_entries(const void *left, const void *right) {
    const place_entry *a = *(const place_entry *const *)left,
                      *b = *(const place_entry *const *)right;
    int order = strcmp(a->key, b->key);
    if (order) return order;
    if (a->numbered != b->numbered) return a->numbered ? 1 : -1;
    return a < b ? -1 : a > b;
}

static void report_twice(walk *w, const place_table *table) {
    for (size_t i = 1; i < table->keyed_count; i++) {
        const place_entry *first = table->keyed[i - 1], *again = table->keyed[i];
        if (first->numbered == again->numbered && strcmp(first->key, again->key) == 0)
            mistake_twice(w->problems, first->key_at, again->key_at, again->key);
    }
}

/* Sorts the finished table's entries into those with a key and those without. */
static void finish_table(walk *w, place_table *table) {
    table->keyed = arena_array(w->memory, table->count, sizeof *table->keyed);
    table->items = arena_array(w->memory, table->count, sizeof *table->items);
    if (!table->keyed || !table->items) {
        out_of_memory(w);
        return;
    }
    for (size_t i = 0; i < table->count; i++) {
        const place_entry *e = &table->entries[i];
        if (e->key) {
            table->keyed[table->keyed_count++] = e;
        } else if (!e->computed) {
            table->items[table->item_count++] = e;
        }
    }
    if (table->keyed_count > 1)
        qsort(table->keyed, table->keyed_count, sizeof *table->keyed, compare_entries);
    report_twice(w, table);
}

/* A `}` that begins its line stands under the line that opened it; if it stands under an outer
 * one instead, the bracket it closes is remembered in case one is missing at the end. */
static void watch_indent(walk *w) {
    const frame *f = top(w);
    if (w->suspect || !token_begins_line(w->list, w->t)) return;
    if (token_indent(w->list, f->opener) <= w->t->column) return;
    for (size_t i = w->depth - 1; i > 0; i--) {
        const frame *outer = &w->frames[i];
        if (is_bracket(outer) && token_indent(w->list, outer->opener) == w->t->column)
            w->suspect = f->opener;
    }
}

static void pop_table(walk *w) {
    watch_indent(w);
    end_entry(w);
    frame closed = *top(w);
    finish_table(w, closed.table);
    w->depth--;
    if (closed.argument) {
        add_argument(w, NULL, closed.call, closed.table);
        end_call(w, closed.call);
    } else {
        go_on(w, OPERAND_PLAIN);
        if (closed.alone) top(w)->sole = closed.table;
    }
}

static void pop_parenthesis(walk *w) {
    end_entry(w);
    frame closed = *top(w);
    w->depth--;
    if (closed.kind == FRAME_ARGUMENTS) {
        end_call(w, closed.call);
    } else {
        go_on(w, OPERAND_PREFIX);
    }
}

static void pop_index(walk *w) {
    frame_kind kind = top(w)->kind;
    w->depth--;
    if (kind == FRAME_KEY) return;
    go_on(w, OPERAND_PREFIX);
    chain *c = &top(w)->chain;
    *c = (chain){.line = c->line};
}

static bool closes(const frame *f, int closer) {
    switch (f->kind) {
    case FRAME_TABLE:
        return closer == '}';
    case FRAME_ARGUMENTS:
    case FRAME_GROUP:
        return closer == ')';
    case FRAME_INDEX:
    case FRAME_KEY:
        return closer == ']';
    default:
        return false;
    }
}

static void cross(walk *w) {
    const token *opener = top(w)->opener;
    if (opener) {
        mistake_crossed(w->problems, w->list, opener, w->t);
    } else {
        mistake_stray(w->problems, w->list, w->t);
    }
    give_up(w);
}

static void read_closer(walk *w) {
    int closer = w->t->kind;
    if (!closes(top(w), closer)) {
        cross(w);
        return;
    }
    if (closer == '}') {
        pop_table(w);
    } else if (closer == ')') {
        pop_parenthesis(w);
    } else {
        pop_index(w);
    }
    w->t++;
}

/* From `function` past its name and parameters. */
static void skip_parameters(walk *w) {
    w->t++;
    while (w->t->kind == TOKEN_NAME || w->t->kind == '.' || w->t->kind == ':')
        w->t++;
    if (w->t->kind != '(') return;
    w->t++;
    while (w->t->kind == TOKEN_NAME || w->t->kind == ',' || w->t->kind == TOKEN_DOTS)
        w->t++;
    if (w->t->kind == ')') w->t++;
}

static void read_function(walk *w) {
    if (!may_begin(w)) return;
    go_on(w, OPERAND_NONE);
    if (push(w, FRAME_BLOCK)) skip_parameters(w);
}

static void read_block_word(walk *w) {
    frame *f = top(w);
    f->operand = OPERAND_NONE;
    if (w->t->kind == TOKEN_DO && f->waits_for_do) {
        f->waits_for_do = false;
    } else {
        f = push(w, FRAME_BLOCK);
        if (!f) return;
        f->waits_for_do = w->t->kind == TOKEN_WHILE || w->t->kind == TOKEN_FOR;
    }
    w->t++;
}

static void read_end(walk *w) {
    const frame *f = top(w);
    bool repeats = f->opener && f->opener->kind == TOKEN_REPEAT;
    if (!f->opener || repeats != (w->t->kind == TOKEN_UNTIL)) {
        cross(w);
        return;
    }
    bool function = f->opener->kind == TOKEN_FUNCTION;
    w->depth--;
    top(w)->operand = function ? OPERAND_PLAIN : OPERAND_NONE;
    w->t++;
}

/* A word that begins, divides or ends statements. */
static void read_statement_word(walk *w) {
    if (is_bracket(top(w))) {
        cross(w);
        return;
    }
    switch (w->t->kind) {
    case TOKEN_DO:
    case TOKEN_FOR:
    case TOKEN_IF:
    case TOKEN_REPEAT:
    case TOKEN_WHILE:
        read_block_word(w);
        return;
    case TOKEN_END_WORD:
    case TOKEN_UNTIL:
        read_end(w);
        return;
    default:
        top(w)->operand = OPERAND_NONE;
        w->t++;
    }
}

static void read_operator(walk *w) {
    frame *f = top(w);
    if (w->t->kind == TOKEN_NOT && !may_begin(w)) return;
    if (f->declares && mistake_operator(w->problems, w->list, w->t) &&
        strchr("!&|", *token_text(w->list, w->t).bytes))
        *w->broken = true; /* an operator of other languages */
    bool after_key = w->t->kind == '=' && f->keyed && !f->value;
    if (!after_key) go_on(w, OPERAND_NONE);
    w->t++;
}

static void read_separator(walk *w) {
    if (is_bracket(top(w))) {
        end_entry(w);
    } else {
        top(w)->operand = OPERAND_NONE;
    }
    w->t++;
}

static void read_strange(walk *w) {
    if (w->t->kind == TOKEN_UNKNOWN) {
        mistake_unknown(w->problems, w->list, w->t);
    } else {
        mistake_unfinished(w->problems, w->list, w->t);
    }
    give_up(w);
}

static void read_word(walk *w) {
    switch (w->t->kind) {
    case TOKEN_NIL:
    case TOKEN_TRUE:
    case TOKEN_FALSE:
        read_literal(w);
        break;
    case TOKEN_AND:
    case TOKEN_OR:
    case TOKEN_NOT:
        read_operator(w);
        break;
    case TOKEN_FUNCTION:
        read_function(w);
        break;
    default:
        read_statement_word(w);
    }
}

static void read_token(walk *w) {
    if (token_is_reserved(w->t)) {
        read_word(w);
        return;
    }
    switch (w->t->kind) {
    case TOKEN_NAME:
        read_name(w);
        break;
    case TOKEN_STRING:
        read_string(w);
        break;
    case TOKEN_NUMBER:
        read_number(w);
        break;
    case TOKEN_DOTS:
        read_literal(w);
        break;
    case '{':
        open_table(w);
        break;
    case '(':
        open_parenthesis(w);
        break;
    case '[':
        open_index(w);
        break;
    case '}':
    case ')':
    case ']':
        read_closer(w);
        break;
    case '.':
        read_member(w);
        break;
    case ':':
        read_method(w);
        break;
    case ',':
    case ';':
        read_separator(w);
        break;
    case TOKEN_UNKNOWN:
    case TOKEN_UNFINISHED:
        read_strange(w);
        break;
    default:
        read_operator(w);
    }
}

bool outline_read(outline *out, arena *memory, const token_list *tokens,
                  const char *const *nouns, problem_list *problems, bool *broken) {
    *out = (outline){0};
    walk *w = memory_allocate(sizeof *w);
    if (!w) {
        memory->failed = true;
        return false;
    }
    *w = (walk){.out = out,
                .memory = memory,
                .list = tokens,
                .nouns = nouns,
                .problems = problems,
                .broken = broken,
                .t = tokens->items};
    while (!w->stop && w->t->kind != TOKEN_END) {
        if (!read_key(w)) read_token(w);
    }
    if (!w->stop && w->depth > 0) never_closed(w, NULL);
    memory_free(w);
    return !memory->failed;
}
