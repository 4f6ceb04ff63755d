-- Leads go by the level that is held, by what the lead asks in its own currency, to the highest, then the fewest so far, then
-- the first id; in their order, none after the evaluation; a cap of 0 is none at all. (section 9)
program "Routing edges" { currency = "USD" }
fx { fixed = { EUR = 2 } }
source "partner" { id = "id", columns = { tier = text, least = money, region = text, most = number, rate = number } }
source "lead" {
  id = "id", happened_on = "received_on", currency = "code",
  columns = { received_on = date, size = money, region = text, turn = text },
}
metric "floor" { value = partner.least }
ladder "tier" {
  current = partner.tier, demotes = "never",
  level "low" {}, level "high" { requires = { floor = 1000000 } },
}
-- By default in the order of their days.
routing "held" { each = lead, to = { tier = "high", floor = at_most(lead.size) }, prefers = partner.rate }
routing "turns" { each = lead, order = lead.turn, to = { region = lead.region }, cap = { partner = partner.most } }
routing "scarce" { each = lead, to = {}, prefers = by(ladder.tier, { low = 1, high = 2 }), cap = { partner = 2 } }
