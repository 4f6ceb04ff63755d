/* decimal.c - the arithmetic of decimals inside Lua. */
#include "lang/decimal.h"

#include "lang/sandbox.h"
#include "syntax/literal.h"

#include <math.h>
#include <string.h>

static const char *const METATABLE = "decimal";

/* Where the table of the pool's userdata is kept in Lua's registry. */
static const char pool_key = 0;

enum { METATABLE_AT = DECIMAL_POOL + 1 };

bool decimal_is(lua_State *L, int index) {
    return lua_type(L, index) == LUA_TUSERDATA && lua_rawlen(L, index) == sizeof(number);
}

static number read(const void *cell) {
    number value;
    memcpy(&value, cell, sizeof value);
    return value;
}

int decimal_push(lua_State *L, number value) {
    decimal_pool *pool = lua_touserdata(L, lua_upvalueindex(1));
    if (pool->used < DECIMAL_POOL) {
        memcpy(pool->cells[pool->used++], &value, sizeof value);
        lua_rawgeti(L, lua_upvalueindex(2), pool->used);
        return 1;
    }
    memcpy(lua_newuserdatauv(L, sizeof value, 0), &value, sizeof value);
    lua_rawgeti(L, lua_upvalueindex(2), METATABLE_AT);
    lua_setmetatable(L, -2);
    return 1;
}

void decimal_push_lasting(lua_State *L, number value) {
    memcpy(lua_newuserdatauv(L, sizeof value, 0), &value, sizeof value);
    luaL_setmetatable(L, METATABLE);
}

/* Userdata of ours by the names of their metatables. */
static const char *kind_of_object(lua_State *L, int index) {
    static const struct {
        const char *name, *kind;
    } kinds[] = {{"decimal", "a number"},
                 {"partner", "a partner"},
                 {"row", "a row"},
                 {"list of rows", "a list of rows"}};
    const char *name = "", *found = "an expression of the rule language";
    if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING) name = lua_tostring(L, -1);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, name) == 0) found = kinds[i].kind;
    if (*name) lua_pop(L, 1);
    return found;
}

const char *decimal_kind(lua_State *L, int index) {
    switch (lua_type(L, index)) {
    case LUA_TNONE:
    case LUA_TNIL:
        return "no value (nil)";
    case LUA_TNUMBER:
        return "a number";
    case LUA_TSTRING:
        return "a text";
    case LUA_TBOOLEAN:
        return lua_toboolean(L, index) ? "true" : "false";
    case LUA_TTABLE:
        return "a table";
    case LUA_TFUNCTION:
        return "a function";
    default:
        return kind_of_object(L, index);
    }
}

/* From 2^53 on Lua's floats skip whole numbers, and from 2^63 on its whole numbers wrap. */
static void refuse_large(lua_State *L) {
    luaL_error(L,
               "Lua calculated a number too large to be exact: calculate with decimals, as in "
               "decimal \"5000000000\" * 5000000000");
}

static number take_integer(lua_State *L, int index) {
    lua_Integer given = lua_tointeger(L, index);
    bool safe = given < LITERAL_SAFE && given > -LITERAL_SAFE;
    if (!safe && given % 10000 != 0) refuse_large(L); /* what wrapped has no zeros at its end */
    return number_from_integer(given);
}

static number take_float(lua_State *L, int index) {
    number value;
    double given = lua_tonumber(L, index);
    if (fabs(given) < (double)LITERAL_SAFE && floor(given) == given)
        return number_from_integer((int64_t)given);
    if (fabs(given) < (double)LITERAL_SAFE && number_from_double(&value, given)) return value;
    if (isfinite(given) && fabs(given) >= (double)LITERAL_SAFE) refuse_large(L);
    if (!isfinite(given))
        luaL_error(L, "Lua divided by zero here: this calculation has no number as its result");
    luaL_error(L,
               "Lua calculated %f, which is no exact decimal: write fraction(a, b), or "
               "decimal \"0.3\"",
               given);
    return 0;
}

