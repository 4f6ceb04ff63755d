/* scenario.h - a change to try, as somebody wrote it: values of settings, rows, metrics.
 *
 *     name: Gold at 200,000
 *     why: the budget for 2027
 *     as_of: 2026-09-30
 *     set: {gold_line: 200000, volume_rebate: {pays: 3%}}
 *     data:
 *       deal:
 *         - {id: 9001, partner: P0007, amount: 40000, closed_on: 2026-09-01}
 *         - {id: 771, delete: true}
 *     partners:
 *       P0007: {engineers: 5}
 *
 * Nothing here knows a program or its data: names and values are texts as written, each with
 * its place, for those who know what they mean. Immutable once read. */
#ifndef RUNG_SCENARIO_SCENARIO_H
#define RUNG_SCENARIO_SCENARIO_H

#include "scenario/yaml.h"

/* A name and what was written for it. */
typedef struct written_value {
    const char *name; /* a path, a column, a metric; maps in maps are joined with dots */
    place name_at;
    const char *value; /* "" where there is none; only in rows and of metrics */
    place at;
} written_value;

/* A row of a source: added, or in the place of the one with its id, or deleted. */
typedef struct written_row {
    const char *source;
    place source_at;
    place at;              /* the row */
    written_value *fields; /* id, partner and columns, in their order; `delete` is none */
    size_t count;
    bool is_deleted;
} written_row;

/* What a partner's metric is to be. */
typedef struct written_metric {
    const char *partner;
    place partner_at;
    written_value metric;
} written_metric;

typedef struct scenario {
    const source_file *file;
    const char *name, *why; /* NULL: not given */
    const char *as_of;      /* a date as YYYY-MM-DD, or NULL */
    place as_of_at;
    written_value *set;
    size_t set_count;
    written_row *rows;
    size_t row_count;
    const written_value *empty; /* sources that are named without rows */
    size_t empty_count;
    written_metric *metrics;
    size_t metric_count;
} scenario;

/* NULL with problems, or when memory ran out (memory->failed). */
const scenario *scenario_read(arena *memory, const char *path, problem_list *problems);
/* The same of a file that was read already. */
const scenario *scenario_from(arena *memory, const source_file *file, problem_list *problems);

/* Parts that other files have too: `set`, and `data` (or `given`): source: list of rows. Each
 * appends to what is there; false when memory ran out. An empty node is an empty part. */
typedef struct written_values {
    written_value *items;
    size_t count, capacity;
} written_values;
typedef struct written_rows {
    written_row *items;
    size_t count, capacity;
    written_values empty; /* sources that are named without rows */
} written_rows;
bool scenario_values(arena *memory, const yaml_node *from, written_values *out,
                     problem_list *problems);
/* The same where a value may lack: a metric without a value. */
bool scenario_metrics(arena *memory, const yaml_node *from, written_values *out,
                      problem_list *problems);
bool scenario_rows(arena *memory, const yaml_node *from, written_rows *out,
                   problem_list *problems);

#endif
