/* shares.c - who bears what part of a claim.
 *
 * `vendor` and `partner` are always payers. Shares are values of the partner, or, where one
 * asks of the claim, all are values of the claim. */
#include "bind/binder.h"

#include "base/nearest.h"

#include <string.h>

static int find_payer(const fund *f, const char *name) {
    for (size_t i = 0; i < f->payer_count; i++) {
        if (strcmp(f->payers[i].name, name) == 0) return (int)i;
    }
    return -1;
}

/* In byte order of the names. */
static void add_payer(fund *f, payer who) {
    size_t k = f->payer_count++;
    for (; k > 0 && strcmp(who.name, f->payers[k - 1].name) < 0; k--)
        f->payers[k] = f->payers[k - 1];
    f->payers[k] = who;
}

/* Vendor and partner are payers even where their share is 0%. */
static bool add_absent(binder *b, const scope *s, place at, const char *name, fund *out) {
    if (find_payer(out, name) >= 0) return true;
    const node *nothing = node_number(b, s, at, 0, MEASURE_PERCENT);
    if (nothing) add_payer(out, (payer){name, nothing});
    return nothing != NULL;
}

/* Any name may be a payer's, but one like 'vendor' where there is no vendor is a slip: the fund
 * would pay nothing. */
static bool refuse_misspelt(binder *b, const term *table, const fund *made) {
    for (size_t i = 0; i < table->count; i++) {
        const entry *e = &table->entries[i];
        nearest guess = nearest_to(e->key);
        nearest_offer(&guess, "vendor");
        nearest_offer(&guess, "partner");
        if (!guess.best || find_payer(made, guess.best) >= 0) continue;
        return problem_add(b->problems, e->key_at,
                           arena_print(b->memory, "did you mean '%s'?", guess.best),
                           "'%s' is nobody whom the fund knows, and '%s' would bear nothing",
                           e->key, guess.best);
    }
    return true;
}

/* A share may ask of the claim. */
static const node *bind_share(binder *b, const scope *s, const term *t, const fund *made) {
    scope row = *s;
    row.source = made->claims;
    bool of_claim = made->claims >= 0 && source_used(b, t) == made->claims;
    return bind_number(b, of_claim ? &row : s, t);
}

static bool bind_payers(binder *b, const scope *s, const term *table, fund *out) {
    if (!table || table->kind != TERM_TABLE || table->count == 0)
        return problem_add(b->problems, table ? table->at : out->is.at,
                           "write shares = { vendor = percent(50), partner = percent(50) }",
                           "'shares' says who pays which part");
    out->payers = arena_array(b->memory, table->count + 2,
                              sizeof *out->payers); /* two more for vendor and partner */
    bool fine = out->payers != NULL;
    for (size_t i = 0; out->payers && i < table->count; i++) {
        const entry *e = &table->entries[i];
        const node *share = e->key ? bind_share(b, s, e->value, out) : NULL;
        if (!e->key)
            problem_add(b->problems, e->value->at, "write vendor = percent(50)",
                        "a share needs a payer");
        if (!share || !refuse_bare_part(b, share, e->value, "a share")) {
            fine = false;
            continue;
        }
        add_payer(out, (payer){e->key, share});
    }
    return fine && refuse_misspelt(b, table, out) &&
           add_absent(b, s, table->at, "vendor", out) &&
           add_absent(b, s, table->at, "partner", out);
}

static bool check_share(binder *b, const payer *p, place at) {
    if (p->share->measure != MEASURE_NUMBER && p->share->measure != MEASURE_PERCENT)
        return problem_add(b->problems, at, "write vendor = percent(50)",
                           "a share is a part of the whole, not %s", describe(b, p->share));
    if (p->share->kind == NODE_CONSTANT && p->share->constant < 0)
        return problem_add(b->problems, p->share->at, NULL, "a share cannot be negative");
    return true;
}

/* Shares that are the same for everybody must add up to 100%. (Those that vary are checked when
 * computed.) */
static bool check_shares(binder *b, const fund *f, place at) {
    number sum = 0;
    for (size_t i = 0; i < f->payer_count; i++) {
        if (!check_share(b, &f->payers[i], at)) return false;
        if (f->payers[i].share->kind != NODE_CONSTANT) return true;
        if (!number_add(&sum, sum, f->payers[i].share->constant)) return false;
    }
    /* Thirds written as fraction(1, 3) add up within the 9 places that are looked at. */
    if (number_compare(sum, NUMBER_ONE) == 0) return true;
    char shown[NUMBER_TEXT];
    number_print(shown, sum * 100, 0);
    return problem_add(b->problems, at, "the parts of all payers together are the whole: 100%",
                       "these shares add up to %s%%, not to 100%%", shown);
}

static bool bind_remainder(binder *b, const term *t, fund *out) {
    const term *remainder = term_field(t, "remainder");
    out->vendor = find_payer(out, "vendor");
    out->partner = find_payer(out, "partner");
    if (!remainder || remainder->kind != TERM_TEXT) return true;
    out->remainder = find_payer(out, remainder->name);
    if (out->remainder >= 0) return true;
    nearest guess = nearest_to(remainder->name);
    for (size_t i = 0; i < out->payer_count; i++)
        nearest_offer(&guess, out->payers[i].name);
    return problem_add(b->problems, remainder->at,
                       guess.best ? arena_print(b->memory, "did you mean '%s'?", guess.best)
                                  : "name one of the payers in 'shares'",
                       "'%s' is no payer of this fund", remainder->name);
}

/* Of a claim that is rejected whatever its shares are nothing is asked: it may lack what they
 * depend on. */
static bool bind_shares_of_claims(binder *b, const scope *s, place at, fund *out) {
    const node **conditions =
        arena_array(b->memory, out->approval_count + 1, sizeof *conditions);
    size_t count = 0;
    scope row = *s;
    row.source = out->claims;
    if (!conditions) return false;
    if (out->due) conditions[count++] = out->due;
    for (size_t i = 0; i < out->approval_count; i++)
        conditions[count++] = out->approves[i].holds;
    const node *paid = count ? node_group(b, &row, at, NODE_ALL, conditions, count) : NULL;
    if (count && !paid) return false;
    for (size_t i = 0; count && i < out->payer_count; i++) {
        const node *share = out->payers[i].share;
        node draft = node_draft(&row, share->at, NODE_WHEN, TYPE_NUMBER);
        draft.measure = share->measure;
        const node *items[] = {paid, share, node_nothing(b, &row, share->at, share)};
        out->payers[i].share = items[2] ? node_make(b, &row, draft, items, 3) : NULL;
        if (!out->payers[i].share) return false;
    }
    return true;
}

bool bind_shares(binder *b, const scope *s, const term *t, fund *out) {
    const term *table = term_field(t, "shares");
    out->vendor = out->partner = out->remainder = -1;
    if (!table && out->claims < 0) return true; /* nothing is shared */
    if (!bind_payers(b, s, table, out) || !check_shares(b, out, table->at) ||
        !bind_remainder(b, t, out))
        return false;
    for (size_t i = 0; i < out->payer_count; i++)
        out->shares_vary |= out->payers[i].share->shape == SHAPE_ROW;
    return !out->shares_vary || bind_shares_of_claims(b, s, table->at, out);
}
