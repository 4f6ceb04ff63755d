/* characters.h - whether bytes are UTF-8 text. Used by reader.c and convert.c. */
#ifndef RUNG_SYNTAX_CHARACTERS_H
#define RUNG_SYNTAX_CHARACTERS_H

#include <stddef.h>

/* How many bytes from the start are whole, valid UTF-8 characters: length when all are. */
size_t characters_valid(const char *bytes, size_t length);

#endif
