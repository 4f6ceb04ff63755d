-- The tables of the partner database, and the columns that the program uses.

source "partner" {
  title = "Partners",
  id = "id",
  columns = { name = text, type = text, region = text, joined_on = date, tier = text },
}

-- One row a deal, won or lost. A return is a won deal with a negative amount.
source "deal" {
  title = "Closed deals",
  id = "id",
  partner = "partner_id",
  happened_on = "closed_on",
  columns = {
    closed_on = date, amount = money, product = text, status = text,
    registered = boolean, units = number, rep_id = text,
  },
}

-- One row for every exam that a person of a partner has passed. Each runs out one day.
source "credential" {
  title = "People's certificates",
  from = "certificate",
  partner = "partner_id",
  columns = { person_id = text, track = text, level = text, expires_on = date },
}

-- Claims come from the MDF portal, which keeps its amounts in cents.
source "claim" {
  title = "MDF claims",
  id = "id",
  partner = "partner_id",
  happened_on = "submitted_on",
  minor_units = true,
  columns = {
    fund = text, activity = text, amount = column("amount_cents", money),
    activity_on = date, submitted_on = date, proof = boolean,
  },
}

source "joint_plan" {
  title = "Joint business plans",
  from = "business_plan",
  partner = "partner_id",
  columns = { status = text, starts_on = date, ends_on = column("end", date) },
}
