/* value.c - the userdata that rules calculate with. */
#include "lang/value.h"

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

int value_refuse(lua_State *L, place at, const char *hint, const char *format,
                 const char *name) {
    reading *r = sandbox_context(L);
    const char *message = arena_print(r->memory, format, name);
    if (!message) return luaL_error(L, "memory ran out");
    problem_add(r->problems, at, hint, "%s", message);
    declare_check_problems(L);
    return value_push_poison(L, at);
}
