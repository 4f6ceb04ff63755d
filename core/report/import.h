/* import.h - how an import would go: columns, first rows, counts. Made for rung_import_preview.
 */
#ifndef RUNG_REPORT_IMPORT_H
#define RUNG_REPORT_IMPORT_H

#include "import/import.h"
#include "report/report.h"

/* As a table. */
bool report_import(const import_order *order, const import_outcome *outcome,
                   const report_options *options, report_sink *sink, void *context);

#endif
