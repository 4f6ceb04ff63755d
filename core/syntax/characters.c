/* characters.c - UTF-8 as RFC 3629 has it: shortest forms only, no surrogates. */
#include "syntax/characters.h"

#include <stdbool.h>

/* Bytes that follow this lead; -1 when no character begins so. */
static int bytes_after(unsigned char lead) {
    if (lead < 0x80) return 0;
    if (lead < 0xC2) return -1;
    if (lead < 0xE0) return 1;
    if (lead < 0xF0) return 2;
    return lead < 0xF5 ? 3 : -1;
}

static bool second_is_valid(unsigned char lead, unsigned char second) {
    if (lead == 0xE0) return second >= 0xA0;
    if (lead == 0xED) return second <= 0x9F;
    if (lead == 0xF0) return second >= 0x90;
    return lead != 0xF4 || second <= 0x8F;
}

size_t characters_valid(const char *bytes, size_t length) {
    const unsigned char *b = (const unsigned char *)bytes;
    for (size_t i = 0; i < length;) {
        int more = bytes_after(b[i]);
        if (more < 0 || (size_t)more >= length - i) return i;
        if (more && !second_is_valid(b[i], b[i + 1])) return i;
        for (int k = 1; k <= more; k++) {
            if ((b[i + (size_t)k] & 0xC0) != 0x80) return i;
        }
        i += (size_t)more + 1;
    }
    return length;
}
