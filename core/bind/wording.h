/* wording.h - a number as people write it: 8 %, €1,000, USD 250, 30 days, fraction(1, 20).
 *
 * Says what stands in a text, not where it fits: that is written.h's. */
#ifndef RUNG_BIND_WORDING_H
#define RUNG_BIND_WORDING_H

#include "base/arena.h"
#include "base/number.h"

typedef struct wording {
    bool is_number;
    number number;
    number below;     /* of a fraction; else 0 */
    bool percent;     /* 8% or percent(8) */
    const char *word; /* percent, days, months, fraction, usd, amount around it; NULL: bare */
    const char *code; /* of an amount: "USD"; else NULL */
} wording;

/* What a text says; is_number is false when that is no number. */
wording wording_read(arena *memory, const char *text);

/* The text without what says that it is one: "won", date "2026-01-01" and date("2026-01-01")
 * are won and 2026-01-01. NULL when memory ran out. */
const char *wording_text(arena *memory, const char *text);

/* The number of a text like "6 months" whose unit is this one, as its digits; else NULL. */
const char *wording_count_of(arena *memory, const char *text, const char *unit);

#endif
