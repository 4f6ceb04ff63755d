/* validate.h - declarations against the table of the language.
 *
 * Nouns, fields, shapes, choices and names; what the shapes cannot tell (units, which
 * names there are, columns) is bind's. Used by load.c. */
#ifndef RUNG_LANG_VALIDATE_H
#define RUNG_LANG_VALIDATE_H

#include "lang/term.h"

/* Reports everything that is wrong with what was declared. */
void validate_declarations(arena *memory, const declarations *found, problem_list *problems);

#endif
