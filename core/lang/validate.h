/* validate.h - declarations against the table of the language.
 *
 * Nouns, fields, shapes, choices and names; what the shapes cannot tell (units, which
 * names there are, columns) is bind's. Used by load.c, and by bind/edit.c for what is set. */
#ifndef RUNG_LANG_VALIDATE_H
#define RUNG_LANG_VALIDATE_H

#include "lang/term.h"

/* Reports everything that is wrong with what was declared. */
void validate_declarations(arena *memory, const declarations *found, problem_list *problems);
/* The same of a declaration that was fine until some of its literals were replaced: its fields,
 * and the calls in it. Writes to nothing that other declarations share. */
void validate_changed(arena *memory, const term *declaration, problem_list *problems);

#endif
