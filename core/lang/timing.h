/* timing.h - what the fields of a ladder that say when partners move need of each other. */
#ifndef RUNG_LANG_TIMING_H
#define RUNG_LANG_TIMING_H

#include "lang/term.h"

void timing_check(arena *memory, const term *ladder, problem_list *problems);
/* on { "01-15" }: false when a problem was reported. */
bool timing_check_days(problem_list *problems, const term *call);

#endif
