#include "base/text.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

text text_of(const char *string) {
    return (text){string, string ? strlen(string) : 0};
}

bool text_equal(text a, text b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

int text_compare(text a, text b) {
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common ? memcmp(a.bytes, b.bytes, common) : 0;
    if (order) return order;
    return a.length < b.length ? -1 : a.length > b.length;
}

/* One past the UTF-8 character that starts at `i`; a stray byte is a character of its own. */
static size_t next_character(text value, size_t i) {
    unsigned char lead = (unsigned char)value.bytes[i++];
    if (lead < 0xC0) return i;
    while (i < value.length && ((unsigned char)value.bytes[i] & 0xC0) == 0x80)
        i++;
    return i;
}

bool text_like(text value, const char *pattern) {
    size_t i = 0, retry_at = 0;
    const char *p = pattern, *after_star = NULL;
    while (i < value.length) {
        if (*p == '*') {
            after_star = ++p;
            retry_at = i;
        } else if (*p == '?') {
            p++;
            i = next_character(value, i);
        } else if (*p && *p == value.bytes[i]) {
            p++;
            i++;
        } else if (after_star) {
            p = after_star;
            i = retry_at = next_character(value, retry_at);
        } else {
            return false;
        }
    }
    while (*p == '*')
        p++;
    return *p == '\0';
}

static bool make_room(text_buffer *buffer, size_t more) {
    if (buffer->failed) return false;
    size_t needed = buffer->length + more + 1;
    if (needed <= buffer->capacity) return true;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < needed)
        capacity *= 2;
    char *moved = memory_resize(buffer->bytes, capacity);
    if (!moved) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = moved;
    buffer->capacity = capacity;
    return true;
}

void text_append(text_buffer *buffer, const char *bytes, size_t length) {
    if (!make_room(buffer, length)) return;
    if (length) memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void text_append_string(text_buffer *buffer, const char *string) {
    text_append(buffer, string, strlen(string));
}

void text_append_byte(text_buffer *buffer, char byte) {
    text_append(buffer, &byte, 1);
}

void text_print(text_buffer *buffer, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (length < 0 || !make_room(buffer, (size_t)length)) return;
    va_start(list, format);
    vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, list);
    va_end(list);
    buffer->length += (size_t)length;
}

void text_clear(text_buffer *buffer) {
    buffer->length = 0;
    if (buffer->bytes) buffer->bytes[0] = '\0';
}

void text_free(text_buffer *buffer) {
    memory_free(buffer->bytes);
    *buffer = (text_buffer){0};
}
