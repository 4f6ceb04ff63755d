/* fund.c - market development funds and co-op: what accrues, who may claim, who bears what. */
#include "bind/binder.h"

#include "lang/phrase.h"

#include <string.h>

/* What a claim must be, as people read it: "proof is true". */
static const char *approval_text(binder *b, const entry *e) {
    text_buffer said = {0};
    phrase_entry(&said, e, NULL);
    const char *text = said.failed ? NULL : arena_copy(b->memory, said.bytes, said.length);
    if (!text) b->memory->failed = true;
    text_free(&said);
    return text;
}

/* Each entry of `approves` is a reason of its own for rejecting a claim. */
static bool bind_approvals(binder *b, const scope *row, const term *table, fund *out) {
    if (!table) return true;
    if (table->kind != TERM_TABLE)
        return problem_add(b->problems, table->at, "write approves = { proof = true }",
                           "'approves' is a filter on the claim");
    out->approves = arena_array(b->memory, table->count, sizeof *out->approves);
    bool fine = out->approves != NULL;
    for (size_t i = 0; out->approves && i < table->count; i++) {
        entry *e = &table->entries[i];
        term *one = arena_allocate(b->memory, sizeof *one);
        if (!one) return false;
        *one = (term){.kind = TERM_TABLE, .at = e->key_at, .entries = e, .count = 1};
        const node *holds = bind_filter(b, row, out->claims, one);
        out->approves[out->approval_count++] =
            (approval){holds, approval_text(b, e), e->key_at};
        fine &= holds != NULL;
    }
    return fine;
}

/* Amounts that accrue, open or are claimed: money or a plain number. */
static const node *bind_money(binder *b, const scope *s, const term *t) {
    const node *n = bind_number(b, s, t);
    if (!n || n->measure == MEASURE_MONEY || n->measure == MEASURE_NUMBER) return n;
    problem_add(b->problems, t->at, NULL, "an amount of money is needed here, but this is %s",
                describe(b, n));
    return NULL;
}

static bool bind_claims(binder *b, const term *t, const scope *partner, fund *out) {
    const term *claims = term_field(t, "claims"), *amount = term_field(t, "amount"),
               *order = term_field(t, "order");
    if (!claims && term_field(t, "cap"))
        return problem_add(
            b->problems, term_field(t, "cap")->at, "say what is claimed: claims = claim",
            "the caps of a fund limit its claims, and '%s' has none", out->is.name);
    if (!claims) return true;
    bool fine = bind_each(b, claims, true, &out->claims), rows_fine = true;
    if (!fine) return false;
    scope row = *partner;
    row.source = out->claims;
    int happened = b->plan->request.sources[out->claims].happened_on;
    if (order)
        fine &= (out->order = bind_value(b, &row, order)) != NULL;
    else if (happened >= 0)
        fine &= (out->order = node_column(b, &row, t->at, out->claims, happened)) != NULL;
    row.order = out->order; /* what is summed so far goes by it */
    out->where = bind_rows(b, &row, out->claims, term_field(t, "where"), t->at, &rows_fine);
    fine &= rows_fine;
    if (amount)
        fine &= (out->amount = bind_money(b, &row, amount)) != NULL;
    else
        fine = problem_add(b->problems, claims->at, "write amount = claim.amount",
                           "which column holds the amount that is claimed?");
    fine &= bind_approvals(b, &row, term_field(t, "approves"), out);
    fine &=
        bind_caps(b, &row, partner, term_field(t, "cap"), true, &out->caps, &out->cap_count);
    return fine;
}

/* Rows that accrue: each its amount, on its day, through its last day. */
static bool bind_accruals(binder *b, const term *t, const scope *partner, fund *out) {
    const term *each = term_field(t, "each"), *accrues = term_field(t, "accrues"),
               *expires = term_field(t, "expires");
    bool fine = bind_each(b, each, false, &out->each), rows_fine = true;
    if (!fine) return false;
    const source_request *source = &b->plan->request.sources[out->each];
    if (source->happened_on < 0)
        return problem_add_two(b->problems, each->at, source->at,
                               "name the column with the day: happened_on = \"invoiced_on\"",
                               "the rows of '%s' have no day on which they could accrue",
                               source->name);
    scope row = *partner;
    row.source = out->each;
    out->accruing = bind_rows(b, &row, out->each, NULL, t->at, &rows_fine);
    out->accrued_on = node_column(b, &row, each->at, out->each, source->happened_on);
    if (accrues) fine &= (out->accrues = bind_money(b, &row, accrues)) != NULL;
    if (expires) fine &= (out->expires = bind_typed(b, &row, expires, TYPE_DATE)) != NULL;
    int claimed = out->claims >= 0 ? b->plan->request.sources[out->claims].happened_on : -1;
    row.source = out->claims;
    if (claimed >= 0) out->claimed_on = node_column(b, &row, each->at, out->claims, claimed);
    return fine && rows_fine && out->accrues && out->accrued_on;
}

bool bind_fund(binder *b, const term *t, fund *out) {
    scope s = {.source = NO_SOURCE, .as_of = b->plan->as_of, .rule = &out->is};
    const term *accrues = term_field(t, "accrues"), *opening = term_field(t, "opening");
    bool fine = true;
    out->claims = out->each = NO_SOURCE;
    if (accrues && !term_field(t, "each"))
        fine &= (out->accrues = bind_money(b, &s, accrues)) != NULL;
    if (opening) fine &= (out->opening = bind_money(b, &s, opening)) != NULL;
    fine &= bind_due(b, &s, term_field(t, "requires"), &out->requires, &out->due);
    fine &= bind_claims(b, t, &s, out);
    if (term_field(t, "each")) fine &= bind_accruals(b, t, &s, out);
    fine &= bind_shares(b, &s, t, out);
    const term *partial = term_field(t, "partial");
    out->partial = !partial || partial->boolean;
    bind_rounding(b, t, &out->rounding);
    return fine;
}
