/* result_csv.c - a row a partner under one row of headings, for spreadsheets.
 *
 * Metrics, ladders, certifications, obligations, incentives and funds bear their own names (a
 * program has one namespace); a fund has a column for each of its figures. No value and what is
 * wrong are empty cells. Called by report_result. */
#include "explain/amount.h"
#include "report/result_reports.h"

static void next_cell(writer *out, text cell) {
    writer_byte(out, ',');
    writer_csv_cell(out, cell);
}

static void figure_heading(writer *out, const char *rule, const char *figure) {
    writer_byte(out, ',');
    writer_string(out, rule);
    writer_byte(out, '.');
    writer_string(out, figure);
}

/* Beside the level: what is qualified for, and what keeps it from being that. */
static void timing_headings(const ladder *l, writer *out) {
    figure_heading(out, l->is.name, "qualified");
    figure_heading(out, l->is.name, "held");
    if (l->timing->guarantees) figure_heading(out, l->is.name, "guaranteed_until");
}

static void write_headings(const plan *p, writer *out) {
    static const char *const figures[] = {"opening", "accrued", "paid", "expired", "balance"};
    writer_string(out, "id");
    for (size_t i = 0; i < p->metric_count; i++)
        next_cell(out, text_of(p->metrics[i].is.name));
    for (size_t i = 0; i < p->ladder_count; i++) {
        next_cell(out, text_of(p->ladders[i].is.name));
        if (p->ladders[i].timing) timing_headings(&p->ladders[i], out);
    }
    for (int obligations = 0; obligations < 2; obligations++)
        for (size_t i = 0; i < p->holding_count; i++)
            if (p->holdings[i].obligation == (obligations == 1))
                next_cell(out, text_of(p->holdings[i].is.name));
    for (size_t i = 0; i < p->score_count; i++)
        next_cell(out, text_of(p->scores[i].is.name));
    for (size_t i = 0; i < p->incentive_count; i++) {
        next_cell(out, text_of(p->incentives[i].is.name));
        if (incentive_carries(&p->incentives[i]))
            figure_heading(out, p->incentives[i].is.name, "carried");
    }
    for (size_t i = 0; i < p->fund_count; i++)
        for (size_t k = 0; k < sizeof figures / sizeof *figures; k++)
            figure_heading(out, p->funds[i].is.name, figures[k]);
    for (size_t i = 0; i < p->routing_count; i++)
        next_cell(out, text_of(p->routings[i].is.name));
    writer_string(out, ",payout,errors\n");
}

static void value_cell(writer *out, const result *r, const node *n, uint32_t partner) {
    char room[AMOUNT_TEXT];
    value v = result_value(r, n, partner);
    next_cell(out, amount_machine(&v, r->plan, room));
}

static void paid_cell(writer *out, const plan *p, bool wrong, number paid) {
    char room[AMOUNT_TEXT];
    next_cell(out, wrong ? text_of("") : amount_exact(paid, p, room));
}

static void level_cell(writer *out, const ladder *l, const column *stands, uint32_t partner) {
    bool placed = stands->states[partner] == CELL_VALUE;
    const level *at = placed ? &l->levels[(size_t)stands->values[partner]] : NULL;
    next_cell(out, text_of(at ? at->is.name : ""));
}

static void timing_cells(writer *out, const result *r, size_t ladder_at, uint32_t partner) {
    char room[AMOUNT_TEXT];
    const ladder *l = &r->plan->ladders[ladder_at];
    const char *held = result_held(r, ladder_at, partner);
    value until;
    level_cell(out, l, &r->qualified[ladder_at], partner);
    next_cell(out, text_of(held ? held : ""));
    if (!l->timing->guarantees) return;
    bool guaranteed = result_guarantee(r, ladder_at, partner, &until);
    next_cell(out, guaranteed ? amount_machine(&until, r->plan, room) : text_of(""));
}

static void write_standing(const result *r, uint32_t partner, writer *out) {
    const plan *p = r->plan;
    for (size_t i = 0; i < p->metric_count; i++)
        value_cell(out, r, p->metrics[i].value, partner);
    for (size_t i = 0; i < p->ladder_count; i++) {
        level_cell(out, &p->ladders[i], &r->levels[i], partner);
        if (p->ladders[i].timing) timing_cells(out, r, i, partner);
    }
    for (int obligations = 0; obligations < 2; obligations++)
        for (size_t i = 0; i < p->holding_count; i++)
            if (p->holdings[i].obligation == (obligations == 1))
                value_cell(out, r, p->holdings[i].met, partner);
    for (size_t i = 0; i < p->score_count; i++)
        value_cell(out, r, p->scores[i].total, partner);
}

/* The ids of the rows that went to the partner, separated by blanks. */
static void routed_cell(writer *out, const result *r, size_t at, uint32_t partner) {
    const routing_result *found = &r->routings[at];
    const facts_table *table = &r->facts->tables[r->plan->routings[at].each];
    text_buffer ids = {0};
    for (size_t k = found->first[partner]; k < found->first[partner + 1]; k++) {
        if (ids.length) text_append_byte(&ids, ' ');
        facts_row_id(r->facts, table, found->leads[found->taken[k]].row, &ids);
    }
    next_cell(out, (text){ids.bytes ? ids.bytes : "", ids.length});
    if (ids.failed) out->failed = true;
    text_free(&ids);
}

static void write_amounts(const result *r, uint32_t partner, writer *out) {
    const plan *p = r->plan;
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive_result *from = &r->incentives[i];
        bool wrong = from->states[partner] == CELL_WRONG;
        paid_cell(out, p, wrong, from->paid[partner]);
        if (from->carried) paid_cell(out, p, wrong, from->carried[partner]);
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_result *f = &r->funds[i];
        bool wrong = f->states[partner] == CELL_WRONG;
        const number *const figures[] = {f->opening, f->accrued, f->paid, f->expired,
                                         f->balance};
        for (size_t k = 0; k < sizeof figures / sizeof *figures; k++)
            paid_cell(out, p, wrong, figures[k][partner]);
    }
    for (size_t i = 0; i < p->routing_count; i++)
        routed_cell(out, r, i, partner);
    paid_cell(out, p, r->wrong[partner], r->payout[partner]);
}

void result_write_csv(const result *r, const report_options *options, writer *out) {
    size_t count = result_shown(r, options, SIZE_MAX), error = 0;
    write_headings(r->plan, out);
    for (size_t n = 0; n < count && !out->failed; n++) {
        uint32_t partner = result_partner(options, n);
        int64_t errors = 0;
        for (; error < r->error_count && r->errors[error].partner <= partner; error++)
            errors += r->errors[error].partner == partner;
        writer_csv_cell(out, r->facts->partner_ids[partner]);
        write_standing(r, partner, out);
        write_amounts(r, partner, out);
        writer_byte(out, ',');
        writer_integer(out, errors);
        writer_byte(out, '\n');
    }
}
