/* result.c - hands a result to the format that was asked for: see report.h. */
#include "report/result_reports.h"

size_t result_shown(const result *r, const report_options *options, size_t otherwise) {
    size_t count = options->partners ? options->partner_count : r->facts->partner_count;
    size_t limit = options->limit < 0 ? otherwise : (size_t)options->limit;
    return count < limit ? count : limit;
}

bool report_result(const result *r, const report_options *options, report_sink *sink,
                   void *context) {
    writer out;
    writer_begin(&out, sink, context);
    switch (options->format) {
    case REPORT_JSON:
        result_write_json(r, options, &out);
        break;
    case REPORT_JSONL:
        result_write_jsonl(r, options, &out);
        break;
    case REPORT_CSV:
        result_write_csv(r, options, &out);
        break;
    case REPORT_HTML:
        result_write_html(r, options, &out);
        break;
    default:
        result_write_table(r, options, &out);
    }
    return writer_end(&out);
}
