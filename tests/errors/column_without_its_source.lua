program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
metric "late" { value = count(deal, { closed_on = above(paid_on) }) } -- expect error: unknown word 'paid_on' -- expect hint: write deal.paid_on
metric "here" { value = count(deal, { market = market }) } -- expect error: unknown word 'market' -- expect hint: write partner.market or deal.market
ladder "tier" {
  current = tier, -- expect error: unknown word 'tier' -- expect hint: write ladder.tier or partner.tier
  protected_until = safe_until, -- expect error: unknown word 'safe_until' -- expect hint: write partner.safe_until
  level "low" {},
}
