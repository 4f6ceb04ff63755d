-- What goes wrong in a level's requirement or benefit is the error of its ladder: level names are unique only within
-- one ladder, and 'b' may be a metric elsewhere. (sections 2 and 3)
program "Levels" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, n = number } }
metric "b" { value = partner.n }
ladder "tier" { level "a" {}, level "b" { requires = { n = by(partner.region, { EMEA = 1 }) } } }
ladder "segment" { level "a" {}, level "b" { requires = { n = 1 }, gives = { days = by(partner.region, { EMEA = 30 }) } } }
