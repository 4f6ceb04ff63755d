/* some_day.h - the day that rules are looked at when none is known yet; nothing is evaluated
 * with it. */
#ifndef RUNG_API_SOME_DAY_H
#define RUNG_API_SOME_DAY_H

#include "base/date.h"

static inline date some_day(void) {
    date d = 0;
    date_from_parts(&d, 2026, 1, 1);
    return d;
}

#endif
