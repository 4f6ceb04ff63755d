/* settings.h - what stands at a path of a program, as people read it. Used by whoever reports
 * or varies settings. */
#ifndef RUNG_REPORT_SETTINGS_H
#define RUNG_REPORT_SETTINGS_H

#include "bind/path.h"
#include "eval/result.h"

/* The value at a path of the plan's rules, with what it counts. */
value setting_value(const plan *p, const setting_path *path);
/* A number as people read it, with its unit: $500, 8%, 12 months; NULL: it is none, or memory
 * ran out. */
const char *setting_words(arena *memory, const plan *p, const setting_path *path);
/* Whether it is an amount in another currency than the program's. */
bool setting_is_foreign(const plan *p, const setting_path *path);

#endif
