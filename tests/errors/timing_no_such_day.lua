program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, joined_on = date, is_msp = boolean, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount) }
ladder "rank_" { current = partner.tier,
  promotes = on { "01-15", "13-01" }, -- expect error: this is no day of the year -- expect hint: write month and day
  demotes = on { "02-30" }, -- expect error: this is no day of the year
  level "low" {}, level "high" { requires = { bookings = 100 } },
}
