/* mutant_words.c - comparisons that are strict where they should not be, and the other way
 * round; dates that are keys. Each is changed on a copy of its term. */
#include "bind/mutating.h"

#include "base/date.h"

#include <string.h>

static const char *other_word(const char *word) {
    static const char *const pairs[][2] = {{"at_least", "above"}, {"at_most", "below"}};
    for (size_t i = 0; i < 2; i++) {
        if (strcmp(word, pairs[i][0]) == 0) return pairs[i][1];
        if (strcmp(word, pairs[i][1]) == 0) return pairs[i][0];
    }
    return NULL;
}

static term *copy_of(arena *memory, const term *t) {
    term *copy = arena_allocate(memory, sizeof *copy);
    if (copy) *copy = *t;
    return copy;
}

void walking_add(const walking *w, const term *old, const term *new, const char *from,
                 const char *to, place at) {
    if (!new || !w->path) return;
    mutating_add(w->out, (mutant){.path = w->path,
                                  .from = from,
                                  .to = to,
                                  .at = at,
                                  .declaration = w->declaration,
                                  .old = old,
                                  .new = new});
}

static void swap_word(const walking *w, const term *t) {
    const char *other = t->kind == TERM_CALL ? other_word(t->name) : NULL;
    term *made = other ? copy_of(w->out->memory, t) : NULL;
    if (!made) return;
    made->name = other;
    walking_add(w, t, made, t->name, other, t->at);
}

/* bookings = 50000 asks for at least as much. */
static void make_strict(const walking *w, const entry *e) {
    const term *t = e->value;
    bool plain = t->kind == TERM_NUMBER || t->kind == TERM_OPERATION ||
                 t->kind == TERM_REFERENCE || (t->kind == TERM_CALL && !other_word(t->name));
    if (!plain) return;
    term *made = copy_of(w->out->memory, t);
    entry *inside = arena_allocate(w->out->memory, sizeof *inside);
    if (!made || !inside) return;
    *inside = (entry){.key_at = t->at, .value = t};
    *made = (term){.kind = TERM_CALL,
                   .at = t->at,
                   .name = "above",
                   .entries = inside,
                   .count = 1,
                   .depth = t->depth + 1,
                   .size = t->size + 1};
    walking_add(w, t, made, "at_least", "above", e->key_at);
}

/* A date that is a key, a day later. */
static void move_key(const walking *w, const term *table, size_t index) {
    date day;
    char text[DATE_TEXT];
    const entry *e = &table->entries[index];
    if (!e->key || !date_from_text(&day, e->key, strlen(e->key))) return;
    if (!date_add(&day, day, 1, UNIT_DAY)) return;
    date_print(text, day);
    term *made = copy_of(w->out->memory, table);
    entry *entries = arena_array(w->out->memory, table->count, sizeof *entries);
    const char *key = arena_string(w->out->memory, text);
    if (!made || !entries || !key) return;
    memcpy(entries, table->entries, table->count * sizeof *entries);
    entries[index].key = key;
    made->entries = entries;
    walking_add(w, table, made, e->key, key, e->key_at);
}

/* A setting's value is called like the setting. */
static bool is_setting_value(const walking *w, const term *t, const char *key) {
    return t == w->declaration && strcmp(t->name, "setting") == 0 && strcmp(key, "value") == 0;
}

static void walk(const walking *w, const term *t);

static void walk_entries(const walking *w, const term *t) {
    for (size_t i = 0; i < t->count; i++) {
        const entry *e = &t->entries[i];
        walking down = *w;
        const char *step = e->key ? e->key : e->value->member;
        bool named =
            e->key ? !is_setting_value(w, t, e->key) : e->value->kind == TERM_DECLARATION;
        if (named) down.path = arena_print(w->out->memory, "%s.%s", w->path, step);
        if (!down.path) return;
        if (e->key && w->asks) mutate_condition(&down, e);
        if (e->key && strcmp(e->key, "requires") == 0)
        down.requires = true;
        else if (e->key && w->requires) make_strict(&down, e), down.requires = false;
        else if (e->key) down.requires = false;
        if (t->kind == TERM_DECLARATION)
            down.asks = e->key && asks_in_field(t, e->key);
        else if (e->key)
            down.asks = false;
        move_key(w, t, i);
        walk(&down, e->value);
    }
}

static bool is_group(const term *t) {
    static const char *const words[] = {"any_of", "all_of", "none_of", "n_of"};
    for (size_t i = 0; t->kind == TERM_CALL && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], t->name) == 0) return true;
    return t->kind == TERM_TABLE;
}

static void walk(const walking *w, const term *t) {
    walking down = *w;
    down.requires = w->requires && is_group(t);
    down.asks = (w->asks && is_group(t)) || asks_in_tables(t);
    swap_word(w, t);
    mutate_question(w, t);
    if (t->kind == TERM_CALL && !other_word(t->name) && t->name)
        down.path = arena_print(w->out->memory, "%s.%s", w->path, t->name);
    if (down.path) walk_entries(&down, t);
}

void mutate_words(mutating *m, const term *declaration) {
    walking w = {.out = m,
                 .declaration = declaration,
                 .path = declaration->member ? declaration->member : declaration->name};
    walk_entries(&w, declaration);
}
