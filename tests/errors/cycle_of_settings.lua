program "Fabrikam Channel Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
setting "gold_line" { value = setting.silver_line * 3 }
setting "silver_line" { value = setting.gold_line / 3 } -- expect error: these need each other in a circle: gold_line -> silver_line -> gold_line -- expect hint: let one of them stand on its own
