/* library_tables.c - concat, insert, remove, move, unpack and sort, of tables that rules made.
 */
#include "lang/library_parts.h"

#include "lang/frozen.h"
#include "lang/sandbox.h"

#include <lauxlib.h>
#include <stdbool.h>

enum { UNPACKED_MOST = 1000 }; /* values that table.unpack gives at once */

/* One that may be written. */
static void want_plain_table(lua_State *L, int index) {
    frozen_refuse(L, index);
    if (lua_type(L, index) != LUA_TUSERDATA) luaL_checktype(L, index, LUA_TTABLE);
    if (!lua_getmetatable(L, index)) return;
    luaL_argerror(L, index, "this belongs to the rule language and is no table of a rule file");
}

/* One that is read: what is frozen is opened. */
void library_want_readable_table(lua_State *L, int index) {
    if (!frozen_open(L, index)) want_plain_table(L, index);
}

int library_table_concat(lua_State *L) {
    library_want_readable_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    sandbox_spend(L, library_span(luaL_optinteger(L, 3, 1), luaL_optinteger(L, 4, length)));
    return library_go_on(L);
}

int library_table_insert(lua_State *L) {
    want_plain_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    if (lua_gettop(L) == 3) sandbox_spend(L, library_span(luaL_checkinteger(L, 2), length));
    return library_go_on(L);
}

int library_table_remove(lua_State *L) {
    want_plain_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    sandbox_spend(L, library_span(luaL_optinteger(L, 2, length), length));
    return library_go_on(L);
}

int library_table_move(lua_State *L) {
    bool within = lua_isnoneornil(L, 5);
    if (within)
        want_plain_table(L, 1);
    else
        library_want_readable_table(L, 1);
    if (!within) want_plain_table(L, 5);
    sandbox_spend(L, library_span(luaL_checkinteger(L, 2), luaL_checkinteger(L, 3)));
    return library_go_on(L);
}

int library_table_unpack(lua_State *L) {
    library_want_readable_table(L, 1);
    lua_Integer length = (lua_Integer)lua_rawlen(L, 1);
    size_t n = library_span(luaL_optinteger(L, 2, 1), luaL_optinteger(L, 3, length));
    if (n > UNPACKED_MOST)
        return luaL_error(L, "table.unpack gives at most %d values at once", UNPACKED_MOST);
    sandbox_spend(L, n);
    return library_go_on(L);
}

/* table.sort: a merge sort, so that equal entries keep their order and an inconsistent
 * comparison can neither run wild nor give different answers on different days */

enum { SORTED = 1, COMPARE = 2, SPARE = 3 };

/* Whether the value on top of the stack must stand before the one below it. */
static bool belongs_before(lua_State *L) {
    size_t steps = 4;
    if (lua_type(L, -1) == LUA_TSTRING) steps += lua_rawlen(L, -1) / (4 * BYTES_A_STEP);
    sandbox_spend(L, steps);
    if (lua_isnil(L, COMPARE)) return lua_compare(L, -1, -2, LUA_OPLT);
    lua_pushvalue(L, COMPARE);
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -4);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

/* Merges from[first, middle) and from[middle, end) into to[first, end). */
static void merge(lua_State *L, int from, int to, lua_Integer first, lua_Integer middle,
                  lua_Integer end) {
    lua_Integer left = first, right = middle;
    for (lua_Integer out = first; out < end; out++) {
        bool take_right = left >= middle;
        if (left < middle && right < end) {
            lua_rawgeti(L, from, left);
            lua_rawgeti(L, from, right);
            take_right = belongs_before(L);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_right ? right++ : left++);
        lua_rawseti(L, to, out);
    }
}

static void copy_entries(lua_State *L, int from, int to, lua_Integer length) {
    sandbox_spend(L, (size_t)length);
    for (lua_Integer i = 1; i <= length; i++) {
        lua_rawgeti(L, from, i);
        lua_rawseti(L, to, i);
    }
}

int library_table_sort(lua_State *L) {
    want_plain_table(L, SORTED);
    if (!lua_isnoneornil(L, COMPARE)) luaL_checktype(L, COMPARE, LUA_TFUNCTION);
    lua_settop(L, 2);
    lua_newtable(L);
    lua_newtable(L);
    lua_Integer length = (lua_Integer)lua_rawlen(L, SORTED);
    int from = SPARE, to = SPARE + 1;
    copy_entries(L, SORTED, from, length); /* a comparison may change the table: sort a copy */
    for (lua_Integer run = 1; run < length; run *= 2) {
        for (lua_Integer first = 1; first <= length; first += 2 * run) {
            lua_Integer middle = first + run, end = first + 2 * run;
            if (middle > length + 1) middle = length + 1;
            if (end > length + 1) end = length + 1;
            merge(L, from, to, first, middle, end);
        }
        int other = from;
        from = to;
        to = other;
    }
    copy_entries(L, from, SORTED, length);
    return 0;
}
