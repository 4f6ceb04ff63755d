/* mutant_conditions.c - what is asked of texts, truths and days of the year, asked wrongly: won
 * is not won, true is false, one of several is forgotten, a pattern fits everything. */
#include "bind/mutating.h"

#include "lang/phrase.h"
#include "syntax/words.h"

#include <string.h>

bool asks_in_field(const term *declaration, const char *field) {
    const field_word *word = field_find(declaration->name, field);
    return word && (word->shape == SHAPE_FILTER || word->shape == SHAPE_REQUIREMENTS ||
                    word->shape == SHAPE_CONDITIONS);
}

bool asks_in_tables(const term *call) {
    const language_word *word = call->kind == TERM_CALL ? word_find(call->name) : NULL;
    return word && (strcmp(word->group, "aggregates") == 0 ||
                    strcmp(word->group, "among rows") == 0 || term_is_call(call, "total"));
}

static term *copy_of(arena *memory, const term *t) {
    term *copy = arena_allocate(memory, sizeof *copy);
    if (copy) *copy = *t;
    return copy;
}

/* The term with entries of its own. */
static term *copy_with_entries(arena *memory, const term *t) {
    term *copy = copy_of(memory, t);
    entry *entries = arena_array(memory, t->count + 1, sizeof *entries);
    if (!copy || !entries) return NULL;
    memcpy(entries, t->entries, t->count * sizeof *entries);
    copy->entries = entries;
    return copy;
}

static void add_shown(const walking *w, const term *old, const term *made, place at) {
    arena *memory = w->out->memory;
    if (made)
        walking_add(w, old, made, phrase_text_of(memory, old), phrase_text_of(memory, made),
                    at);
}

/* --- plain values of a table --------------------------------------------------------------
 */

static const term *call_of(arena *memory, const char *word, const term *argument) {
    term *made = copy_of(memory, argument);
    entry *inside = arena_allocate(memory, sizeof *inside);
    if (!made || !inside) return NULL;
    *inside = (entry){.key_at = argument->at, .value = argument};
    *made = (term){.kind = TERM_CALL,
                   .at = argument->at,
                   .name = word,
                   .entries = inside,
                   .count = 1,
                   .depth = argument->depth + 1,
                   .size = argument->size + 1};
    return made;
}

static const term *other_truth(arena *memory, const term *t) {
    term *made = copy_of(memory, t);
    if (made) made->boolean = !t->boolean;
    return made;
}

/* status = "won", registered = true; in filters also rep = partner.owner. */
void mutate_condition(const walking *w, const entry *e) {
    const term *t = e->value;
    arena *memory = w->out->memory;
    if (t->kind == TERM_BOOLEAN)
        walking_add(w, t, other_truth(memory, t), t->boolean ? "true" : "false",
                    t->boolean ? "false" : "true", t->at);
    bool equal = t->kind == TERM_TEXT || (t->kind == TERM_REFERENCE && !w->requires);
    if (equal) add_shown(w, t, call_of(memory, "is_not", t), t->at);
}

/* --- words --------------------------------------------------------------------------------
 */

static void swap(const walking *w, const term *t, const char *one, const char *other) {
    bool first = strcmp(t->name, one) == 0;
    if (!first && strcmp(t->name, other) != 0) return;
    term *made = copy_of(w->out->memory, t);
    if (!made) return;
    made->name = first ? other : one;
    walking_add(w, t, made, t->name, made->name, t->at);
}

/* The call with `table` for its last argument. */
static const term *with_last(arena *memory, const term *call, const term *last) {
    term *made = last ? copy_with_entries(memory, call) : NULL;
    if (made) made->entries[call->count - 1].value = last;
    return made;
}

static void forget_one(const walking *w, const term *call, const term *table) {
    arena *memory = w->out->memory;
    for (size_t i = 0; table->count > 1 && i < table->count; i++) {
        term *fewer = copy_with_entries(memory, table);
        if (!fewer) return;
        memmove(fewer->entries + i, fewer->entries + i + 1,
                (--fewer->count - i) * sizeof *fewer->entries);
        add_shown(w, call, with_last(memory, call, fewer), table->entries[i].value->at);
    }
}

static const term *text_in_place(arena *memory, const term *old, const char *said) {
    term *made = said ? copy_of(memory, old) : NULL;
    if (made) made->name = said;
    return made;
}

static void fit_everything(const walking *w, const term *call, const term *pattern) {
    if (strcmp(pattern->name, "*") != 0)
        add_shown(w, call,
                  with_last(w->out->memory, call, text_in_place(w->out->memory, pattern, "*")),
                  pattern->at);
}

/* "01-15" as "01-16", in any year. */
static const char *next_of_year(arena *memory, const char *said) {
    const char *whole = arena_print(memory, "2024-%s", said);
    const char *next = whole ? mutating_next_day(memory, whole) : NULL;
    return next ? next + strlen("2024-") : mutating_next_day(memory, said);
}

static void move_days(const walking *w, const term *call, const term *days) {
    arena *memory = w->out->memory;
    for (size_t i = 0; i < days->count; i++) {
        const term *old = days->entries[i].value;
        const char *next = old->kind == TERM_TEXT ? next_of_year(memory, old->name) : NULL;
        term *moved = next ? copy_with_entries(memory, days) : NULL;
        if (!moved) continue;
        moved->entries[i].value = text_in_place(memory, old, next);
        if (!moved->entries[i].value) return;
        walking_add(w, call, with_last(memory, call, moved), old->name, next, old->at);
    }
}

void mutate_question(const walking *w, const term *t) {
    if (t->kind == TERM_WORD || t->kind == TERM_CALL) swap(w, t, "present", "absent");
    if (t->kind != TERM_CALL || !t->count) return;
    const term *last = t->entries[t->count - 1].value;
    swap(w, t, "is", "is_not");
    if (term_is_call(t, "one_of") && last->kind == TERM_TABLE) forget_one(w, t, last);
    if (term_is_call(t, "like") && last->kind == TERM_TEXT) fit_everything(w, t, last);
    if (term_is_call(t, "on") && last->kind == TERM_TABLE) move_days(w, t, last);
}
