program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "security" { value = count(deal, { product = like "SEC-*" }) }
certification "security" { requires = { deals = 2 } } -- expect error: 'security' is declared twice: as a metric and as a certification -- expect hint: give one of them another name
metric "deals" { value = count(deal) }
