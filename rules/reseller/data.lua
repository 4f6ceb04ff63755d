-- The tables of the partner database. sample.sql makes a small one.

-- One row a partner. `sells_through` is the distributor that it buys from; `at_risk_since` the day on which it
-- was warned that it may lose its tier. Halden's own sales force is in the list, as DIRECT.
source "partner" {
  title = "Partners",
  id = "id",
  parent = "sells_through",
  columns = {
    name = text, type = text, region = text, tier = text,
    stage = text, stage_since = date, coverage = text, signed_on = date,
    sellers = number, engineers = number, field_service = boolean, days_to_pay = number,
    at_risk_since = date, protected_until = date, rebate_carried = money,
  },
}

-- One row a closed deal: won, lost, or returned with a negative amount. The amount is what the customer
-- signed for, in the customer's currency, whoever sells it.
source "deal" {
  title = "Closed deals",
  partner = "partner_id",
  happened_on = "closed_on",
  currency = "currency",
  columns = {
    closed_on = date, amount = money, status = text, industry = text,
    product = ref "product", campaign = text, account_manager = text,
  },
}

-- What Halden sells. A `recurring` product is billed every month.
source "product" {
  title = "Price list",
  id = "code",
  columns = { family = text, recurring = boolean },
}

-- One row for everybody who registers an opportunity before it closes, in dollars.
source "registration" {
  title = "Deal registrations",
  partner = "partner_id",
  happened_on = "asked_on",
  columns = {
    opportunity = text, asked_on = date, approved_on = date, status = text,
    closed_on = date, amount = money,
  },
}

-- One row a certificate of a person.
source "credential" {
  title = "People's certificates",
  partner = "partner_id",
  columns = { person_id = text, level = text, expires_on = date },
}

-- One row for each month and customer that a managed-service provider bills.
source "subscription" {
  title = "Managed customers",
  partner = "partner_id",
  happened_on = "billed_on",
  columns = { customer = text, billed_on = date, amount = money },
}

-- Introductions by agencies and consultants, and what they are worth.
source "referral" {
  title = "Referrals",
  partner = "partner_id",
  happened_on = "made_on",
  columns = { made_on = date, accepted = boolean, value = money },
}

-- Leads that a partner was given, when it first called, and whether it won.
source "assignment" {
  title = "Leads given to partners",
  partner = "partner_id",
  happened_on = "given_on",
  columns = { given_on = date, contacted_on = date, won = boolean },
}

-- Leads that nobody has yet.
source "lead" {
  title = "New leads",
  happened_on = "received_on",
  columns = { received_on = date, region = text },
}

-- A year that both sides planned together, and what it is to bring.
source "joint_plan" {
  title = "Joint business plans",
  partner = "partner_id",
  columns = { status = text, starts_on = date, ends_on = column("end", date), target = money },
}

-- Quarterly reviews. `satisfaction` is what the partner gives Halden, from 0 to 10.
source "review" {
  title = "Quarterly reviews",
  partner = "partner_id",
  happened_on = "held_on",
  columns = { held_on = date, satisfaction = number },
}

-- Claims on the marketing funds. `proof` is there when invoices and pictures were sent.
source "claim" {
  title = "Marketing claims",
  partner = "partner_id",
  happened_on = "submitted_on",
  columns = {
    fund = text, activity = text, amount = money, submitted_on = date, proof = boolean,
  },
}

-- The treasury's rates: what one unit of a currency is worth in dollars, from that day on.
source "rate" {
  title = "Exchange rates",
  from = "exchange_rate",
  columns = { currency = text, date = column("valid_from", date), rate = number },
}
fx { rates = rate }
