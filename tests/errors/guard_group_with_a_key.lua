program "T" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
incentive "bonus" { pays = 10 }
guard "budget" {
  any_of {
    total(payout):at_most(5),
    bonus = 5, -- expect error: a guard asks of what a change does to everybody, not of 'bonus' -- expect hint: total(payout):at_most
  },
}
