/* foreign_fields.c - see foreign_fields.h: one row for each meaning. */
#include "syntax/foreign_fields.h"

#include <stddef.h>
#include <string.h>

typedef struct meaning {
    const char *nouns, *fields; /* between blanks */
    const char *hint;
} meaning;

static const meaning meanings[] = {
    {" incentive spiff ", " carry carries carried carry_over carry_forward carryover balance ",
     "what was carried over is opening = ..; less than minimum = .. is carried on by itself"},
    {" incentive spiff ", " period frequency quarter month year duration window ",
     "when rows count stands in where, as in closed_on = this \"quarter\""},
    {" incentive spiff ",
     " starts ends starts_on ends_on start_date end_date valid_from "
     "valid_until from until ",
     "when rows count stands in where, as in closed_on = between(\"2026-07-01\", "
     "\"2026-09-30\")"},
    {" incentive spiff ", " budget pool fund_size total ",
     "a budget is cap = { total = 100000 }; when_exhausted says how it ends"},
    {" incentive spiff ", " limit max maximum ceiling max_payout monthly_cap ",
     "write cap = { partner = 20000 }; the others are row, payee, total or a column of the "
     "row"},
    {" incentive spiff ", " threshold floor min_payout least minimum_payout ",
     "the least that is paid out is minimum = ..; what must be met stands in requires"},
    {" incentive spiff ", " clawback claw_back refund recover ",
     "what is taken back is a row whose pays comes to a negative amount"},
    {" incentive spiff ", " split splits teaming shares ",
     "a row belongs to one partner: its part is a factor in pays, as in percent(70)"},
    {" incentive spiff ", " rate percent percentage amount value payout reward bonus ",
     "how much is paid is pays = .."},
    {" incentive spiff ", " payee recipient pay_to paid_to beneficiary rep ",
     "who is paid is to = deal.rep_id, a column of the row"},
    {" incentive spiff ", " tiers bands steps brackets ",
     "bands stand in pays, as in marginal(x, { { 0, percent(1) }, { 25000, percent(2) } })"},
    {" incentive spiff ", " excludes exclusive not_combinable unless ",
     "write not_with = { incentive.other }, or best_of = \"group\""},
    {" fund ", " pays rate split reimbursement reimburses contribution ",
     "who bears what part is shares = { vendor = percent(50), partner = percent(50) }"},
    {" fund ", " budget pool balance amount_available accrual earns ",
     "what each partner has to spend is accrues = .."},
    {" fund ", " carry carries carried carry_over carry_forward carryover starts_with ",
     "what was carried over is opening = .."},
    {" fund ", " proof approval approved documents conditions ",
     "what a claim must have is approves = { proof = true }"},
    {" fund ", " limit max maximum ceiling max_claim ",
     "write cap = { claim = 10000 }; the others are partner, total or a column of the claim"},
    {" fund ", " expiry expiration valid_for valid_until ",
     "write expires = .., the last usable day of each row's accrual"},
    {" incentive spiff fund routing ", " filter condition conditions if_ only ",
     "rows are chosen with where = { .. }, partners with requires = { .. }"},
    {" incentive spiff fund level certification ",
     " eligibility eligible qualifies needs criteria applies_to for_tiers ",
     "who takes part stands in requires = { .. }"},
};

static const char *find_name(const char *list, const char *name) {
    size_t length = strlen(name);
    for (const char *at = list; length && (at = strstr(at, name)); at++)
        if (at[-1] == ' ' && at[length] == ' ') return at;
    return NULL;
}

const char *foreign_field_hint(const char *noun, const char *field) {
    for (size_t i = 0; i < sizeof meanings / sizeof *meanings; i++)
        if (find_name(meanings[i].nouns, noun) && find_name(meanings[i].fields, field))
            return meanings[i].hint;
    return NULL;
}
