program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, size = money } }
incentive "bonus" { pays = percent(1) * partner.size }
metric "region_size" {
  value = total(partner.size, { within = "region" }), -- expect error: 'within' needs what tells groups of partners apart -- expect hint: write within = partner.region
}
metric "other" {
  value = total(partner.size, { where = { region = "NA" } }), -- expect error: 'total' takes no 'where' -- expect hint: write total(x [, { within = column }])
}
guard "budget" {
  total(incentive.bonus, { within = partner.region }):at_most(1000), -- expect error: a guard adds up all partners -- expect hint: write total(payout):at_most(2000000)
}
