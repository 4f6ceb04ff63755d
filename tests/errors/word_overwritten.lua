program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
sum = 5 -- expect error: 'sum' is a word of the language and cannot be changed -- expect hint: choose another name: local my_sum = ..
metric "bookings" { value = count(deal) }
