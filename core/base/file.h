/* file.h - whole files that somebody named: regular ones, and not too large. */
#ifndef RUNG_BASE_FILE_H
#define RUNG_BASE_FILE_H

#include "base/arena.h"

/* The bytes, followed by a NUL, with their count in *length. NULL with *why set to what is
 * wrong ("does not exist", "is not a regular file"; it follows the file's name in a message),
 * or without it when memory ran out. A pipe, a device or a folder is refused without waiting
 * for it. */
char *file_read(arena *memory, const char *path, size_t largest, size_t *length,
                const char **why);

#endif
