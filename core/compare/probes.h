/* probes.h - which conditions of a changed program must be compared with those of the base.
 *
 * Rules that pay are the same in both; see affected.h. Private to compare/. */
#ifndef RUNG_COMPARE_PROBES_H
#define RUNG_COMPARE_PROBES_H

#include "eval/match.h"

/* Something of the candidate to be compared, partner by partner. */
typedef struct probe {
    const node *now;    /* NULL: whether the base found an error */
    const node *before; /* NULL: only errors of `now` matter */
} probe;

typedef struct probes {
    probe *items;
    size_t count;
    const char *steps; /* what became of each condition of the base on the way: two candidates
                        * of the same rules with the same steps ask for the same conditions */
    bool all;          /* something cannot be told partner by partner */
} probes;

/* False only when memory ran out. */
bool list_probes(arena *memory, const plan_match *m, probes *out);

#endif
