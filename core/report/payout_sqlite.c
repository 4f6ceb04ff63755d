/* payout_sqlite.c - what rules pay as tables: payout, incentive_line, fund, claim, claim_share.
 *
 * The lines of an incentive add up to its payout, what they carry to what it carries, the
 * shares of a claim to its amount. Called by export_result_tables. */
#include "explain/amount.h"
#include "report/export_tables.h"

static cell paid_cell(const export_tables *t, bool wrong, number paid) {
    return wrong ? export_none() : export_money(t->to, paid, t->of->plan);
}

static bool write_payout(const export_tables *t, text id, uint32_t partner) {
    const plan *p = t->of->plan;
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive_result *from = &t->of->incentives[i];
        cell row[] = {export_text(id), export_string(p->incentives[i].is.name),
                      export_string(p->incentives[i].is.noun),
                      paid_cell(t, from->states[partner] == CELL_WRONG, from->paid[partner])};
        if (!export_row(t->to, row)) return false;
    }
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_result *from = &t->of->funds[i];
        cell row[] = {export_text(id), export_string(p->funds[i].is.name),
                      export_string("fund"),
                      paid_cell(t, from->states[partner] == CELL_WRONG, from->paid[partner])};
        if (!export_row(t->to, row)) return false;
    }
    return true;
}

static void write_payouts(const export_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"rule", EXPORT_KEY},
                                            {"kind", EXPORT_TEXT},
                                            {"paid", EXPORT_INTEGER}};
    EXPORT_TABLE(t, "payout", columns);
    for (size_t n = 0; n < export_partner_count(t); n++) {
        uint32_t partner;
        text id = export_partner(t, n, &partner);
        if (!write_payout(t, id, partner)) return;
    }
}

static cell row_cell(const export_tables *t, int source, uint32_t row, text_buffer *room) {
    const facts_table *table = source < 0 ? NULL : &t->of->facts->tables[source];
    if (!table || !table->ids) return export_none();
    text_clear(room);
    facts_row_id(t->of->facts, table, row, room);
    if (room->failed) t->memory->failed = true;
    return export_text((text){room->bytes, room->length});
}

static bool write_line(const export_tables *t, const incentive *rule, uint32_t partner,
                       size_t number, const line *l, bool pays, text_buffer *room) {
    char computed[NUMBER_TEXT];
    size_t length = number_print(computed, l->computed, t->of->plan->currency_places);
    text id = t->of->facts->partner_ids[partner];
    text payee = l->payee >= 0 ? result_payee(t->of, partner, l) : (text){0};
    const incentive *others = t->of->plan->incentives;
    const char *limit = l->limited_by >= 0 ? rule->caps[l->limited_by].name : NULL;
    return export_row(
        t->to,
        (cell[]){export_text(id), export_string(rule->is.name), export_integer((int64_t)number),
                 row_cell(t, rule->each, l->row, room),
                 l->payee >= 0 ? export_text(payee) : export_none(),
                 export_text((text){computed, length}),
                 export_money(t->to, pays ? l->paid : 0, t->of->plan), export_string(limit),
                 export_string(l->excluded_by < 0 ? NULL : others[l->excluded_by].is.name),
                 export_money(t->to, pays ? 0 : l->paid, t->of->plan)});
}

/* What was carried over is line 0: it is the partner's, and paid or carried with the others. */
static bool write_opening(const export_tables *t, const incentive *rule, text id,
                          number opening, bool pays) {
    char computed[NUMBER_TEXT];
    size_t length = number_print(computed, opening, t->of->plan->currency_places);
    return export_row(
        t->to, (cell[]){export_text(id), export_string(rule->is.name), export_integer(0),
                        export_none(), export_none(), export_text((text){computed, length}),
                        export_money(t->to, pays ? opening : 0, t->of->plan), export_none(),
                        export_none(), export_money(t->to, pays ? 0 : opening, t->of->plan)});
}

/* Lines of a rule that is not due, or is wrong, pay nothing and are left out. */
static bool write_partner_lines(const export_tables *t, size_t at, size_t n,
                                text_buffer *room) {
    uint32_t partner;
    (void)export_partner(t, n, &partner);
    const incentive_result *from = &t->of->incentives[at];
    const incentive *rule = &t->of->plan->incentives[at];
    if (from->states[partner] != CELL_VALUE) return true;
    if (rule->opening && from->opening[partner] &&
        !write_opening(t, rule, t->of->facts->partner_ids[partner], from->opening[partner],
                       lines_are_paid(from, partner)))
        return false;
    if (!from->due[partner]) return true;
    for (size_t k = from->first[partner]; k < from->first[partner + 1]; k++)
        if (!write_line(t, &t->of->plan->incentives[at], partner, k - from->first[partner] + 1,
                        &from->lines[k], lines_are_paid(from, partner), room))
            return false;
    return true;
}

