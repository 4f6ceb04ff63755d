/* explanation.c - `rung explain`: the reasons for one partner, for people or for tools. */
#include "explain/amount.h"
#include "explain/explain.h"
#include "report/explanation_reports.h"
#include "report/page.h"

enum { LINES_SHOWN = 20 };

static explanation_head head_of(const result *r, uint32_t partner) {
    explanation_head head = {.plan = r->plan, .id = r->facts->partner_ids[partner]};
    head.name = explain_partner_name(r, partner);
    head.wrong = r->wrong[partner];
    head.payout = explain_money(r->payout[partner]);
    if (head.wrong) head.payout.state = CELL_WRONG;
    return head;
}

/* A page of its own. */
static void print_page(const result *r, const explanation_head *head, const explanation *root,
                       writer *out) {
    char room[AMOUNT_TEXT];
    text_buffer said = {0};
    text_append(&said, head->name.bytes, head->name.length);
    text_append_string(&said, head->name.length ? " (" : "");
    text_append(&said, head->id.bytes, head->id.length);
    text_append_string(&said, head->name.length ? "): " : ": ");
    if (head->wrong)
        text_append_string(&said, "errors, left out of every total");
    else
        text_print(&said, "payout %s",
                   amount_money(head->payout.number, head->plan, room).bytes);
    if (said.failed) out->failed = true;
    page_begin(out, head->plan->name);
    page_headline(out, "Explanation", head->plan, said.bytes ? said.bytes : "");
    text_free(&said);
    page_baseline(out, r);
    writer_string(out, "<section class=\"long\"><h2>Why</h2>\n");
    explanation_print_html(root, out);
    writer_string(out, "</section>\n");
    page_end(out);
}

bool report_explanation(const result *r, uint32_t partner, const char *name,
                        const report_options *options, report_sink *sink, void *context) {
    arena memory = {0};
    explanation root = {.kind = "explanation", .label = ""};
    explaining x = {.of = r, .partner = partner, .memory = &memory, .only = name};
    report_format format = options ? options->format : REPORT_TABLE;
    long limit = options ? options->limit : -1;
    x.lines = limit >= 0 ? (size_t)limit : format == REPORT_TABLE ? LINES_SHOWN : SIZE_MAX;
    explanation_head head = head_of(r, partner);
    head.width = options ? options->width : 0;
    explain_partner(&x, &root);
    if (memory.failed) {
        arena_free(&memory);
        return false;
    }
    writer out;
    writer_begin(&out, sink, context);
    if (format == REPORT_JSON)
        explanation_print_json(&head, &root, &out);
    else if (format == REPORT_JSONL)
        explanation_print_jsonl(&head, &root, &out);
    else if (format == REPORT_HTML)
        print_page(r, &head, &root, &out);
    else
        explanation_print_text(&head, &root, options && options->color, &out);
    bool fine = writer_end(&out) && !memory.failed;
    arena_free(&memory);
    return fine;
}
