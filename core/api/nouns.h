/* nouns.h - what stands behind the opaque nouns of <rung.h>.
 *
 * Each owns one arena in which its stages build; freeing the noun frees that. Private to api/.
 */
#ifndef RUNG_API_NOUNS_H
#define RUNG_API_NOUNS_H

#include "bind/bind.h"
#include "bind/edit.h"
#include "bind/overrides.h"
#include "bind/range.h"
#include "compare/against.h"
#include "compare/target.h"
#include "report/report.h"
#include "rung.h"

#include <pthread.h>

struct rung_program {
    arena memory;
    const declarations *rules;
    plan *unbound; /* bound without a database: for settings */
};

/* What a scenario file and changes by hand say, checked against the program. */
struct rung_scenario {
    arena memory;
    const rung_program *program;
    const declarations *rules; /* the program as changed */
    const char *name, *why;    /* NULL: none; a scenario file without a name goes by its own */
    const char *as_of;         /* YYYY-MM-DD, or NULL */
    place as_of_at;
    changed_value *set; /* whole paths */
    size_t set_count;
    row_change *rows;
    size_t row_count;
    bool reads_otherwise; /* a source's id, partner or day is another column */
    metric_overrides overrides;
};

/* What is varied, checked against the program. */
struct rung_range {
    arena memory;
    const rung_program *program;
    const rung_scenario *scenario; /* or NULL */
    const declarations *rules;     /* the program as the scenario changes it */
    range items[2];
    value now[2];    /* what stands there in `rules`, and what it counts */
    bool foreign[2]; /* in another currency than the program's */
    size_t count;
    const declarations *first, *last; /* the rules with the first and the last values */
    const char *so_that;              /* NULL: nothing is sought */
    target target;
};

struct rung_facts {
    arena memory;
    facts *read;
    const rung_program *program;
    date as_of;
    char as_of_text[DATE_TEXT];
    bool undated;          /* as_of is some day, and what depends on it is not told */
    bool day_asked;        /* whoever loaded them said as_of */
    const request *loaded; /* the rows and columns that were read */
    const row_change
        *rows; /* of the scenario that they were read with; NULL: as in the database */
};

struct rung_result {
    arena memory;
    const rung_program *program;
    const rung_facts *facts;
    const rung_scenario *scenario; /* or NULL */
    const declarations *rules;     /* that were bound */
    plan *bound;
    result *found;           /* NULL as long as a part says enough */
    const rung_result *base; /* that `part` is against */
    partial_result *part;
    int jobs;
    bool as_base;
    pthread_mutex_t
        lock; /* explanations compute rows' values when asked; a part is completed */
};

struct rung_changes {
    arena memory;
    changes *found;
    guard_outcome *guards;
    size_t guard_count;
    attribution *attribution; /* NULL: not asked for */
    const rung_result *before, *after;
};

/* What a result's scenario changes, for the head of a report. */
changes_head changed_head(const rung_result *r);
/* The result of everybody; NULL when memory ran out. */
const result *whole_result(const rung_result *r);

#endif
