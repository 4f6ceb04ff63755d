/* load.h - reads a program's rule files into declarations.
 *
 * PROGRAM is a file, or a folder whose program.lua is read. Files are read whole (at most
 * 256 KiB each, regular files only, inside the program's folder), run once in the
 * sandbox, and every problem of every file is reported. */
#ifndef RUNG_LANG_LOAD_H
#define RUNG_LANG_LOAD_H

#include "lang/term.h"

/* NULL when there are problems (they are in the list) or memory ran out (memory->failed). */
const declarations *lang_load(arena *memory, const char *path, problem_list *problems);

#endif
