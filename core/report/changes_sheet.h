/* changes_sheet.h - the sections of `rung what-if`'s table. Private to report/. */
#ifndef RUNG_REPORT_CHANGES_SHEET_H
#define RUNG_REPORT_CHANGES_SHEET_H

#include "report/changes_reports.h"
#include "report/result_table.h"

typedef struct changes_sheet {
    const changes_view *view;
    const changes *of;
    sheet sheet;
    bool color;
    writer *out;
} changes_sheet;

/* changes_others.c, changes_errors.c: where there are any. */
void changes_sheet_others(const changes_sheet *s);
void changes_sheet_errors(const changes_sheet *s);
/* changes_kept.c: what each change is worth, where that was asked for; what guards say. */
void changes_sheet_attribution(const changes_sheet *s);
void changes_sheet_guards(const changes_sheet *s);

#endif
