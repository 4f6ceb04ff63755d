program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
fx { fixed = { EUR = 1.08 } }
source "deal" {
  partner = "partner_id",
  currency = "code", -- expect error: 'currency' needs a text column, but 'code' is none -- expect hint: declare the column as text
  converted_on = "paid_on", -- expect error: 'converted_on' needs a date column, but 'paid_on' is none -- expect hint: declare the column as date
  columns = { amount = money, code = number, paid_on = text },
}
