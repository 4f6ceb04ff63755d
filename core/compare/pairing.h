/* pairing.h - the rules and ladders of two programs, paired by name. Private to changes.c. */
#ifndef RUNG_COMPARE_PAIRING_H
#define RUNG_COMPARE_PAIRING_H

#include "compare/changes.h"

/* Where the levels of either side stand among a changed_ladder's levels. */
typedef struct level_places {
    int *before, *after; /* by the side's own index */
} level_places;

/* Fills out->rules and out->ladders; *places is by ladder of `out`. False when memory ran out.
 */
bool pair_programs(arena *memory, changes *out, level_places **places);

#endif
