-- The words of a filter, on both sides of each. (section 7)
program "Filters" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "sale" {
  id = "id", partner = "partner_id", happened_on = "sold_on",
  columns = { sold_on = date, amount = money, kind = text, rep = text },
}

metric "equal" { value = count(sale, { kind = "SEC-1" }) }
metric "is_word" { value = count(sale, { kind = is "SEC-1" }) }
metric "either_kind" { value = count(sale, { kind = one_of { "SEC-1", "sec-1" } }) }
metric "star" { value = count(sale, { kind = like "SEC-*" }) }
metric "question" { value = count(sale, { kind = like "SEC-?" }) }
metric "inside" { value = count(sale, { kind = like "*C-1*" }) }
metric "at_least_10" { value = count(sale, { amount = at_least(10) }) }
metric "above_10" { value = count(sale, { amount = above(10) }) }
metric "at_most_10" { value = count(sale, { amount = at_most(10) }) }
metric "below_10" { value = count(sale, { amount = below(10) }) }
metric "between_ends" { value = count(sale, { amount = between(10, 20) }) }
metric "two_things" { value = count(sale, { amount = all_of { above(10), at_most(20) } }) }
metric "since_third" { value = count(sale, { sold_on = since "2026-01-03" }) }
metric "before_third" { value = count(sale, { sold_on = before "2026-01-03" }) }
metric "some_days" { value = count(sale, { sold_on = between("2026-01-02", "2026-01-03") }) }
metric "both_entries" { value = count(sale, { amount = at_least(10), kind = like "SEC-*" }) }
metric "either_entry" { value = count(sale, { any_of { { amount = 5 }, { kind = "sec-1" } } }) }
metric "row_against_row" { value = count(sale, { sale.sold_on:at_least(date "2026-01-01" + days(2)) }) }
