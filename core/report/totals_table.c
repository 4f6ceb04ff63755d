/* totals_table.c - the sums of a program at a glance: see result_table.h.
 *
 * Counts are of partners without errors, as all totals are. */
#include "report/result_table.h"

#include "explain/amount.h"
#include "eval/unplaced.h"

enum { TITLE_WIDTH = 44, UNROUTED_SHOWN = 20 };

void sheet_share(const sheet *s, table *t, size_t part, size_t whole) {
    char room[AMOUNT_TEXT];
    number share;
    if (whole == 0 || !number_divide(&share, number_from_integer((int64_t)part),
                                     number_from_integer((int64_t)whole))) {
        table_add_string(t, "-");
        return;
    }
    table_add(t, amount_of(share, MEASURE_PERCENT, s->of->plan, AMOUNT_USUAL, room));
}

static void add_level(const sheet *s, table *t, const char *name, size_t count, size_t all) {
    table_add_string(t, name);
    sheet_count(t, count);
    sheet_share(s, t, count, all);
}

/* "held: grace 2, steps_up 1", of partners without errors; nothing where nobody is. */
static void write_held(const sheet *s, size_t index) {
    const result *r = s->of;
    text_buffer said = {0};
    if (!r->held || !r->held[index]) return;
    for (int why = HOLD_NONE + 1; why <= HOLD_GRACE; why++) {
        size_t count = 0;
        for (size_t p = 0; p < r->facts->partner_count; p++)
            count += !r->wrong[p] && r->held[index][p] == why;
        if (count)
            text_print(&said, "%s%s %zu", said.length ? ", " : "  held: ", hold_word(why),
                       count);
    }
    if (said.length) text_append_byte(&said, '\n');
    if (said.length) table_say(s->out, TONE_DIM, s->options->color, said.bytes);
    if (said.failed) s->out->failed = true;
    text_free(&said);
}

static void write_ladder(const sheet *s, size_t index) {
    const ladder *l = &s->of->plan->ladders[index];
    const totals *found = &s->of->totals;
    size_t all = found->none[index];
    for (size_t k = 0; k < l->level_count; k++)
        all += found->levels[index][k];
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){l->is.name, TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"partners", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"share", TABLE_RIGHT, false, 0});
    for (size_t k = l->level_count; k-- > 0;)
        add_level(s, &t, sheet_title(&l->levels[k].is), found->levels[index][k], all);
    if (found->none[index]) add_level(s, &t, "below all levels", found->none[index], all);
    if (found->partners - found->errors > all) {
        table_add_string(&t, "does not apply");
        sheet_count(&t, found->partners - found->errors - all);
        table_add_string(&t, "-");
    }
    sheet_heading(s, l->is.title ? l->is.title : "Partners by level");
    sheet_table(s, &t);
    write_held(s, index);
}

/* How many partners a rule pays (incentive or fund), or how many are paid at all. */
static size_t count_paid(const result *r, const number *paid) {
    size_t count = 0;
    for (size_t p = 0; p < r->facts->partner_count; p++)
        count += !r->wrong[p] && paid[p] != 0;
    return count;
}

static void add_rule(const sheet *s, table *t, const declared *is, const number *paid,
                     number total) {
    table_add_string(t, sheet_title(is));
    table_add_string(t, is->title ? is->name : "");
    sheet_count(t, count_paid(s->of, paid));
    sheet_money(s, t, total);
}

static void write_payout(const sheet *s) {
    const result *r = s->of;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"rule", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"name", TABLE_LEFT, true, 0});
    table_column(&t, (table_column_style){"partners", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"paid", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < r->plan->incentive_count; i++)
        add_rule(s, &t, &r->plan->incentives[i].is, r->incentives[i].paid,
                 r->totals.incentives[i]);
    for (size_t i = 0; i < r->plan->fund_count; i++)
        add_rule(s, &t, &r->plan->funds[i].is, r->funds[i].paid, r->totals.funds[i].paid);
    if (t.count == 0) return;
    table_total(&t);
    table_add_string(&t, "total");
    table_add_string(&t, "");
    sheet_count(&t, count_paid(r, r->payout));
    sheet_money(s, &t, r->totals.payout);
    sheet_heading(s, "Payout by rule");
    sheet_table(s, &t);
}

/* How many pass, of the scores that say what passes. */
static void write_scores(const sheet *s) {
    const result *r = s->of;
    size_t counted = r->totals.partners - r->totals.errors;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"passed", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"share", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < r->plan->score_count; i++) {
        const score *one = &r->plan->scores[i];
        if (one->passed) add_level(s, &t, sheet_title(&one->is), r->totals.passed[i], counted);
    }
    if (t.count == 0) return;
    sheet_heading(s, "Scores");
    sheet_table(s, &t);
}

static number opening_of(const fund_total *total) {
    return total->balance + total->paid + total->expired - total->accrued;
}

/* What no fund has is left out; what is there makes the balance. */
static void write_funds(const sheet *s) {
    const result *r = s->of;
    table t;
    bool opens = false, expires = false;
    for (size_t i = 0; i < r->plan->fund_count; i++) {
        opens |= opening_of(&r->totals.funds[i]) != 0;
        expires |= r->totals.funds[i].expired != 0;
    }
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"fund", TABLE_LEFT, false, TITLE_WIDTH});
    if (opens) table_column(&t, (table_column_style){"opening", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"accrued", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"paid", TABLE_RIGHT, false, 0});
    if (expires) table_column(&t, (table_column_style){"expired", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"balance", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < r->plan->fund_count; i++) {
        const fund_total *total = &r->totals.funds[i];
        table_add_string(&t, sheet_title(&r->plan->funds[i].is));
        if (opens) sheet_money(s, &t, opening_of(total));
        sheet_money(s, &t, total->accrued);
        sheet_money(s, &t, total->paid);
        if (expires) sheet_money(s, &t, total->expired);
        sheet_money(s, &t, total->balance);
    }
    if (t.count == 0) return;
    sheet_heading(s, "Funds");
    sheet_table(s, &t);
}

