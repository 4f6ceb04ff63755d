/* changes_csv.c - a row for each partner for whom anything is different, for spreadsheets.
 *
 * Each ladder has two columns, each rule its delta; what else differs stands in one. A partner
 * that only one side has has empty levels there. Called by report_changes. */
#include "explain/amount.h"
#include "report/changes_reports.h"

static void next_cell(writer *out, text cell) {
    writer_byte(out, ',');
    writer_csv_cell(out, cell);
}

static void write_headings(const changes_view *v, writer *out) {
    const changes *c = v->of;
    writer_string(out, "partner,name");
    for (size_t i = 0; i < c->ladder_count; i++) {
        if (!v->ladders[i]) continue;
        writer_byte(out, ',');
        writer_string(out, c->ladders[i].name);
        writer_string(out, ".from,");
        writer_string(out, c->ladders[i].name);
        writer_string(out, ".to");
    }
    for (size_t i = 0; i < c->rule_count; i++) {
        if (!v->rules[i]) continue;
        writer_byte(out, ',');
        writer_string(out, c->rules[i].name);
        writer_string(out, ".delta");
    }
    writer_string(out, ",before,after,delta,others\n");
}

static void level_cell(const result *r, int index, int64_t partner, writer *out) {
    bool placed = index >= 0 && partner >= 0 && r->levels[index].states[partner] == CELL_VALUE;
    size_t at = placed ? (size_t)r->levels[index].values[partner] : 0;
    next_cell(out, text_of(placed ? r->plan->ladders[index].levels[at].is.name : ""));
}

/* Where the partner stands after: the baseline's level unless it moved. */
static void write_ladder(const changes *c, const partner_change *p, size_t ladder,
                         writer *out) {
    const changed_ladder *l = &c->ladders[ladder];
    level_cell(c->before, l->before, p->before_partner, out);
    for (size_t i = 0; i < p->move_count; i++) {
        const level_move *move = &c->moves[p->first_move + i];
        if ((size_t)move->ladder != ladder) continue;
        next_cell(out, text_of(move->to < 0 ? "" : l->levels[move->to].name));
        return;
    }
    bool stays = p->before_partner >= 0 && p->after_partner >= 0 && l->after >= 0;
    level_cell(c->before, stays ? l->before : NOT_THERE, p->before_partner, out);
}

static void amount_cell(number amount, const plan *p, writer *out) {
    char room[AMOUNT_TEXT];
    next_cell(out, amount_exact(amount, p, room));
}

static number delta_of(const changes *c, const partner_change *p, size_t rule) {
    for (size_t i = 0; i < p->payout_count; i++)
        if ((size_t)c->payouts[p->first_payout + i].rule == rule)
            return c->payouts[p->first_payout + i].delta;
    return 0;
}

/* "certification.security: true -> false; benefit.discount: 0.08 -> 0.09" */
static void others_cell(const changes_view *v, const partner_change *p, writer *out) {
    const changes *c = v->of;
    text_buffer said = {0};
    for (size_t i = 0; i < p->other_count; i++) {
        char room[AMOUNT_TEXT];
        const other_change *other = &c->others[p->first_other + i];
        if (!changes_has_shown_other(v, other)) continue;
        if (said.length) text_append_string(&said, "; ");
        changes_other_name(&c->things[other->thing], &said);
        text was = amount_machine(&other->before, c->before->plan, room);
        text_print(&said, ": %.*s -> ", (int)was.length, was.bytes);
        text is = amount_machine(&other->after, c->after->plan, room);
        text_append(&said, is.bytes, is.length);
    }
    next_cell(out, (text){said.bytes ? said.bytes : "", said.length});
    if (said.failed) out->failed = true;
    text_free(&said);
}

static void write_partner(const changes_view *v, const partner_change *p, writer *out) {
    const changes *c = v->of;
    const plan *rules = c->before->plan;
    writer_csv_cell(out, p->partner);
    next_cell(out, changes_partner_name(c, p));
    for (size_t i = 0; i < c->ladder_count; i++)
        if (v->ladders[i]) write_ladder(c, p, i, out);
    for (size_t i = 0; i < c->rule_count; i++)
        if (v->rules[i]) amount_cell(delta_of(c, p, i), rules, out);
    amount_cell(p->before, rules, out);
    amount_cell(p->after, rules, out);
    amount_cell(p->delta, rules, out);
    others_cell(v, p, out);
    writer_byte(out, '\n');
}

void changes_write_csv(changes_view *v, writer *out) {
    changes_view_by_id(v);
    write_headings(v, out);
    for (size_t n = 0; n < v->count && !out->failed; n++)
        write_partner(v, v->shown[n].of, out);
}
