program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id",
  happened_on = "status", -- expect error: 'happened_on' needs a date column, but 'status' is none -- expect hint: declare the column as date
  columns = { status = text, amount = money },
}
