/* written.h - values as people write them, as terms: 8%, $200,000, 2026-01-01, usd(25). */
#ifndef RUNG_BIND_WRITTEN_H
#define RUNG_BIND_WRITTEN_H

#include "bind/path.h"

/* The term that stands for `text` where `old` stood, of the same kind: a bare number in place
 * of usd(150000) is an amount of the same currency. NULL with a problem when it cannot stand
 * there, or when memory ran out. The term stands where `old` stood; a problem is reported at
 * `at`. */
const term *written_term(arena *memory, const char *text, const term *old, place at,
                         problem_list *problems);

/* The same at a path, which problems name; "6 months" where trailing counts months. */
const term *written_at(arena *memory, const char *text, const setting_path *path, place at,
                       problem_list *problems);

/* A number said as a literal says its own: 0.08 like percent(5) is percent(8), 60 like usd(25)
 * is usd(60). NULL when memory ran out. */
const term *written_like(arena *memory, number value, const term *literal);
/* The currency that a literal names ("EUR"): of eur(5) and amount(5, "EUR"); NULL: none. */
const char *written_code(const term *literal);

/* The number that a literal stands for (3% is 0.03, $25 is 25); false when it is no number. */
bool written_number(const term *literal, number *out);

#endif
