/* convert_number.c - from Lua's numbers to exact ones: see converting.h. */
#include "lang/converting.h"

#include "syntax/literal.h"

#include <lauxlib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The digits of the number that is written at this place, or NULL when none is. */
static const char *literal_at(arena *memory, place at, double value) {
    text line = place_source_line(at);
    char digits[64];
    size_t start = at.column ? (size_t)at.column - 1 : 0, length = 0;
    while (at.column && start + length < line.length && length + 1 < sizeof digits &&
           strchr("0123456789.", line.bytes[start + length])) {
        digits[length] = line.bytes[start + length];
        length++;
    }
    digits[length] = '\0';
    return length && strtod(digits, NULL) == value ? arena_print(memory, "%s", digits) : NULL;
}

/* 2^53 and more: Lua's whole numbers wrap at 2^63, its floats skip some, and neither tells.
 * What the text itself writes is as good as the double or whole number that Lua has of it. */
static bool exact_large(lua_State *L, const reading *r, int index, double value, number *out) {
    if (lua_isinteger(L, index))
        *out = number_from_integer(lua_tointeger(L, index));
    else if (!number_from_whole_double(out, value))
        return false;
    return places_write(r->places, *out);
}

static bool exact_number(lua_State *L, const reading *r, int index, double value, number *out) {
    if (fabs(value) >= (double)LITERAL_SAFE) return exact_large(L, r, index, value, out);
    if (lua_isinteger(L, index) || floor(value) == value) {
        *out = number_from_integer((int64_t)value);
        return true;
    }
    return number_from_double(out, value);
}

const term *convert_number(lua_State *L, int index, place at) {
    number exact;
    reading *r = sandbox_context(L);
    double value = lua_tonumber(L, index);
    if (exact_number(L, r, index, value, &exact)) {
        term *t = declare_term(L, TERM_NUMBER, at);
        t->number = exact;
        return t;
    }
    bool large = fabs(value) >= (double)LITERAL_SAFE;
    if (large && problem_on_line(r->problems, at)) return declare_poison(L, at);
    if (!isfinite(value)) {
        return convert_wrong(
            L, at, "Lua divided by zero here, or left all numbers behind; say what is meant",
            "this calculation has no number as its result");
    }
    if (fabs(value) > 1e20) {
        return convert_wrong(L, at, "write a smaller one",
                             "this is larger than 10^20, the largest amount there is");
    }
    const char *digits = literal_at(r->memory, at, value);
    if (large) {
        return convert_wrong(
            L, at,
            digits ? arena_print(r->memory, "write decimal \"%s\"", digits)
                   : "calculate with decimals: decimal \"5000000000\" * 5000000000",
            digits ? "this number is too large for Lua to hold exactly"
                   : "Lua calculated this number, which is too large to be exact");
    }
    if (digits) {
        return convert_wrong(
            L, at, arena_print(r->memory, "write decimal \"%s\"", digits),
            "a number has at most 9 places and 15 digits, unless it is written as text");
    }
    return convert_wrong(
        L, at, "write a quotient as fraction(1, 3), a decimal as text: decimal \"0.3\"",
        "Lua calculated this number, and it is no exact decimal");
}
