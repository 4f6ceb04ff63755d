/* report.h - what people and tools read: each report writes one thing in one format.
 *
 * A report never computes an amount; it shows what a result, plan or the table of words
 * holds. Same input, same bytes. */
#ifndef RUNG_REPORT_REPORT_H
#define RUNG_REPORT_REPORT_H

#include "eval/result.h"

typedef enum report_format { REPORT_TABLE, REPORT_JSON, REPORT_JSONL, REPORT_CSV, REPORT_LUA } report_format;

typedef struct report_options {
    report_format format;
    const uint32_t *partners; /* which are shown, ascending; NULL: all */
    size_t partner_count;
    long limit;               /* rows; negative: 20 in a table, all elsewhere; 0: totals only */
    bool color;
    size_t width;             /* columns of the terminal, for tables; 0: 80 */
    const char *data_fingerprint; /* NULL: not shown */
} report_options;

/* Where text goes; false: it is not wanted any more, or memory ran out. */
typedef bool report_sink(void *context, const char *bytes, size_t length);

/* `rung evaluate`, in result_table.c, result_json.c, result_csv.c. */
bool report_result(const result *r, const report_options *options, report_sink *sink, void *context);

/* `rung explain`: of one partner; of one rule when name is not NULL. */
bool report_explanation(const result *r, uint32_t partner, const char *name, const report_options *options,
                        report_sink *sink, void *context);
/* Whether explain knows a rule of this name. */
bool report_can_explain(const plan *p, const char *name);

/* One value by its dotted name, as include/rung.h says; partner -1: of the totals. Appends nothing for no value; false when
 * there is no such name. */
bool report_value(const result *r, int64_t partner, const char *name, text_buffer *out);

/* `rung settings` */
bool report_settings(const plan *p, const report_options *options, report_sink *sink, void *context);

/* `rung words`: all (NULL) or one; false through *known when there is no such word. REPORT_LUA: editor annotations. */
bool report_words(const char *word, const report_options *options, bool *known, report_sink *sink, void *context);

#endif