number decimal_take(lua_State *L, int index, const char *doing) {
    if (decimal_is(L, index)) return read(lua_touserdata(L, index));
    if (lua_isinteger(L, index)) return take_integer(L, index);
    if (lua_type(L, index) == LUA_TNUMBER) return take_float(L, index);
    if (lua_isnoneornil(L, index))
        luaL_error(L,
                   "'%s' meets something that has no value (nil): or_else(x, 0) gives it one",
                   doing);
    luaL_error(L, "'%s' wants numbers, not %s", doing, decimal_kind(L, index));
    return 0;
}

int decimal_finish(lua_State *L, bool fits, number value) {
    if (!fits) return luaL_error(L, "the amount is larger than 10^20");
    return decimal_push(L, value);
}

static int add(lua_State *L) {
    number a = decimal_take(L, 1, "+"), b = decimal_take(L, 2, "+"), sum = 0;
    bool fits = number_add(&sum, a, b);
    return decimal_finish(L, fits, sum);
}

static int subtract(lua_State *L) {
    number a = decimal_take(L, 1, "-"), b = decimal_take(L, 2, "-"), difference = 0;
    bool fits = number_subtract(&difference, a, b);
    return decimal_finish(L, fits, difference);
}

static int multiply(lua_State *L) {
    number a = decimal_take(L, 1, "*"), b = decimal_take(L, 2, "*"), product = 0;
    bool fits = number_multiply(&product, a, b);
    return decimal_finish(L, fits, product);
}

/* By zero there is no value. */
static int divide(lua_State *L) {
    number a = decimal_take(L, 1, "/"), b = decimal_take(L, 2, "/"), quotient = 0;
    if (b == 0) return lua_pushnil(L), 1;
    bool fits = number_divide(&quotient, a, b);
    return decimal_finish(L, fits, quotient);
}

static number floor_quotient(number a, number b) {
    number q = a / b;
    return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}

static int divide_whole(lua_State *L) {
    number a = decimal_take(L, 1, "//"), b = decimal_take(L, 2, "//");
    if (b == 0) return lua_pushnil(L), 1;
    number q = floor_quotient(a, b), most = NUMBER_LIMIT / NUMBER_ONE;
    bool fits = q <= most && q >= -most;
    return decimal_finish(L, fits, fits ? q * NUMBER_ONE : 0);
}

static int remainder_of(lua_State *L) {
    number a = decimal_take(L, 1, "%"), b = decimal_take(L, 2, "%");
    if (b == 0) return lua_pushnil(L), 1;
    number rest = a % b;
    return decimal_push(L, rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest);
}

static int negate(lua_State *L) {
    return decimal_push(L, -decimal_take(L, 1, "-"));
}

static int refuse_power(lua_State *L) {
    return luaL_error(L, "'^' is not there for amounts: write x * x");
}

static int equal(lua_State *L) {
    bool both = decimal_is(L, 1) && decimal_is(L, 2);
    lua_pushboolean(
        L, both && number_compare(decimal_take(L, 1, "=="), decimal_take(L, 2, "==")) == 0);
    return 1;
}

static int less(lua_State *L) {
    number a = decimal_take(L, 1, "<"), b = decimal_take(L, 2, "<");
    lua_pushboolean(L, number_compare(a, b) < 0);
    return 1;
}

static int at_most(lua_State *L) {
    number a = decimal_take(L, 1, "<="), b = decimal_take(L, 2, "<=");
    lua_pushboolean(L, number_compare(a, b) <= 0);
    return 1;
}

static int print(lua_State *L) {
    char digits[NUMBER_TEXT];
    size_t length = number_print(digits, decimal_take(L, 1, "tostring"), 0);
    lua_pushlstring(L, digits, length);
    return 1;
}

static void push_joinable(lua_State *L, int index) {
    char digits[NUMBER_TEXT];
    if (decimal_is(L, index)) {
        size_t length = number_print(digits, decimal_take(L, index, ".."), 0);
        lua_pushlstring(L, digits, length);
    } else if (lua_isstring(L, index)) {
        lua_pushvalue(L, index);
    } else {
        luaL_error(L, "'..' joins texts and numbers, not %s", decimal_kind(L, index));
    }
}

