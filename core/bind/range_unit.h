/* range_unit.h - in which unit a number is written. Used by range.c, whose numbers have one
 * unit from end to end: values are tried as numbers of the unit that the setting has. */
#ifndef RUNG_BIND_RANGE_UNIT_H
#define RUNG_BIND_RANGE_UNIT_H

#include "base/arena.h"
#include "lang/term.h"

/* A currency's code or a word of the language: "USD", "percent", "months"; NULL: it is plain.
 */
const char *range_unit_of(const term *literal);
bool range_unit_is(const char *unit, const char *other);
/* "an amount in USD", "a percent", "a number of months", "a plain number"; NULL when memory ran
 * out. */
const char *range_unit_words(arena *memory, const char *unit);

#endif
