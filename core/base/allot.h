/* allot.h - an amount divided in proportion to weights, where every part has bounds.
 *
 * Parts that would be below their least get it, parts that would be above their most get that,
 * and the others divide what remains in proportion (there is one such division). Exact; cents
 * left over go to the largest remainders, ties in order. For budgets that rules allocate. */
#ifndef RUNG_BASE_ALLOT_H
#define RUNG_BASE_ALLOT_H

#include "base/number.h"

typedef struct allotment {
    number weight;      /* above 0 */
    number least, most; /* 0 <= least <= most, whole at the places */
    number part;        /* out */
} allotment;

/* Divides total (at least 0, whole at `places` decimals, 0..9). Where not everybody's least can
 * be met, those with the smallest weights (at 9 places; of equal ones the last) get nothing
 * until it can. *unplaced: what bounds leave over. False when the weights add up beyond 10^20
 * or memory ran out. */
bool allot(number total, allotment *all, size_t count, int places, number *unplaced);

#endif
