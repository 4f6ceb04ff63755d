/* errors.h - partners' errors of a whole evaluation. Private to eval/. */
#ifndef RUNG_EVAL_ERRORS_H
#define RUNG_EVAL_ERRORS_H

#include "eval/evaluation.h"

/* Takes over the cells that are not what their columns say. */
void errors_of_cells(evaluation *e);
/* By partner, then file, line, column, row; the same one only once. Hands them to the result.
 */
bool errors_in_order(evaluation *e);

#endif
