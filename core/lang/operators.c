/* operators.c - + - * / build terms; every other operator is refused by name. */
#include "lang/calls.h"

#include <string.h>

/* The place of a sign on its line, outside of texts; without column when it is not there. */
static place sign_place(place at, const char *sign) {
    text line = place_source_line(at);
    size_t width = strlen(sign);
    char quote = '\0';
    for (size_t i = 0; i + width <= line.length; i++) {
        char c = line.bytes[i];
        if (quote) {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (memcmp(line.bytes + i, sign, width) == 0) {
            at.column = (int)i + 1;
            at.width = (int)width;
            return at;
        }
    }
    return at;
}

/* The operand at `index` as a term, standing at `at` when it is a plain number or text. */
static const term *operand(lua_State *L, int index, const char *sign, place at) {
    reading *r = sandbox_context(L);
    int type = lua_type(L, index);
    place written = {0};
    if (type == LUA_TNUMBER)
        written = places_number(r->places, at.line, lua_tonumber(L, index));
    if (type == LUA_TSTRING) written = places_text(r->places, at.line, lua_tostring(L, index));
    if (!written.column) written = at;
    bool function = type == LUA_TFUNCTION && !lua_iscfunction(L, index);
    if (type == LUA_TNUMBER || type == LUA_TSTRING || function || value_at(L, index)) {
        return declare_convert(L, index, NULL, written);
    }
    problem_add(r->problems, sign_place(at, sign), NULL,
                type == LUA_TNIL ? "one side of '%s' has no value (nil)"
                                 : "one side of '%s' is not a number or expression",
                sign);
    declare_check_problems(L);
    return declare_poison(L, at);
}

/* An operation stands where its first operand does, as far as Lua lets us know. */
static place operation_place(lua_State *L, const term *left) {
    if (left && left->at.column) return left->at;
    return declare_line(L);
}

static int operate(lua_State *L, const char *sign, int operands) {
    reading *r = sandbox_context(L);
    place at = declare_line(L);
    entry *items = arena_array(r->memory, (size_t)operands, sizeof *items);
    if (!items) return luaL_error(L, "memory ran out");
    for (int i = 0; i < operands; i++) {
        items[i].value = operand(L, i + 1, sign, at);
        items[i].key_at = items[i].value->at;
        if (term_is_poison(items[i].value)) return value_push_poison(L, at);
    }
    term *t = declare_term(L, TERM_OPERATION, operation_place(L, items[0].value));
    t->name = sign;
    return value_push_term(L, declare_entries(L, t, items, (size_t)operands));
}

static int add(lua_State *L) {
    return operate(L, "+", 2);
}

static int subtract(lua_State *L) {
    return operate(L, "-", 2);
}

static int multiply(lua_State *L) {
    return operate(L, "*", 2);
}

static int divide(lua_State *L) {
    return operate(L, "/", 2);
}

static int negate(lua_State *L) {
    return operate(L, "-", 1);
}

static void refuse(lua_State *L, const char *sign, const char *hint) {
    reading *r = sandbox_context(L);
    place at = declare_line(L);
    place written = sign_place(at, sign);
    if (!written.column) { /* math.max(x, 3), table.sort */
        problem_add(
            r->problems, places_line(r->places, at.line),
            "write max(x, y) or min(x, y), without 'math.'; lists of expressions have no "
            "order",
            "Lua cannot compare expressions");
    } else if (!problem_on_line(r->problems, at)) { /* places_read sees operators, too */
        problem_add(r->problems, sign_place(at, sign), hint, "'%s' cannot build a rule", sign);
    }
    r->problems->repeats++;
    declare_check_problems(L);
}

/* Which of these signs the line holds: Lua turns > into <, and ~= into ==. */
static const char *sign_on_line(lua_State *L, const char *const *signs) {
    place at = declare_line(L);
    for (; signs[1]; signs++) {
        if (sign_place(at, *signs).column) break;
    }
    return *signs;
}

static int refuse_comparison(lua_State *L) {
    static const char *const signs[] = {"<=", ">=", ">", "<", NULL};
    refuse(L, sign_on_line(L, signs),
           "compare with words: x:below(y), x:at_most(y), x:above(y), x:at_least(y)");
    lua_pushboolean(L, 0);
    return 1;
}

static int refuse_equal(lua_State *L) {
    static const char *const signs[] = {"~=", "==", NULL};
    refuse(L, sign_on_line(L, signs), "compare with words: x:is(y), x:is_not(y)");
    lua_pushboolean(L, 0);
    return 1;
}

static int refuse_join(lua_State *L) {
    refuse(L, "..", "texts can be joined, expressions cannot");
    return value_push_poison(L, declare_line(L));
}

static int refuse_length(lua_State *L) {
    refuse(L, "#", "count rows with count(source, filter)");
    return value_push_poison(L, declare_line(L));
}

static int refuse_remainder(lua_State *L) {
    refuse(L, "%", "rules calculate with + - * /; a rate is written percent(3)");
    return value_push_poison(L, declare_line(L));
}

static int refuse_whole_division(lua_State *L) {
    refuse(L, "//", "write round_down(x / y, 0)");
    return value_push_poison(L, declare_line(L));
}

static int refuse_power(lua_State *L) {
    refuse(L, "^", "rules calculate with + - * /");
    return value_push_poison(L, declare_line(L));
}

static int refuse_bits(lua_State *L) {
    static const char *const signs[] = {"<<", ">>", "&", "|", "~", NULL};
    refuse(L, sign_on_line(L, signs),
           "rules calculate with + - * /; conditions are joined by all_of {..}");
    return value_push_poison(L, declare_line(L));
}

static int refuse_write(lua_State *L) {
    reading *r = sandbox_context(L);
    place at = declare_line(L);
    if (lua_type(L, 2) == LUA_TSTRING) at = places_find(r->places, at.line, lua_tostring(L, 2));
    if (!at.column) at = places_line(r->places, at.line);
    if (!problem_on_line(r->problems, at)) /* what is written to may be unknown */
        problem_add(r->problems, at,
                    "what is declared cannot be changed; declare it as it should be",
                    "'=' cannot build a rule");
    r->problems->repeats++;
    declare_check_problems(L);
    return 0;
}

const luaL_Reg operator_behaviour[] = {
    {"__add", add},
    {"__sub", subtract},
    {"__mul", multiply},
    {"__div", divide},
    {"__unm", negate},
    {"__lt", refuse_comparison},
    {"__le", refuse_comparison},
    {"__eq", refuse_equal},
    {"__concat", refuse_join},
    {"__len", refuse_length},
    {"__mod", refuse_remainder},
    {"__idiv", refuse_whole_division},
    {"__pow", refuse_power},
    {"__band", refuse_bits},
    {"__bor", refuse_bits},
    {"__bxor", refuse_bits},
    {"__bnot", refuse_bits},
    {"__shl", refuse_bits},
    {"__shr", refuse_bits},
    {"__newindex", refuse_write},
    {NULL, NULL},
};
