/* other_changes.h - what else is different for a partner than levels and payouts: what it holds
 * and fulfils, its scores, benefits, what it carries over and what it has in funds.
 *
 * Certifications, obligations and scores that only one program has are different for nobody,
 * as with ladders; benefits and money that only one gives are. Private to changes.c. */
#ifndef RUNG_COMPARE_OTHER_CHANGES_H
#define RUNG_COMPARE_OTHER_CHANGES_H

#include "compare/changes.h"

typedef struct other_comparing {
    arena *memory; /* of what is found */
    arena scratch; /* of one partner's benefits */
    changes *out;
    size_t capacity; /* of out->others */
} other_comparing;

/* Fills out->things. False when memory ran out. */
bool others_pair(other_comparing *c);
/* Adds what is different for a partner that both sides have: `before` by the facts' number,
 * `after` an item of its arrays. False when memory ran out. */
bool others_compare(other_comparing *c, uint32_t before, uint32_t after);

#endif
