/* changed_rows.h - facts as if some rows of the database were others.
 *
 * A scenario's rows take the place of those with their ids, come in addition, or take rows
 * away. The builder asks for every row of the database whether it is hidden, from as many
 * threads as hand over rows, and takes in the written rows when a source ends. What is written
 * wrong is a problem where it is written. Called by builder.c only; the words are in request.h.
 */
#ifndef RUNG_DATA_CHANGED_ROWS_H
#define RUNG_DATA_CHANGED_ROWS_H

#include "data/builder.h"

typedef struct changed_rows changed_rows;

/* The source that somebody names, or NULL with a problem at `at`: also for api/, where a name
 * stands without rows. */
const source_request *written_source(const request *wanted, const char *name, place at,
                                     problem_list *problems);
/* Reads wanted->changes. NULL when memory ran out. */
changed_rows *changed_rows_new(arena *memory, const request *wanted, problem_list *problems);
/* Whether a written row stands in the place of this one, or deletes it. */
bool changed_rows_hide(changed_rows *c, size_t source, const cell *id);
/* After the last row of the source: hands over its written rows and counts them. False when
 * memory ran out. */
bool changed_rows_add(changed_rows *c, size_t source, facts_builder *b, rows_changed *counts);
/* A problem was reported: there can be no facts. */
bool changed_rows_refused(const changed_rows *c);

#endif
