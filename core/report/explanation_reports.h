/* explanation_reports.h - prints reasons: explanation_text.c, explanation_json.c,
 * explanation_html.c. Private to report/. */
#ifndef RUNG_REPORT_EXPLANATION_REPORTS_H
#define RUNG_REPORT_EXPLANATION_REPORTS_H

#include "explain/explanation.h"
#include "report/writer.h"

/* What is said of the partner before the reasons. */
typedef struct explanation_head {
    const plan *plan;
    text id, name; /* name of length 0: not known */
    bool wrong;
    value payout;
    size_t width; /* columns of a line; 0: 100 */
} explanation_head;

void explanation_print_text(const explanation_head *head, const explanation *root, bool color,
                            writer *out);
void explanation_print_json(const explanation_head *head, const explanation *root, writer *out);
/* The head, then every foremost reason on a line of its own. */
void explanation_print_jsonl(const explanation_head *head, const explanation *root,
                             writer *out);
/* Nested lists of a page. */
void explanation_print_html(const explanation *root, writer *out);

#endif