static void count_claims(const result *r, size_t index, size_t decided[3]) {
    const fund_result *f = &r->funds[index];
    for (size_t p = 0; p < r->facts->partner_count; p++)
        for (size_t k = f->first[p]; !r->wrong[p] && k < f->first[p + 1]; k++)
            decided[f->claims[k].decision]++;
}

static void write_claims(const sheet *s) {
    const result *r = s->of;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"claims", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"approved", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"partial", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"rejected", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < r->plan->fund_count; i++) {
        size_t decided[3] = {0};
        if (r->plan->funds[i].claims < 0) continue;
        count_claims(r, i, decided);
        table_add_string(&t, sheet_title(&r->plan->funds[i].is));
        sheet_count(&t, decided[CLAIM_APPROVED]);
        sheet_count(&t, decided[CLAIM_PARTIAL]);
        sheet_count(&t, decided[CLAIM_REJECTED]);
    }
    if (t.count == 0) return;
    writer_byte(s->out, '\n');
    sheet_table(s, &t);
}

static void write_carried(const sheet *s) {
    const result *r = s->of;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"carried over", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"partners", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"carried", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < r->plan->incentive_count; i++) {
        if (!r->incentives[i].carried) continue;
        table_add_string(&t, sheet_title(&r->plan->incentives[i].is));
        sheet_count(&t, count_paid(r, r->incentives[i].carried));
        sheet_money(s, &t, r->totals.carried[i]);
    }
    if (t.count == 0) return;
    writer_byte(s->out, '\n');
    sheet_table(s, &t);
}

static size_t count_takers(const routing_result *found, size_t partners) {
    size_t count = 0;
    for (size_t p = 0; p < partners; p++)
        count += found->first[p] < found->first[p + 1];
    return count;
}

static void write_routings(const sheet *s) {
    const result *r = s->of;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"routing", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"routed", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"partners", TABLE_RIGHT, false, 0});
    table_column(&t, (table_column_style){"to nobody", TABLE_RIGHT, false, 0});
    for (size_t i = 0; i < r->plan->routing_count; i++) {
        table_add_string(&t, sheet_title(&r->plan->routings[i].is));
        sheet_count(&t, r->totals.routings[i].routed);
        sheet_count(&t, count_takers(&r->routings[i], r->facts->partner_count));
        sheet_count(&t, r->totals.routings[i].unrouted);
    }
    if (t.count == 0) return;
    sheet_heading(s, "Routing");
    sheet_table(s, &t);
}

/* "the row itself is in error" */
static const char *why_nobody(const routed_lead *lead) {
    if (lead->wrong) return "what is asked of the row is an error";
    return lead->full ? "everybody who could take it has as many as the cap allows"
                      : "nobody meets what is asked";
}

/* Rows that nobody could take, as many as partners are shown. */
static void write_unrouted(const sheet *s) {
    const result *r = s->of;
    table t;
    table_begin(&t, s->memory);
    table_column(&t, (table_column_style){"to nobody", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"why", TABLE_LEFT, false, 0});
    size_t most = s->options->limit < 0 ? UNROUTED_SHOWN : (size_t)s->options->limit, left = 0;
    for (size_t i = 0; i < r->plan->routing_count; i++) {
        const routing_total *sum = &r->totals.routings[i];
        size_t shown = sum->unrouted < most ? sum->unrouted : most, at = 0;
        for (size_t k = 0; at < shown; k++) {
            const routed_lead *lead = &r->routings[i].leads[k];
            if (lead->partner != NOBODY) continue;
            table_add_string(&t, arena_print(s->memory, "%s %s", r->plan->routings[i].is.name,
                                             sum->ids[at++]));
            table_add_string(&t, why_nobody(lead));
        }
        left += sum->unrouted - shown;
    }
    if (t.count == 0) return;
    writer_byte(s->out, '\n');
    sheet_table(s, &t);
    if (left)
        table_say(s->out, TONE_DIM, s->options->color,
                  arena_print(s->memory, "and %zu more\n", left));
}

/* Only where something is left over. */
static void write_unplaced(const sheet *s) {
    const result *r = s->of;
    const declared *rule;
    value left;
    table t;
    table_begin(&t, s->memory);
    table_column(&t,
                 (table_column_style){"could not be placed", TABLE_LEFT, false, TITLE_WIDTH});
    table_column(&t, (table_column_style){"left", TABLE_RIGHT, false, 0});
    for (size_t next = 0; unplaced_next(r->plan, &r->totals, &next, &rule, &left);) {
        char room[AMOUNT_TEXT];
        if (left.state != CELL_VALUE || left.number == 0) continue;
        table_add_string(&t, sheet_title(rule));
        table_add(&t, amount_of(left.number, left.measure, r->plan, AMOUNT_USUAL, room));
    }
    if (t.count == 0) return;
    writer_byte(s->out, '\n');
    sheet_table(s, &t);
}

void sheet_totals(const sheet *s) {
    for (size_t i = 0; i < s->of->plan->ladder_count; i++)
        write_ladder(s, i);
    write_payout(s);
    write_carried(s);
    sheet_holdings(s);
    write_scores(s);
    write_funds(s);
    write_claims(s);
    write_unplaced(s);
    write_routings(s);
    write_unrouted(s);
}
