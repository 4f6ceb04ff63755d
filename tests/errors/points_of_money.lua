program "P" { currency = "USD" }
source "partner" { id = "id", columns = { people = number } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "sold" { value = sum(deal.amount / 100) }
metric "trained" { unit = "points", value = partner.people }
metric "points" { value = metric.sold + metric.trained } -- expect error: '+' mixes money with points -- expect hint: x / usd(100)
metric "right" { value = sum(deal.amount / usd(100)) + metric.trained }
