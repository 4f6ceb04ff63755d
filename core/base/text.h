/* text.h - bytes with a length, and a buffer that grows while text is written.
 *
 * Names in rules are NUL-terminated `const char *`; what comes from data may hold
 * any byte and is a `text`. A text borrows its bytes. */
#ifndef RUNG_BASE_TEXT_H
#define RUNG_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct text {
    const char *bytes;
    size_t length;
} text;

text text_of(const char *string);
bool text_equal(text a, text b);
/* By bytes, the shorter first where one begins the other; like memcmp. */
int text_compare(text a, text b);
/* `*` any bytes, `?` one UTF-8 character; case-sensitive, the whole text. Linear in practice:
 * only the last `*` is ever taken back. */
bool text_like(text value, const char *pattern);

/* A buffer under construction. Zeroed is empty. A failed allocation makes all further writes do
 * nothing and sets `failed`; whoever owns the buffer asks once at the end. */
typedef struct text_buffer {
    char *bytes; /* NUL-terminated once anything was written */
    size_t length;
    size_t capacity;
    bool failed;
} text_buffer;

void text_append(text_buffer *buffer, const char *bytes, size_t length);
void text_append_string(text_buffer *buffer, const char *string);
void text_append_byte(text_buffer *buffer, char byte);
void text_print(text_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_clear(text_buffer *buffer); /* keeps the room */
void text_free(text_buffer *buffer);

#endif
