/* report.h - what people and tools read: each report writes one thing in one format.
 *
 * A report never computes an amount; it shows what a result, plan or the table of words
 * holds. Same input, same bytes. */
#ifndef RUNG_REPORT_REPORT_H
#define RUNG_REPORT_REPORT_H

#include "compare/attribution.h"
#include "compare/changes.h"
#include "compare/edges.h"
#include "compare/guard.h"
#include "explain/explanation.h"

typedef enum report_format {
    REPORT_TABLE,
    REPORT_JSON,
    REPORT_JSONL,
    REPORT_CSV,
    REPORT_LUA,
    REPORT_HTML
} report_format;

typedef struct report_options {
    report_format format;
    const uint32_t *partners; /* which are shown, ascending; NULL: all */
    size_t partner_count;
    long limit; /* rows; negative: 20 in a table, all elsewhere; 0: totals only */
    bool color;
    size_t width;                 /* columns of the terminal, for tables; 0: 80 */
    const char *data_fingerprint; /* NULL: not shown */
    /* Of changes only. Partners are the baseline's, and a limit keeps the largest deltas. */
    const char *const *rules; /* which rules and ladders are shown, by name */
    size_t rule_count;        /* 0: all */
    number min_delta;         /* partners whose payout changes by less are not shown */
    const struct changes_head *changed; /* of one result: what was changed before; or NULL */
} report_options;

/* Where text goes; false: it is not wanted any more, or memory ran out. */
typedef bool report_sink(void *context, const char *bytes, size_t length);

/* `rung evaluate`, in result_table.c, result_json.c, result_csv.c, result_html.c. */
bool report_result(const result *r, const report_options *options, report_sink *sink,
                   void *context);

/* One value that a change sets. */
typedef struct changed_value {
    const char *path, *value; /* as they were given */
    const char *machine;      /* the value as tools read it: digits, 8% as 0.08; never NULL */
    const char *whole;        /* the whole path; NULL: it is `path` */
    const char *from,
        *to; /* before and after, as people read them; from NULL: not known, to NULL: `value` */
} changed_value;

/* What was changed, for the head of a report of changes. */
typedef struct changes_head {
    const changed_value *set;
    size_t set_count;
    const char *scenario, *why; /* its name or file, or NULL; what it is for, or NULL */
    const plan *plan;           /* the candidate's: its metrics of single partners .. */
    const facts *facts;         /* .. and its rows are told */
    bool against;               /* the candidate is another program than the baseline */
    const result *whole; /* the candidate over all partners, of which reasons are given; NULL:
                          * none are */
    const guard_outcome *guards; /* those of the candidate; one guard's stand together */
    size_t guard_count;
    const attribution *attribution; /* NULL: not asked for */
} changes_head;

/* `rung what-if`, in changes_table.c, changes_json.c, changes_csv.c, changes_html.c. */
bool report_changes(const changes *c, const report_options *options, const changes_head *head,
                    report_sink *sink, void *context);

/* How edges were looked for. */
typedef struct edges_head {
    const char *within;   /* as it was given: "5%", "2" */
    size_t looked_at;     /* near lines */
    bool one_by_one;      /* some lines concern others: each was evaluated by itself .. */
    size_t not_evaluated; /* .. the nearest only */
} edges_head;

/* `rung edges`, in edges.c. */
bool report_edges(const result *r, const edge_list *edges, const edges_head *head,
                  const report_options *options, report_sink *sink, void *context);

/* `--format sqlite`, in result_sqlite.c and changes_sqlite.c: into a file of its own. False
 * with a problem, or without when memory ran out. They compute values of requirements: not safe
 * from two threads on one result. Changes need the whole candidate in their head. */
bool export_result(const result *r, const report_options *options, const char *path,
                   problem_list *problems);
bool export_changes(const changes *c, const report_options *options, const changes_head *head,
                    const char *path, problem_list *problems);

/* `rung explain`: of one partner; of one rule when name is not NULL. */
bool report_explanation(const result *r, uint32_t partner, const char *name,
                        const report_options *options, report_sink *sink, void *context);
/* Reasons without a head, indented by so many steps, behind what the buffer holds. */
void report_reasons(const explanation *root, size_t depth, text_buffer *out);

/* One value by its dotted name, as include/rung.h says; partner -1: of the totals. Appends
 * nothing for no value; false when there is no such name. */
bool report_value(const result *r, int64_t partner, const char *name, text_buffer *out);

/* `rung settings` */
bool report_settings(const plan *p, const report_options *options, report_sink *sink,
                     void *context);

/* `rung words`: all (NULL) or one; false through *known when there is no such word. REPORT_LUA:
 * editor annotations. */
bool report_words(const char *word, const report_options *options, bool *known,
                  report_sink *sink, void *context);

#endif
