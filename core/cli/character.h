/* character.h - one character of a text. */
#ifndef RUNG_CLI_CHARACTER_H
#define RUNG_CLI_CHARACTER_H

#include <stddef.h>

/* The character at p, and its length in bytes; 0 when it is no UTF-8. */
size_t character_decode(const char *p, unsigned long *out);

#endif
