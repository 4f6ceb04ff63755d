program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, size = money } }
setting "area" { value = "NA" }
metric "place" {
  value = rank(partner.size, { within = "region" }), -- expect error: 'within' needs what tells groups of partners apart -- expect hint: write within = partner.region
}
metric "top" {
  value = percentile(partner.size, { within = "area" }), -- expect error: this is the same for all -- expect hint: write within = partner.region
}
incentive "pool" {
  pays = allocate(1000, partner.size, { within = "region", at_most = 500 }), -- expect error: 'within' needs what tells groups of partners apart -- expect hint: write within = partner.region
}
incentive "other" {
  pays = allocate(1000, partner.size, { within = setting.area }), -- expect error: this is the same for all
}
