/* calls.h - what happens when rules index, call or calculate with values.
 *
 * Each behaviour is a Lua metamethod of every value. Used by declare.c and among calls.c,
 * index.c, openings.c and operators.c. */
#ifndef RUNG_LANG_CALLS_H
#define RUNG_LANG_CALLS_H

#include "lang/value.h"

/* Makes values indexable, callable and calculable; once per state. */
void calls_register(lua_State *L);

/* The metamethods of operators (operators.c), ended by a NULL name. */
extern const luaL_Reg operator_behaviour[];

/* __index of every value (index.c). */
int index_value(lua_State *L);

/* noun "name": pushes what waits for its table (openings.c). */
int opening_begin(lua_State *L, const value *noun);
/* .. and its table at `index`: declares, and pushes what can stand for it. */
int opening_finish(lua_State *L, opening *o, int index);

/* The n-th argument's table as written, or NULL. */
const place_table *call_table(const place_call *call, int argument);
/* Where the call stands: as written, or its line. */
place call_place(lua_State *L, const place_call *call);

#endif
