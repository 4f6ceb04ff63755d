/* report_options.h - the options of public reports as report/ understands them. Private to
 * api/. */
#ifndef RUNG_API_REPORT_OPTIONS_H
#define RUNG_API_REPORT_OPTIONS_H

#include "report/report.h"
#include "rung.h"

/* Formats that a report has, as bits. */
enum {
    TABLE_FORMAT = 1 << REPORT_TABLE,
    PAGES = 1 << REPORT_HTML,
    LISTS = TABLE_FORMAT | 1 << REPORT_JSON | 1 << REPORT_JSONL | 1 << REPORT_CSV,
    USUAL_FORMATS = LISTS | PAGES,
    EXPLANATION_FORMATS = USUAL_FORMATS & ~(1 << REPORT_CSV),
    WORDS_FORMATS = TABLE_FORMAT | 1 << REPORT_JSON | 1 << REPORT_LUA
};

/* RUNG_BAD_ARGUMENT; the known ones between spaces. */
rung_status refuse_format(const char *name, const char *known, rung_error *error);
/* *asked is what the host said and 0 for what it did not; the rest is as report/ understands
 * it. */
rung_status read_report_options(const rung_report_options *given, unsigned formats,
                                rung_report_options *asked, report_options *out,
                                rung_error *error);
/* The numbers of the partners that are asked for, ascending, each once. */
rung_status find_report_partners(const facts *f, const rung_report_options *asked,
                                 arena *scratch, report_options *out, rung_error *error);

/* Where a report goes: it tells a host that wants no more from memory that ran out. */
typedef struct report_target {
    rung_write *write;
    void *context;
    bool refused;
} report_target;

/* A rung_write whose context is a report_target. */
bool report_write(void *target, const char *bytes, size_t length);
/* A report_sink whose context is a text_buffer: what is said under a lock goes out after it, as
 * the host may do anything meanwhile. */
bool gather_text(void *context, const char *bytes, size_t length);
/* Writes what was gathered, and frees it. */
rung_status report_gathered(bool fine, text_buffer *gathered, report_target *to,
                            rung_error *error);
rung_status report_written(bool fine, const report_target *target, rung_error *error);
rung_status report_exported(bool fine, problem_list *problems, rung_error *error);

#endif
