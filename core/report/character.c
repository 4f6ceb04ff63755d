/* character.c - reads UTF-8 and knows the width of characters: see character.h. */
#include "report/character.h"

#include <stdio.h>

typedef struct range {
    uint32_t first, last;
} range;

/* Marks that stand on the character before them, and signs without a width. */
static const range narrowest[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E},
    {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200D}, {0x20D0, 0x20FF},
    {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};

static const range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},
    {0x26A1, 0x26A1},   {0x2705, 0x2705},   {0x274C, 0x274C},   {0x2728, 0x2728},
    {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD}};

/* Controls of terminals, separators of lines, and what changes the direction of writing. */
static const range unseen[] = {{0x00, 0x1F},     {0x7F, 0x9F},     {0x061C, 0x061C},
                               {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};

static bool within(uint32_t code, const range *ranges, size_t count) {
    for (size_t i = 0; i < count && code >= ranges[i].first; i++)
        if (code <= ranges[i].last) return true;
    return false;
}
#define WITHIN(code, ranges) within(code, ranges, sizeof(ranges) / sizeof *(ranges))

size_t character_read(text t, size_t at, uint32_t *code) {
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = (unsigned char)t.bytes[at];
    size_t length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    *code = CHARACTER_INVALID;
    if (length == 0 || lead > 0xF4 || t.length - at < length) return 1;
    uint32_t value = length == 1 ? lead : lead & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        unsigned char next = (unsigned char)t.bytes[at + i];
        if ((next & 0xC0) != 0x80) return 1;
        value = value << 6 | (next & 0x3Fu);
    }
    if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 1;
    *code = value;
    return length;
}

static size_t width_of(uint32_t code) {
    if (code < 0x300) return 1;
    if (WITHIN(code, narrowest)) return 0;
    return WITHIN(code, wide) ? 2 : 1;
}

size_t character_width(text t) {
    size_t width = 0;
    uint32_t code;
    for (size_t i = 0; i < t.length;) {
        i += character_read(t, i, &code);
        width += width_of(code);
    }
    return width;
}

void character_show(text_buffer *out, text t) {
    char escaped[16];
    uint32_t code;
    for (size_t i = 0; i < t.length;) {
        size_t length = character_read(t, i, &code);
        if (code == CHARACTER_INVALID) {
            text_append_string(out, "\xEF\xBF\xBD");
        } else if (WITHIN(code, unseen)) {
            snprintf(escaped, sizeof escaped, "\\u{%x}", (unsigned)code);
            text_append_string(out, escaped);
        } else {
            text_append(out, t.bytes + i, length);
        }
        i += length;
    }
}

size_t character_fit(text t, size_t columns) {
    size_t width = 0, i = 0;
    uint32_t code;
    while (i < t.length) {
        size_t length = character_read(t, i, &code);
        width += width_of(code);
        if (width > columns) break;
        i += length;
    }
    return i;
}
