/* attribution.h - what each of several changes is worth, exactly.
 *
 * A change's worth alone is the difference of payout that it makes by itself; what is left of
 * the total is their interaction. The Shapley value shares the interaction out: the mean of
 * what a change adds, over all orders in which the changes could be made. */
#ifndef RUNG_COMPARE_ATTRIBUTION_H
#define RUNG_COMPARE_ATTRIBUTION_H

#include "base/number.h"

enum { SHAPLEY_MOST = 7 /* changes: 128 sets of them */ };

typedef struct attributed {
    const char
        *what; /* a path; several joined that stand only together; or what else changed */
    number alone;
    number shapley; /* to 9 places */
    number shown;   /* the same to the minor unit, so that people see it add up */
} attributed;

typedef struct attribution {
    attributed *items;
    size_t count;
    number total;       /* with all changes */
    number interaction; /* total less the sum of `alone` */
    bool has_shapley;
} attribution;

/* Fills every `shapley` from what sets of changes are worth: worth[s], with bit i of s for
 * change i, whole at 9 places. The values add up to worth[all]: what rounding down leaves over
 * goes to the largest remainders, ties in order. False when memory ran out. */
bool attribution_share(const number *worth, int currency_places, attribution *out);

#endif
