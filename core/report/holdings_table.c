/* holdings_table.c - certifications held; obligations kept, and whose are due: see
 * result_table.h.
 *
 * Counts are of partners without errors, as all totals are. */
#include "report/result_table.h"

enum { TITLE_WIDTH = 44, NAMED = 3 };

static bool is_due(const result *r, const holding *h, uint32_t partner) {
    value kept = result_value(r, h->met, partner);
    return !r->wrong[partner] && kept.state != CELL_WRONG && !kept.number;
}

/* The partners that are shown, in the order of their ids. */
static size_t partners_shown(const sheet *s) {
    return s->options->partners ? s->options->partner_count : s->of->facts->partner_count;
}

/* "P0001, P0002, P0003 and 175 more"; all of those that were asked for by name. */
static void add_due(const sheet *s, table *t, size_t index) {
    const result *r = s->of;
    const holding *h = &r->plan->holdings[index];
    size_t due = r->totals.partners - r->totals.errors - r->totals.held[index];
    text_buffer said = {0};
    size_t named = 0, most = s->options->partners ? partners_shown(s) : NAMED;
    if (s->options->limit == 0) most = 0;
    for (size_t i = 0; i < partners_shown(s) && named < most; i++) {
        uint32_t partner = s->options->partners ? s->options->partners[i] : (uint32_t)i;
        if (!is_due(r, h, partner)) continue;
        text id = r->facts->partner_ids[partner];
        if (named++) text_append_string(&said, ", ");
        text_append(&said, id.bytes, id.length);
    }
    if (!s->options->partners && most && named < due)
        text_print(&said, " and %zu more", due - named);
    if (named) {
        table_add_string(t, sheet_title(&h->is));
        table_add_string(t, arena_copy(s->memory, said.bytes, said.length));
    }
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static void add_holding(const sheet *s, table *t, size_t index) {
    const result *r = s->of;
    const holding *h = &r->plan->holdings[index];
    size_t held = r->totals.held[index], all = r->totals.partners - r->totals.errors;
    table_add_string(t, sheet_title(&h->is));
    sheet_count(t, held);
    sheet_share(s, t, held, all);
    if (h->obligation) sheet_count(t, all - held);
}

static void write_holdings(const sheet *s, bool obligations) {
    const plan *p = s->of->plan;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t,
                 (table_column_style){obligations ? "kept" : "held", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"share", TABLE_RIGHT, false, 0});
    if (obligations) table_column(&t, (table_column_style){"due", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < p->holding_count; i++)
        if (p->holdings[i].obligation == obligations) add_holding(s, &t, i);
    if (t.count == 0) return;
    sheet_heading(s, obligations ? "Obligations" : "Certifications");
    sheet_table(s, &t);
}

static void write_due(const sheet *s) {
    const plan *p = s->of->plan;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"due", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"who", TABLE_LEFT, false, 0});
    for (size_t i = 0; i < p->holding_count; i++)
        if (p->holdings[i].obligation) add_due(s, &t, i);
    if (t.count == 0) return;
    writer_byte(s->out, '\n');
    sheet_table(s, &t);
}

void sheet_holdings(const sheet *s) {
    write_holdings(s, false);
    write_holdings(s, true);
    write_due(s);
}
