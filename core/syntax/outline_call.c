/* outline_call.c - calls and references as Lua will report them: by word and line. */
#include "syntax/outline_walk.h"

#include "syntax/mistakes.h"

bool outline_add_argument(walk *w, frame *f, place_call *call, const place_table *table) {
    if (!call) return true;
    size_t capacity = call->table_count;
    if (f && call->table_count > f->capacity) f->capacity = call->table_count;
    const place_table **tables = arena_grow(w->memory, call->tables, call->table_count,
                                            f ? &f->capacity : &capacity, sizeof(void *));
    if (!tables) return outline_out_of_memory(w);
    call->tables = tables;
    tables[call->table_count++] = table;
    return true;
}

static void add_call(walk *w, place_call *call) {
    outline *out = w->out;
    place_call **calls =
        arena_grow(w->memory, out->calls, out->count, &w->call_capacity, sizeof *calls);
    if (!calls) {
        outline_out_of_memory(w);
        return;
    }
    out->calls = calls;
    calls[out->count++] = call;
}

/* The call that the argument list at w->t belongs to; NULL when what is called has no word. */
place_call *outline_begin_call(walk *w) {
    chain *c = &outline_top(w)->chain;
    place_call *call = c->open;
    c->open = NULL;
    if (!call && c->word) {
        call = arena_allocate(w->memory, sizeof *call);
        if (!call) {
            outline_out_of_memory(w);
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
void outline_end_call(walk *w, place_call *call) {
    chain *c = &outline_top(w)->chain;
    int next = outline_ahead(w, 1)->kind;
    outline_go_on(w, OPERAND_PREFIX);
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
    const chain *c = &outline_top(w)->chain;
    place_call *reference = arena_allocate(w->memory, sizeof *reference);
    if (!reference) {
        outline_out_of_memory(w);
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
void outline_join(walk *w, const char *name, const token *last) {
    chain *c = &outline_top(w)->chain;
    bool known = c->word && c->names > 0 && c->names < MOST_NAMES && name;
    c->word = known ? arena_print(w->memory, "%s.%s", c->word, name) : NULL;
    c->noun = false;
    c->names++;
    if (known && !c->word) outline_out_of_memory(w);
    if (c->word) add_reference(w, last);
}

void outline_read_member(walk *w) {
    const token *name = outline_ahead(w, 1);
    if (token_is_reserved(name)) {
        mistake_reserved(w->problems, w->list, name);
        outline_give_up(w);
        return;
    }
    outline_go_on(w, OPERAND_PREFIX);
    w->t++;
    if (name->kind != TOKEN_NAME) return;
    outline_join(w, outline_top(w)->chain.word ? outline_copy_name(w, name) : NULL, name);
    w->t++;
}

void outline_read_method(walk *w) {
    const token *name = outline_ahead(w, 1);
    if (token_is_reserved(name)) {
        mistake_reserved(w->problems, w->list, name);
        outline_give_up(w);
        return;
    }
    const frame *f = outline_top(w);
    bool key = f->kind == FRAME_TABLE && !f->keyed && f->value == w->t - 1;
    if (key && (name->kind == TOKEN_NUMBER || name->kind == '{')) {
        mistake_colon(w->problems, w->list, w->t);
        outline_give_up(w);
        return;
    }
    outline_go_on(w, OPERAND_PREFIX);
    w->t++;
    if (name->kind != TOKEN_NAME) return;
    chain *c = &outline_top(w)->chain;
    *c = (chain){.line = c->line, .word = outline_copy_name(w, name), .at = name};
    w->t++;
}
