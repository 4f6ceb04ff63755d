/* result_json.c - `rung.result/1`: head, partners, totals, errors; whole or a line each.
 *
 * The order of keys is part of the format. One partner takes one line, so that two results can
 * be compared with line tools. Called by report_result. */
#include "report/given.h"
#include "report/partner_json.h"
#include "report/result_reports.h"
#include "eval/unplaced.h"

void json_program(json *j, const plan *p) {
    json_object(j, "program");
    json_string(j, "name", p->name);
    json_string(j, "version", p->version);
    json_string(j, "fingerprint", p->rules ? p->rules->fingerprint : NULL);
    json_end_object(j);
}

void json_data(json *j, const facts *f, const char *fingerprint) {
    json_object(j, "data");
    json_object(j, "rows");
    for (size_t i = 0; i < f->table_count; i++)
        json_integer(j, f->tables[i].source, (int64_t)f->tables[i].rows_read);
    json_end_object(j);
    json_object(j, "orphans");
    for (size_t i = 1; i < f->table_count; i++) /* partners themselves are never orphans */
        if (!f->tables[i].reference)
            json_integer(j, f->tables[i].source, (int64_t)f->tables[i].orphans);
    json_end_object(j);
    if (fingerprint) json_string(j, "fingerprint", fingerprint);
    json_end_object(j);
}

/* With `lines` each part begins a line of its own. */
static void write_head(const result *r, const report_options *options, bool lines, json *j) {
    char as_of[DATE_TEXT];
    const char *fingerprint = options->data_fingerprint;
    date_print(as_of, r->plan->as_of);
    json_string(j, "format", "rung.result/1");
    if (lines) json_line(j);
    json_program(j, r->plan);
    if (lines) json_line(j);
    json_data(j, r->facts, fingerprint);
    if (lines) json_line(j);
    json_string(j, "as_of", as_of);
    json_string(j, "currency", r->plan->currency);
    if (!options->changed) return;
    if (lines) json_line(j);
    json_object(j, "changed");
    given_write_json(options->changed, j);
    json_end_object(j);
}

static void write_level_totals(const plan *p, const totals *t, json *j) {
    json_object(j, "ladders");
    for (size_t i = 0; i < p->ladder_count; i++) {
        const ladder *l = &p->ladders[i];
        json_object(j, l->is.name);
        for (size_t k = 0; k < l->level_count; k++)
            json_integer(j, l->levels[k].is.name, (int64_t)t->levels[i][k]);
        json_end_object(j);
    }
    json_end_object(j);
}

static void write_holding_totals(const plan *p, const totals *t, bool obligations, json *j) {
    json_object(j, obligations ? "obligations" : "certifications");
    for (size_t i = 0; i < p->holding_count; i++)
        if (p->holdings[i].obligation == obligations)
            json_integer(j, p->holdings[i].is.name, (int64_t)t->held[i]);
    json_end_object(j);
}

/* How many pass, of the scores that say what passes; no key where none does. */
static void write_score_totals(const plan *p, const totals *t, json *j) {
    bool any = false;
    for (size_t i = 0; i < p->score_count; i++) {
        if (!p->scores[i].passed) continue;
        if (!any) json_object(j, "scores");
        json_integer(j, p->scores[i].is.name, (int64_t)t->passed[i]);
        any = true;
    }
    if (any) json_end_object(j);
}

/* No key where no incentive carries anything over. */
static void write_carried_totals(const plan *p, const totals *t, json *j) {
    bool any = false;
    for (size_t i = 0; i < p->incentive_count; i++) {
        if (!incentive_carries(&p->incentives[i])) continue;
        if (!any) json_object(j, "carried");
        json_paid(j, p->incentives[i].is.name, t->carried[i], p);
        any = true;
    }
    if (any) json_end_object(j);
}

/* What could not be given to anybody, by the rule that divides it. */
static void write_unplaced(const plan *p, const totals *t, json *j) {
    const declared *rule;
    value left;
    if (!p->pool_count) return;
    json_object(j, "unplaced");
    for (size_t next = 0; unplaced_next(p, t, &next, &rule, &left);) {
        if (left.state != CELL_VALUE)
            json_null(j, rule->name);
        else if (left.measure == MEASURE_MONEY)
            json_paid(j, rule->name, left.number, p);
        else
            json_integer(j, rule->name, (int64_t)(left.number / NUMBER_ONE));
    }
    json_end_object(j);
}

