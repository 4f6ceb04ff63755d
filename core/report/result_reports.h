/* result_reports.h - the formats of `rung evaluate`, one file each. Private to report/. */
#ifndef RUNG_REPORT_RESULT_REPORTS_H
#define RUNG_REPORT_RESULT_REPORTS_H

#include "report/writer.h"

/* Each writes everything to `out`; what fails is remembered there. */
void result_write_json(const result *r, const report_options *options, writer *out);
void result_write_jsonl(const result *r, const report_options *options, writer *out);
void result_write_csv(const result *r, const report_options *options, writer *out);
void result_write_html(const result *r, const report_options *options, writer *out);
void result_write_table(const result *r, const report_options *options, writer *out);

/* How many partners are shown, with at most `otherwise` rows when no limit was asked for. */
size_t result_shown(const result *r, const report_options *options, size_t otherwise);

/* The n-th partner that may be shown. */
static inline uint32_t result_partner(const report_options *options, size_t n) {
    return options->partners ? options->partners[n] : (uint32_t)n;
}

#endif
