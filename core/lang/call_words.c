/* call_words.c - the words of the language that calculate inside a function.
 *
 * No value spreads through them, as it does in rules. What builds rules (sum, by, metric) has
 * no meaning there and says so. */
#include "lang/calling.h"

#include <string.h>

static bool any_is_nil(lua_State *L, int count) {
    for (int i = 1; i <= count; i++)
        if (lua_isnoneornil(L, i)) return true;
    return false;
}

static int nothing(lua_State *L) {
    lua_pushnil(L);
    return 1;
}

static int percent(lua_State *L) {
    if (any_is_nil(L, 1)) return nothing(L);
    number value = 0;
    number_divide(&value, decimal_take(L, 1, "percent"), 100 * NUMBER_ONE);
    return decimal_push(L, value);
}

static int refuse_currency(lua_State *L, const char *code) {
    return luaL_error(L, "'%s': this program counts in %s", code, calling_of(L)->currency);
}

static int money_of(lua_State *L, int index, const char *code) {
    const char *own = calling_of(L)->currency;
    for (int i = 0; i < 3; i++)
        if ((code[i] & ~0x20) != own[i]) return refuse_currency(L, code);
    if (lua_isnoneornil(L, index)) return nothing(L);
    return decimal_push(L, decimal_take(L, index, code));
}

/* Upvalue 3: the currency's word. */
static int currency(lua_State *L) {
    return money_of(L, 1, lua_tostring(L, lua_upvalueindex(3)));
}

static int amount(lua_State *L) {
    size_t length;
    const char *code = luaL_checklstring(L, 2, &length);
    if (length != 3) return refuse_currency(L, code);
    return money_of(L, 1, code);
}

static int decimal(lua_State *L) {
    size_t length;
    number value;
    const char *digits = luaL_checklstring(L, 1, &length);
    if (!number_from_text(&value, digits, length))
        return luaL_error(L, "\"%s\" is no decimal: write digits, a point, digits", digits);
    return decimal_push(L, value);
}

static int fraction(lua_State *L) {
    if (any_is_nil(L, 2)) return nothing(L);
    number a = decimal_take(L, 1, "fraction"), b = decimal_take(L, 2, "fraction"), value = 0;
    if (b == 0) return nothing(L);
    bool fits = number_divide(&value, a, b);
    return decimal_finish(L, fits, value);
}

/* Whether value a comes before value b: numbers, or texts such as dates. */
static bool is_below(lua_State *L, int a, int b, const char *word) {
    if (lua_type(L, a) == LUA_TSTRING && lua_type(L, b) == LUA_TSTRING)
        return lua_compare(L, a, b, LUA_OPLT);
    return number_compare(decimal_take(L, a, word), decimal_take(L, b, word)) < 0;
}

/* The value itself is handed out, so that counts stay counts. */
static int extreme(lua_State *L, bool highest) {
    int count = lua_gettop(L), best = 1;
    const char *word = highest ? "max" : "min";
    if (count == 0) return luaL_error(L, "'%s' takes values", word);
    if (any_is_nil(L, count)) return nothing(L);
    sandbox_spend(L, (size_t)count);
    for (int i = 2; i <= count; i++)
        if (highest ? is_below(L, best, i, word) : is_below(L, i, best, word)) best = i;
    lua_pushvalue(L, best);
    return 1;
}

static int lowest(lua_State *L) {
    return extreme(L, false);
}

static int highest(lua_State *L) {
    return extreme(L, true);
}

static int size_of(lua_State *L) {
    if (any_is_nil(L, 1)) return nothing(L);
    number value = decimal_take(L, 1, "abs");
    if (value >= 0) return lua_pushvalue(L, 1), 1;
    return decimal_push(L, -value);
}

