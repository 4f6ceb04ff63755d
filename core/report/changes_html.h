/* changes_html.h - the parts of the page of `rung what-if`. Private to report/. */
#ifndef RUNG_REPORT_CHANGES_HTML_H
#define RUNG_REPORT_CHANGES_HTML_H

#include "report/changes_reports.h"
#include "report/page.h"

/* flow.c: one ladder's levels before and after, and who goes where. */
void flow_draw(const changes *c, size_t ladder, arena *memory, writer *out);
/* movers_html.c: everybody who is shown, each with what changes and why folded in. */
void movers_write(const changes_view *v, writer *out);
/* "up", "down" or "" */
const char *changes_tone(number delta);

#endif
