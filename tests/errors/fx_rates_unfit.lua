program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, n = number } }
source "deal" { partner = "partner_id", columns = { amount = money, code = text } }
setting "circle" { value = eur(1) }
fx { fixed = {
  EUR = setting.circle, -- expect error: the rate of EUR needs itself
  GBP = 0, -- expect error: a rate is above 0
  JPY = usd(1), -- expect error: a rate is a plain number, not money
  CHF = partner.n, -- expect error: a rate is the same for everybody
} }
