/* load.h - reads a program's rule files into declarations.
 *
 * PROGRAM is a file, or a folder whose program.lua is read. Files are read whole (at most
 * 256 KiB each, regular files only, inside the program's folder), run once in the
 * sandbox, and every problem of every file is reported. */
#ifndef RUNG_LANG_LOAD_H
#define RUNG_LANG_LOAD_H

#include "lang/term.h"

/* NULL when the files could not be read or run to their end, for reasons in the list, or memory
 * ran out (memory->failed). Declarations that have problems come back all the same, so that
 * binding can tell what else is wrong: what could not be understood is poison in them
 * (term_is_poison). */
const declarations *lang_load(arena *memory, const char *path, problem_list *problems);

/* Runs all files again, in another sandbox whose context is `r`, for the functions in them
 * (call.c). False when that failed where it succeeded before: reasons in r's list, or memory
 * ran out. */
struct reading;
struct sandbox;
bool lang_run_again(struct reading *r, struct sandbox *box, const declarations *rules);

#endif
