-- Dates: months keep the day or take the last of the month. (section 3)
program "Dates" { currency = "USD" }
source "partner" { id = "id", columns = { a = date, b = date } }
metric "month_later" { value = partner.a + months(1) }
metric "month_earlier" { value = partner.a - months(1) }
metric "sixty_days_later" { value = partner.a + days(60) }
metric "days_apart" { value = days_between(partner.a, partner.b) }
metric "months_apart" { unit = "count", value = months_between(partner.a, partner.b) }
metric "later_one" { value = max(partner.a, partner.b) }
metric "month_start" { value = start_of("month", partner.a) }
metric "month_end" { value = end_of("month", partner.a) }
