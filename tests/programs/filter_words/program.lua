-- Every word of a filter on every kind of column, with and without a value; aggregates; ago. (6, 7)
program "T" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, n = number, budget = money, joined_on = date, vip = boolean, cur = text } }
source "deal" { partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, product = text, status = text, registered = boolean, units = number, rep_id = text } }
metric "c_all" { value = count(deal) }
metric "c_is" { value = count(deal, { status = is "won" }) }
metric "c_is_not" { value = count(deal, { status = is_not "won" }) }
metric "c_one_of" { value = count(deal, { status = one_of { "won", "lost" } }) }
metric "c_like" { value = count(deal, { product = like "SEC-?" }) }
metric "c_present" { value = count(deal, { status = present }) }
metric "c_absent" { value = count(deal, { status = absent }) }
metric "c_no_amount" { value = count(deal, { amount = absent }) }
metric "c_true" { value = count(deal, { registered = true }) }
metric "c_false" { value = count(deal, { registered = false }) }
metric "c_not_true" { value = count(deal, { registered = is_not(true) }) }
metric "c_two" { value = count(deal, { units = 2 }) }
metric "c_at_least" { value = count(deal, { units = at_least(2) }) }
metric "c_above" { value = count(deal, { units = above(2) }) }
metric "c_at_most" { value = count(deal, { units = at_most(2) }) }
metric "c_below" { value = count(deal, { units = below(2) }) }
metric "c_between" { value = count(deal, { units = between(2, 3) }) }
metric "c_all_of" { value = count(deal, { units = all_of { above(0), at_most(2) } }) }
metric "c_any_of" { value = count(deal, { units = any_of { below(0), 3 } }) }
metric "c_none_of" { value = count(deal, { units = none_of { below(0), 3 } }) }
metric "c_n_of" { value = count(deal, { n_of(2, { { units = 2 }, deal.registered, deal.status:is "won" }) }) }
metric "c_day" { value = count(deal, { paid_on = "2026-02-01" }) }
metric "c_days" { value = count(deal, { paid_on = one_of { "2026-02-01", "2026-03-11" } }) }
metric "c_paid" { value = count(deal, { paid_on = at_most(as_of) }) }
metric "c_in_time" { value = count(deal, { status = "won", deal.paid_on:at_most(deal.closed_on + days(30)) }) }
metric "c_usd" { value = count(deal, { amount = usd(100) }) }
metric "c_plain_money" { value = count(deal, { amount = one_of { 100, 200 } }) }
metric "c_column" { value = count(deal, { deal.registered }) }
metric "c_none" { value = count(deal, { none_of { deal.registered, { status = "won" } } }) }
metric "c_empty" { value = count(deal, {}) }
metric "mean" { value = average(deal.amount) }
metric "middle_odd" { value = median(deal.amount) }
metric "middle_even" { value = median(deal.amount, { status = "won" }) }
metric "lowest_amount" { value = lowest(deal.amount) }
metric "last_day" { value = highest(deal.closed_on) }
metric "last_amount" { value = latest(deal.amount, deal.closed_on) }
metric "last_product" { value = latest(deal.product, deal.closed_on) }
metric "people" { value = count_distinct(deal.rep_id) }
metric "products" { value = count_distinct(deal.amount * deal.units) }
metric "whole" { value = sum(deal.amount) }
metric "row_formula" { value = sum(deal.amount * deal.units) }
-- a month back from 31 March is 28 February
metric "month_ago" { value = ago(metric.whole, 1, "months") }
metric "two_months_ago" { value = ago(ago(metric.whole, 1, "months"), 1, "months") }
metric "twice" { value = metric.whole * 2 }
metric "twice_ago" { value = ago(metric.twice, 1, "months") }
metric "window_ago" { value = ago(count(deal, { closed_on = trailing(1, "months") }), 1, "months") }
metric "as_of_ago" { value = ago(as_of, 1, "months") }
metric "paid_by_then" { value = ago(count(deal, { paid_on = at_most(as_of) }), 1, "months") }
-- what happened by as_of may be paid later; what happens later does not exist
metric "closed_later" { value = sum(deal.amount, { closed_on = since "2026-04-01" }) }
metric "paid_later" { value = sum(deal.amount, { paid_on = since "2026-04-01" }) }
metric "two_windows" { value = count(deal, { closed_on = all_of { since "2026-01-01", before "2026-03-01" } }) }
metric "window_of_setting" { value = count(deal, { closed_on = trailing(setting.months, "months") }) }
setting "months" { value = 2 }
