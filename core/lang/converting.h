/* converting.h - what the files that make terms of Lua's values share.
 *
 * Everything here runs inside sandbox_run's protected call. Private to convert*.c. */
#ifndef RUNG_LANG_CONVERTING_H
#define RUNG_LANG_CONVERTING_H

#include "lang/declare.h"

/* Reports a value that cannot stand in rules; poison. */
const term *convert_wrong(lua_State *L, place at, const char *hint, const char *message);

/* convert_number.c: the number at `index`; refused where Lua does not hold it exactly. */
const term *convert_number(lua_State *L, int index, place at);

/* convert_function.c: the function of the rules at `index`, kept to be called. */
const term *convert_function(lua_State *L, int index, place at);

#endif
