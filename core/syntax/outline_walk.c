/* outline_walk.c - the stack of what is open, and small questions about what stands ahead. */
#include "syntax/outline_walk.h"

#include "syntax/mistakes.h"

frame *outline_top(walk *w) {
    return &w->frames[w->depth];
}

const token *outline_ahead(const walk *w, int n) {
    const token *last = w->list->items + w->list->count - 1;
    return last - w->t > n ? w->t + n : last;
}

bool outline_out_of_memory(walk *w) {
    w->stop = true;
    w->memory->failed = true;
    return false;
}

/* After a mistake behind which nothing can be told any more. */
void outline_give_up(walk *w) {
    *w->broken = true;
    w->stop = true;
}

bool outline_is_bracket(const frame *f) {
    return f->kind != FRAME_BLOCK;
}

bool outline_is_noun(const walk *w, const token *t) {
    for (const char *const *noun = w->nouns; *noun; noun++) {
        if (token_is(w->list, t, *noun)) return true;
    }
    return false;
}

/* A declaration other than a level, which only ever stands for itself. */
bool outline_begins_declaration(const walk *w) {
    return outline_is_noun(w, w->t) && !token_is(w->list, w->t, "level") &&
           outline_ahead(w, 1)->kind == TOKEN_STRING && outline_ahead(w, 2)->kind == '{';
}

char *outline_copy_name(walk *w, const token *t) {
    text written = token_text(w->list, t);
    char *name = arena_copy(w->memory, written.bytes, written.length);
    if (!name) outline_out_of_memory(w);
    return name;
}

/* An operand, operator or suffix of the current entry's value is read. */
void outline_go_on(walk *w, operand now) {
    frame *f = outline_top(w);
    if (!f->value) f->value = w->t;
    f->sole = NULL;
    f->operand = now;
}

void outline_never_closed(walk *w, const token *before) {
    const token *opener = w->suspect ? w->suspect : outline_top(w)->opener;
    if (w->intruder) before = w->intruder;
    mistake_unclosed(w->problems, w->list, opener, before);
    outline_give_up(w);
}

frame *outline_push(walk *w, frame_kind kind) {
    if (w->depth == DEEPEST) {
        mistake_depth(w->problems, w->list, w->t);
        outline_give_up(w);
        return NULL;
    }
    const frame *around = outline_top(w);
    frame *f = &w->frames[++w->depth];
    *f = (frame){.kind = kind, .opener = w->t};
    f->declares = kind != FRAME_BLOCK && around->declares;
    return f;
}
