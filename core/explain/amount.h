/* amount.h - how values are shown: exactly to machines, readably to people.
 *
 * Machines read up to 9 places and no separators; people $1,234.50, 12.35%, 60 days. Nothing is
 * computed here. Results are written into the caller's room or borrowed from the value. */
#ifndef RUNG_EXPLAIN_AMOUNT_H
#define RUNG_EXPLAIN_AMOUNT_H

#include "eval/result.h"

enum {
    AMOUNT_TEXT = 80, /* room for any amount with prefix, separators, unit and NUL */
    AMOUNT_USUAL = -1 /* as many decimals as people usually see of such a value */
};

/* Digits, an ISO date, true or false, or the text itself; empty unless there is a value. Money
 * has at least the minor unit's places. */
text amount_machine(const value *v, const plan *p, char room[AMOUNT_TEXT]);
/* Whether JSON writes it without quotes: booleans, whole counts and days. */
bool amount_is_bare(const value *v);
/* What is paid, accrued or shared: exactly the minor unit's places. */
text amount_exact(number paid, const plan *p, char room[AMOUNT_TEXT]);

/* For people; "-" unless there is a value. */
text amount_people(const value *v, const plan *p, char room[AMOUNT_TEXT]);
/* A number of some measure; `places` decimals or AMOUNT_USUAL (to tell two values that look
 * alike from each other, ask for more). */
text amount_of(number n, measure m, const plan *p, int places, char room[AMOUNT_TEXT]);
text amount_money(number n, const plan *p, char room[AMOUNT_TEXT]);
/* 12,345 */
text amount_count(size_t n, char room[AMOUNT_TEXT]);

#endif
