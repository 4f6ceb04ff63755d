/* outline.c - a rule file's calls, references and table constructors, from its tokens.
 *
 * Token by token: names, literals, operators and the words of statements are read here, the
 * rest by outline_*.c. Reading stops at the first mistake after which brackets can't be
 * trusted. */
#include "syntax/outline_walk.h"

#include "base/memory.h"
#include "syntax/mistakes.h"

#include <string.h>

/* A declaration that begins a line as far left as the bracket around it was opened: if a
 * bracket turns out to be missing, it was missing here. */
static void watch_declaration(walk *w) {
    const frame *f = outline_top(w);
    if (w->suspect || !outline_is_bracket(f) || !outline_begins_declaration(w)) return;
    if (!token_begins_line(w->list, w->t)) return;
    if (w->t->column > token_indent(w->list, f->opener)) return;
    w->suspect = f->opener;
    w->intruder = w->t;
}

static void read_name(walk *w) {
    if (!outline_may_begin(w) || outline_is_key_in_call(w)) return;
    watch_declaration(w);
    frame *f = outline_top(w);
    /* To tell keys from values, Lua reads one token further at the beginning of an entry. */
    bool looks_ahead = f->kind == FRAME_TABLE && !f->value && !f->keyed;
    outline_go_on(w, OPERAND_PREFIX);
    f->chain = (chain){.line = looks_ahead ? outline_ahead(w, 1)->end_line : w->t->line,
                       .word = outline_copy_name(w, w->t),
                       .at = w->t,
                       .names = 1,
                       .noun = outline_is_noun(w, w->t)};
    w->t++;
}

static void read_literal(walk *w) {
    if (!outline_may_begin(w)) return;
    outline_go_on(w, OPERAND_PLAIN);
    w->t++;
}

/* 30%, with nothing behind that it could be divided by. */
static bool is_percentage(const walk *w) {
    const token *sign = outline_ahead(w, 1);
    return sign->kind == '%' && sign->offset == w->t->offset + w->t->length &&
           (sign[1].kind == TOKEN_END || strchr(",;})]*/+-", sign[1].kind));
}

/* 250k, 3m */
static bool is_shortened(const walk *w) {
    text written = token_text(w->list, w->t);
    return strchr("kKmM", written.bytes[written.length - 1]) != NULL;
}

/* The last token of what was meant as one number, 150_000, 150,000, 30% or 250k, or NULL when
 * it is one. */
static const token *foreign_number(const walk *w) {
    const token *last = w->t, *next = outline_ahead(w, 1);
    if (is_percentage(w)) return next;
    if (is_shortened(w)) return last;
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
    if (!outline_may_begin(w)) return;
    const token *last = foreign_number(w);
    outline_go_on(w, OPERAND_PLAIN);
    if (last) {
        mistake_number(w->problems, w->list, w->t, last);
        *w->broken = true;
        w->t = last;
    }
    w->t++;
}

static void read_string(walk *w) {
    if (outline_top(w)->operand != OPERAND_PREFIX) {
        read_literal(w);
        return;
    }
    place_call *call = outline_begin_call(w);
    outline_add_argument(w, NULL, call, NULL);
    outline_end_call(w, call);
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
    if (!outline_may_begin(w)) return;
    outline_go_on(w, OPERAND_NONE);
    if (outline_push(w, FRAME_BLOCK)) skip_parameters(w);
}

static void read_block_word(walk *w) {
    frame *f = outline_top(w);
    f->operand = OPERAND_NONE;
    if (w->t->kind == TOKEN_DO && f->waits_for_do) {
        f->waits_for_do = false;
    } else {
        f = outline_push(w, FRAME_BLOCK);
        if (!f) return;
        f->waits_for_do = w->t->kind == TOKEN_WHILE || w->t->kind == TOKEN_FOR;
    }
    w->t++;
}

