program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "open_deals" { value = count(deal, { status = one_of("open", "quoted") }) } -- expect error: 'one_of' takes 1 value, not 2 -- expect hint: write one_of { v, ... }
