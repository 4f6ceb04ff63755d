/* calls.h - what happens when rules index, call or calculate with values.
 *
 * Each behaviour is a Lua metamethod of every value. Used by declare.c and calls.c. */
#ifndef RUNG_LANG_CALLS_H
#define RUNG_LANG_CALLS_H

#include "lang/value.h"

/* Makes values indexable, callable and calculable; once per state. */
void calls_register(lua_State *L);

/* The metamethods of operators (operators.c), ended by a NULL name. */
extern const luaL_Reg operator_behaviour[];

#endif
