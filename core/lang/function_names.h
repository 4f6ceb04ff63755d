/* function_names.h - unknown words inside functions, which Lua would tell only when they are
 * called. Used by load.c. */
#ifndef RUNG_LANG_FUNCTION_NAMES_H
#define RUNG_LANG_FUNCTION_NAMES_H

#include "base/problem.h"

/* Reports names that functions of the file call and nobody declares. False when memory ran out.
 */
bool function_names_check(arena *memory, const source_file *file, problem_list *problems);

#endif
