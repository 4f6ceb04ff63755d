-- Rows of a list are looked up by what the row at hand, or the partner, holds. Of the others none is looked at: what is wrong
-- with them is nobody's error, but a row that may be the one sought is everybody's. (sections 3, 6, 7 and 9)
program "Price lists" { currency = "USD" }
source "partner" { id = "id", columns = { name = text, favourite = text } }
source "deal" {
  partner = "partner_id",
  happened_on = "closed_on",
  columns = { closed_on = date, product = text, twin = text, step = number },
}
source "price" { columns = { product = text, valid_from = date, amount = money } }
source "sheet" { columns = { day = date } }
source "torn" { columns = { product = text, points = number } }

metric "favourites" { value = count(price, { product = partner.favourite }) }
metric "listed" { value = sum(count(price, { product = deal.product })) }
metric "twins" { value = count(deal, { exists(price, { amount = above(10), product = deal.twin }) }) }
metric "pairs" {
  value = sum(count(price, { price.product:one_of { "X", "Y" }, product = deal.product }) * count(price, { product = deal.twin })),
}
metric "steps" { value = sum(count(torn, { points = deal.step })) }
metric "days" { value = sum(count(sheet, { day = deal.closed_on })) }
metric "torn_points" { value = when(partner.favourite:is "X", sum(torn.points, { product = partner.favourite }), 0) }

incentive "at_list" {
  each = deal,
  where = { product = present },
  pays = or_else(
    latest(price.amount, price.valid_from, { valid_from = at_most(deal.closed_on), product = deal.product }), 0),
}
