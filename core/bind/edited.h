/* edited.h - gives a changed program its meaning.
 *
 * What the changes made wrong may show far from what was changed; it is told with the path and
 * the value that made it. */
#ifndef RUNG_BIND_EDITED_H
#define RUNG_BIND_EDITED_H

#include "bind/bind.h"
#include "bind/edit.h"

typedef struct edited {
    const declarations *before, *after; /* after: what edit_apply gave */
    const edit *edits;
    size_t count;
    const metric_overrides *overrides; /* NULL: none */
} edited;

/* As bind_plan_with, without a database. */
plan *bind_edited(arena *memory, const edited *rules, date as_of, problem_list *problems);

#endif
