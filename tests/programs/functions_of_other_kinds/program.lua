-- Functions whose value is a text, a date, or true or false: what they return is seen in their text, or said by
-- unit. No value is nil, and so is an empty text. (sections 3 and 11)
program "Functions of other kinds" { currency = "USD", year_starts = "01-01" }

source "partner" {
    id = "id",
    columns = { name = text, region = text, tier = text, joined_on = date, active = boolean, headcount = number },
}
source "deal" {
    id = "id", partner = "partner_id", happened_on = "closed_on",
    columns = { closed_on = date, amount = money, product = text },
}

local words = { [1] = "one", [2] = "two" }
local function shout(s) return s and s:upper() end

metric "deals" { value = count(deal) }

-- a text, in every way in which it may be written
metric "size" { value = function(p)
    if not p.headcount then return nil end
    if p.headcount >= 100 then return "large" end
    return p.headcount >= 10 and "medium" or "small"
end }
metric "area" { value = function(p) return p.region end }
metric "area_or_none" { value = function(p) return p.region or "nowhere" end }
metric "rung_now" { value = function(p) return p.tier end }
metric "loud" { value = function(p) return shout(p.region) end }
metric "label" { value = function(p) return p.name .. " (" .. p.deals .. ")" end }
metric "largest_product" { value = function(p)
    local most, best = nil, nil
    for d in p:rows "deal" do
        if not most or d.amount > most then
            most = d.amount
            best = d.product
        end
    end
    return best
end }
metric "spelt" { unit = "text", value = function(p) return words[p.deals] end }
metric "empty" { value = function(p) return p.deals > 1 and "" or "some" end }

-- dates
metric "renewal" { value = function(p)
    if not p.joined_on then return "2026-12-31" end
    return max(p.joined_on, "2026-01-01")
end }
metric "read_on" { unit = "date", value = function(p) return "20" .. "26-0" .. (p.deals + 1) .. "-01" end }

-- true or false
metric "is_large" { value = function(p) return p.headcount and p.headcount >= 100 end }
metric "works" { value = function(p) return p.active end }
metric "sold" { value = function(p) return not (p.deals == 0) end }

-- what is asked of them
metric "factor" { value = by(metric.size, { large = 3, medium = 2, small = 1, default = 0 }) }
metric "place" { value = rank(metric.deals, { within = metric.size }) }
metric "same_product" { value = count(deal, { product = metric.largest_product }) }
metric "is_medium" { value = when(metric.size:is "medium", 1, 0) }
metric "days_left" { value = days_between(as_of, metric.renewal) }
ladder "tier" {
    current = partner.tier,
    level "base" {},
    level "best" { requires = { size = one_of { "large", "medium" }, sold = true, renewal = "2026-02-01" } },
}
certification "eastern" { requires = { loud = like "E*" } }
certification "sizeless" { requires = { size = absent } }
incentive "bonus" {
    each = deal,
    where = { metric.size:is_not "small" },
    pays = deal.amount * percent(10),
    to = metric.label,
}
