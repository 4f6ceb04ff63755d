/* folder.h - the names of files in a folder that somebody named. */
#ifndef RUNG_BASE_FOLDER_H
#define RUNG_BASE_FOLDER_H

#include "base/arena.h"

/* Paths of the regular files in `folder` whose names end in one of these (the last is NULL) and
 * do not begin with a dot, in byte order. False with *why set to what is wrong ("does not
 * exist"; it follows the folder's name in a message), or without it when memory ran out. */
bool folder_files(arena *memory, const char *folder, const char *const *endings,
                  const char ***paths, size_t *count, const char **why);
/* The folder itself, or the one in which a file stands; NULL when memory ran out. */
const char *folder_of(arena *memory, const char *path);

#endif
