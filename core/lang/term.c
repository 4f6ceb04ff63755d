/* term.c - looking into terms. */
#include "lang/term.h"

#include <string.h>

const entry *term_entry(const term *table, const char *key) {
    if (!table) return NULL;
    for (size_t i = 0; i < table->count; i++) {
        const entry *e = &table->entries[i];
        if (e->key && strcmp(e->key, key) == 0) return e;
    }
    return NULL;
}

const term *term_field(const term *table, const char *key) {
    const entry *e = term_entry(table, key);
    return e ? e->value : NULL;
}

const term *term_item(const term *table, size_t n) {
    if (!table) return NULL;
    for (size_t i = 0; i < table->count; i++) {
        if (table->entries[i].key) continue;
        if (n-- == 0) return table->entries[i].value;
    }
    return NULL;
}

size_t term_item_count(const term *table) {
    size_t count = 0;
    for (size_t i = 0; table && i < table->count; i++)
        count += !table->entries[i].key;
    return count;
}

bool term_is_call(const term *t, const char *word) {
    return t && t->kind == TERM_CALL && strcmp(t->name, word) == 0;
}

bool term_is_word(const term *t, const char *word) {
    return t && t->kind == TERM_WORD && strcmp(t->name, word) == 0;
}

bool term_is_poison(const term *t) {
    return t->kind == TERM_WORD && !*t->name;
}

static const term *poison_at(arena *memory, place at) {
    term *t = arena_allocate(memory, sizeof *t);
    if (t) *t = (term){.kind = TERM_WORD, .at = at, .name = "", .size = 1};
    return t;
}

void term_spoil(arena *memory, const entry *e) {
    const term *poison = poison_at(memory, e->value->at);
    if (poison) ((entry *)e)->value = poison;
}

void term_spoil_missing(arena *memory, const term *declaration, const char *key) {
    term *t = (term *)declaration;
    entry *entries = arena_array(memory, t->count + 1, sizeof *entries);
    const term *poison = poison_at(memory, t->at);
    if (!entries || !poison) return;
    if (t->count) memcpy(entries, t->entries, t->count * sizeof *entries);
    entries[t->count] = (entry){.key = key, .key_at = t->at, .value = poison};
    t->entries = entries;
    t->count++;
}
