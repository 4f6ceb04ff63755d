/* fund.c - a fund as its partner reads it: what accrued, each claim and its shares, the
 * balance. */
#include "explain/explain.h"

#include "lang/phrase.h"

#include <string.h>

static const char *decision_word(decision d) {
    static const char *const words[] = {"approved", "partial", "rejected"};
    return words[d];
}

/* "vendor $1,500.00, partner $1,500.00" */
static void say_shares(const explaining *x, explanation *e, const fund *rule,
                       const claim_result *c, text_buffer *out) {
    for (size_t k = 0; k < rule->payer_count; k++) {
        value share = explain_money(c->shares[k]);
        text_print(out, "%s%s ", k ? ", " : ": ", rule->payers[k].name);
        explain_say(out, x->of->plan, &share, 0);
        explanation_named(x->memory, e, rule->payers[k].name, share);
    }
}

static const cap *cap_named(const fund *rule, const char *name) {
    for (size_t k = 0; k < rule->cap_count; k++)
        if (strcmp(rule->caps[k].name, name) == 0) return &rule->caps[k];
    return NULL;
}

/* What cut the vendor's part last, and to what. */
static void explain_limit(const explaining *x, explanation *claim, const fund *rule,
                          const claim_result *c) {
    const cap *by = cap_named(rule, c->limited_by);
    const char *label = by ? explain_print(x, "limited by cap %s", by->name)
                           : explain_print(x, "limited by the %s", c->limited_by);
    explanation *e = explanation_add(x->memory, claim, "limit", label);
    explanation_figure(x->memory, claim, "limited_by",
                       explain_text_value(text_of(c->limited_by)));
    if (!e || !by) return;
    value limit = explain_value_of(x, by->limit, c->row);
    limit.measure = MEASURE_MONEY;
    limit.number = number_round(limit.number, x->of->plan->currency_places, ROUND_DOWN);
    e->shown = explain_shown(x, limit);
    e->at = by->at;
    explanation_figure(x->memory, e, "limit", limit);
}

static explanation *add_reason(const explaining *x, explanation *claim, const char *label) {
    explanation *e = explanation_add(x->memory, claim, "reason", label);
    if (e) e->state = REASON_UNMET;
    return e;
}

/* The first column that a condition asks about. */
static const node *column_asked(const node *n) {
    if (n->kind == NODE_COLUMN) return n;
    for (size_t i = 0; i < n->count; i++) {
        const node *found = n->items[i] ? column_asked(n->items[i]) : NULL;
        if (found) return found;
    }
    return NULL;
}

static const char *actual_words(const explaining *x, value v) {
    if (v.state != CELL_VALUE) return "it has no value";
    return explain_print(x, "it is %s", explain_shown(x, v));
}

/* "not met: proof = true", "it is no" */
static void explain_approval(const explaining *x, explanation *claim, const entry *wanted,
                             const node *holds, uint32_t row) {
    text_buffer words = {0};
    text_append_string(&words, "not met: ");
    phrase_entry(&words, wanted, NULL);
    explanation *e = add_reason(x, claim, explain_take(x, &words));
    const node *column = column_asked(holds);
    if (!e) return;
    e->name = wanted->key;
    e->at = wanted->key_at;
    const term *asked = wanted->value;
    bool of_value = !wanted->key && asked->kind == TERM_CALL && asked->method && asked->count;
    const node *subject =
        of_value ? plan_node_of(x->of->plan, asked->entries[0].value, x->of->plan->as_of)
                 : NULL;
    if (subject)
        e->note = actual_words(x, explain_value_of(x, subject, row));
    else if (!wanted->key)
        e->note = explain_worked(x, asked, row);
    if (!wanted->key || !column) return;
    value v = explain_value_of(x, column, row);
    e->note = actual_words(x, v);
    explanation_figure(x->memory, e, "actual", v);
}

