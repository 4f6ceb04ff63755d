-- Functions over rows: what a row pays, and p:rows, which walks the partner's rows in order of
-- their ids, without those after as_of.
program "Functions of rows" { currency = "USD" }

source "partner" { id = "id", columns = { plan = text } }
source "sale" {
    id = "id", partner = "partner_id", happened_on = "sold_on",
    columns = { sold_on = date, amount = money, units = number, kind = text },
}
source "person" { id = "id", partner = "partner_id", columns = { level = text } }

metric "sales" { value = count(sale) }

-- The longest run of sales, in order of their ids, of at least 100 each.
metric "streak" { unit = "count", value = function(p)
    local longest, run = 0, 0
    for s in p:rows "sale" do
        run = s.amount >= 100 and run + 1 or 0
        longest = max(longest, run)
    end
    return longest
end }
metric "first_kind" { unit = "count", value = function(p)
    local rows = p:rows "sale"
    return rows[1] and #rows[1].kind or 0
end }
metric "people" { unit = "count", value = function(p)
    local seen, count = {}, 0
    for _, person in p:rows "person" do
        if not seen[person.level] then seen[person.level], count = true, count + 1 end
    end
    return count + #p:rows "person" * 10
end }

incentive "commission" {
    each = sale, where = { amount = above(0) },
    pays = function(row, p)
        if row.kind == "service" then return nil or row.amount * percent(10) end
        if p.plan == "units" then return row.units * usd(2) end
        return row.amount * percent(1)
    end,
    cap = { partner = function(p) return 100 + p.streak end },
}
incentive "weekend" {
    each = sale, where = { function(row) return row.sold_on == "2026-03-07" end },
    pays = 7,
}
