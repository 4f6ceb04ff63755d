program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
metric "open" { value = count(deal, { paid_on = missing }) } -- expect error: unknown word 'missing' -- expect hint: write absent
metric "mean_deal" { value = avg(deal.amount) } -- expect error: unknown word 'avg' -- expect hint: write average(x)
metric "big" { value = count(deal, { amount = greater_than(5) }) } -- expect error: unknown word 'greater_than' -- expect hint: write above(v)
metric "many" { value = partner.people:more_than(5) } -- expect error: unknown word 'more_than' after a colon -- expect hint: write above(v)
metric "recent" { value = count(deal, { closed_on = above(today) }) } -- expect error: unknown word 'today' -- expect hint: write as_of
ladder "tier" {
  current = partner.tier,
  promotes = monthly, -- expect error: unknown word 'monthly' -- expect hint: write at_end_of "quarter"
  demotes = never, -- expect error: unknown word 'never' -- expect hint: in quotes
  level "low" {},
}
rebate "volume" { pays = usd(5) } -- expect error: unknown word 'rebate' -- expect hint: incentive
