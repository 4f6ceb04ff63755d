/* sweep_formats.h - the formats of `rung sweep`, one file each. Private to report/. */
#ifndef RUNG_REPORT_SWEEP_FORMATS_H
#define RUNG_REPORT_SWEEP_FORMATS_H

#include "report/json.h"
#include "report/sweep.h"

struct sweep_report {
    const sweep_head *head;
    const report_options *options;
    arena *memory;
    json rows;       /* of json */
    sweep_row *kept; /* of tables and pages, in `memory` */
    size_t count, capacity;
    writer out;
};

/* Row by row. */
void sweep_json_begin(sweep_report *s);
void sweep_json_row(sweep_report *s, const sweep_row *row);
void sweep_json_end(sweep_report *s);
void sweep_jsonl_row(sweep_report *s, const sweep_row *row);
void sweep_csv_begin(sweep_report *s);
void sweep_csv_row(sweep_report *s, const sweep_row *row);

/* Of what was kept. */
void sweep_table_end(sweep_report *s);
void sweep_html_end(sweep_report *s);

/* A value of a path for people: "$163,400.00", "8.00%", "2026-07-01". */
text sweep_value(const sweep_head *head, size_t path, const sweep_row *row, char room[]);

#endif
