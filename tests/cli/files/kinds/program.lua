program "Kinds" { version = "1", currency = "USD" }

source "partner" { id = "id", columns = { headcount = number, joined_on = date } }

metric "size" { value = function(p)
    if p.headcount:at_least(100) then return "large" end
    return "small"
end }
metric "renewal" { value = function(p) return max(p.joined_on, "2026-01-01") end }
metric "large" { value = function(p) return p.size == "large" end }
metric "looked_up" { value = function(p)
    local words = { large = "many", small = "few" }
    return words[p.size]
end }

ladder "tier" {
    level "base" {},
    level "best" { requires = { size = "large", renewal = "2026-03-01", large = true } },
}
