program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" {
  partner = "partner_id",
  columns = { amount = "money", status = text }, -- expect error: the column 'amount' of source 'deal' has no type -- expect hint: a column is text, number, money, date, boolean, ref "source" or column("SQL
}
