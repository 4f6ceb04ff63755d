/* affected.h - which partners a changed program can concern. Private to eval/. */
#ifndef RUNG_EVAL_AFFECTED_H
#define RUNG_EVAL_AFFECTED_H

#include "eval/evaluation.h"

/* Marks, by the facts' numbers, the partners whose levels, certifications or payouts may differ
 * from the base; *all: any of them may. Only the conditions that the change touches are
 * computed for everybody, and compared with the base's. False only when memory ran out. */
bool find_affected(const lending *lends, uint8_t *marks, bool *all);

#endif
