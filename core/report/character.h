/* character.h - UTF-8 as it comes from data: which bytes are characters, how wide they stand.
 *
 * Data may hold any byte. Nothing here depends on a locale. Used by writer.c and table.c. */
#ifndef RUNG_REPORT_CHARACTER_H
#define RUNG_REPORT_CHARACTER_H

#include "base/text.h"

#include <stdint.h>

#define CHARACTER_INVALID UINT32_MAX

/* The character at t.bytes[at] in *code, and how many bytes it takes. A byte that begins no
 * character (overlong forms and surrogates are none) is CHARACTER_INVALID and takes 1. */
size_t character_read(text t, size_t at, uint32_t *code);
/* Columns of a terminal that a text takes: 2 for wide East Asian characters, 0 for marks. */
size_t character_width(text t);
/* Appends a text with what could move a cursor or turn the writing round made visible: \u{1b}.
 * Bytes that are no character become U+FFFD. */
void character_show(text_buffer *out, text t);
/* How many bytes of t fit into so many columns. */
size_t character_fit(text t, size_t columns);

#endif
