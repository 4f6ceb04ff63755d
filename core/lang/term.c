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
