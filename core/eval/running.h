/* running.h - what an aggregate comes to after each of a partner's rows. Private to eval/. */
#ifndef RUNG_EVAL_RUNNING_H
#define RUNG_EVAL_RUNNING_H

#include "eval/gather.h"

enum { RUNNING_TOO_LARGE = 0xFF /* a state: an error that arises where it is asked for */ };

/* values[i] and states[i] are those of the first i rows, i from 0 to g->count. False only when
 * memory ran out. */
bool running_values(const gathering *g, number *values, uint8_t *states);

#endif
