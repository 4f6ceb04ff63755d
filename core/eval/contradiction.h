/* contradiction.h - rules that the data contradict: texts that no row has but nearly has. */
#ifndef RUNG_EVAL_CONTRADICTION_H
#define RUNG_EVAL_CONTRADICTION_H

#include "eval/result.h"

/* Reports each `column = "text"`, key of `by` and pattern that no row of the column has or fits
 * while one much like it does ("Won" for "won", "SEC-*" for "SEK-*"). A text that is merely
 * unused so far is no contradiction. */
void find_contradictions(const result *r, problem_list *problems);

#endif
