program "T" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
guard "budget" {
  total(payout):at_most(5),
  any_of {}, -- expect error: this is no list of what a guard keeps -- expect hint: any_of { total(payout):at_most(2000000)
}
