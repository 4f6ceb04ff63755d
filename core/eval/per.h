/* per.h - the groups that `x:per(..)` makes of a partner's rows. Private to eval/. */
#ifndef RUNG_EVAL_PER_H
#define RUNG_EVAL_PER_H

#include "eval/gather.h"

typedef struct grouping {
    gathering rows;
    row_groups groups; /* by key; periods by their number, all of them */
    uint8_t *folded;   /* by group */
    size_t folded_capacity;
    bool wrong;     /* an error: the fold is one */
    bool too_large; /* that error arises here */
} grouping;

bool grouping_open(grouping *g, const node *n);
void grouping_free(grouping *g);
/* Makes the groups of the partner of an item of f, and finds out which are folded. `block` is a
 * frame over the rows. False only when memory ran out. */
bool grouping_of(grouping *g, frame *f, frame *block, size_t item);

#endif
