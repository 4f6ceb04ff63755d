/* range.h - the values that a setting goes through: gold_line=100000..345000/5000.
 *
 * Values lie a step apart, exactly; the last is the largest that is not beyond the end. They
 * are numbers, or dates that are so many days, weeks or months apart. Called by whoever varies
 * settings; needs declarations only, no data. */
#ifndef RUNG_BIND_RANGE_H
#define RUNG_BIND_RANGE_H

#include "base/date.h"
#include "bind/path.h"

typedef struct range {
    const char *path;  /* as it was given */
    const char *whole; /* the whole path */
    bool percent;      /* values are written 8% */
    bool dates;
    number first, step; /* dates: days since 1970, so many units */
    date_unit unit;     /* of a date's step */
    int64_t count;      /* of values, at least 1 */
} range;

/* What holds where the text does not say it. */
typedef struct range_usual {
    bool may_lack;      /* the ends may be left out: then the setting's range is meant */
    const number *step; /* where neither text nor setting says one; NULL: it must be said */
    const char *unit;   /* what a plain number there counts: "USD", "days"; NULL: no unit */
} range_usual;

enum { RANGE_TEXT = NUMBER_TEXT + 1 };

/* The `=` behind a path, which keys in quotes may hold as well; NULL: there is none. */
const char *range_equals(const char *text);

/* Reads PATH=FROM..TO/STEP. False with a problem, or when memory ran out. */
bool range_read(arena *memory, const char *text, const declarations *rules,
                const range_usual *usual, range *out, problem_list *problems);

/* The n-th value, as an edit takes it: 100000, 8%, 2026-01-01. */
void range_print(const range *r, int64_t n, char out[RANGE_TEXT]);
/* The n-th value; a date's is its day. */
number range_value(const range *r, int64_t n);

#endif
