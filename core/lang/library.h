/* library.h - the part of Lua's library that rule files may use.
 *
 * Lua's own functions where they are safe, ours where they could run long, depend on the
 * locale, on addresses or on the order of hashing. Only sandbox.c uses it. */
#ifndef RUNG_LANG_LIBRARY_H
#define RUNG_LANG_LIBRARY_H

#include <lua.h>
#include <stdbool.h>

/* Builds the library once in a new state, inside its protected call; may raise. */
void library_install(lua_State *L);

/* Pushes a new table with the library's globals. */
void library_push(lua_State *L);

/* True for the names of its globals. */
bool library_has(const char *name);

#endif
