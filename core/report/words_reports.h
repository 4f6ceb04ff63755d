/* words_reports.h - the parts of `rung words`. Private to report/. */
#ifndef RUNG_REPORT_WORDS_REPORTS_H
#define RUNG_REPORT_WORDS_REPORTS_H

#include "report/writer.h"

/* annotations.c: the whole table of the language for the Lua language server. */
void annotations_write(writer *out);

#endif
