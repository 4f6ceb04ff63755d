/* sweep_formats.h - the formats of `rung sweep`, one file each. Private to report/. */
#ifndef RUNG_REPORT_SWEEP_FORMATS_H
#define RUNG_REPORT_SWEEP_FORMATS_H

#include "report/json.h"
#include "report/sweep.h"
#include "report/table.h"

struct sweep_report {
    const sweep_head *head;
    const report_options *options;
    arena *memory;
    json rows;       /* of json */
    sweep_row *kept; /* of tables and pages, in `memory` */
    size_t count, capacity;
    size_t written; /* rows of json, jsonl, csv */
    writer out;
};

/* Row by row. */
void sweep_json_begin(sweep_report *s);
void sweep_json_row(sweep_report *s, const sweep_row *row);
void sweep_json_end(sweep_report *s);
void sweep_jsonl_row(sweep_report *s, const sweep_row *row);
void sweep_csv_begin(sweep_report *s);
void sweep_csv_row(sweep_report *s, const sweep_row *row);

/* A row of headings, a row of figures. */
void sweep_csv_head(const sweep_head *head, writer *out);
void sweep_csv_cells(const sweep_head *head, const sweep_row *row, writer *out);

/* Of what was kept. */
void sweep_table_end(sweep_report *s);
void sweep_html_end(sweep_report *s);

/* Under "baseline": what every value is tried on. */
void sweep_json_baseline(const sweep_head *head, json *j);

/* Rows for people. */
typedef struct sweep_view {
    const sweep_head *head;
    const report_options *options;
    arena *memory;
    const sweep_row *rows;
    size_t count;
    const sweep_row *worst; /* tried, though not shown: where most partners have errors */
} sweep_view;

/* How many partners have errors at the values. */
typedef struct sweep_errors {
    size_t fewest, most;    /* of the rows */
    const sweep_row *worst; /* the first with the most, shown or not; NULL: there are no rows */
} sweep_errors;

sweep_errors sweep_errors_of(const sweep_view *v);
/* How many are left out at most, and the command that lists them; nothing where nobody is. */
void sweep_say_errors(const sweep_view *v, text_buffer *out);

/* One figure of every row: how many stand on a level, what a rule pays. */
typedef struct sweep_column {
    const char *title;
    const declared *ladder; /* of a level; NULL: of a rule */
    size_t index, level;
    bool fund;
    bool varies; /* not the same in all rows */
} sweep_column;

/* Levels, incentives, funds; in the view's arena. NULL when memory ran out. */
sweep_column *sweep_columns(const sweep_view *v, size_t *count);
/* How many rows the limit leaves; the verdict is that of all. */
size_t sweep_rows_shown(const sweep_view *v);
number sweep_figure(const sweep_column *c, const totals *t);
text sweep_shown(const sweep_column *c, number figure, const plan *p, char room[]);

/* Values, levels and payouts: all, or those that vary, and bars of the payout. */
void sweep_table(const sweep_view *v, bool all, writer *out);
/* Sections of a page: what is set besides, a table of all figures. */
void sweep_html_set(const sweep_head *head, writer *out);
void sweep_html_rows(const sweep_view *v, const char *title, writer *out);
/* "gold_line from $100,000.00 to $345,000.00: payout from $554,480.66 to $562,739.35" */
void sweep_say_verdict(const sweep_view *v, text_buffer *out);
/* The rows with the least and the largest payout, of those with no more errors than so many:
 * SIZE_MAX: of all. */
void sweep_extremes(const sweep_view *v, size_t errors, size_t *least, size_t *most);

/* A value of a path for people: "$163,400.00", "8.00%", "2026-07-01". */
text sweep_value(const sweep_head *head, size_t path, const sweep_row *row, char room[]);
/* The same for tools: "163400", "0.08", "2026-07-01". */
text sweep_machine(const sweep_head *head, size_t path, const sweep_row *row, char room[]);

#endif
