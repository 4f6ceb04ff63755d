/* placing.h - rows of all intakes, put where they belong in a table of the facts. */
#ifndef RUNG_DATA_PLACING_H
#define RUNG_DATA_PLACING_H

#include "data/building.h"
#include "data/vector_room.h"

/* Where the rows of one intake go, and what its codes of texts are called in the facts. */
typedef struct placing {
    intake *in;
    uint32_t *places;    /* by row of the intake */
    int32_t *renumbered; /* by code of its own; NULL: they are the facts' */
} placing;

/* Fills first[0 .. partners] and the places of all rows: by partner, then as they came. A
 * reference's rows are placed as those of one. */
bool placing_by_partner(placing *of, size_t count, size_t partners, uint32_t *first);
/* Gives the texts of an intake codes of the facts. */
bool placing_texts(placing *of, dictionary *texts);
/* Column `c` of the request and ids, from all intakes, which are left without them. */
bool placing_column(placing *of, size_t count, size_t c, vector_room *room, map *texts,
                    facts_column *out);
bool placing_ids(placing *of, size_t count, vector_room *room, facts_table *table);

#endif
