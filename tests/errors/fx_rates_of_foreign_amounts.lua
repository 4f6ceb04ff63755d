program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx { fixed = {
  EUR = gbp(1) / usd(1), -- expect error: a rate cannot be made of amounts in other currencies -- expect hint: write the rate as a number
  GBP = 1.27,
} }
