/* seek_formats.h - the formats of `rung seek`, and what they share. Private to report/. */
#ifndef RUNG_REPORT_SEEK_FORMATS_H
#define RUNG_REPORT_SEEK_FORMATS_H

#include "report/seek.h"
#include "report/sweep_formats.h"

typedef struct telling {
    const sought *found;
    const seek_head *head;
    const report_options *options;
    arena *memory;
    size_t intervals; /* that are listed */
    writer out;
} telling;

/* A value that was tried as a row of a sweep; false when memory ran out. */
bool seek_row(const telling *t, int64_t at, const totals *totals, sweep_row *row);

/* seek_machine.c */
void seek_write_json(telling *t);
void seek_write_jsonl(telling *t);
void seek_write_csv(telling *t);

#endif
