/* report_options.h - the options of public reports as report/ understands them. Private to
 * api/. */
#ifndef RUNG_API_REPORT_OPTIONS_H
#define RUNG_API_REPORT_OPTIONS_H

#include "report/report.h"
#include "rung.h"

rung_status read_report_options(const rung_report_options *given, report_options *out,
                                rung_error *error);
/* The numbers of the partners that are asked for, ascending, each once. */
rung_status find_report_partners(const facts *f, const rung_report_options *given,
                                 arena *scratch, report_options *out, rung_error *error);

/* Where a report goes: it tells a host that wants no more from memory that ran out. */
typedef struct report_target {
    rung_write *write;
    void *context;
    bool refused;
} report_target;

/* A rung_write whose context is a report_target. */
bool report_write(void *target, const char *bytes, size_t length);
rung_status report_written(bool fine, const report_target *target, rung_error *error);
rung_status report_exported(bool fine, problem_list *problems, rung_error *error);

#endif
