program "Tailspin Reseller Program" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, status = text, product = text,
    units = number, rep_id = text, registered = boolean,
  },
}
local function ladder_line(step)
  return 1.25 * ladder_line(step - 1) -- expect error: functions call themselves, or each other, without end
end
setting "gold_line" { value = ladder_line(3) }
