/* changed_errors.h - which partners' errors there are on which side. Private to changes.c. */
#ifndef RUNG_COMPARE_CHANGED_ERRORS_H
#define RUNG_COMPARE_CHANGED_ERRORS_H

#include "compare/changes.h"

/* Fills out->error_list. `partial`: of out->after, where it covers members only; NULL: all.
 * False when memory ran out. */
bool list_errors(arena *memory, changes *out, const evaluation *partial);

#endif
