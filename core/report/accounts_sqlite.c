/* accounts_sqlite.c - what incentives carry over, what rows accrued in funds, which rows went
 * to whom: tables that only programs with such rules have. */
#include "report/export_tables.h"

static cell row_id(const export_tables *t, int source, uint32_t row, text_buffer *room) {
    text_clear(room);
    facts_row_id(t->of->facts, &t->of->facts->tables[source], row, room);
    if (room->failed) t->memory->failed = true;
    return export_text((text){room->bytes, room->length});
}

static cell amount(const export_tables *t, bool fine, number paid) {
    return fine ? export_money(t->to, paid, t->of->plan) : export_none();
}

static bool write_carried_of(const export_tables *t, size_t at, size_t n) {
    uint32_t partner;
    text id = export_partner(t, n, &partner);
    const incentive_result *from = &t->of->incentives[at];
    bool fine = from->states[partner] == CELL_VALUE;
    return export_row(t->to, (cell[]){export_text(id),
                                      export_string(t->of->plan->incentives[at].is.name),
                                      amount(t, fine, from->opening[partner]),
                                      amount(t, fine, from->paid[partner]),
                                      amount(t, fine, from->carried[partner])});
}

/* Opening and lines make what is paid, or what is carried. */
static void write_carried(const export_tables *t) {
    static const export_column columns[] = {{"partner", EXPORT_KEY},
                                            {"incentive", EXPORT_KEY},
                                            {"opening", EXPORT_INTEGER},
                                            {"paid", EXPORT_INTEGER},
                                            {"carried", EXPORT_INTEGER}};
    const plan *p = t->of->plan;
    bool any = false;
    for (size_t i = 0; i < p->incentive_count; i++)
        any |= incentive_carries(&p->incentives[i]);
    if (!any) return;
    EXPORT_TABLE(t, "carried", columns);
    for (size_t n = 0; n < export_partner_count(t); n++)
        for (size_t i = 0; i < p->incentive_count; i++)
            if (incentive_carries(&p->incentives[i]) && !write_carried_of(t, i, n)) return;
}

static bool write_lot(const export_tables *t, const fund *f, text partner, const fund_lot *lot,
                      text_buffer *room) {
    char begins[DATE_TEXT], ends[DATE_TEXT];
    bool dated = lot->begins > DATE_FIRST, expires = lot->ends != LOT_NEVER_ENDS;
    return export_row(t->to, (cell[]){export_text(partner), export_string(f->is.name),
                                      row_id(t, f->each, lot->row, room),
                                      dated ? export_date(lot->begins, begins) : export_none(),
                                      expires ? export_date(lot->ends, ends) : export_none(),
                                      amount(t, true, lot->accrued), amount(t, true, lot->used),
                                      amount(t, true, lot->taken_back),
                                      amount(t, true, lot->expired)});
}

static bool write_partner_lots(const export_tables *t, size_t at, size_t n, text_buffer *room) {
    uint32_t partner;
    text id = export_partner(t, n, &partner);
    const fund_result *from = &t->of->funds[at];
    if (!from->lot_first || from->states[partner] != CELL_VALUE) return true;
    for (size_t k = from->lot_first[partner]; k < from->lot_first[partner + 1]; k++)
        if (!write_lot(t, &t->of->plan->funds[at], id, &from->lots[k], room)) return false;
    return true;
}

static void write_lots(const export_tables *t, text_buffer *room) {
    static const export_column columns[] = {
        {"partner", EXPORT_TEXT},   {"fund", EXPORT_TEXT},
        {"row", EXPORT_TEXT},       {"accrued_on", EXPORT_TEXT},
        {"expires", EXPORT_TEXT},   {"accrued", EXPORT_INTEGER},
        {"used", EXPORT_INTEGER},   {"taken_back", EXPORT_INTEGER},
        {"expired", EXPORT_INTEGER}};
    const plan *p = t->of->plan;
    bool any = false;
    for (size_t i = 0; i < p->fund_count; i++)
        any |= p->funds[i].accrued_on != NULL;
    if (!any) return;
    EXPORT_TABLE(t, "fund_lot", columns);
    for (size_t n = 0; n < export_partner_count(t); n++)
        for (size_t i = 0; i < p->fund_count; i++)
            if (!write_partner_lots(t, i, n, room)) return;
}

/* Rows in the order in which they were routed; no partner: nobody could take it. */
static void write_routed(const export_tables *t, text_buffer *room) {
    static const export_column columns[] = {
        {"routing", EXPORT_KEY}, {"row", EXPORT_KEY}, {"partner", EXPORT_TEXT}};
    const result *r = t->of;
    if (r->plan->routing_count == 0) return;
    EXPORT_TABLE(t, "routed", columns);
    for (size_t i = 0; i < r->plan->routing_count; i++) {
        const routing *rule = &r->plan->routings[i];
        for (size_t k = 0; k < r->routings[i].count; k++) {
            const routed_lead *lead = &r->routings[i].leads[k];
            cell who = lead->partner == NOBODY
                           ? export_none()
                           : export_text(r->facts->partner_ids[lead->partner]);
            if (!export_row(t->to, (cell[]){export_string(rule->is.name),
                                            row_id(t, rule->each, lead->row, room), who}))
                return;
        }
    }
}

void export_accounts(const export_tables *t) {
    text_buffer room = {0};
    write_carried(t);
    write_lots(t, &room);
    write_routed(t, &room);
    text_free(&room);
}
