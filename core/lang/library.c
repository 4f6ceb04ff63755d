/* library.c - the functions that rule files may call: Lua's own, or ours from library_*.c.
 *
 * What rules see is locked: no table of the library can be changed or looked behind. */
#include "lang/library.h"

#include "base/nearest.h"
#include "lang/library_parts.h"
#include "lang/sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <stdint.h>
#include <string.h>

/* Runs the function of Lua's own that this closure stands for, with the same arguments. */
int library_go_on(lua_State *L) {
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Values and texts given count; then Lua's own function does it. */
int library_charged(lua_State *L) {
    size_t steps = (size_t)lua_gettop(L);
    for (int i = lua_gettop(L); i > 0; i--)
        if (lua_type(L, i) == LUA_TSTRING) steps += lua_rawlen(L, i) / BYTES_A_STEP;
    sandbox_spend(L, steps);
    return library_go_on(L);
}

/* How many whole numbers from..to, both included; may be enormous. */
size_t library_span(lua_Integer from, lua_Integer to) {
    if (from > to) return 0;
    size_t n = (size_t)to - (size_t)from;
    return n == SIZE_MAX ? n : n + 1;
}

typedef struct library_function {
    const char *name;
    lua_CFunction ours; /* NULL: Lua's own, as it is */
} library_function;

static const library_function globals[] = {
    {"assert", NULL},
    {"error", NULL},
    {"ipairs", NULL},
    {"pairs", library_stable_pairs},
    {"select", library_charged},
    {"tonumber", library_charged},
    {"tostring", library_plain_tostring},
    {"type", NULL},
    {NULL, NULL},
};

static const library_function math_functions[] = {
    {"abs", NULL},
    {"acos", NULL},
    {"asin", NULL},
    {"atan", NULL},
    {"ceil", NULL},
    {"cos", NULL},
    {"deg", NULL},
    {"exp", NULL},
    {"floor", NULL},
    {"fmod", NULL},
    {"huge", NULL},
    {"log", NULL},
    {"max", library_charged},
    {"maxinteger", NULL},
    {"min", library_charged},
    {"mininteger", NULL},
    {"modf", NULL},
    {"pi", NULL},
    {"rad", NULL},
    {"sin", NULL},
    {"sqrt", NULL},
    {"tan", NULL},
    {"tointeger", library_charged},
    {"type", NULL},
    {"ult", NULL},
    {NULL, NULL},
};

static const library_function string_functions[] = {
    {"byte", library_charged},
    {"char", library_charged},
    {"find", library_string_find},
    {"format", library_string_format},
    {"gmatch", library_string_gmatch},
    {"gsub", library_string_gsub},
    {"len", NULL},
    {"lower", library_charged},
    {"match", library_string_match},
    {"rep", library_string_rep},
    {"reverse", library_charged},
    {"sub", library_charged},
    {"upper", library_charged},
    {NULL, NULL},
};

static const library_function table_functions[] = {
    {"concat", library_table_concat}, {"insert", library_table_insert},
    {"move", library_table_move},     {"pack", library_charged},
    {"remove", library_table_remove}, {"sort", library_table_sort},
    {"unpack", library_table_unpack}, {NULL, NULL},
};

static const library_function utf8_functions[] = {
    {"char", library_charged},
    {"codepoint", library_charged},
    {"len", library_charged},
    {NULL, NULL},
};

static const struct {
    const char *name;
    const library_function *functions;
    lua_CFunction open;
} libraries[] = {
    {"math", math_functions, luaopen_math},
    {"string", string_functions, luaopen_string},
    {"table", table_functions, luaopen_table},
    {"utf8", utf8_functions, luaopen_utf8},
};

enum { LIBRARIES = sizeof libraries / sizeof *libraries };

/* Where the globals are kept in Lua's registry. */
static const char registry_key = 0;

static int refuse_change(lua_State *L) {
    return luaL_error(L, "'%s' belongs to the rule language and cannot be changed",
                      lua_tostring(L, lua_upvalueindex(1)));
}

/* A name that a library does not have. Upvalue: the library's place in the list. */
static int refuse_name(lua_State *L) {
    size_t which = (size_t)lua_tointeger(L, lua_upvalueindex(1));
    const char *library = libraries[which].name;
    if (lua_type(L, 2) != LUA_TSTRING) return 0;
    const char *name = lua_tostring(L, 2);
    const char *why = sandbox_why_missing(name);
    if (why) return luaL_error(L, "there is no '%s.%s': %s", library, name, why);
    nearest guess = nearest_to(name);
    for (const library_function *f = libraries[which].functions; f->name; f++)
        nearest_offer(&guess, f->name);
    if (!guess.best) return luaL_error(L, "there is no '%s.%s'", library, name);
    return luaL_error(L, "there is no '%s.%s' (did you mean '%s.%s'?)", library, name, library,
                      guess.best);
}

/* Fills the table at `into` from Lua's own library on top of the stack, which is popped. */
static void choose(lua_State *L, int into, const library_function *functions) {
    for (const library_function *f = functions; f->name; f++) {
        lua_getfield(L, -1, f->name);
        if (f->ours) lua_pushcclosure(L, f->ours, 1);
        lua_setfield(L, into, f->name);
    }
    lua_pop(L, 1);
}

/* Makes the table on top of the stack one that rules can neither change nor look behind: an
 * empty one in front of it. */
static void shield(lua_State *L, size_t which) {
    lua_createtable(L, 0, 1); /* names that are not in the library */
    lua_pushinteger(L, (lua_Integer)which);
    lua_pushcclosure(L, refuse_name, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, libraries[which].name);
    lua_pushcclosure(L, refuse_change, 1);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
}

/* ("x"):rep(3) goes to our string table; Lua's own also turned texts into numbers silently. */
static void lock_texts(lua_State *L, int strings) {
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, strings);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

static void add_library(lua_State *L, int into, size_t which) {
    lua_newtable(L);
    int chosen = lua_gettop(L);
    lua_pushcfunction(L, libraries[which].open);
    lua_call(L, 0, 1);
    choose(L, chosen, libraries[which].functions);
    if (libraries[which].functions == string_functions) lock_texts(L, chosen);
    shield(L, which);
    lua_setfield(L, into, libraries[which].name);
    lua_settop(L, into);
}

void library_install(lua_State *L) {
    lua_newtable(L);
    int into = lua_gettop(L);
    lua_pushcfunction(L, luaopen_base);
    lua_call(L, 0, 1);
    choose(L, into, globals);
    for (size_t i = 0; i < LIBRARIES; i++)
        add_library(L, into, i);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &registry_key);
    lua_newtable(
        L); /* luaopen_base left everything in the state's own globals, and Lua's loader
             * reads their slot without a look whether it is there: it stays, empty */
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

static void copy_field(lua_State *L, int from, int into, const char *name) {
    lua_getfield(L, from, name);
    lua_setfield(L, into, name);
}

void library_push(lua_State *L) {
    lua_newtable(L);
    int into = lua_gettop(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &registry_key);
    for (const library_function *f = globals; f->name; f++)
        copy_field(L, into + 1, into, f->name);
    for (size_t i = 0; i < LIBRARIES; i++)
        copy_field(L, into + 1, into, libraries[i].name);
    lua_settop(L, into);
}

bool library_has(const char *name) {
    for (const library_function *f = globals; f->name; f++)
        if (strcmp(f->name, name) == 0) return true;
    for (size_t i = 0; i < LIBRARIES; i++)
        if (strcmp(libraries[i].name, name) == 0) return true;
    return false;
}
