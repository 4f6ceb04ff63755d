/* text_key.h - a text as two words: the text itself where it is short, else hashes of it.
 *
 * What rows are looked up by. Keys of up to 15 bytes are equal exactly when the texts are; of
 * longer ones equal keys only say that the texts must be compared. Inline, for it stands in
 * the loop over all cells. */
#ifndef RUNG_DATA_TEXT_KEY_H
#define RUNG_DATA_TEXT_KEY_H

#include "base/text.h"

#include <stdint.h>
#include <string.h>

enum { TEXT_KEY_BYTES = 15, TEXT_KEY_LONGER = 255 };

typedef struct text_key {
    uint64_t head; /* bytes 0 to 7, the first one lowest */
    uint64_t tail; /* bytes 8 to 14 and, highest, the length or TEXT_KEY_LONGER */
} text_key;

static inline uint64_t text_key_mix(uint64_t h, uint64_t word) {
    h = (h ^ word) * 0xFF51AFD7ED558CCDu;
    return h ^ h >> 32;
}

/* Up to 8 bytes, the first one lowest on every machine. */
static inline uint64_t text_key_word(const char *bytes, size_t count) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (count >= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        return word;
    }
    if (count >= 4) {
        uint32_t low, high;
        memcpy(&low, bytes, 4);
        memcpy(&high, bytes + count - 4, 4);
        return low | (uint64_t)high << (8 * (count - 4));
    }
#endif
    uint64_t word = 0;
    for (size_t i = 0; i < count && i < 8; i++)
        word |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    return word;
}

static inline text_key text_key_of_longer(text value) {
    text_key key = {0x9E3779B97F4A7C15u ^ value.length, value.length};
    for (size_t i = 0; i < value.length; i += 8) {
        uint64_t word = text_key_word(value.bytes + i, value.length - i);
        key.head = text_key_mix(key.head, word);
        key.tail = text_key_mix(key.tail + i, word * 3);
    }
    key.tail |= (uint64_t)TEXT_KEY_LONGER << 56;
    return key;
}

static inline text_key text_key_of(text value) {
    if (value.length > TEXT_KEY_BYTES) return text_key_of_longer(value);
    text_key key = {text_key_word(value.bytes, value.length), (uint64_t)value.length << 56};
    if (value.length > 8) key.tail |= text_key_word(value.bytes + 8, value.length - 8);
    return key;
}

static inline bool text_key_same(text_key a, text_key b) {
    return ((a.head ^ b.head) | (a.tail ^ b.tail)) == 0;
}

static inline bool text_key_is_short(text_key key) {
    return key.tail >> 56 != TEXT_KEY_LONGER;
}

static inline uint64_t text_key_hash(text_key key) {
    uint64_t h = text_key_mix(text_key_mix(0xC4CEB9FE1A85EC53u, key.head), key.tail);
    return h ^ h >> 29;
}

/* The text of a short key, written into `room`. */
static inline text text_key_text(text_key key, char room[16]) {
    for (int i = 0; i < 8; i++) {
        room[i] = (char)(key.head >> (8 * i));
        room[8 + i] = (char)(key.tail >> (8 * i));
    }
    return (text){room, (size_t)(key.tail >> 56)};
}

#endif
