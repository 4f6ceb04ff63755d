/* library_pairs.c - pairs in an order that every run has: numbers ascending, then texts by
 * bytes, then false, true. */
#include "lang/library_parts.h"

#include "lang/sandbox.h"

#include <lauxlib.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct key {
    int kind; /* LUA_TNUMBER before LUA_TSTRING before LUA_TBOOLEAN, by order_of_kind */
    bool whole;
    lua_Integer integer; /* whole numbers; booleans 0, 1 */
    lua_Number number;
    const char *bytes; /* owned by the table that is walked */
    size_t length;
} key;

static int order_of_kind(int kind) {
    return kind == LUA_TNUMBER ? 0 : kind == LUA_TSTRING ? 1 : 2;
}

/* A number with a fraction is never equal to a whole one, and beyond 2^63 only it exists. */
static int compare_mixed(lua_Integer whole, lua_Number other) {
    if (other >= 9223372036854775808.0) return -1;
    if (other < -9223372036854775808.0) return 1;
    return whole <= (lua_Integer)floor(other) ? -1 : 1;
}

static int compare_numbers(const key *a, const key *b) {
    if (a->whole && b->whole) return (a->integer > b->integer) - (a->integer < b->integer);
    if (a->whole) return compare_mixed(a->integer, b->number);
    if (b->whole) return -compare_mixed(b->integer, a->number);
    return (a->number > b->number) - (a->number < b->number);
}

static int compare_keys(const void *left, const void *right) {
    const key *a = left, *b = right;
    if (a->kind != b->kind) return order_of_kind(a->kind) - order_of_kind(b->kind);
    if (a->kind != LUA_TSTRING) return compare_numbers(a, b);
    int order = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

static key read_key(lua_State *L, int index) {
    key k = {.kind = lua_type(L, index)};
    switch (k.kind) {
    case LUA_TNUMBER:
        k.whole = lua_isinteger(L, index);
        if (k.whole) k.integer = lua_tointeger(L, index);
        if (!k.whole) k.number = lua_tonumber(L, index);
        break;
    case LUA_TSTRING:
        k.bytes = lua_tolstring(L, index, &k.length);
        break;
    case LUA_TBOOLEAN:
        k.whole = true;
        k.integer = lua_toboolean(L, index);
        break;
    default:
        luaL_error(L,
                   "pairs cannot walk a table that has a %s as a key: such keys have no order",
                   luaL_typename(L, index));
    }
    return k;
}

static void push_key(lua_State *L, const key *k) {
    switch (k->kind) {
    case LUA_TSTRING:
        lua_pushlstring(L, k->bytes, k->length);
        break;
    case LUA_TBOOLEAN:
        lua_pushboolean(L, k->integer != 0);
        break;
    default:
        if (k->whole) lua_pushinteger(L, k->integer);
        if (!k->whole) lua_pushnumber(L, k->number);
    }
}

static size_t count_entries(lua_State *L, int table) {
    size_t n = 0;
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1))
        n++;
    return n;
}

/* Pushes a list of the table's keys in order. */
static lua_Integer push_sorted_keys(lua_State *L, int table) {
    size_t n = count_entries(L, table), i = 0;
    sandbox_spend(L, 8 * n);
    key *keys = lua_newuserdatauv(L, n * sizeof *keys + 1, 0);
    int held = lua_gettop(L); /* where the collector sees them until the list is made */
    bool sorted = true;
    for (lua_pushnil(L); i < n && lua_next(L, table) != 0; lua_pop(L, 1)) {
        keys[i] = read_key(L, -2);
        sorted = sorted && (i == 0 || compare_keys(&keys[i - 1], &keys[i]) < 0);
        i++;
    }
    lua_settop(L, held);
    if (!sorted) qsort(keys, n, sizeof *keys, compare_keys);
    lua_createtable(L, (int)n, 0);
    for (i = 0; i < n; i++) {
        push_key(L, &keys[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    lua_remove(L, held);
    return (lua_Integer)n;
}

/* Upvalues: the table, its keys in order, how many, which was last. Entries removed on the way
 * are left out. */
static int next_pair(lua_State *L) {
    lua_Integer count = lua_tointeger(L, lua_upvalueindex(3));
    for (lua_Integer i = lua_tointeger(L, lua_upvalueindex(4)) + 1; i <= count; i++) {
        lua_settop(L, 0);
        lua_rawgeti(L, lua_upvalueindex(2), i);
        lua_pushvalue(L, -1);
        if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) {
            sandbox_spend(L, 1);
            continue;
        }
        lua_pushinteger(L, i);
        lua_replace(L, lua_upvalueindex(4));
        return 2;
    }
    lua_pushinteger(L, count);
    lua_replace(L, lua_upvalueindex(4));
    lua_pushnil(L);
    return 1;
}

/* A frozen table is walked behind its front, which is all that is handed out. */
int library_stable_pairs(lua_State *L) {
    lua_settop(L, 1);
    lua_pushvalue(L, 1);
    library_want_readable_table(L, 1);
    sandbox_spend(L, sandbox_held_in(L) / HELD_A_STEP);
    lua_Integer count = push_sorted_keys(L, 1);
    lua_pushvalue(L, 1);
    lua_insert(L, -2);
    lua_pushinteger(L, count);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 4);
    lua_pushvalue(L, 2);
    return 2;
}
