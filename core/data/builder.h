/* builder.h - the one door through which rows become facts.
 *
 * Whoever has rows (a database, a test's file, a scenario, an embedder) begins each source in
 * the request's order, `partner` first, and hands over its rows one by one in any order. Wrong
 * cells become their partner's errors; what makes the data as a whole unusable becomes a
 * problem. */
#ifndef RUNG_DATA_BUILDER_H
#define RUNG_DATA_BUILDER_H

#include "data/cell.h"

typedef struct facts_builder facts_builder;

/* The facts, and nothing else, will live in `memory`. NULL when memory ran out. */
facts_builder *facts_builder_new(arena *memory, const request *wanted, problem_list *problems);
void facts_builder_free(facts_builder *b);

/* Whether the builder looks at this column's cells: some rule wants it, or it dates the row. */
bool facts_builder_reads(const source_request *source, size_t column);

/* How many threads may hand over rows of one source at once. */
enum { MOST_INTAKES = 2 };

/* The next source of the request. False when memory ran out or the request can't be read. */
bool facts_builder_begin(facts_builder *b);
/* After that: rows come from so many threads, each with a number of its own. False when memory
 * ran out. The same rows give the same facts whichever thread hands them over. */
bool facts_builder_split(facts_builder *b, size_t threads);
/* About so many rows will come from each thread: room for them is made at once. */
bool facts_builder_expect(facts_builder *b, size_t rows);
bool facts_builder_row_of(facts_builder *b, size_t thread, const cell *id, const cell *partner,
                          const cell *cells);
/* A row: its id, its partner (ignored for `partner`, whose id it is) and one cell a column of
 * the request; cells of columns that are not read are not looked at. False when memory ran out.
 */
bool facts_builder_row(facts_builder *b, const cell *id, const cell *partner,
                       const cell *cells);
/* Once the first source has ended: whether it is a partner's id. */
bool facts_builder_knows(const facts_builder *b, text partner);
/* After the last row of the last source. NULL on problems or when memory ran out. */
facts *facts_builder_finish(facts_builder *b);

#endif
