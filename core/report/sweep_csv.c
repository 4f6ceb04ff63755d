/* sweep_csv.c - `rung sweep` for spreadsheets: a row a value, columns named as in json. */
#include "explain/amount.h"
#include "report/sweep_formats.h"

static void heading(writer *out, const char *noun, const char *name, const char *part) {
    text_buffer said = {0};
    text_print(&said, "%s.%s%s%s", noun, name, part ? "." : "", part ? part : "");
    if (said.failed) out->failed = true;
    writer_byte(out, ',');
    writer_csv_cell(out, (text){said.bytes ? said.bytes : "", said.length});
    text_free(&said);
}

void sweep_csv_head(const sweep_head *head, writer *out) {
    const plan *p = head->base->plan;
    for (size_t i = 0; i < head->path_count; i++) {
        if (i) writer_byte(out, ',');
        writer_csv_cell(out, text_of(head->paths[i].path));
    }
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            heading(out, "ladder", p->ladders[i].is.name, p->ladders[i].levels[k].is.name);
    for (size_t i = 0; i < p->holding_count; i++)
        heading(out, p->holdings[i].obligation ? "obligation" : "certification",
                p->holdings[i].is.name, NULL);
    for (size_t i = 0; i < p->score_count; i++)
        if (p->scores[i].passed) heading(out, "score", p->scores[i].is.name, NULL);
    for (size_t i = 0; i < p->incentive_count; i++)
        heading(out, "incentive", p->incentives[i].is.name, NULL);
    for (size_t i = 0; i < p->fund_count; i++) {
        static const char *const parts[] = {"accrued", "paid", "expired", "balance"};
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
            heading(out, "fund", p->funds[i].is.name, parts[k]);
    }
    writer_string(out, ",payout,errors\n");
}

static void count_cell(writer *out, size_t count) {
    writer_byte(out, ',');
    writer_integer(out, (int64_t)count);
}

static void paid_cell(writer *out, const plan *p, number paid) {
    char room[AMOUNT_TEXT];
    text shown = amount_exact(paid, p, room);
    writer_byte(out, ',');
    writer_put(out, shown.bytes, shown.length);
}

void sweep_csv_cells(const sweep_head *head, const sweep_row *row, writer *out) {
    const plan *p = head->base->plan;
    const totals *t = row->totals;
    for (size_t i = 0; i < head->path_count; i++) {
        char room[AMOUNT_TEXT];
        if (i) writer_byte(out, ',');
        writer_csv_cell(out, sweep_machine(head, i, row, room));
    }
    for (size_t i = 0; i < p->ladder_count; i++)
        for (size_t k = 0; k < p->ladders[i].level_count; k++)
            count_cell(out, t->levels[i][k]);
    for (size_t i = 0; i < p->holding_count; i++)
        count_cell(out, t->held[i]);
    for (size_t i = 0; i < p->score_count; i++)
        if (p->scores[i].passed) count_cell(out, t->passed[i]);
    for (size_t i = 0; i < p->incentive_count; i++)
        paid_cell(out, p, t->incentives[i]);
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_total *f = &t->funds[i];
        const number parts[] = {f->accrued, f->paid, f->expired, f->balance};
        for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
            paid_cell(out, p, parts[k]);
    }
    paid_cell(out, p, t->payout);
    count_cell(out, t->errors);
    writer_byte(out, '\n');
}

void sweep_csv_begin(sweep_report *s) {
    sweep_csv_head(s->head, &s->out);
}

void sweep_csv_row(sweep_report *s, const sweep_row *row) {
    sweep_csv_cells(s->head, row, &s->out);
}