static int join(lua_State *L) {
    push_joinable(L, 1);
    push_joinable(L, 2);
    sandbox_spend(L, (lua_rawlen(L, 1) + lua_rawlen(L, 2)) / 16);
    lua_concat(L, 2);
    return 1;
}

/* x:is(5) and its like, as they are written in rules */

static int compare_with(lua_State *L, const char *word) {
    if (lua_isnoneornil(L, 2)) return 2; /* nothing is above no value */
    int order = number_compare(decimal_take(L, 1, word), decimal_take(L, 2, word));
    return (order > 0) - (order < 0);
}

static int ask_is(lua_State *L) {
    return lua_pushboolean(L, compare_with(L, "is") == 0), 1;
}

static int ask_is_not(lua_State *L) {
    return lua_pushboolean(L, compare_with(L, "is_not") != 0), 1;
}

static int ask_at_least(lua_State *L) {
    int order = compare_with(L, "at_least");
    return lua_pushboolean(L, order == 0 || order == 1), 1;
}

static int ask_above(lua_State *L) {
    return lua_pushboolean(L, compare_with(L, "above") == 1), 1;
}

static int ask_at_most(lua_State *L) {
    int order = compare_with(L, "at_most");
    return lua_pushboolean(L, order <= 0), 1;
}

static int ask_below(lua_State *L) {
    return lua_pushboolean(L, compare_with(L, "below") < 0), 1;
}

static const luaL_Reg questions[] = {
    {"is", ask_is},       {"is_not", ask_is_not},   {"at_least", ask_at_least},
    {"above", ask_above}, {"at_most", ask_at_most}, {"below", ask_below},
    {NULL, NULL},
};

/* Upvalue 1 is the pool as everywhere here, 3 the questions. */
static int member(lua_State *L) {
    lua_pushvalue(L, 2);
    if (lua_type(L, 2) == LUA_TSTRING && lua_rawget(L, lua_upvalueindex(3)) != LUA_TNIL)
        return 1;
    return luaL_error(L, "a number has no part '%s'",
                      lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

static int refuse_write(lua_State *L) {
    return luaL_error(L, "a number has no parts that could be changed");
}

static const luaL_Reg behaviour[] = {
    {"__add", add},
    {"__sub", subtract},
    {"__mul", multiply},
    {"__div", divide},
    {"__idiv", divide_whole},
    {"__mod", remainder_of},
    {"__unm", negate},
    {"__pow", refuse_power},
    {"__eq", equal},
    {"__lt", less},
    {"__le", at_most},
    {"__tostring", print},
    {"__concat", join},
    {"__newindex", refuse_write},
    {NULL, NULL},
};

static void fill_pool(lua_State *L, decimal_pool *pool) {
    lua_createtable(L, DECIMAL_POOL + 1, 0);
    for (int i = 0; i < DECIMAL_POOL; i++) {
        pool->cells[i] = lua_newuserdatauv(L, sizeof(number), 0);
        luaL_setmetatable(L, METATABLE);
        lua_rawseti(L, -2, i + 1);
    }
    luaL_getmetatable(L, METATABLE);
    lua_rawseti(L, -2, METATABLE_AT);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &pool_key);
}

/* Counts are Lua's own numbers: what can be asked of decimals, by the function on the stack,
 * can be asked of them. */
static void share_with_counts(lua_State *L) {
    lua_pushinteger(L, 0);
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void decimal_register(lua_State *L, decimal_pool *pool) {
    luaL_newmetatable(L, METATABLE);
    fill_pool(L, pool);
    for (const luaL_Reg *b = behaviour; b->name; b++) {
        decimal_push_function(L, pool, b->func);
        lua_setfield(L, -2, b->name);
    }
    lua_pushlightuserdata(L, pool);
    lua_pushnil(L);
    lua_newtable(L);
    luaL_setfuncs(L, questions, 0);
    lua_pushcclosure(L, member, 3);
    share_with_counts(L);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

void decimal_push_function(lua_State *L, decimal_pool *pool, lua_CFunction f) {
    lua_pushlightuserdata(L, pool);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &pool_key);
    lua_pushcclosure(L, f, 2);
}
