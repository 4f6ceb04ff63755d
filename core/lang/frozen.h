/* frozen.h - what functions of rules see of their surroundings: as the files left it, for ever.
 *
 * Once the files have run, every table that a function can reach is put behind a front that
 * cannot be written, amounts that were declared (percent(3)) become decimals, and words
 * become what they calculate. Variables cannot be locked in Lua: those that a file's functions
 * may give another value are watched (frozen_list). Used by call.c and library.c. */
#ifndef RUNG_LANG_FROZEN_H
#define RUNG_LANG_FROZEN_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>

struct map;

/* Freezes what the functions in the table at `functions` (a list) can reach. Names that are not
 * local mean the entries of the table at `words` from here on. May raise. */
void frozen_make(lua_State *L, int functions, int words);

/* Puts the frozen table itself in the place of the front at index; false when it is none. */
bool frozen_open(lua_State *L, int index);
/* Raises the error for writing to it when the value at index is such a front. */
void frozen_refuse(lua_State *L, int index);

/* Pushes a list of what must not change while the function at index runs: a function, the
 * number of its variable, its value, and so on. Returns how many variables. `assigned` are
 * names that may be given other values. */
int frozen_list(lua_State *L, int index, const struct map *assigned);
/* Gives all of the list's variables their values back; the name of the first that had another,
 * or NULL. Never raises. */
const char *frozen_restore(lua_State *L, int list, int count);

#endif
