/* split.h - amounts divided into parts that add up to them, to the minor unit.
 *
 * What cutting down leaves over goes one minor unit at a time to the largest remainders (at 9
 * places, as all comparisons), ties in order. Parts are exact, whatever the magnitudes; a
 * negative total mirrors a positive one. For shares of a claim, budgets that are allocated,
 * caps that are prorated and lines shown in cents. */
#ifndef RUNG_BASE_SPLIT_H
#define RUNG_BASE_SPLIT_H

#include "base/number.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* parts[i] = total x weights[i] / (sum of weights), cut down to `places` decimals (0..9), then
 * the rest handed out. A weight of 0 gets 0. total must be whole at those places: round it
 * first. False, with parts left alone, when it is not, a weight is negative, none is positive,
 * they add up beyond 10^20, or memory ran out. parts may be weights. */
bool split_largest_remainder(number total, const number *weights, size_t count, int places,
                             number *parts);

/* The same, except that parts[taker] gets all that cutting down leaves over; what is a whole
 * minor unit to 9 places is not cut. For few parts, such as the payers of a claim. */
bool split_left_over_to(number total, const number *weights, size_t count, int places,
                        size_t taker, number *parts);

/* Lines, of any sign, shown at `places` decimals (0..9) so that they add up to `total`, their
 * rounded exact sum: each is cut down (away from zero when it opposes the total's sign), then
 * the rest handed out; none moves by a whole minor unit. False, with parts left alone, when
 * total is not whole at those places or is a minor unit or more from the lines' sum, or memory
 * ran out. parts may be lines. */
bool split_rounded_lines(number total, const number *lines, size_t count, int places,
                         number *parts);

/* What some of the lines may add up to: each adds to one account. */
typedef struct split_limit {
    const uint32_t *account; /* by line */
    number *room;            /* by account: the most, whole at the places; used up */
} split_limit;

/* The same, except that a unit goes to no line whose account would pass its limit; every
 * account's exact lines keep it. What no line can take is not handed out: with one kind of
 * account that does not happen, with several the parts may add up to less than `total`. */
bool split_limited_lines(number total, const number *lines, size_t count, int places,
                         const split_limit *limits, size_t limit_count, number *parts);

#endif
