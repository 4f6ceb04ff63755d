program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" {
  promotes = "never", -- expect error: 'promotes' of ladder 'rank_' needs to know where partners stand: 'current' -- expect hint: current = partner.tier
  demotes = "always", -- expect error: 'demotes' of ladder 'rank_' needs to know
  steps_up = 1, -- expect error: 'steps_up' of ladder 'rank_' needs to know
  steps_down = 1, -- expect error: 'steps_down' of ladder 'rank_' needs to know
  protected_until = partner.safe_until, -- expect error: 'protected_until' of ladder 'rank_' needs to know
  grace = days(90), -- expect error: 'grace' of ladder 'rank_' needs to know
  at_risk_since = partner.risk_on, -- expect error: 'at_risk_since' of ladder 'rank_' needs to know
  guarantees = as_of, -- expect error: 'guarantees' of ladder 'rank_' needs to know
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
