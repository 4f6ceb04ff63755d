/* tests_formats.h - the formats of report_tests. Private to report/. */
#ifndef RUNG_REPORT_TESTS_FORMATS_H
#define RUNG_REPORT_TESTS_FORMATS_H

#include "report/tests.h"
#include "report/writer.h"

void tests_table(const tests_outcome *t, bool color, writer *out);
void tests_json(const tests_outcome *t, writer *out);
void tests_tap(const tests_outcome *t, writer *out);
void tests_junit(const tests_outcome *t, writer *out);

#endif