/* No key where nothing is routed. */
static void write_routed_totals(const plan *p, const totals *t, json *j) {
    if (p->routing_count == 0) return;
    json_object(j, "routed");
    for (size_t i = 0; i < p->routing_count; i++) {
        const routing_total *sum = &t->routings[i];
        json_object(j, p->routings[i].is.name);
        json_integer(j, "routed", (int64_t)sum->routed);
        json_array(j, "unrouted");
        for (size_t k = 0; k < sum->unrouted; k++)
            json_string(j, NULL, sum->ids[k]);
        json_end_array(j);
        json_end_object(j);
    }
    json_end_object(j);
}

static void write_money_totals(const plan *p, const totals *t, json *j) {
    json_object(j, "incentives");
    for (size_t i = 0; i < p->incentive_count; i++)
        json_paid(j, p->incentives[i].is.name, t->incentives[i], p);
    json_end_object(j);
    write_carried_totals(p, t, j);
    json_object(j, "funds");
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_total *sum = &t->funds[i];
        json_object(j, p->funds[i].is.name);
        json_paid(j, "accrued", sum->accrued, p);
        json_paid(j, "paid", sum->paid, p);
        json_paid(j, "expired", sum->expired, p);
        json_paid(j, "balance", sum->balance, p);
        json_end_object(j);
    }
    json_end_object(j);
    write_unplaced(p, t, j);
    json_paid(j, "payout", t->payout, p);
}

void json_totals(json *j, const char *key, const plan *p, const totals *t) {
    json_object(j, key);
    json_integer(j, "partners", (int64_t)t->partners);
    json_integer(j, "errors", (int64_t)t->errors);
    write_level_totals(p, t, j);
    write_holding_totals(p, t, false, j);
    write_holding_totals(p, t, true, j);
    write_score_totals(p, t, j);
    write_money_totals(p, t, j);
    write_routed_totals(p, t, j);
    json_end_object(j);
}

static void write_all_errors(const result *r, bool lines, json *j) {
    json_array(j, "errors");
    for (size_t i = 0; i < r->error_count; i++) {
        const partner_error *e = &r->errors[i];
        if (lines) json_line(j);
        json_object(j, NULL);
        json_text(j, "partner", r->facts->partner_ids[e->partner]);
        json_error_fields(j, e);
        json_end_object(j);
    }
    json_end_array(j);
}

static void write_partners(const result *r, const report_options *options, json *j) {
    partner_json each = {.of = r};
    size_t count = result_shown(r, options, SIZE_MAX);
    json_array(j, "partners");
    for (size_t n = 0; n < count && !j->out->failed; n++) {
        json_line(j);
        partner_json_write(&each, j, result_partner(options, n));
    }
    json_end_array(j);
    partner_json_end(&each);
}

void result_write_json(const result *r, const report_options *options, writer *out) {
    json j = {.out = out};
    json_object(&j, NULL);
    write_head(r, options, true, &j);
    json_line(&j);
    write_partners(r, options, &j);
    json_line(&j);
    json_totals(&j, "totals", r->plan, &r->totals);
    json_line(&j);
    write_all_errors(r, true, &j);
    json_end_object(&j);
    writer_byte(out, '\n');
}

static void write_partner_lines(const result *r, const report_options *options, writer *out) {
    partner_json each = {.of = r};
    size_t count = result_shown(r, options, SIZE_MAX);
    for (size_t n = 0; n < count && !out->failed; n++) {
        json j = {.out = out};
        partner_json_write(&each, &j, result_partner(options, n));
        writer_byte(out, '\n');
    }
    partner_json_end(&each);
}

void result_write_jsonl(const result *r, const report_options *options, writer *out) {
    json head = {.out = out}, end = {.out = out};
    json_object(&head, NULL);
    write_head(r, options, false, &head);
    json_end_object(&head);
    writer_byte(out, '\n');
    write_partner_lines(r, options, out);
    json_object(&end, NULL);
    json_totals(&end, "totals", r->plan, &r->totals);
    write_all_errors(r, false, &end);
    json_end_object(&end);
    writer_byte(out, '\n');
}