/* Conditions of `approves` are said in full here, with what the claim has. */
static void explain_reasons(const explaining *x, explanation *e, const fund *rule,
                            const claim_result *c) {
    static const char said_below[] = "not met: ";
    const term *approves = term_field(rule->is.term, "approves");
    for (size_t i = 0; c->reasons && c->reasons[i]; i++) {
        bool below = strncmp(c->reasons[i], said_below, sizeof said_below - 1) == 0;
        if (!below || !approves) add_reason(x, e, c->reasons[i]);
    }
    for (size_t k = 0; approves && k < rule->approval_count && k < approves->count; k++) {
        const node *holds = rule->approves[k].holds;
        value v = explain_value_of(x, holds, c->row);
        if (v.state == CELL_VALUE && v.number) continue;
        explain_approval(x, e, &approves->entries[k], holds, c->row);
    }
}

static const char *claim_label(const explaining *x, const fund *rule, const claim_result *c,
                               explanation *e) {
    value day = explain_row_date(x, rule->claims, c->row, rule->order);
    if (!day.state) return explain_print(x, "claim %s", e->name);
    explanation_figure(x->memory, e, "date", day);
    const char *shown = explain_shown(x, day);
    return explain_print(x, "%s  claim %s", shown, e->name);
}

static void explain_claim(const explaining *x, explanation *parent, const fund *rule,
                          const claim_result *c) {
    explanation *e = explanation_add(x->memory, parent, "claim", "claim");
    if (!e) return;
    e->name = explain_row_id(x, rule->claims, c->row);
    e->label = claim_label(x, rule, c, e);
    e->at = rule->is.at;
    e->state = c->decision == CLAIM_APPROVED ? REASON_MET : REASON_UNMET;
    if (c->decision == CLAIM_PARTIAL) e->state = REASON_NEUTRAL;
    e->shown = explain_shown(x, explain_money(c->amount));
    explanation_figure(x->memory, e, "amount", explain_money(c->amount));
    explanation_figure(x->memory, e, "decision",
                       explain_text_value(text_of(decision_word(c->decision))));
    text_buffer note = {0};
    text_append_string(&note, decision_word(c->decision));
    if (c->decision != CLAIM_REJECTED) say_shares(x, e, rule, c, &note);
    e->note = explain_take(x, &note);
    if (c->limited_by) explain_limit(x, e, rule, c);
    if (c->decision == CLAIM_REJECTED) explain_reasons(x, e, rule, c);
}

static void explain_claims(const explaining *x, explanation *e, const fund *rule,
                           const fund_result *out) {
    size_t first = out->first[x->partner], count = out->first[x->partner + 1] - first;
    size_t shown = count < x->lines ? count : x->lines;
    number sum = 0;
    for (size_t i = 0; i < shown; i++)
        explain_claim(x, e, rule, &out->claims[first + i]);
    if (shown == count) return;
    for (size_t i = shown; i < count && rule->vendor >= 0; i++)
        if (!number_add(&sum, sum, out->claims[first + i].shares[rule->vendor])) return;
    explanation *rest = explain_rest(x, e, "claim", count - shown, sum);
    if (!rest) return;
    rest->note = "paid by the vendor";
    explanation_figure(x->memory, rest, "paid", explain_money(sum));
}

/* "takes back $10.00; $40.50 found nothing to take back on its day: what comes later settles
 * it"
 */
static const char *return_words(const explaining *x, explanation *e, const fund_lot *lot) {
    value waits = explain_money(lot->waited),
          takes = explain_money(-lot->accrued - lot->waited);
    explanation_figure(x->memory, e, "takes_back", takes);
    explanation_figure(x->memory, e, "waits", waits);
    text_buffer out = {0};
    if (takes.number) {
        text_append_string(&out, "takes back ");
        explain_say(&out, x->of->plan, &takes, 0);
    }
    if (waits.number) {
        text_append_string(&out, takes.number ? "; " : "");
        explain_say(&out, x->of->plan, &waits, 0);
        text_append_string(
            &out, " found nothing to take back on its day: what comes later settles it");
    }
    return out.length ? explain_take(x, &out) : NULL;
}

