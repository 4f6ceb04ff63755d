/* value.c - the userdata that rules calculate with. */
#include "lang/value.h"

#include <string.h>

static const char *const METATABLE = "an expression";

value *value_at(lua_State *L, int index) {
    return luaL_testudata(L, index, METATABLE);
}

value *value_push(lua_State *L, value_role role) {
    value *v = lua_newuserdatauv(L, sizeof *v, 1);
    *v = (value){.role = role};
    luaL_setmetatable(L, METATABLE);
    return v;
}

int value_push_term(lua_State *L, const term *t) {
    value *v = value_push(L, term_is_poison(t) ? VALUE_POISON : VALUE_TERM);
    v->term = t;
    v->at = t->at;
    return 1;
}

int value_push_poison(lua_State *L, place at) {
    return value_push_term(L, declare_poison(L, at));
}

void value_register(lua_State *L, const luaL_Reg *behaviour) {
    luaL_newmetatable(L, METATABLE);
    luaL_setfuncs(L, behaviour, 0);
    lua_pop(L, 1);
}

static int refuse_use(lua_State *L) {
    const value *v = value_at(L, 1);
    if (!v) v = value_at(L, 2);
    const term *t = v ? v->term : NULL;
    if (t && t->kind == TERM_REFERENCE && strcmp(t->name, "metric") == 0)
        return luaL_error(L, "'%s.%s' builds rules: inside a function write p.%s", t->name,
                          t->member, t->member);
    return luaL_error(L, "this is an expression of the rule language: a function calculates "
                         "with what it reads as p.name");
}

void value_lock(lua_State *L) {
    if (luaL_getmetatable(L, METATABLE) != LUA_TTABLE) {
        lua_pop(L, 1);
        return;
    }
    for (lua_pushnil(L); lua_next(L, -2);) {
        bool behaves = lua_type(L, -1) == LUA_TFUNCTION;
        lua_pop(L, 1);
        if (!behaves) continue;
        lua_pushvalue(L, -1);
        lua_pushcfunction(L, refuse_use);
        lua_rawset(L, -4);
    }
    lua_pop(L, 1);
}

int value_refuse(lua_State *L, place at, const char *hint, const char *format,
                 const char *name) {
    reading *r = sandbox_context(L);
    const char *message = arena_print(r->memory, format, name);
    if (!message) return luaL_error(L, "memory ran out");
    problem_add(r->problems, at, hint, "%s", message);
    declare_check_problems(L);
    return value_push_poison(L, at);
}
