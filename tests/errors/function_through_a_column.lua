program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, area = ref "area" } }
source "deal" { partner = "partner_id", id = "id", columns = { amount = money, product = ref "product" } }
source "product" { id = "id", columns = { family = text } }
source "area" { id = "name", columns = { weight = number } }
metric "bookings" { value = sum(deal.amount) }
metric "no_ref" { value = function(p) return p.name.weight end } -- expect error: 'p.name' leads to no other source
metric "no_column" { value = function(p) return p.area.wieght end } -- expect error: source 'area' has no column 'wieght' -- expect hint: did you mean 'p.area.weight'?
metric "no_part" { value = function(p) return p.bookings.weight end } -- expect error: 'p.bookings' has no part 'weight' -- expect hint: only a column of type ref leads to another source
metric "walked" { value = function(p)
    for d in p:rows "deal" do if d.product.famly == "x" then return 1 end end -- expect error: source 'product' has no column 'famly' -- expect hint: did you mean 'deal.product.family'?
end }
metric "walked_both" { value = function(p)
    for d in p:rows "deal" do -- expect error: '.product' is read by itself and as '.product.family' -- expect hint: read the id as a column of that source, too
        if d.product.family == "x" or d.product == "P1" then return 1 end
    end
end }
incentive "both" {
    each = deal,
    pays = function(row)
        if row.product == "P1" then return 1 end -- expect error: 'row.product' is read by itself and as 'row.product.family'
        return row.product.family == "x" and 2 or 0
    end,
}
