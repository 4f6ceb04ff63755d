#include "bind/range_unit.h"

#include "bind/written.h"

#include <ctype.h>
#include <string.h>

const char *range_unit_of(const term *literal) {
    const char *code = written_code(literal);
    while (literal->kind == TERM_OPERATION && literal->count == 1)
        literal = literal->entries[0].value;
    bool plain = literal->kind != TERM_CALL || literal->method ||
                 term_is_call(literal, "fraction") || term_is_call(literal, "decimal");
    return code || plain ? code : literal->name;
}

bool range_unit_is(const char *unit, const char *other) {
    return unit == other || (unit && other && strcmp(unit, other) == 0);
}

const char *range_unit_words(arena *memory, const char *unit) {
    if (!unit) return "a plain number";
    if (strcmp(unit, "percent") == 0) return "a percent";
    return arena_print(
        memory, isupper((unsigned char)*unit) ? "an amount in %s" : "a number of %s", unit);
}
