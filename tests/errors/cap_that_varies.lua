program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, budget = money } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, kind = text, units = number },
}
metric "sold" { unit = "money", value = sum(deal.amount) }
incentive "mixed" {
  each = deal, pays = deal.amount,
  cap = {
    kind = deal.units * 10, -- expect error: a cap by 'kind' must be the same for all rows with one kind -- expect hint: what is different within a value of the column is no cap on it: use that column alone, as in by(claim.activity, {..})
    units = deal.units * partner.budget,
  },
}
incentive "own" {
  each = deal, pays = deal.amount,
  cap = {
    total = metric.sold, -- expect error: the cap on the total must be the same for everybody -- expect hint: write an amount, a setting that holds one, or a part of a total(..): total(metric.bookings) * 0.02
  },
}
incentive "of_all" { each = deal, pays = deal.amount, cap = { total = total(metric.sold) } }
