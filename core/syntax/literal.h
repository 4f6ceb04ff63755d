/* literal.h - a number as Lua text writes it: exactly, not as the double that Lua makes of it.
 * Used by places.c, side_*.c and numbers of lang/. */
#ifndef RUNG_SYNTAX_LITERAL_H
#define RUNG_SYNTAX_LITERAL_H

#include "base/number.h"
#include "base/text.h"

/* 2^53: from there on doubles skip whole numbers. */
#define LITERAL_SAFE INT64_C(9007199254740992)

typedef struct literal_number {
    bool known; /* the text is a decimal or a hexadecimal whole number, at most 10^20 */
    bool wraps; /* hexadecimal beyond 2^63: Lua makes a negative or smaller number of it */
    number exact;
} literal_number;

literal_number literal_read(text written);

#endif
