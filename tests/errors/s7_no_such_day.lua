program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, stands = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text },
}
metric "m" { value = count(deal, { closed_on = "2026-02-30" }) } -- expect error: "2026-02-30" is not a date -- expect hint: there is no such day in the calendar
