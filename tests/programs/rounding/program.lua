-- Half up is away from zero, also below it; the program's rounding serves where a rule names none. (section 3)
program "Rounding" { currency = "USD", rounding = "half_even" }
source "partner" { id = "id", columns = { x = money } }
metric "unrounded" { value = partner.x / 4 }
incentive "as_program" { pays = partner.x / 4 }
incentive "half_up" { pays = partner.x / 4, rounding = "half_up" }
incentive "half_even" { pays = partner.x / 4, rounding = "half_even" }
incentive "downward" { pays = partner.x / 4, rounding = "down" }
incentive "upward" { pays = partner.x / 4, rounding = "up" }
