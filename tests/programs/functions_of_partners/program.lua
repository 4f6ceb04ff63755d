-- Metrics, a ladder, an incentive and a fund written as functions: helpers, constants from outside,
-- texts, dates, booleans, counts, and what has no value.
program "Functions of partners" { version = "1", currency = "USD" }

source "partner" {
    id = "id",
    columns = { name = text, region = text, joined_on = date, certified = boolean, score = number },
}
source "deal" {
    id = "id", partner = "partner_id", happened_on = "closed_on",
    columns = { closed_on = date, amount = money },
}

local RATE = percent(3)
local factors = { NA = 1, EMEA = 0.9, default = fraction(1, 3) }

local function factor(partner)
    return factors[partner.region] or factors.default
end

metric "bookings" { value = sum(deal.amount) }
metric "deals" { value = count(deal) }
metric "weighted" { unit = "money", value = function(p) return p.bookings * factor(p) end }
metric "days_in" { unit = "days", value = function(p) return days_between(p.joined_on, as_of) end }
metric "mean" { unit = "money", value = function(p) return p.bookings / p.deals end }
metric "points" { unit = "points", value = function(p)
    local total = or_else(p.score, 0) * 2
    for i = 1, p.deals do total = total + i end
    return total
end }

certification "trusted" { requires = { function(p) return p.certified end } }

ladder "tier" {
    level "registered" {},
    level "silver" { requires = { function(p) return p.weighted >= 300 and p.deals == 2 end } },
    level "gold" { requires = { bookings = function(p) return 900 * factor(p) end, trusted = true } },
}

incentive "rebate" {
    pays = function(p)
        if p.tier == "gold" then return min(p.bookings * percent(5), 40) end
        if p.tier == "silver" then return p.bookings * RATE end
        return 0
    end,
}
fund "mdf" { accrues = function(p) return p.trusted and p.weighted / 100 or 0 end }
