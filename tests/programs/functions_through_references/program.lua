-- Functions reach the rows that columns lead to, as the words do: of the partner, of the row that is paid, and of
-- rows that are walked. A row that is not there, or an empty cell, is no value. (sections 9 and 11)
program "Functions through references" { currency = "USD" }

fx { fixed = { EUR = 2 } }
source "partner" { id = "id", columns = { area = ref "area" } }
source "deal" {
    id = "id", partner = "partner_id", happened_on = "closed_on",
    columns = { closed_on = date, amount = money, product = ref "product" },
}
source "product" {
    id = "id", currency = "currency",
    columns = { id = text, family = text, price = money, currency = text, maker = ref "maker" },
}
source "maker" { id = "code", columns = { country = text, since = date } }
source "area" { id = "name", columns = { weight = number, lead = text } }

metric "weight" { value = function(p) return p.area.weight end }
metric "lead" { value = function(p) return p.area.lead end }
metric "list_price" { unit = "money", value = function(p)
    local sum = 0
    for d in p:rows "deal" do sum = sum + (d.product.price or 0) end
    return sum
end }
metric "first_country" { value = function(p)
    local found
    for d in p:rows "deal" do found = found or d.product.maker.country end
    return found
end }
metric "oldest_maker" { value = function(p)
    local oldest = nil
    for d in p:rows "deal" do
        local since = d.product.maker.since
        if since and (not oldest or since < oldest) then oldest = d.product.maker.since end
    end
    return oldest
end }

incentive "by_function" {
    each = deal,
    pays = function(row, p)
        local product = row.product.family == "SEC" and row.product.maker.country == "US"
        if product then return row.amount * percent(10) * p.area.weight end
        return (row.product.price or 0) * percent(1)
    end,
}
incentive "by_words" {
    each = deal,
    pays = when(all_of { deal.product.family:is "SEC", deal.product.maker.country:is "US" },
        deal.amount * percent(10) * partner.area.weight, or_else(deal.product.price, 0) * percent(1)),
}
incentive "chosen" {
    each = deal,
    where = { function(row) return row.product.id ~= "P1" and row.product.family ~= nil end },
    pays = 1,
}
