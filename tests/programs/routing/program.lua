-- Rows in order, each to the eligible partner with the highest x, then the fewest so far, then id. (section 9)
program "Routing" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, region = text, most = number, factor = number } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, area = text },
}
source "product" { id = "code", columns = { family = text } }
source "lead" {
  id = "id", happened_on = "received_on",
  columns = { received_on = date, region = text, area = text, product = ref "product", size = money, open = boolean },
}
metric "bookings" { value = sum(deal.amount) }
metric "average" { value = average(deal.amount, { area = "net" }) }
ladder "tier" { level "registered" {}, level "silver" { requires = { bookings = 100 } } }

-- What the row asks, what is preferred, and a cap that varies.
routing "by_region" {
  each = lead, where = { open = true },
  to = { tier = at_least "silver", region = lead.region, exists(deal, { area = lead.area }) },
  prefers = metric.bookings,
  cap = { partner = partner.most },
}
-- Nobody is preferred: in turn, in the order of the sizes (no size last).
routing "in_turn" {
  each = lead, where = { open = true, region = "NA" }, order = lead.size,
  to = { region = "NA" },
  cap = { partner = 2 },
}
-- The row decides who is preferred; 1.0000000001 and 1 are as much, and then the fewest count.
routing "near" {
  each = lead, where = { open = true },
  to = { tier = at_least "silver" },
  prefers = when(partner.region:is(lead.region), 2, partner.factor),
}
-- Who has no value of x gets nothing; what a row's product is can be asked.
routing "of_the_net" {
  each = lead, where = { open = true },
  to = { any_of { lead.product.family:is "net", { region = "EMEA" } } },
  prefers = 0 - metric.average,
}
-- Rows that have a partner are routed all the same, by their ids across partners.
routing "deals" { each = deal, to = { region = one_of { "NA", "EMEA" } }, cap = { partner = 2 } }
-- An error in what is asked of a partner, though of one row alone: it gets no row at all.
routing "erring" {
  each = lead, where = { open = true }, to = {},
  prefers = when(lead.region:is "LATAM", by(partner.region, { NA = 1, EMEA = 2 }), 5),
}
-- Without a size there is no x, and a wrong one is nobody's error: the row goes to nobody.
routing "by_size" {
  each = lead, where = { open = true },
  to = { region = lead.region },
  prefers = by(partner.region, { NA = 1, EMEA = 2 }) * lead.size,
}
routing "unlimited" { each = lead, to = {}, prefers = partner.most }
