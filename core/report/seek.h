/* seek.h - `rung seek`: for which values a target holds. Called by rung_seek. */
#ifndef RUNG_REPORT_SEEK_H
#define RUNG_REPORT_SEEK_H

#include "compare/seek.h"
#include "report/sweep.h"

typedef struct seek_head {
    const sweep_head *head; /* one path */
    const range *over;
    const target *target;
    const char *so_that; /* as it was given */
} seek_head;

bool report_sought(const sought *found, const seek_head *head, const report_options *options,
                   report_sink *sink, void *context);

#endif
