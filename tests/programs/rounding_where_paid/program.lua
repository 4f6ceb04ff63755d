-- Rounding as the program, or a rule of it, says, of halves of both signs; 9 places are looked at; what is larger
-- than 10^20 is an error of the partner alone. (section 3)
program "M" { currency = "JPY", rounding = "down" }
source "partner" { id = "id", columns = { m = money, n = number } }
source "row" { partner = "pid", columns = { m = money, n = number, t = text } }
metric "big" { value = sum(row.m) }
metric "prod" { value = partner.n * partner.n }
incentive "down" { pays = partner.m * percent(50) }
incentive "up" { rounding = "up", pays = partner.m * percent(50) }
incentive "even" { rounding = "half_even", pays = partner.m * percent(50) }
incentive "half" { rounding = "half_up", pays = partner.m * percent(50) }
incentive "rows" { each = row, pays = row.m * percent(50), rounding = "half_up" }
incentive "neg" { rounding = "half_up", pays = -partner.m * percent(50) }
incentive "negdown" { pays = -partner.m * percent(50) }
incentive "negup" { rounding = "up", pays = -partner.m * percent(50) }
incentive "nine" { rounding = "half_up", pays = partner.n * jpy(1) }
