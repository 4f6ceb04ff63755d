program "T" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
guard "budget" {
  n_of(1, { total(payout):at_most(5),
    { none_of { total(payout) } } }), -- expect error: a guard compares by -- expect hint: total(payout):at_most
}
