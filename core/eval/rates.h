/* rates.h - exchange rates of a source: the latest on or before a day. Private to eval/.
 *
 * Put into order once an evaluation, when the first amount is converted. */
#ifndef RUNG_EVAL_RATES_H
#define RUNG_EVAL_RATES_H

#include "eval/frame.h"

typedef enum rate_outcome {
    RATE_FOUND,
    RATE_MISSING,
    RATE_TWICE, /* two different ones for the day `since` */
    RATE_UNFIT, /* it is not above 0 */
    RATE_WRONG  /* a cell is wrong: `wrong` says which */
} rate_outcome;

typedef struct rate_found {
    rate_outcome outcome;
    number rate;
    date since; /* the day of the rate */
    const cell_error *wrong;
} rate_found;

/* The rate of the currency (a code of texts) by which n, a NODE_CONVERTED of a source of rates,
 * converts on the day. False only when memory ran out. */
bool rate_of(evaluation *e, const node *n, int64_t currency, date day, rate_found *out);

#endif