static void read_end(walk *w) {
    const frame *f = outline_top(w);
    bool repeats = f->opener && f->opener->kind == TOKEN_REPEAT;
    if (!f->opener || repeats != (w->t->kind == TOKEN_UNTIL)) {
        outline_cross(w);
        return;
    }
    bool function = f->opener->kind == TOKEN_FUNCTION;
    w->depth--;
    outline_top(w)->operand = function ? OPERAND_PLAIN : OPERAND_NONE;
    w->t++;
}

/* A word that begins, divides or ends statements. */
static void read_statement_word(walk *w) {
    if (w->t->kind == TOKEN_IF && outline_is_bracket(outline_top(w))) {
        mistake_if(w->problems, w->list, w->t);
        outline_give_up(w);
        return;
    }
    if (outline_is_bracket(outline_top(w))) {
        outline_cross(w);
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
        outline_top(w)->operand = OPERAND_NONE;
        w->t++;
    }
}

static bool is_in_function(const walk *w) {
    for (size_t i = w->depth; i > 0; i--) {
        const token *opener = w->frames[i].opener;
        if (opener && opener->kind == TOKEN_FUNCTION) return true;
    }
    return false;
}

/* Whether this operator, if it is one of those that cannot build rules, is a mistake here: in a
 * declaration always, but between plain values; elsewhere where it stands at an expression and
 * Lua would not tell. */
static bool may_be_mistaken(const walk *w) {
    bool declares = w->frames[w->depth].declares;
    switch (w->t->kind) {
    case TOKEN_AND:
    case TOKEN_OR:
    case TOKEN_NOT:
    case TOKEN_EQUAL:
    case TOKEN_UNEQUAL:
        if (!declares) return !is_in_function(w) && sides_have_expression(w->sides, w->t);
        return !sides_are_plain(w->sides, w->t);
    case TOKEN_AT_MOST:
    case TOKEN_AT_LEAST:
    case '<':
    case '>':
        return declares && !sides_are_plain(w->sides, w->t);
    default:
        return declares;
    }
}

static void read_operator(walk *w) {
    frame *f = outline_top(w);
    if (w->t->kind == TOKEN_NOT && !outline_may_begin(w)) return;
    if (may_be_mistaken(w) && mistake_operator(w->problems, w->list, w->t) &&
        strchr("!&|", *token_text(w->list, w->t).bytes))
        *w->broken = true; /* an operator of other languages */
    bool after_key = w->t->kind == '=' && f->keyed && !f->value;
    if (!after_key) outline_go_on(w, OPERAND_NONE);
    w->t++;
}

static void read_separator(walk *w) {
    if (outline_is_bracket(outline_top(w))) {
        outline_end_entry(w);
    } else {
        outline_top(w)->operand = OPERAND_NONE;
    }
    w->t++;
}

static void read_strange(walk *w) {
    if (w->t->kind == TOKEN_UNKNOWN) {
        mistake_unknown(w->problems, w->list, w->t);
    } else {
        mistake_unfinished(w->problems, w->list, w->t);
    }
    outline_give_up(w);
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
        outline_open_table(w);
        break;
    case '(':
        outline_open_parenthesis(w);
        break;
    case '[':
        outline_open_index(w);
        break;
    case '}':
    case ')':
    case ']':
        outline_read_closer(w);
        break;
    case '.':
        outline_read_member(w);
        break;
    case ':':
        outline_read_method(w);
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

bool outline_read(outline *out, arena *memory, const sides *sides, const char *const *nouns,
                  problem_list *problems, bool *broken) {
    *out = (outline){0};
    walk *w = memory_allocate(sizeof *w);
    if (!w) {
        memory->failed = true;
        return false;
    }
    *w = (walk){.out = out,
                .memory = memory,
                .list = sides->list,
                .sides = sides,
                .nouns = nouns,
                .problems = problems,
                .broken = broken,
                .t = sides->list->items};
    while (!w->stop && w->t->kind != TOKEN_END) {
        if (!outline_read_key(w)) read_token(w);
    }
    if (!w->stop && w->depth > 0) outline_never_closed(w, NULL);
    memory_free(w);
    return !memory->failed;
}