/* "through 2026-06-30; $45.00 used, $5.00 expired" */
static const char *lot_words(const explaining *x, explanation *e, const fund_lot *lot) {
    static const char *const words[] = {"used", "taken back", "expired"};
    const number parts[] = {lot->used, lot->taken_back, lot->expired};
    text_buffer out = {0};
    if (lot->ends != LOT_NEVER_ENDS) {
        value last = explain_date(lot->ends);
        text_append_string(&out, "through ");
        explain_say(&out, x->of->plan, &last, 0);
        explanation_figure(x->memory, e, "expires", last);
    }
    const char *before = out.length ? "; " : "";
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
        value part = explain_money(parts[k]);
        explanation_figure(x->memory, e, k == 1 ? "taken_back" : words[k], part);
        if (parts[k] == 0) continue;
        text_append_string(&out, before);
        explain_say(&out, x->of->plan, &part, 0);
        text_print(&out, " %s", words[k]);
        before = ", ";
    }
    return out.length ? explain_take(x, &out) : NULL;
}

static void explain_lot(const explaining *x, explanation *parent, const fund *rule,
                        const fund_lot *lot) {
    explanation *e = explanation_add(x->memory, parent, "lot", "lot");
    if (!e) return;
    value day = explain_row_date(x, rule->each, lot->row, rule->accrued_on);
    e->name = explain_row_id(x, rule->each, lot->row);
    e->label = e->name;
    if (day.state) {
        const char *shown = explain_shown(x, day);
        e->label = explain_print(x, "%s  %s", shown, e->name);
        explanation_figure(x->memory, e, "date", day);
    }
    e->at = rule->is.at;
    e->shown = explain_shown(x, explain_money(lot->accrued));
    e->formula = explain_worked(x, term_field(rule->is.term, "accrues"), lot->row);
    if (e->formula && e->shown && strcmp(e->formula, e->shown) == 0) e->formula = NULL;
    explanation_figure(x->memory, e, "accrued", explain_money(lot->accrued));
    e->note = lot_words(x, e, lot);
    if (lot->accrued < 0) e->note = return_words(x, e, lot);
}

/* Every row that accrued, and what became of it. */
static void explain_lots(const explaining *x, explanation *e, const fund *rule,
                         const fund_result *out) {
    if (!out->lot_first) return;
    size_t first = out->lot_first[x->partner], count = out->lot_first[x->partner + 1] - first;
    size_t shown = count < x->lines ? count : x->lines;
    number sum = 0;
    for (size_t i = 0; i < shown; i++)
        explain_lot(x, e, rule, &out->lots[first + i]);
    if (shown == count) return;
    for (size_t i = shown; i < count; i++)
        sum += out->lots[first + i].accrued; /* what a partner accrues fits */
    explanation *rest = explain_rest(x, e, "row", count - shown, sum);
    if (!rest) return;
    rest->note = "accrued";
    explanation_figure(x->memory, rest, "accrued", explain_money(sum));
}

static void add(const explaining *x, explanation *parent, const char *label, number amount,
                const term *t) {
    (void)explain_amount(x, parent, label, explain_money(amount), t);
}

static void explain_account(const explaining *x, explanation *e, const fund *rule,
                            const fund_result *out) {
    const term *accrues = term_field(rule->is.term, "accrues");
    const term *opening = term_field(rule->is.term, "opening");
    uint32_t p = x->partner;
    if (opening) add(x, e, "opening", out->opening[p], opening);
    add(x, e, "accrued", out->accrued[p], out->due[p] && rule->each < 0 ? accrues : NULL);
    explain_lots(x, e, rule, out);
    explain_caps(x, e, rule->caps, rule->cap_count);
    if (rule->claims >= 0) explain_claims(x, e, rule, out);
    add(x, e, "paid", out->paid[p], NULL);
    if (out->expired[p]) add(x, e, "expired", out->expired[p], NULL);
    add(x, e, "balance", out->balance[p], NULL);
}

void explain_fund(const explaining *x, explanation *root, size_t index) {
    const fund *rule = &x->of->plan->funds[index];
    const fund_result *out = &x->of->funds[index];
    explanation *e = explain_declared(x, root, &rule->is);
    if (!e) return;
    if (explain_is_wrong(x, e, out->states[x->partner], &rule->requires)) return;
    bool due = out->due[x->partner];
    value balance = explain_money(out->balance[x->partner]);
    e->state = due ? REASON_MET : REASON_UNMET;
    e->shown = explain_print(x, "balance %s", explain_shown(x, balance));
    e->note = due ? NULL : "not due: what it requires is not met";
    explanation_figure(x->memory, e, "value", balance);
    explain_requirements(x, e, &rule->requires);
    explain_account(x, e, rule, out);
}
