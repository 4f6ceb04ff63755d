/* people_cell.h - cells of rows that somebody writes: as people and as rules say money and
 * dates. */
#ifndef RUNG_DATA_PEOPLE_CELL_H
#define RUNG_DATA_PEOPLE_CELL_H

#include "base/arena.h"
#include "base/text.h"
#include "data/cell.h"

typedef enum people_fault {
    PEOPLE_FINE,
    PEOPLE_MALFORMED,     /* nothing of the kind */
    PEOPLE_OTHER_CURRENCY /* money of another currency, or of one that cannot be told */
} people_fault;

/* 1,500 becomes 1500, yes true, date "2026-01-01" 2026-01-01; of money also $1,500.00, 1500 USD
 * and usd(1500), where `currency` (or NULL: not known) is that. *out is the cell as a table
 * would hold it, in the arena or in `written`. */
people_fault cell_from_people(arena *memory, text written, cell_kind kind, const char *currency,
                              text *out);

#endif
