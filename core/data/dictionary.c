/* dictionary.c - finds a text's code while rows are read: a map's codes, with fewer looks at
 * memory. */
#include "data/dictionary.h"

#include "base/memory.h"

enum { FIRST_SLOTS = 256 };

static size_t place_of(const dictionary *d, text_key key) {
    return (size_t)text_key_hash(key) & (d->slot_count - 1);
}

static bool is_same(const dictionary *d, const dictionary_slot *slot, text_key key,
                    text value) {
    if (!text_key_same(slot->key, key)) return false;
    return text_key_is_short(key) || text_equal(d->texts->keys[slot->code - 1], value);
}

/* Where the key stands, or the free slot where it would. `value` matters for long ones. */
static dictionary_slot *look(const dictionary *d, size_t at, text_key key, text value) {
    while (d->slots[at].code && !is_same(d, &d->slots[at], key, value))
        at = (at + 1) & (d->slot_count - 1);
    return &d->slots[at];
}

static bool resize(dictionary *d, size_t slot_count) {
    dictionary larger = {d->texts, NULL, slot_count, d->count};
    larger.slots = memory_allocate(slot_count * sizeof *larger.slots);
    if (!larger.slots) return false;
    for (size_t i = 0; i < d->slot_count; i++) {
        if (!d->slots[i].code) continue;
        size_t at = place_of(&larger, d->slots[i].key);
        while (larger.slots[at].code)
            at = (at + 1) & (slot_count - 1);
        larger.slots[at] = d->slots[i];
    }
    memory_free(d->slots);
    *d = larger;
    return true;
}

static bool make_room(dictionary *d, size_t more) {
    size_t needed = d->count + more, slots = d->slot_count;
    if (!slots) slots = FIRST_SLOTS;
    while (needed * 3 > slots * 2)
        slots *= 2;
    return slots == d->slot_count || resize(d, slots);
}

bool dictionary_reserve(dictionary *d, size_t texts) {
    return make_room(d, texts) && map_reserve(d->texts, d->texts->count + texts);
}

static int64_t add_key(dictionary *d, size_t at, text_key key, text value) {
    dictionary_slot *slot = look(d, at, key, value);
    if (slot->code) return (int64_t)slot->code - 1;
    char room[16];
    if (text_key_is_short(key)) value = text_key_text(key, room);
    int64_t code = map_append(d->texts, value);
    if (code < 0 || code >= INT32_MAX) return MAP_ABSENT;
    *slot = (dictionary_slot){key, (uint32_t)code + 1};
    d->count++;
    return code;
}

int64_t dictionary_add(dictionary *d, text value) {
    if (!make_room(d, 1)) return MAP_ABSENT;
    text_key key = text_key_of(value);
    return add_key(d, place_of(d, key), key, value);
}

int64_t dictionary_find(const dictionary *d, text value) {
    if (!d->slot_count) return MAP_ABSENT;
    text_key key = text_key_of(value);
    return (int64_t)look(d, place_of(d, key), key, value)->code - 1;
}

/* Asks memory for the slots of all keys; they are wanted in a moment. */
static void ask_for(const dictionary *d, const text_key *keys, size_t count, size_t *places) {
    for (size_t i = 0; i < count; i++) {
        places[i] = place_of(d, keys[i]);
        __builtin_prefetch(&d->slots[places[i]]);
        __builtin_prefetch(&d->slots[places[i]].code); /* may stand in the next line */
    }
}

bool dictionary_add_all(dictionary *d, const text_key *keys, const text *longer,
                        const uint16_t *at, size_t count, int32_t *codes) {
    size_t places[DICTIONARY_BATCH];
    if (!make_room(d, count)) return false;
    ask_for(d, keys, count, places);
    for (size_t i = 0; i < count; i++) {
        int64_t code = add_key(d, places[i], keys[i], longer[i]);
        if (code < 0) return false;
        codes[at[i]] = (int32_t)code;
    }
    return true;
}

void dictionary_find_all(const dictionary *d, const text_key *keys, const text *longer,
                         size_t count, int32_t *codes) {
    size_t places[DICTIONARY_BATCH];
    if (d->slot_count) ask_for(d, keys, count, places);
    for (size_t i = 0; i < count; i++)
        codes[i] = d->slot_count ? (int32_t)look(d, places[i], keys[i], longer[i])->code - 1
                                 : MAP_ABSENT;
}

static void take_batch(dictionary *d, size_t first, size_t count) {
    text_key keys[DICTIONARY_BATCH] = {{0, 0}};
    size_t places[DICTIONARY_BATCH];
    const text *texts = d->texts->keys + first;
    for (size_t i = 0; i < count; i++)
        keys[i] = text_key_of(texts[i]);
    ask_for(d, keys, count, places);
    for (size_t i = 0; i < count; i++)
        *look(d, places[i], keys[i], texts[i]) =
            (dictionary_slot){keys[i], (uint32_t)(first + i) + 1};
}

bool dictionary_take(dictionary *d) {
    size_t all = d->texts->count;
    if (all >= INT32_MAX || !make_room(d, all)) return false;
    for (size_t first = 0; first < all; first += DICTIONARY_BATCH) {
        size_t left = all - first;
        take_batch(d, first, left < DICTIONARY_BATCH ? left : DICTIONARY_BATCH);
    }
    d->count = all;
    return true;
}

bool dictionary_index(const dictionary *d) {
    map *texts = d->texts;
    if (!map_index_begin(texts, d->count)) return false;
    for (size_t i = 0; i < d->slot_count; i++) {
        const dictionary_slot *slot = &d->slots[i];
        char room[16];
        if (!slot->code) continue;
        text key = text_key_is_short(slot->key) ? text_key_text(slot->key, room)
                                                : texts->keys[slot->code - 1];
        map_index_key(texts, key, slot->code - 1);
    }
    return true;
}

void dictionary_free(dictionary *d) {
    memory_free(d->slots);
    d->slots = NULL;
    d->slot_count = d->count = 0;
}
