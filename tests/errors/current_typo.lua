program "P" { currency = "USD" }
source "partner" { id = "id", columns = { people = number, tier = text, region = text } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "tier" {
  current = partner.teir, -- expect error: source 'partner' has no column 'teir' -- expect hint: did you mean 'partner.tier'?
  level "low" {},
}
