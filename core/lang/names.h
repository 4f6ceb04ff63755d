/* names.h - which names declarations and columns may bear. Used by validate.c and details.c. */
#ifndef RUNG_LANG_NAMES_H
#define RUNG_LANG_NAMES_H

#include "lang/term.h"

/* Names of all declarations: well formed, not words where that would hide one, none twice. */
void names_check(arena *memory, const declarations *found, problem_list *problems);
/* The name of one column of a source. */
void names_check_column(const term *source, const entry *column, problem_list *problems);

#endif
