/* incentive.c - incentives and SPIFFs, and what funds share with them: rows, caps, rounding. */
#include "bind/binder.h"

#include "base/nearest.h"

#include <string.h>

bool bind_rounding(binder *b, const term *t, number_rounding *out) {
    static const char *const words[] = {"half_up", "half_even", "down", "up"};
    const char *word = field_text(t, "rounding");
    *out = b->plan->rounding;
    for (size_t i = 0; word && i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], word) == 0) *out = (number_rounding)i;
    }
    return true;
}

/* Rules go over rows that have ids, so that people and files can name a line. */
bool check_row_ids(binder *b, const term *field, int source) {
    const source_request *rows = &b->plan->request.sources[source];
    if (rows->id || !b->known) return true;
    return problem_add_two(b->problems, field->at, rows->at,
                           "name the column that tells its rows apart: id = \"id\"",
                           "source '%s' has no 'id'", rows->name);
}

bool bind_each(binder *b, const term *field, bool of_fund, int *source) {
    *source = NO_SOURCE;
    if (!field) return true;
    *source = field->kind == TERM_WORD ? find_source(b, field->name) : -1;
    if (*source > PARTNER_SOURCE && !b->plan->request.sources[*source].partner)
        return problem_add_two(
            b->problems, field->at, b->plan->request.sources[*source].at,
            "name the column that ties a row to its partner: partner = \"partner_id\"",
            "the rows of '%s' belong to no partner who could be paid", field->name);
    if (*source > PARTNER_SOURCE) return check_row_ids(b, field, *source);
    if (*source == PARTNER_SOURCE)
        return problem_add(
            b->problems, field->at,
            of_fund ? "write claims = claim"
                    : "leave 'each' out: a rule without it goes once over each partner",
            "'%s' needs a source of rows that belong to partners", of_fund ? "claims" : "each");
    return problem_add(b->problems, field->at,
                       of_fund ? "write claims = claim" : "write each = deal",
                       "here the name of a source is needed");
}

bool bind_due(binder *b, const scope *s, const term *table, requirement *requires,
              const node **due) {
    *requires = (requirement){.kind = REQUIRE_ALL};
    if (!table) return true;
    if (!bind_requirements(b, s, table, requires)) return false;
    *due = requires->met;
    return true;
}

static cap_kind cap_kind_of(const char *key, bool of_fund) {
    if (strcmp(key, of_fund ? "claim" : "row") == 0) return CAP_ROW;
    if (!of_fund && strcmp(key, "payee") == 0) return CAP_PAYEE;
    if (strcmp(key, "partner") == 0) return CAP_PARTNER;
    if (strcmp(key, "total") == 0) return CAP_TOTAL;
    return CAP_COLUMN;
}

/* Caps are applied by kind, those by column in byte order of their names. */
static bool stands_before(const cap *a, const cap *c) {
    if (a->kind != c->kind) return a->kind < c->kind;
    return strcmp(a->name, c->name) < 0;
}

static bool check_limit(binder *b, const entry *e, const cap *made) {
    if (made->limit->kind == NODE_CONSTANT && made->limit->has_value &&
        made->limit->constant < 0)
        return problem_add(b->problems, e->value->at,
                           "a cap is the most that is paid: 0 or more",
                           "a cap cannot be negative");
    if (made->limit->measure != MEASURE_MONEY && made->limit->measure != MEASURE_NUMBER)
        return problem_add(b->problems, e->value->at, "write an amount: 20000",
                           "a cap is an amount of money, not %s", describe(b, made->limit));
    if (made->kind == CAP_TOTAL && !node_is_common(made->limit))
        return problem_add(b->problems, e->value->at,
                           "write an amount, a setting that holds one, or a part of a "
                           "total(..): total(metric.bookings) * 0.02",
                           "the cap on the total must be the same for everybody");
    if (made->kind == CAP_COLUMN && !node_varies_by(made->limit, made->column))
        return problem_add(
            b->problems, e->value->at,
            "what is different within a value of the column is no cap on it: use "
            "that column alone, as in by(claim.activity, {..})",
            "a cap by '%s' must be the same for all rows with one %s", made->name, made->name);
    return true;
}

static const char *likely_cap(const binder *b, int source, const char *key, bool of_fund) {
    nearest guess = nearest_to(key);
    nearest_offer(&guess, of_fund ? "claim" : "row");
    if (!of_fund) nearest_offer(&guess, "payee");
    nearest_offer(&guess, "partner");
    nearest_offer(&guess, "total");
    for (size_t i = 0; source >= 0 && i < b->plan->request.sources[source].count; i++)
        nearest_offer(&guess, b->plan->request.sources[source].columns[i].name);
    return guess.best;
}

