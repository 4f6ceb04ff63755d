-- What moves a date and varies is looked at partner by partner: a part of a day, and days beyond the years 1 and
-- 9999, are errors of the partner alone; the last day there is can be reached. (section 3)
program "Parts" { currency = "USD" }
source "partner" { id = "id", columns = { moves = number, joined = date } }
metric "by_days" { value = partner.joined + days(partner.moves) }
metric "by_months" { value = partner.joined - months(partner.moves) }
