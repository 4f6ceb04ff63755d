/* partner_json.c - levels, payouts, payees, claims of one partner: see partner_json.h.
 *
 * What is wrong and what has no value are both null; the errors say which. Printing takes no
 * memory but for payees and benefits, whose scratch is given back now and then. */
#include "report/partner_json.h"

#include "explain/amount.h"

#include <stdlib.h>

enum { SCRATCH_KEPT = 1024 * 1024 };

static void write_metrics(const result *r, json *j, uint32_t partner) {
    json_object(j, "metrics");
    for (size_t i = 0; i < r->plan->metric_count; i++) {
        const metric *m = &r->plan->metrics[i];
        value v = result_value(r, m->value, partner);
        json_value(j, m->is.name, &v, r->plan);
    }
    json_end_object(j);
}

static void write_level(json *j, const char *key, const ladder *l, const column *stands,
                        uint32_t partner) {
    bool placed = stands->states[partner] == CELL_VALUE;
    json_string(j, key, placed ? l->levels[(size_t)stands->values[partner]].is.name : NULL);
}

static void write_ladders(const result *r, json *j, uint32_t partner) {
    json_object(j, "ladders");
    for (size_t i = 0; i < r->plan->ladder_count; i++) {
        const ladder *l = &r->plan->ladders[i];
        value before = {.state = CELL_NONE};
        if (l->current && result_applies(r, l, partner))
            before = result_value(r, l->current, partner);
        json_object(j, l->is.name);
        json_value(j, "before", &before, r->plan);
        write_level(j, "qualified", l, &r->qualified[i], partner);
        write_level(j, "level", l, &r->levels[i], partner);
        value until;
        json_string(j, "held", result_held(r, i, partner));
        if (result_guarantee(r, i, partner, &until))
            json_value(j, "guaranteed_until", &until, r->plan);
        bool wrong = r->levels[i].states[partner] == CELL_WRONG;
        if (!wrong && !result_applies(r, l, partner)) json_boolean(j, "applies", false);
        json_end_object(j);
    }
    json_end_object(j);
}

static void write_holdings(const result *r, json *j, uint32_t partner, bool obligations) {
    json_object(j, obligations ? "obligations" : "certifications");
    for (size_t i = 0; i < r->plan->holding_count; i++) {
        const holding *h = &r->plan->holdings[i];
        if (h->obligation != obligations) continue;
        value held = result_value(r, h->met, partner);
        json_value(j, h->is.name, &held, r->plan);
    }
    json_end_object(j);
}

static void write_scores(const result *r, json *j, uint32_t partner) {
    json_object(j, "scores");
    for (size_t i = 0; i < r->plan->score_count; i++) {
        value total = result_value(r, r->plan->scores[i].total, partner);
        json_value(j, r->plan->scores[i].is.name, &total, r->plan);
    }
    json_end_object(j);
}

static void write_incentives(const result *r, json *j, uint32_t partner) {
    json_object(j, "incentives");
    for (size_t i = 0; i < r->plan->incentive_count; i++) {
        const char *name = r->plan->incentives[i].is.name;
        if (r->incentives[i].states[partner] == CELL_WRONG)
            json_null(j, name);
        else
            json_paid(j, name, r->incentives[i].paid[partner], r->plan);
    }
    json_end_object(j);
}

/* Of the incentives that carry something over. */
static void write_carried(const result *r, json *j, uint32_t partner) {
    json_object(j, "carried");
    for (size_t i = 0; i < r->plan->incentive_count; i++) {
        const incentive_result *from = &r->incentives[i];
        if (!from->carried) continue;
        if (from->states[partner] == CELL_WRONG)
            json_null(j, r->plan->incentives[i].is.name);
        else
            json_paid(j, r->plan->incentives[i].is.name, from->carried[partner], r->plan);
    }
    json_end_object(j);
}

typedef struct share {
    text payee;
    number paid;
} share;

static int compare_shares(const void *a, const void *b) {
    return text_compare(((const share *)a)->payee, ((const share *)b)->payee);
}

/* The partner's lines that paid somebody, by payee; NULL when there are none or no memory. */
static share *find_shares(partner_json *w, const incentive_result *from, uint32_t partner,
                          size_t *count) {
    size_t first = from->first[partner];
    size_t end = lines_are_paid(from, partner) ? from->first[partner + 1] : first;
    share *found = first < end ? arena_array(&w->scratch, end - first, sizeof *found) : NULL;
    *count = 0;
    for (size_t k = first; found && k < end; k++) {
        const line *l = &from->lines[k];
        if (l->paid == 0 || l->payee < 0) continue;
        found[(*count)++] = (share){result_payee(w->of, partner, l), l->paid};
    }
    if (*count) qsort(found, *count, sizeof *found, compare_shares);
    return found;
}

static void write_shares(partner_json *w, json *j, const incentive_result *from,
                         uint32_t partner) {
    size_t count;
    const share *found = find_shares(w, from, partner, &count);
    for (size_t k = 0; k < count;) {
        text payee = found[k].payee;
        number paid = 0;
        bool fits =
            true; /* the partner's sum does; negative lines of others may be part of it */
        for (; k < count && text_equal(found[k].payee, payee); k++)
            fits = fits && number_add(&paid, paid, found[k].paid);
        json_key(j, payee);
        if (fits)
            json_paid(j, NULL, paid, w->of->plan);
        else
            json_null(j, NULL);
    }
}

static void write_payees(partner_json *w, json *j, uint32_t partner) {
    const plan *p = w->of->plan;
    json_object(j, "payees");
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive_result *from = &w->of->incentives[i];
        if (!p->incentives[i].payee) continue;
        if (from->states[partner] == CELL_WRONG) {
            json_null(j, p->incentives[i].is.name);
            continue;
        }
        json_object(j, p->incentives[i].is.name);
        write_shares(w, j, from, partner);
        json_end_object(j);
    }
    json_end_object(j);
}

