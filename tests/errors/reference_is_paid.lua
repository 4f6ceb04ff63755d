program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text } }
source "product" { id = "id", columns = { price = money } }
source "claim" { id = "id", columns = { cost = money } }
metric "walked" { value = function(p)
  local n = 0
  for row in p:rows "product" do n = n + row.price end -- expect error: the rows of 'product' belong to no partner -- expect hint: read a metric that looks at them
  return n
end }
incentive "gift" {
  each = product, -- expect error: the rows of 'product' belong to no partner who could be paid -- expect hint: name the column that ties a row to its partner
  pays = percent(1) * product.price,
}
fund "mdf" {
  accrues = 1000,
  claims = claim, -- expect error: the rows of 'claim' belong to no partner
  amount = claim.cost,
  shares = { vendor = percent(100) },
}
