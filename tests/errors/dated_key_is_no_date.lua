program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "bookings" { value = sum(deal.amount, { status = "won", closed_on = trailing(12, "months") }) }
setting "gold_line" {
  value = dated { ["2026-01-01"] = 150000, ["2027-13-01"] = 200000 }, -- expect error: each value of 'dated' begins on a date -- expect hint: write ["2026-01-01"] = value
}
