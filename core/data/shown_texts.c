/* shown_texts.c - texts of a column that people are shown and no rule asks about. */
#include "data/shown_texts.h"

#include "base/memory.h"

#include <string.h>

enum { ROOM = 64 * 1024 };

bool shown_texts_reserve(shown_texts *shown, size_t capacity) {
    text *rows = memory_resize(shown->rows, capacity * sizeof *rows);
    if (rows) shown->rows = rows;
    return rows;
}

static bool make_room(shown_texts *shown, size_t length) {
    if (length <= shown->left) return true;
    size_t more = length > ROOM ? length : ROOM;
    shown->room = arena_allocate(&shown->memory, more);
    shown->left = shown->room ? more : 0;
    return shown->room;
}

bool shown_texts_put(shown_texts *shown, size_t row, text value) {
    shown->rows[row] = (text){"", 0};
    if (!value.length) return true;
    if (!make_room(shown, value.length)) return false;
    memcpy(shown->room, value.bytes, value.length);
    shown->rows[row] = (text){shown->room, value.length};
    shown->room += value.length;
    shown->left -= value.length;
    return true;
}

void shown_texts_place(shown_texts *shown, size_t rows, const uint32_t *places, text *first,
                       arena *memory) {
    for (size_t row = 0; row < rows; row++)
        first[places[row]] = shown->rows[row];
    arena_adopt(memory, &shown->memory);
}

void shown_texts_free(shown_texts *shown) {
    memory_free(shown->rows);
    arena_free(&shown->memory);
    *shown = (shown_texts){0};
}
