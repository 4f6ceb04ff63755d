/* details.h - what one declaration or call must hold beyond the shapes of its fields.
 *
 * Used by validate.c and calls.c. */
#ifndef RUNG_LANG_DETAILS_H
#define RUNG_LANG_DETAILS_H

#include "lang/term.h"

void details_check(arena *memory, const term *declaration, problem_list *problems);

/* { from, value } */
bool details_is_band(const entry *e);

/* details_call.c: a call whose values are written out: dates, decimals, units. False when it
 * was reported. */
bool details_check_call(problem_list *problems, const term *call);

#endif
