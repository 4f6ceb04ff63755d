/* unlikely.h - numbers in a rule file that can only be a mistake.
 *
 * Literals alone are looked at: what a change or a sweep tries is its own affair. */
#ifndef RUNG_LANG_UNLIKELY_H
#define RUNG_LANG_UNLIKELY_H

#include "base/problem.h"
#include "lang/term.h"

/* A program without a name, grace below 0, a pass that nobody reaches. */
void unlikely_check(const term *declaration, problem_list *problems);

#endif
