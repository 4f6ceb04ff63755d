-- opening + lines is paid when above 0 and at least the minimum, else nothing is paid and all is carried; caps
-- limit the lines alone; who does not meet the requirements keeps the opening. (section 9)
program "Carrying" { currency = "USD" }
source "partner" { id = "id", columns = { carried = money, least = money, good = boolean, held = money } }
source "deal" {
  id = "id", partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, kind = text, rep = text },
}
incentive "open_only" { each = deal, pays = percent(10) * deal.amount, opening = partner.carried }
incentive "least_only" { each = deal, pays = percent(10) * deal.amount, minimum = partner.least }
incentive "both" { each = deal, requires = { good = true }, pays = percent(10) * deal.amount,
  opening = partner.carried, minimum = partner.least, cap = { partner = 20 } }
incentive "once" { pays = partner.held, opening = partner.carried, minimum = 10 }
spiff "people" { each = deal, pays = percent(10) * deal.amount, to = deal.rep, minimum = 15 }
incentive "of_both" { pays = incentive.both * 2 }