static void write_lines(const export_tables *t, text_buffer *room) {
    static const export_column columns[] = {
        {"partner", EXPORT_KEY},    {"incentive", EXPORT_KEY},   {"line", EXPORT_NUMBER},
        {"row", EXPORT_TEXT},       {"payee", EXPORT_TEXT},      {"computed", EXPORT_TEXT},
        {"paid", EXPORT_INTEGER},   {"limited_by", EXPORT_TEXT}, {"excluded_by", EXPORT_TEXT},
        {"carried", EXPORT_INTEGER}};
    EXPORT_TABLE(t, "incentive_line", columns);
    for (size_t n = 0; n < export_partner_count(t); n++)
        for (size_t i = 0; i < t->of->plan->incentive_count; i++)
            if (!write_partner_lines(t, i, n, room)) return;
}

static bool write_fund(const export_tables *t, size_t at, size_t n) {
    uint32_t partner;
    text id = export_partner(t, n, &partner);
    const fund_result *f = &t->of->funds[at];
    bool wrong = f->states[partner] == CELL_WRONG;
    return export_row(t->to,
                      (cell[]){export_text(id), export_string(t->of->plan->funds[at].is.name),
                               paid_cell(t, wrong, f->opening[partner]),
                               paid_cell(t, wrong, f->accrued[partner]),
                               paid_cell(t, wrong, f->paid[partner]),
                               paid_cell(t, wrong, f->expired[partner]),
                               paid_cell(t, wrong, f->balance[partner])});
}

static void write_funds(const export_tables *t) {
    static const export_column columns[] = {
        {"partner", EXPORT_KEY},     {"fund", EXPORT_KEY},     {"opening", EXPORT_INTEGER},
        {"accrued", EXPORT_INTEGER}, {"paid", EXPORT_INTEGER}, {"expired", EXPORT_INTEGER},
        {"balance", EXPORT_INTEGER}};
    EXPORT_TABLE(t, "fund", columns);
    for (size_t n = 0; n < export_partner_count(t); n++)
        for (size_t i = 0; i < t->of->plan->fund_count; i++)
            if (!write_fund(t, i, n)) return;
}

/* One claim of a partner, for whichever table is being written. */
typedef bool write_claim(const export_tables *t, const fund *f, text partner, text claim,
                         const claim_result *c);

static bool write_decision(const export_tables *t, const fund *f, text partner, text claim,
                           const claim_result *c) {
    static const char *const decisions[] = {"approved", "partial", "rejected"};
    text_buffer reasons = {0};
    for (const char **reason = c->reasons; reason && *reason; reason++)
        text_print(&reasons, "%s%s", reason == c->reasons ? "" : "\n", *reason);
    bool fine =
        export_row(t->to, (cell[]){export_text(partner), export_string(f->is.name),
                                   export_text(claim), export_string(decisions[c->decision]),
                                   export_money(t->to, c->amount, t->of->plan),
                                   export_string(c->limited_by), export_string(reasons.bytes)});
    if (reasons.failed) t->memory->failed = true;
    text_free(&reasons);
    return fine;
}

static bool write_shares(const export_tables *t, const fund *f, text partner, text claim,
                         const claim_result *c) {
    for (size_t k = 0; k < f->payer_count; k++)
        if (!export_row(t->to, (cell[]){export_text(partner), export_string(f->is.name),
                                        export_text(claim), export_string(f->payers[k].name),
                                        export_money(t->to, c->shares[k], t->of->plan)}))
            return false;
    return true;
}

static bool write_partner_claims(const export_tables *t, size_t at, size_t n,
                                 write_claim *write, text_buffer *room) {
    uint32_t partner;
    text id = export_partner(t, n, &partner);
    const fund *f = &t->of->plan->funds[at];
    const fund_result *from = &t->of->funds[at];
    if (f->claims < 0 || from->states[partner] == CELL_WRONG) return true;
    for (size_t k = from->first[partner]; k < from->first[partner + 1]; k++) {
        cell row = row_cell(t, f->claims, from->claims[k].row, room);
        if (!write(t, f, id, row.type == CELL_IS_TEXT ? row.text : (text){"", 0},
                   &from->claims[k]))
            return false;
    }
    return true;
}

static void write_claims(const export_tables *t, write_claim *write, text_buffer *room) {
    for (size_t n = 0; n < export_partner_count(t); n++)
        for (size_t i = 0; i < t->of->plan->fund_count; i++)
            if (!write_partner_claims(t, i, n, write, room)) return;
}

void export_payouts(const export_tables *t) {
    static const export_column decisions[] = {
        {"partner", EXPORT_TEXT},  {"fund", EXPORT_TEXT},      {"id", EXPORT_TEXT},
        {"decision", EXPORT_TEXT}, {"amount", EXPORT_INTEGER}, {"limited_by", EXPORT_TEXT},
        {"reasons", EXPORT_TEXT}};
    static const export_column shares[] = {{"partner", EXPORT_TEXT},
                                           {"fund", EXPORT_TEXT},
                                           {"claim", EXPORT_TEXT},
                                           {"payer", EXPORT_TEXT},
                                           {"share", EXPORT_INTEGER}};
    text_buffer room = {0};
    write_payouts(t);
    write_lines(t, &room);
    write_funds(t);
    EXPORT_TABLE(t, "claim", decisions);
    write_claims(t, write_decision, &room);
    EXPORT_TABLE(t, "claim_share", shares);
    write_claims(t, write_shares, &room);
    text_free(&room);
}
