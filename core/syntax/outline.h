/* outline.h - a rule file's calls, references and table constructors, from its tokens.
 *
 * One pass over the tokens with an explicit stack of what is open; nothing recurses and
 * depth is limited as in Lua. Used by places.c only. */
#ifndef RUNG_SYNTAX_OUTLINE_H
#define RUNG_SYNTAX_OUTLINE_H

#include "syntax/places.h"
#include "syntax/sides.h"

typedef struct outline {
    place_call **calls; /* in the order of their ends */
    size_t count;
} outline;

/* False when memory ran out. *broken: see places_read. */
bool outline_read(outline *out, arena *memory, const sides *sides, const char *const *nouns,
                  problem_list *problems, bool *broken);

#endif
