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
rung_status report_written(bool fine, rung_error *error);
rung_status report_exported(bool fine, problem_list *problems, rung_error *error);

#endif
