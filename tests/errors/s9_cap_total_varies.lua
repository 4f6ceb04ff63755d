program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, people = number, budget = money, joined_on = date, is_msp = boolean, stands = text } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text },
}
incentive "bonus" { pays = usd(5), cap = { total = partner.budget } } -- expect error: the cap on the total must be the same for everybody
