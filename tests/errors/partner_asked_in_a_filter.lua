program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text } }
source "deal" {
  id = "id", partner = "partner_id", columns = { amount = money, status = text },
}
metric "bookings" { value = sum(deal.amount) }
ladder "tier" { level "silver" {}, level "gold" { requires = { bookings = 1000 } } }
incentive "bonus" {
  each = deal,
  where = {
    tier = "gold", -- expect error: source 'deal' has no column 'tier' -- expect hint: 'tier' is the partner's: ask for it in requires = { tier = .. }
    region = "NA", -- expect error: source 'deal' has no column 'region' -- expect hint: 'region' is a column of partner: write partner.region:is(..)
    ["deal.status"] = "won", -- expect error: source 'deal' has no column 'deal.status' -- expect hint: write status, without 'deal.'
  },
  pays = percent(1) * deal.amount,
}
