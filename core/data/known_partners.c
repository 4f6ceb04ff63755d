/* known_partners.c - partners by id, once all of them are known. */
#include "data/known_partners.h"

#include "base/memory.h"

enum { MOST_DIGITS = 8, FEW_IDS = 64, MOST_GAPS = 4 };

#define EACH_BYTE(value) ((uint64_t)(value)*0x0101010101010101u)

/* The last 8 bytes of a text of `length` bytes, the last one highest; zeros before its first.
 */
static uint64_t last_bytes(text_key key, size_t length) {
    if (length < 8) return key.head << 8 * (8 - length);
    if (length == 8) return key.head;
    return key.head >> 8 * (length - 8) | key.tail << 8 * (16 - length);
}

/* Eight digits, the lowest byte leading: pairs first, then pairs of pairs. */
static uint64_t number_of_digits(uint64_t digits) {
    digits = digits * 10 + (digits >> 8);
    uint64_t outer = (digits & 0x000000FF000000FFu) * (100 + ((uint64_t)1000000 << 32));
    uint64_t inner = (digits >> 16 & 0x000000FF000000FFu) * (1 + ((uint64_t)10000 << 32));
    return (outer + inner) >> 32;
}

/* Whether an id has the shape; its number. */
static bool number_of(const id_shape *shape, text_key key, uint64_t *out) {
    uint64_t differs = (key.head ^ shape->fixed.head) & shape->mask.head;
    differs |= (key.tail ^ shape->fixed.tail) & shape->mask.tail;
    uint64_t behind = UINT64_MAX << 8 * (MOST_DIGITS - shape->digits);
    uint64_t digits = (last_bytes(key, shape->length) ^ EACH_BYTE('0')) & behind;
    uint64_t no_digits = ((digits + EACH_BYTE(0x80 - 10)) | digits) & EACH_BYTE(0x80);
    *out = number_of_digits(digits);
    return (differs | no_digits) == 0;
}

static size_t same_bytes(text a, text b) {
    size_t same = 0;
    while (same < a.length && a.bytes[same] == b.bytes[same])
        same++;
    return same;
}

/* What the first and the last id have in common, all have: they are in order. */
static bool find_shape(const map *ids, id_shape *out) {
    text first = ids->keys[0], last = ids->keys[ids->count - 1];
    if (first.length != last.length || first.length > TEXT_KEY_BYTES) return false;
    size_t same = same_bytes(first, last), length = first.length;
    if (same == length || length - same > MOST_DIGITS) return false;
    text_key mask = {UINT64_MAX, (uint64_t)0xFF << 56};
    if (same < 8) mask.head = ((uint64_t)1 << 8 * same) - 1;
    if (same > 8) mask.tail |= ((uint64_t)1 << 8 * (same - 8)) - 1;
    *out = (id_shape){text_key_of(first), mask, length, length - same};
    return true;
}

/* Whether all ids have the shape, without too many gaps between them. */
static bool are_numbered(known_partners *known, const map *ids) {
    uint64_t number = 0;
    if (ids->count < FEW_IDS || !find_shape(ids, &known->shape)) return false;
    for (size_t i = 0; i < ids->count; i++) {
        if (!number_of(&known->shape, text_key_of(ids->keys[i]), &number)) return false;
        if (i == 0) known->least = number;
    }
    known->span = number - known->least + 1;
    return known->span / MOST_GAPS <= ids->count;
}

static bool fill_numbers(known_partners *known, const map *ids) {
    known->by_number = memory_allocate(known->span * sizeof *known->by_number);
    if (!known->by_number) return false;
    for (uint64_t n = 0; n < known->span; n++)
        known->by_number[n] = MAP_ABSENT;
    for (size_t i = 0; i < ids->count; i++) {
        uint64_t number = 0;
        number_of(&known->shape, text_key_of(ids->keys[i]), &number);
        known->by_number[number - known->least] = (int32_t)i;
    }
    return true;
}

bool known_partners_make(known_partners *known, map *ids) {
    *known = (known_partners){.by_text = {.texts = ids}};
    if (are_numbered(known, ids)) return fill_numbers(known, ids);
    return dictionary_take(&known->by_text);
}

static int32_t by_number(const known_partners *known, text_key key) {
    uint64_t number;
    bool is_number = number_of(&known->shape, key, &number);
    uint64_t at = number - known->least;
    return is_number && at < known->span ? known->by_number[at] : MAP_ABSENT;
}

int64_t known_partners_find(const known_partners *known, text id) {
    if (known->by_number) return by_number(known, text_key_of(id));
    return dictionary_find(&known->by_text, id);
}

void known_partners_find_all(const known_partners *known, const text_key *keys,
                             const text *longer, size_t count, int32_t *partners) {
    if (!known->by_number) {
        dictionary_find_all(&known->by_text, keys, longer, count, partners);
        return;
    }
    for (size_t i = 0; i < count; i++)
        partners[i] = by_number(known, keys[i]);
}

void known_partners_free(known_partners *known) {
    memory_free(known->by_number);
    dictionary_free(&known->by_text);
    *known = (known_partners){0};
}
