program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, carried = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, status = text, rep_id = text },
}
source "credential" { id = "id", partner = "partner_id", columns = { level = text, worth = money } }
fund "mdf" {
  accrues = percent(1) * credential.worth,
  each = credential, -- expect error: the rows of 'credential' have no day on which they could accrue -- expect hint: name the column with the day: happened_on = "invoiced_on"
}