static bool unknown_cap(binder *b, int source, const entry *e, bool of_fund) {
    const char *likely = likely_cap(b, source, e->key, of_fund);
    const char *hint = of_fund ? "caps are: claim, a column of the claims, partner, total"
                               : "caps are: row, a column of the rows, payee, partner, total";
    if (likely) hint = arena_print(b->memory, "did you mean '%s'?", likely);
    return problem_add(b->problems, e->key_at, hint, "there is no cap '%s'", e->key);
}

static bool bind_cap(binder *b, const scope *row, const scope *partner, const entry *e,
                     bool of_fund, cap *out) {
    if (!e->key)
        return problem_add(b->problems, e->value->at, "write cap = { partner = 20000 }",
                           "a cap needs a name");
    *out = (cap){.kind = cap_kind_of(e->key, of_fund), .name = e->key, .at = e->key_at};
    if (out->kind == CAP_COLUMN) {
        int column = row->source >= 0 ? find_column(b, row->source, e->key) : -1;
        if (column < 0) return unknown_cap(b, row->source, e, of_fund);
        out->column = node_column(b, row, e->key_at, row->source, column);
    }
    bool of_row = out->kind == CAP_ROW ||
                  (out->kind == CAP_COLUMN && source_used(b, e->value) == row->source);
    out->limit = bind_number(b, of_row ? row : partner, e->value);
    return out->limit && (out->kind != CAP_COLUMN || out->column) && check_limit(b, e, out);
}

bool bind_caps(binder *b, const scope *row, const scope *partner, const term *table,
               bool of_fund, cap **out, size_t *count) {
    *count = 0;
    if (!table) return true;
    if (table->kind != TERM_TABLE)
        return problem_add(b->problems, table->at, "write cap = { partner = 20000 }",
                           "'cap' is a table");
    *out = arena_array(b->memory, table->count, sizeof **out);
    bool fine = *out != NULL;
    for (size_t i = 0; *out && i < table->count; i++) {
        cap made;
        if (!bind_cap(b, row, partner, &table->entries[i], of_fund, &made)) {
            fine = false;
            continue;
        }
        size_t k = (*count)++;
        for (; k > 0 && stands_before(&made, &(*out)[k - 1]); k--)
            (*out)[k] = (*out)[k - 1];
        (*out)[k] = made;
    }
    return fine;
}

static bool bind_pays(binder *b, const scope *s, const term *t, incentive *out) {
    const term *pays = term_field(t, "pays");
    out->pays = pays ? bind_number(b, s, pays) : NULL;
    if (!out->pays) return false;
    if (out->pays->measure == MEASURE_MONEY || out->pays->measure == MEASURE_NUMBER)
        return true;
    return problem_add(b->problems, pays->at, "multiply it by an amount of money",
                       "'%s' pays money, but this is %s", out->is.name, describe(b, out->pays));
}

static bool bind_payee(binder *b, const scope *s, const term *t, incentive *out) {
    const term *to = term_field(t, "to");
    if (!to) return !out->spiff;
    out->payee = bind_value(b, s, to);
    if (!out->payee || out->payee->type == TYPE_TEXT) return out->payee != NULL;
    return problem_add(b->problems, to->at, "declare the column as text",
                       "a payee is a text, but this is %s", describe(b, out->payee));
}

static bool check_caps(binder *b, const incentive *made) {
    bool has_total = false;
    for (size_t i = 0; i < made->cap_count; i++) {
        if (made->caps[i].kind == CAP_PAYEE && !made->payee)
            return problem_add(b->problems, made->caps[i].at,
                               "say who is paid: to = deal.rep_id",
                               "a cap by payee needs a payee");
        if (made->caps[i].kind == CAP_ROW && made->each < 0)
            return problem_add(b->problems, made->caps[i].at, "use cap = { partner = .. }",
                               "'%s' has no rows that a cap could be for", made->is.name);
        has_total |= made->caps[i].kind == CAP_TOTAL;
    }
    if (!made->prorate || has_total) return true;
    return problem_add(b->problems, term_field(made->is.term, "when_exhausted")->at,
                       "add cap = { total = 100000 }",
                       "there is nothing to prorate: '%s' has no cap on the total",
                       made->is.name);
}

bool incentives_compete(const incentive *a, const incentive *b) {
    return a == b || (a->best_of && b->best_of && strcmp(a->best_of, b->best_of) == 0);
}

