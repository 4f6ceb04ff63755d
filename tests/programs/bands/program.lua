-- A band holds from its `from` up to the next; below the first, and for negative x, nothing. (section 5)
program "Bands" { currency = "USD" }
source "partner" { id = "id", columns = { x = money } }
local rates = { { 0, percent(1) }, { 1000, percent(2) }, { 5000, percent(3) } }
local late = { { 100, percent(10) }, { 200, percent(20) } }
metric "stepped" { value = marginal(partner.x, rates) }
metric "back_to_one" { value = retroactive(partner.x, rates) }
metric "bonus" { unit = "money", value = band(partner.x, { { 0, 10 }, { 1000, 20 }, { 5000, 30 } }) }
metric "line" { unit = "money", value = interpolated(partner.x, { { 0, 0 }, { 1000, 100 }, { 3000, 200 } }) }
metric "late_stepped" { value = marginal(partner.x, late) }
metric "late_back" { value = retroactive(partner.x, late) }
metric "late_line" { unit = "money", value = interpolated(partner.x, { { 100, 50 }, { 200, 70 } }) }
