/* edit.h - a changed program: declarations in which some literals have other values.
 *
 * What-if, scenarios, sweeps and tests change programs this way and no other. The declarations
 * that are touched are copied; all others are shared with the program that was read. */
#ifndef RUNG_BIND_EDIT_H
#define RUNG_BIND_EDIT_H

#include "bind/path.h"

/* One change: a path as people shorten it, and a value as written in rules or as people write
 * it: 8%, 200000, $200,000, usd(200000), 2026-01-01, gold. */
typedef struct edit {
    const char *path;
    const char *value;
    place at; /* of the value in a scenario file; nowhere for the command line */
    place path_at;
} edit;

/* The program with all edits applied; NULL when a path is unknown, a value is not of its kind
 * or outside its setting's range (problems), or memory ran out. */
const declarations *edit_apply(arena *memory, const declarations *rules, const edit *edits,
                               size_t count, problem_list *problems);

/* The program in which one term of a declaration is another; NULL when memory ran out. */
const declarations *edit_replace(arena *memory, const declarations *rules,
                                 const term *declaration, const term *old, const term *new);

/* The whole path of an edit's path; NULL with a problem when it is unknown or ambiguous. */
const char *edit_path(arena *memory, const declarations *rules, const edit *e,
                      problem_list *problems);

#endif
