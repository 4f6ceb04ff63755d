/* setting_row.h - what stands at a path of a program, with what it counts. Used by whoever
 * reports or varies settings. */
#ifndef RUNG_REPORT_SETTING_ROW_H
#define RUNG_REPORT_SETTING_ROW_H

#include "bind/path.h"
#include "eval/result.h"

/* One line of `rung settings`. */
typedef struct setting_row {
    const setting_path *path;
    value value;
    const char *unit;    /* "money", "percent", "text", "date", "months", ... */
    const char *formula; /* NULL: nothing but the value stands there */
    const char *title;   /* the declaration's, or NULL */
    const char *why;     /* likewise */
    const term *range;   /* or NULL */
} setting_row;

setting_row setting_row_of(arena *memory, const plan *p, const setting_path *path);
/* The n-th end of a setting's range, in the setting's unit. */
value setting_range_end(const plan *p, const setting_row *row, size_t n);
/* As people write it: no decimals that say nothing. */
void setting_say(text_buffer *out, const value *v, const char *unit, const plan *p);

/* The value at a path of the plan's rules, with what it counts. */
value setting_value(const plan *p, const setting_path *path);
/* A number as people read it, with its unit: $500, 8%, 12 months; NULL: it is none, or memory
 * ran out. */
const char *setting_words(arena *memory, const plan *p, const setting_path *path);
/* Whether it is an amount in another currency than the program's. */
bool setting_is_foreign(const plan *p, const setting_path *path);

#endif