/* An amount that opens an account or that a payment must reach. */
static bool bind_figure(binder *b, const scope *s, const term *t, const char *field,
                        const node **out) {
    const term *written = term_field(t, field);
    if (!written) return true;
    *out = bind_number(b, s, written);
    if (!*out || (*out)->measure == MEASURE_MONEY || (*out)->measure == MEASURE_NUMBER)
        return *out != NULL;
    return problem_add(b->problems, written->at, "write an amount: usd(50)",
                       "'%s' is an amount of money, not %s", field, describe(b, *out));
}

static bool bind_excluding(binder *b, const scope *s, const entry *e, int *out) {
    const term *t = e->value;
    bool named = !e->key && t->kind == TERM_REFERENCE && !t->further &&
                 (strcmp(t->name, "incentive") == 0 || strcmp(t->name, "spiff") == 0);
    if (!named)
        return problem_add(b->problems, e->key ? e->key_at : t->at,
                           "write not_with = { incentive.deal_registration }",
                           "'not_with' is a list of incentives and spiffs");
    const node *earned = bind_reference(b, s, t);
    if (!earned) return false;
    *out = earned->index;
    return true;
}

static bool bind_not_with(binder *b, const scope *s, const term *table, incentive *out) {
    if (!table) return true;
    out->not_with = arena_array(b->memory, table->count, sizeof *out->not_with);
    bool fine = out->not_with != NULL;
    for (size_t i = 0; out->not_with && i < table->count; i++) {
        int other = -1;
        if (bind_excluding(b, s, &table->entries[i], &other))
            out->not_with[out->not_with_count++] = other;
        else
            fine = false;
    }
    return fine;
}

bool check_competitors(binder *b) {
    const plan *p = b->plan;
    bool fine = true;
    for (size_t i = 0; i < p->incentive_count; i++) {
        const incentive *one = &p->incentives[i];
        for (size_t k = 0; one->best_of && k < i; k++) {
            const incentive *first = &p->incentives[k];
            if (!incentives_compete(one, first)) continue;
            if (one->each == first->each) break;
            fine = problem_add_two(b->problems, term_field(one->is.term, "best_of")->at,
                                   term_field(first->is.term, "best_of")->at,
                                   "give both the same 'each', or leave it out of both",
                                   "'%s' and '%s' compete in '%s' but go over different rows",
                                   first->is.name, one->is.name, one->best_of);
            break;
        }
    }
    return fine;
}

bool bind_incentive(binder *b, const term *t, incentive *out) {
    scope partner = {.source = NO_SOURCE, .as_of = b->plan->as_of, .rule = &out->is},
          row = partner;
    bool fine = bind_each(b, term_field(t, "each"), false, &out->each), rows_fine = true;
    /* Without a source that could be read, the rest is looked at as what it seems to be for. */
    const term *pays = term_field(t, "pays");
    if (pays && (!fine || (out->each < 0 && term_field(t, "where"))))
        row.source = source_used(b, pays);
    else
        row.source = out->each;
    const term *where = term_field(t, "where"), *order = term_field(t, "order");
    /* First of all: what is summed so far goes by it. */
    if (order && (out->each >= 0 || !fine))
        fine &= (row.order = out->order = bind_value(b, &row, order)) != NULL;
    else if (order)
        fine = problem_add(b->problems, order->at, "name the source: each = deal",
                           "'order' needs rows to put in order");
    if (out->each >= 0)
        out->where = bind_rows(b, &row, out->each, where, t->at, &rows_fine);
    else if (where && fine)
        rows_fine = problem_add(b->problems, where->at, "name the source: each = deal",
                                "'where' needs rows to choose from");
    fine &= rows_fine;
    fine &= bind_due(b, &partner, term_field(t, "requires"), &out->requires, &out->due);
    fine &= bind_pays(b, &row, t, out);
    fine &= bind_payee(b, &row, t, out);
    fine &=
        bind_caps(b, &row, &partner, term_field(t, "cap"), false, &out->caps, &out->cap_count);
    const char *rounds = field_text(t, "rounds"), *exhausted = field_text(t, "when_exhausted");
    out->rounds_partner = rounds && strcmp(rounds, "partner") == 0;
    out->prorate = exhausted && strcmp(exhausted, "prorate") == 0;
    bind_rounding(b, t, &out->rounding);
    out->best_of = field_text(t, "best_of");
    fine &= bind_figure(b, &partner, t, "opening", &out->opening);
    fine &= bind_figure(b, &partner, t, "minimum", &out->minimum);
    fine &= bind_not_with(b, &partner, term_field(t, "not_with"), out);
    return fine && check_caps(b, out);
}
