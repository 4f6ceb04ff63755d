/* outline_entry.c - the entries of tables and argument lists: where each begins, its key, and
 * the comma that should stand before it. */
#include "syntax/outline_walk.h"

#include "syntax/mistakes.h"

void outline_end_entry(walk *w) {
    frame *f = outline_top(w);
    if (f->kind == FRAME_ARGUMENTS && f->value) outline_add_argument(w, f, f->call, f->sole);
    if (f->kind == FRAME_TABLE && (f->value || f->keyed)) {
        place_table *table = f->table;
        place_entry *entries =
            arena_grow(w->memory, table->entries, table->count, &f->capacity, sizeof *entries);
        if (!entries) {
            outline_out_of_memory(w);
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

bool outline_is_literal_key(const walk *w) {
    int literal = outline_ahead(w, 1)->kind;
    return w->t->kind == '[' && (literal == TOKEN_STRING || literal == TOKEN_NUMBER) &&
           outline_ahead(w, 2)->kind == ']' && outline_ahead(w, 3)->kind == '=';
}

/* Where an entry begins: reads its key and `=`; false when it has none. */
bool outline_read_key(walk *w) {
    frame *f = outline_top(w);
    const token *t = w->t;
    if (f->kind != FRAME_TABLE || f->value || f->keyed) return false;
    bool named =
        outline_ahead(w, 1)->kind == '=' && (t->kind == TOKEN_NAME || token_is_reserved(t));
    if (named) {
        if (token_is_reserved(t)) {
            mistake_reserved(w->problems, w->list, t);
            *w->broken = true;
        }
        f->entry =
            (place_entry){.key = outline_copy_name(w, t), .key_at = token_place(w->list, t)};
        w->t += 2;
    } else if (outline_is_literal_key(w)) {
        f->entry = (place_entry){.key = literal_key(w, t + 1),
                                 .key_at = token_place(w->list, t + 1),
                                 .numbered = t[1].kind == TOKEN_NUMBER};
        f->entry.computed = !f->entry.key;
        w->t += 4;
    } else if (t->kind == '[') {
        f->entry = (place_entry){.key_at = token_place(w->list, t), .computed = true};
        if (outline_push(w, FRAME_KEY)) w->t++;
    } else {
        return false;
    }
    f->keyed = true;
    return true;
}

/* What begins here can't follow what stands before it without a separator. */
static void miss_comma(walk *w) {
    frame *f = outline_top(w);
    bool key_in_call = f->kind == FRAME_ARGUMENTS && outline_ahead(w, 1)->kind == '=';
    bool separable = f->kind == FRAME_TABLE || f->kind == FRAME_ARGUMENTS;
    if (!separable || key_in_call || outline_begins_declaration(w)) {
        outline_never_closed(w, w->t);
        return;
    }
    bool level = f->kind == FRAME_TABLE && f->operand == OPERAND_PREFIX && f->value &&
                 token_is(w->list, f->value, "level");
    const char *what = f->kind == FRAME_ARGUMENTS ? "argument" : level ? "level" : "entry";
    mistake_comma(w->problems, w->list, w->t - 1, what);
    *w->broken = true;
    outline_end_entry(w);
}

/* Whether an operand may begin at w->t. If not, the mistake is told and the token is read
 * again. */
bool outline_may_begin(walk *w) {
    frame *f = outline_top(w);
    if (f->operand == OPERAND_NONE) return true;
    if (outline_is_bracket(f)) {
        miss_comma(w);
        return false;
    }
    f->operand = OPERAND_NONE; /* the next statement */
    return true;
}

/* `name = ..` among arguments: braces are missing, or, where the line stands too far left, a
 * `)`. */
bool outline_is_key_in_call(walk *w) {
    const frame *f = outline_top(w);
    if (f->kind != FRAME_ARGUMENTS || f->value || outline_ahead(w, 1)->kind != '=')
        return false;
    if (token_begins_line(w->list, w->t) && w->t->column <= token_indent(w->list, f->opener)) {
        outline_never_closed(w, w->t);
    } else {
        mistake_braces(w->problems, w->list, w->t);
        outline_give_up(w);
    }
    return true;
}
