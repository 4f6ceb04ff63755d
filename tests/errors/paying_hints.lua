program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money },
}
incentive "first" {
  each = deal, pays = deal.amount,
  minimum = deal.amount, -- expect error: 'deal.amount' has one value a row; here one value a partner is needed -- expect hint: fold them, as in sum(deal.amount)
}
incentive "second" {
  each = deal, pays = deal.amount,
  order = -deal.amount, -- expect error: 'order' of incentive 'second' wants a column, such as deal.closed_on, not an expression -- expect hint: name one column; the smallest comes first
}
incentive "third" {
  each = deal, pays = deal.amount,
  not_with = incentive.first, -- expect error: 'not_with' of incentive 'third' wants a table { .. }, not a reference -- expect hint: write not_with = { incentive.first }
}
