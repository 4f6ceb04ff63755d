program "Proseware Alliance" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
metric "share" { value = metric.won_share + 1 }
metric "won_share" { value = metric.share / 2 } -- expect error: these need each other in a circle: share -> won_share -> share -- expect hint: let one of them stand on its own
