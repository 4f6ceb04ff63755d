program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, size = money } }
metric "large" {
  value = when(partner.size:above 10, 1, 0), -- expect error: a comma is missing after this -- expect hint: write above(10)
}
metric "fee" {
  value = max(usd 500, partner.size), -- expect error: a comma is missing after this -- expect hint: write usd(500)
}
metric "fine" {
  value = max(500 EUR, partner.size), -- expect error: a comma is missing after this -- expect hint: write eur(500)
}
metric "part" {
  value = max(5 percent, partner.size), -- expect error: a comma is missing after this -- expect hint: write percent(5)
}
metric "plain" {
  value = max(5 pieces, partner.size), -- expect error: a comma is missing after this -- expect hint: write ',' after 5
}
