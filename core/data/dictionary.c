/* dictionary.c - finds a text's code while rows are read: a map's codes, with fewer looks at
 * memory. */
#include "data/dictionary.h"

#include "base/memory.h"

#include <string.h>

enum { INLINE_BYTES = 15, LONGER = 255, FIRST_SLOTS = 256 };

static uint64_t mix(uint64_t h, uint64_t word) {
    h = (h ^ word) * 0xFF51AFD7ED558CCDu;
    return h ^ h >> 32;
}

/* The key of a text; its last byte is the length, or LONGER. */
static dictionary_slot key_of(text value) {
    unsigned char bytes[16] = {0};
    dictionary_slot key = {0};
    if (value.length <= INLINE_BYTES) {
        if (value.length) memcpy(bytes, value.bytes, value.length);
        bytes[INLINE_BYTES] = (unsigned char)value.length;
    } else {
        uint64_t words[2] = {0x9E3779B97F4A7C15u ^ value.length, value.length};
        for (size_t i = 0; i < value.length; i += 8) {
            uint64_t word = 0;
            memcpy(&word, value.bytes + i, value.length - i < 8 ? value.length - i : 8);
            words[0] = mix(words[0], word);
            words[1] = mix(words[1] + i, word * 3);
        }
        memcpy(bytes, words, sizeof bytes);
        bytes[INLINE_BYTES] = LONGER;
    }
    memcpy(&key.head, bytes, 8);
    memcpy(&key.tail, bytes + 8, 8);
    return key;
}

static size_t place_of(const dictionary *d, const dictionary_slot *key) {
    uint64_t h = mix(mix(0xC4CEB9FE1A85EC53u, key->head), key->tail);
    return (size_t)(h ^ h >> 29) & (d->slot_count - 1);
}

static bool is_same(const dictionary *d, const dictionary_slot *slot,
                    const dictionary_slot *key, text value) {
    if (slot->head != key->head || slot->tail != key->tail) return false;
    return value.length <= INLINE_BYTES || text_equal(d->texts->keys[slot->code - 1], value);
}

/* Where the key stands, or the free slot where it would. */
static dictionary_slot *look(const dictionary *d, const dictionary_slot *key, text value) {
    size_t at = place_of(d, key);
    while (d->slots[at].code && !is_same(d, &d->slots[at], key, value))
        at = (at + 1) & (d->slot_count - 1);
    return &d->slots[at];
}

static bool grow(dictionary *d) {
    dictionary larger = {d->texts, NULL, d->slot_count ? d->slot_count * 2 : FIRST_SLOTS};
    larger.slots = memory_allocate(larger.slot_count * sizeof *larger.slots);
    if (!larger.slots) return false;
    for (size_t i = 0; i < d->slot_count; i++) {
        if (!d->slots[i].code) continue;
        size_t at = place_of(&larger, &d->slots[i]);
        while (larger.slots[at].code)
            at = (at + 1) & (larger.slot_count - 1);
        larger.slots[at] = d->slots[i];
    }
    memory_free(d->slots);
    *d = larger;
    return true;
}

int64_t dictionary_find(const dictionary *d, text value) {
    if (!d->slot_count) return MAP_ABSENT;
    dictionary_slot key = key_of(value);
    return (int64_t)look(d, &key, value)->code - 1;
}

static bool has_room(const dictionary *d, size_t more) {
    return (d->texts->count + more) * 3 <= d->slot_count * 2;
}

static int64_t add_key(dictionary *d, dictionary_slot key, text value) {
    dictionary_slot *slot = look(d, &key, value);
    if (slot->code) return (int64_t)slot->code - 1;
    int64_t code = map_add(d->texts, value);
    if (code < 0 || code >= INT32_MAX) return MAP_ABSENT;
    key.code = (uint32_t)code + 1;
    *slot = key;
    return code;
}

int64_t dictionary_add(dictionary *d, text value) {
    if (!has_room(d, 1) && !grow(d)) return MAP_ABSENT;
    return add_key(d, key_of(value), value);
}

bool dictionary_settle(dictionary *d, dictionary_queue *queue, int32_t *codes) {
    while (!has_room(d, queue->count))
        if (!grow(d)) return false;
    for (size_t i = 0; i < queue->count; i++)
        __builtin_prefetch(&d->slots[place_of(d, &queue->keys[i])]);
    for (size_t i = 0; i < queue->count; i++) {
        dictionary_slot key = queue->keys[i];
        char bytes[16];
        memcpy(bytes, &key.head, 8);
        memcpy(bytes + 8, &key.tail, 8);
        int64_t code = add_key(d, key, (text){bytes, (unsigned char)bytes[INLINE_BYTES]});
        if (code < 0) return false;
        codes[key.code] = (int32_t)code;
    }
    queue->count = 0;
    return true;
}

bool dictionary_add_later(dictionary *d, dictionary_queue *queue, text value, uint32_t row,
                          int32_t *codes) {
    if (value.length > INLINE_BYTES) {
        int64_t code = dictionary_add(d, value);
        codes[row] = (int32_t)code;
        return code >= 0;
    }
    dictionary_slot key = key_of(value);
    key.code = row;
    queue->keys[queue->count++] = key;
    return queue->count < DICTIONARY_QUEUE || dictionary_settle(d, queue, codes);
}

void dictionary_free(dictionary *d) {
    memory_free(d->slots);
    d->slots = NULL;
    d->slot_count = 0;
}
