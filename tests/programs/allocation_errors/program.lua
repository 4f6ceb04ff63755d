-- Who cannot take part in a budget: wrong figures, amounts that differ, bounds without a value.
program "Budgets" { version = "1", currency = "USD" }
source "partner" { id = "id", columns = { region = text, x = number, pool = money, floor = money, ceiling = money } }
-- B's x is an error, so B has it and the others divide.
metric "weighed" { value = partner.x * by(partner.region, { NA = 1, EMEA = 2, APAC = 3 }) }
metric "part" { value = allocate(usd(90), metric.weighed) }
-- NA agrees on 100; EMEA does not.
metric "pool_part" { value = allocate(partner.pool, partner.x, { within = partner.region }) }
metric "bounded" { value = allocate(usd(60), partner.x, { at_least = partner.floor, at_most = partner.ceiling }) }
