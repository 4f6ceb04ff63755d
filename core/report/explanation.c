/* explanation.c - `rung explain`: the reasons for one partner, for people or for tools. */
#include "explain/explain.h"
#include "report/explanation_reports.h"

enum { LINES_SHOWN = 20 };

static explanation_head head_of(const result *r, uint32_t partner) {
    explanation_head head = {.plan = r->plan, .id = r->facts->partner_ids[partner]};
    head.name = explain_partner_name(r, partner);
    head.wrong = r->wrong[partner];
    head.payout = explain_money(r->payout[partner]);
    if (head.wrong) head.payout.state = CELL_WRONG;
    return head;
}

bool report_explanation(const result *r, uint32_t partner, const char *name,
                        const report_options *options, report_sink *sink, void *context) {
    arena memory = {0};
    explanation root = {.kind = "explanation", .label = ""};
    explaining x = {.of = r, .partner = partner, .memory = &memory, .only = name};
    bool json = options && options->format == REPORT_JSON;
    long limit = options ? options->limit : -1;
    x.lines = limit >= 0 ? (size_t)limit : json ? SIZE_MAX : LINES_SHOWN;
    explanation_head head = head_of(r, partner);
    head.width = options ? options->width : 0;
    explain_partner(&x, &root);
    if (memory.failed) {
        arena_free(&memory);
        return false;
    }
    writer out;
    writer_begin(&out, sink, context);
    if (json)
        explanation_print_json(&head, &root, &out);
    else
        explanation_print_text(&head, &root, options && options->color, &out);
    bool fine = writer_end(&out) && !memory.failed;
    arena_free(&memory);
    return fine;
}
