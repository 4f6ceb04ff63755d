/* character.c - reads UTF-8. Called by whatever prints what files hold. */
#include "cli/character.h"

size_t character_decode(const char *p, unsigned long *out) {
    const unsigned char *u = (const unsigned char *)p;
    size_t length = u[0] < 0x80   ? 1
                    : u[0] < 0xC2 ? 0
                    : u[0] < 0xE0 ? 2
                    : u[0] < 0xF0 ? 3
                    : u[0] < 0xF5 ? 4
                                  : 0;
    static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned long value = u[0] & masks[length];
    for (size_t i = 1; i < length; i++) {
        if ((u[i] & 0xC0) != 0x80) return 0;
        value = value << 6 | (u[i] & 0x3F);
    }
    *out = value;
    return length;
}