static int rounded(lua_State *L, number_rounding how, const char *word) {
    if (any_is_nil(L, 1)) return nothing(L);
    number value = decimal_take(L, 1, word);
    lua_Integer places = luaL_optinteger(L, 2, 0);
    if (places < -20 || places > 18)
        return luaL_error(L, "'%s' takes -20 to 18 places, not %I", word, places);
    return decimal_push(L, number_round(value, (int)places, how));
}

static int round_nearest(lua_State *L) {
    return rounded(L, ROUND_HALF_UP, "round");
}

static int round_down(lua_State *L) {
    return rounded(L, ROUND_DOWN, "round_down");
}

static int round_up(lua_State *L) {
    return rounded(L, ROUND_UP, "round_up");
}

static int or_else(lua_State *L) {
    lua_settop(L, 2);
    lua_pushvalue(L, lua_isnil(L, 1) ? 2 : 1);
    return 1;
}

static date take_date(lua_State *L, int index) {
    size_t length;
    date day = 0;
    const char *written = luaL_checklstring(L, index, &length);
    if (!date_from_text(&day, written, length))
        luaL_error(L, "\"%s\" is not a date: dates are written \"2026-07-01\"", written);
    return day;
}

static int day(lua_State *L) {
    take_date(L, 1);
    lua_pushvalue(L, 1);
    return 1;
}

static int days_between(lua_State *L) {
    if (any_is_nil(L, 2)) return nothing(L);
    date from = take_date(L, 1), to = take_date(L, 2);
    lua_pushinteger(L, to - from);
    return 1;
}

static int months_between(lua_State *L) {
    if (any_is_nil(L, 2)) return nothing(L);
    date from = take_date(L, 1), to = take_date(L, 2);
    lua_pushinteger(L, date_months_between(from, to));
    return 1;
}

static const luaL_Reg words[] = {
    {"percent", percent},
    {"amount", amount},
    {"decimal", decimal},
    {"fraction", fraction},
    {"min", lowest},
    {"max", highest},
    {"abs", size_of},
    {"round", round_nearest},
    {"round_down", round_down},
    {"round_up", round_up},
    {"or_else", or_else},
    {"date", day},
    {"days_between", days_between},
    {"months_between", months_between},
    {NULL, NULL},
};

static void push_currency(lua_State *L, callables *c, const char *word) {
    decimal_push_function(L, &c->pool, currency);
    lua_getupvalue(L, -1, 1);
    lua_getupvalue(L, -2, 2);
    lua_pushstring(L, word);
    lua_pushcclosure(L, currency, 3);
    lua_remove(L, -2);
}

/* A name that is none of these. */
static int other_name(lua_State *L) {
    if (lua_type(L, 2) != LUA_TSTRING) return nothing(L);
    const char *name = lua_tostring(L, 2);
    if (strlen(name) == 3 && word_is_currency(name)) {
        push_currency(L, calling_of(L), name);
        return 1;
    }
    if (strcmp(name, "setting") == 0)
        return luaL_error(L, "a setting is not seen inside a function: make a metric of it and "
                             "read that as p.name");
    if (noun_find(name))
        return luaL_error(L, "'%s' builds rules: inside a function a value is read as p.name",
                          name);
    if (word_find(name))
        return luaL_error(L,
                          "'%s' builds rules and does not calculate inside a function: "
                          "declare a metric and read it as p.name",
                          name);
    const char *why = sandbox_why_missing(name);
    if (why) return luaL_error(L, "there is no '%s': %s", name, why);
    return luaL_error(L, "unknown word '%s' inside a function", name);
}

static int refuse_global(lua_State *L) {
    return luaL_error(L, "'%s' would be a global, and globals may not be written: write local",
                      lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

void call_push_words(lua_State *L, callables *c) {
    sandbox_push_environment(L);
    for (const luaL_Reg *word = words; word->name; word++) {
        decimal_push_function(L, &c->pool, word->func);
        lua_setfield(L, -2, word->name);
    }
    lua_createtable(L, 0, 2);
    decimal_push_function(L, &c->pool, other_name);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_global);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
}
