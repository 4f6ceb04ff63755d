/* decimal.h - exact decimals inside Lua: what functions of rules calculate with.
 *
 * A decimal is a full userdata of sizeof(number) bytes and nothing else that rules can hold has
 * that size. A call's decimals come from a pool that the next call uses again, since
 * nothing of a call outlives it. Used by call.c and its neighbours. */
#ifndef RUNG_LANG_DECIMAL_H
#define RUNG_LANG_DECIMAL_H

#include "base/number.h"

#include <lauxlib.h>

enum { DECIMAL_POOL = 64 };

typedef struct decimal_pool {
    void *cells[DECIMAL_POOL]; /* the userdata, kept by a Lua table */
    int used;                  /* by the call at hand */
} decimal_pool;

/* Makes the metatable and the pool; once per state. */
void decimal_register(lua_State *L, decimal_pool *pool);
/* Pushes f as a closure that may push decimals: its first upvalue is the pool. */
void decimal_push_function(lua_State *L, decimal_pool *pool, lua_CFunction f);
/* Inside such a closure: pushes a decimal of this call. Returns 1. */
int decimal_push(lua_State *L, number value);
/* Anywhere: pushes one that lasts. */
void decimal_push_lasting(lua_State *L, number value);

bool decimal_is(lua_State *L, int index);
/* The decimal, integer, or float that stands for a decimal of 9 places; raises an error that
 * names `doing` for everything else. */
number decimal_take(lua_State *L, int index, const char *doing);
/* A text of what is at `index`, as people say it: "a text", "no value (nil)". */
const char *decimal_kind(lua_State *L, int index);
/* Pushes the amount, or raises when it is larger than there can be. Returns 1. */
int decimal_finish(lua_State *L, bool fits, number value);

#endif
