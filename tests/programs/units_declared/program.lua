-- The unit of what operations make, seen in how it is written (counts and days whole as integers, money with cents)
-- and in what may be added to it; what `unit` says holds from there on. (section 3)
program "U" { currency = "USD" }
source "partner" { id = "id", columns = { x = number, d = date, m = money, ok = boolean } }
source "deal" { partner = "pid", columns = { amount = money, n = number } }
metric "c" { value = count(deal) }
metric "days_" { value = days_between(partner.d, as_of) }
metric "pct_days" { value = percent(50) * metric.days_ }
metric "days_pct" { value = metric.days_ * percent(50) }
metric "pct_count" { value = metric.c * percent(50) }
metric "c_times" { value = metric.c * 2 }
metric "c_half" { value = metric.c / 2 }
metric "c_per_c" { value = metric.c / metric.c }
metric "days_half" { value = metric.days_ / 2 }
metric "c_plus" { value = metric.c + 1 }
metric "c_minus_c" { value = metric.c - metric.c }
metric "pts" { unit = "points", value = partner.x }
metric "pts_plus" { value = metric.pts + 1 }
metric "num" { unit = "number", value = partner.m }
metric "num_plus" { value = metric.num + percent(5) }
metric "as_money" { unit = "money", value = metric.num }
metric "as_count" { unit = "count", value = partner.x }
metric "as_days" { unit = "days", value = partner.x }
metric "moved" { value = partner.d + metric.as_days }
metric "max_money" { value = max(partner.m, partner.x) }
metric "min_pct" { value = min(percent(50), partner.x) }
metric "or_money" { value = or_else(partner.m, 5) }
metric "when_days" { value = when(partner.ok, metric.days_, 0) }
metric "neg" { value = -metric.c }
metric "abs_" { value = abs(-metric.days_) }
metric "round_m" { value = round(partner.m / 3, 2) }
metric "sum_count" { value = sum(deal.n) }
metric "avg_c" { value = total(metric.c) }
metric "pm" { value = percent(10) * partner.m }
metric "pp" { value = percent(10) * percent(10) }
metric "m_pct" { value = partner.m / percent(50) }
metric "x_m" { value = partner.x * partner.m * metric.c }
