program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" { current = partner.tier,
  demotes = "alway", -- expect error: 'alway' is no 'demotes' of ladder 'rank_' -- expect hint: did you mean 'always'?
  promotes = this "quarter", -- expect error: 'this' is no 'promotes' of ladder 'rank_' -- expect hint: promotes is one of "always", "never", at_end_of "quarter", on { "01-15" }
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
