/* outline_bracket.c - brackets: what each opens, what closing it makes, and which of them was
 * probably forgotten. */
#include "syntax/outline_walk.h"

#include "syntax/mistakes.h"

#include <stdlib.h>
#include <string.h>

void outline_open_table(walk *w) {
    frame *around = outline_top(w);
    bool argument = around->operand == OPERAND_PREFIX;
    if (!argument && !outline_may_begin(w)) return;
    place_call *call = argument ? outline_begin_call(w) : NULL;
    bool alone = !around->value;
    outline_go_on(w, OPERAND_NONE);
    frame *f = outline_push(w, FRAME_TABLE);
    if (!f) return;
    f->argument = argument;
    f->alone = alone;
    f->call = call;
    f->declares = f->declares || (argument && around->chain.noun);
    f->table = arena_allocate(w->memory, sizeof *f->table);
    if (!f->table) {
        outline_out_of_memory(w);
        return;
    }
    *f->table = (place_table){.at = token_place(w->list, w->t)};
    w->t++;
}

void outline_open_parenthesis(walk *w) {
    frame *around = outline_top(w);
    bool argument = around->operand == OPERAND_PREFIX;
    if (!argument && !outline_may_begin(w)) return;
    place_call *call = argument ? outline_begin_call(w) : NULL;
    outline_go_on(w, OPERAND_NONE);
    if (!argument) around->chain = (chain){.line = w->t->line};
    frame *f = outline_push(w, argument ? FRAME_ARGUMENTS : FRAME_GROUP);
    if (!f) return;
    f->call = call;
    w->t++;
}

void outline_open_index(walk *w) {
    bool indexes = outline_top(w)->operand == OPERAND_PREFIX;
    bool next_key = outline_top(w)->kind == FRAME_TABLE && outline_is_literal_key(w);
    if ((!indexes || next_key) && !outline_may_begin(w)) return;
    if (indexes && outline_ahead(w, 1)->kind == TOKEN_STRING &&
        outline_ahead(w, 2)->kind == ']') {
        outline_go_on(w, OPERAND_PREFIX);
        outline_join(w, token_string(w->list, outline_ahead(w, 1), w->memory),
                     outline_ahead(w, 2));
        w->t += 3;
        return;
    }
    outline_go_on(w, OPERAND_NONE);
    if (outline_push(w, FRAME_INDEX)) w->t++;
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
        outline_out_of_memory(w);
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
    const frame *f = outline_top(w);
    if (w->suspect || !token_begins_line(w->list, w->t)) return;
    if (token_indent(w->list, f->opener) <= w->t->column) return;
    for (size_t i = w->depth - 1; i > 0; i--) {
        const frame *outer = &w->frames[i];
        if (outline_is_bracket(outer) && token_indent(w->list, outer->opener) == w->t->column)
            w->suspect = f->opener;
    }
}

static void pop_table(walk *w) {
    watch_indent(w);
    outline_end_entry(w);
    frame closed = *outline_top(w);
    finish_table(w, closed.table);
    w->depth--;
    if (closed.argument) {
        outline_add_argument(w, NULL, closed.call, closed.table);
        outline_end_call(w, closed.call);
    } else {
        outline_go_on(w, OPERAND_PLAIN);
        if (closed.alone) outline_top(w)->sole = closed.table;
    }
}

static void pop_parenthesis(walk *w) {
    outline_end_entry(w);
    frame closed = *outline_top(w);
    w->depth--;
    if (closed.kind == FRAME_ARGUMENTS) {
        outline_end_call(w, closed.call);
    } else {
        outline_go_on(w, OPERAND_PREFIX);
    }
}

static void pop_index(walk *w) {
    frame_kind kind = outline_top(w)->kind;
    w->depth--;
    if (kind == FRAME_KEY) return;
    outline_go_on(w, OPERAND_PREFIX);
    chain *c = &outline_top(w)->chain;
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

/* Whether what closes here closes anything that is open; a word always may. */
static bool may_close(const walk *w) {
    bool bracket = token_closes(w->t->kind), found = false;
    for (size_t i = w->depth; i > 0 && !found; i--)
        found = closes(&w->frames[i], w->t->kind);
    return found || !bracket;
}

void outline_cross(walk *w) {
    const token *opener = outline_top(w)->opener;
    if (opener && may_close(w)) {
        mistake_crossed(w->problems, w->list, opener, w->t);
    } else {
        mistake_stray(w->problems, w->list, w->t);
    }
    outline_give_up(w);
}

void outline_read_closer(walk *w) {
    int closer = w->t->kind;
    if (!closes(outline_top(w), closer)) {
        outline_cross(w);
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
