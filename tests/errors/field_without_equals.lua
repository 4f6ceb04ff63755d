program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { id = "id", partner = "partner_id", columns = { amount = money, status = text } }
incentive "bonus" {
  each = deal,
  where { status = "won" }, -- expect error: unknown word 'where' -- expect hint: a field is written with '=': where = ..
  pays = percent(1) * deal.amount,
}
