program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { id = "id", partner = "partner_id", columns = { amount = money, status = text } }
metric "won" {
  value = sum(deal.amount, { deal.status = "won" }), -- expect error: '=' cannot stand here -- expect hint: write status = .., without 'deal.'
}
