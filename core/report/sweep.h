/* sweep.h - `rung sweep`: one row a value, as the values are tried.
 *
 * json, jsonl and csv go out row by row; tables and pages keep what they show of each row until
 * the end. Called by rung_sweep: begin, a row for every value, end. */
#ifndef RUNG_REPORT_SWEEP_H
#define RUNG_REPORT_SWEEP_H

#include "report/writer.h"

enum { SWEEP_PATHS = 2 };

/* A setting that is varied. */
typedef struct swept_path {
    const char *path; /* as it was given */
    measure measure;  /* what its numbers count */
    bool dates;       /* they are dates */
} swept_path;

typedef struct sweep_head {
    const result *base; /* the program without the values that are tried */
    const swept_path *paths;
    size_t path_count;        /* 1, or 2: a grid, the first varies slowest */
    const changed_value *set; /* what is set besides */
    size_t set_count;
    const char *scenario; /* its name, or NULL */
} sweep_head;

/* One row: a value for each path, and what comes of it. */
typedef struct sweep_row {
    const char *written[SWEEP_PATHS]; /* as --set takes it */
    number values[SWEEP_PATHS];
    const totals *totals;
} sweep_row;

typedef struct sweep_report sweep_report;

/* NULL when memory ran out. Lives in `memory`, as its head and options must. */
sweep_report *sweep_report_begin(arena *memory, const sweep_head *head,
                                 const report_options *options, report_sink *sink,
                                 void *context);
/* False: nothing more is wanted. */
bool sweep_report_row(sweep_report *s, const sweep_row *row);
bool sweep_report_end(sweep_report *s);

#endif
