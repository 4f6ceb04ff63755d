/* setting_range.h - which values of a setting lie in its range: its own, and those of by,
 * dated, when and or_else. Used by edit.c, which changes them, and range.c, which tries others.
 */
#ifndef RUNG_BIND_SETTING_RANGE_H
#define RUNG_BIND_SETTING_RANGE_H

#include "base/date.h"
#include "lang/term.h"

/* Whether a term is one of the values, and no part of a calculation. */
bool is_value_of_setting(const term *setting, const term *value);

/* The day that a literal says: date "2026-07-01", or the text alone. */
bool literal_day(const term *literal, date *out);

#endif