static void write_claim(partner_json *w, json *j, const fund *f, const claim_result *claim) {
    static const char *const decisions[] = {"approved", "partial", "rejected"};
    const facts *from = w->of->facts;
    text_clear(&w->row_id);
    facts_row_id(from, &from->tables[f->claims], claim->row, &w->row_id);
    json_object(j, NULL);
    json_text(j, "id", (text){w->row_id.bytes, w->row_id.length});
    json_string(j, "decision", decisions[claim->decision]);
    json_paid(j, "amount", claim->amount, w->of->plan);
    json_object(j, "shares");
    for (size_t k = 0; k < f->payer_count; k++)
        json_paid(j, f->payers[k].name, claim->shares[k], w->of->plan);
    json_end_object(j);
    json_string(j, "limited_by", claim->limited_by);
    json_array(j, "reasons");
    for (const char **reason = claim->reasons; reason && *reason; reason++)
        json_string(j, NULL, *reason);
    json_end_array(j);
    json_end_object(j);
}

static void write_balance(json *j, const fund_result *f, uint32_t partner, const plan *p) {
    bool wrong = f->states[partner] == CELL_WRONG;
    const struct {
        const char *key;
        const number *of;
    } parts[] = {{"opening", f->opening},
                 {"accrued", f->accrued},
                 {"paid", f->paid},
                 {"expired", f->expired},
                 {"balance", f->balance}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (wrong)
            json_null(j, parts[i].key);
        else
            json_paid(j, parts[i].key, parts[i].of[partner], p);
    }
}

static void write_funds(partner_json *w, json *j, uint32_t partner) {
    const plan *p = w->of->plan;
    json_object(j, "funds");
    for (size_t i = 0; i < p->fund_count; i++) {
        const fund_result *f = &w->of->funds[i];
        bool decided = f->states[partner] != CELL_WRONG && p->funds[i].claims >= 0;
        json_object(j, p->funds[i].is.name);
        write_balance(j, f, partner, p);
        json_array(j, "claims");
        size_t end = decided ? f->first[partner + 1] : 0;
        for (size_t k = decided ? f->first[partner] : 0; k < end; k++)
            write_claim(w, j, &p->funds[i], &f->claims[k]);
        json_end_array(j);
        json_end_object(j);
    }
    json_end_object(j);
}

/* Which rows went to the partner, in the order in which they came; no key without routings. */
static void write_routed(partner_json *w, json *j, uint32_t partner) {
    const result *r = w->of;
    if (r->plan->routing_count == 0) return;
    json_object(j, "routed");
    for (size_t i = 0; i < r->plan->routing_count; i++) {
        const routing *rule = &r->plan->routings[i];
        const routing_result *found = &r->routings[i];
        if (found->states[partner] == CELL_WRONG) {
            json_null(j, rule->is.name);
            continue;
        }
        json_array(j, rule->is.name);
        for (size_t k = found->first[partner]; k < found->first[partner + 1]; k++) {
            text_clear(&w->row_id);
            facts_row_id(r->facts, &r->facts->tables[rule->each],
                         found->leads[found->taken[k]].row, &w->row_id);
            json_text(j, NULL, (text){w->row_id.bytes, w->row_id.length});
        }
        json_end_array(j);
    }
    json_end_object(j);
}

static void write_benefits(partner_json *w, json *j, uint32_t partner) {
    size_t count = 0;
    benefit_value *given = result_benefits(w->of, partner, &w->scratch, &count);
    json_object(j, "benefits");
    for (size_t k = 0; given && k < count; k++)
        json_value(j, given[k].name, &given[k].value, w->of->plan);
    json_end_object(j);
}

void json_error_fields(json *j, const partner_error *error) {
    json_string(j, "rule", error->rule);
    json_string(j, "file", error->at.file ? error->at.file->name : NULL);
    json_integer(j, "line", error->at.line);
    json_string(j, "message", error->message);
}

static void write_errors(partner_json *w, json *j, uint32_t partner) {
    const result *r = w->of;
    size_t k = w->next_error;
    while (k < r->error_count && r->errors[k].partner < partner)
        k++;
    json_array(j, "errors");
    for (; k < r->error_count && r->errors[k].partner == partner; k++) {
        json_object(j, NULL);
        json_error_fields(j, &r->errors[k]);
        json_end_object(j);
    }
    json_end_array(j);
    w->next_error = k;
}

void partner_json_write(partner_json *w, json *j, uint32_t partner) {
    const result *r = w->of;
    json_object(j, NULL);
    json_text(j, "id", r->facts->partner_ids[partner]);
    write_metrics(r, j, partner);
    write_ladders(r, j, partner);
    write_holdings(r, j, partner, false);
    write_holdings(r, j, partner, true);
    write_scores(r, j, partner);
    write_incentives(r, j, partner);
    write_payees(w, j, partner);
    write_carried(r, j, partner);
    write_funds(w, j, partner);
    write_routed(w, j, partner);
    write_benefits(w, j, partner);
    if (r->wrong[partner])
        json_null(j, "payout");
    else
        json_paid(j, "payout", r->payout[partner], r->plan);
    write_errors(w, j, partner);
    json_end_object(j);
    if (w->scratch.failed || w->row_id.failed) j->out->failed = true;
    if (w->scratch.bytes > SCRATCH_KEPT) arena_free(&w->scratch);
}

void partner_json_end(partner_json *w) {
    arena_free(&w->scratch);
    text_free(&w->row_id);
}
