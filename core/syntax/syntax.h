/* syntax.h - Lua's complaints about a text that is no Lua, in plain words. Used by load.c. */
#ifndef RUNG_SYNTAX_SYNTAX_H
#define RUNG_SYNTAX_SYNTAX_H

#include "syntax/places.h"

/* Reports Lua's message ("file:12: '}' expected near 'level'") at the token it names. */
void syntax_report(arena *memory, const places *found, const char *message,
                   problem_list *problems);

#endif
