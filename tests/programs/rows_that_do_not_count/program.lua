-- Rows of unknown partners are counted and reported; rows after as_of do not exist; lists have no date. (3, 7)
program "Rows" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money },
}

source "credential" { id = "id", partner = "partner_id", columns = { person = text, valid_from = date } }
metric "deal_count" { value = count(deal) }
metric "deal_total" { value = sum(deal.amount) }
metric "people" { value = count(credential) }
metric "large_one" { unit = "count", value = when(exists(deal, { amount = above(100) }), 1, 0) }
incentive "bonus" { each = deal, pays = percent(10) * deal.amount }
