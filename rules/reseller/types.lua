-- Eight kinds of partners, five ladders: nobody is measured by what its business is not. Before the
-- agreement is signed there is no level, and nothing is given.
--
-- A benefit whose name begins with to_ goes to the partner: margin, support, seats. One that begins
-- with through_ goes through it to customers: campaigns, listings, a badge.

-- VARs and systems integrators resell and install. They are lowered only at the end of a quarter, one level at
-- a time, and not before they were warned and had 90 days to mend it. Who is promoted keeps the level for
-- the rest of the year.
ladder "reseller_tier" {
  title = "Reseller tier",
  why = "Program guide 2026, chapter 3.1",
  applies_to = { type = one_of { "VAR", "SI" }, signed_on = present },
  current = partner.tier,
  cumulative = true,
  demotes = at_end_of "quarter",
  steps_down = 1,
  at_risk_since = partner.at_risk_since,
  grace = days(90),
  protected_until = partner.protected_until,
  guarantees = end_of("year", as_of),
  level "authorized" {
    gives = { to_discount = percent(15), to_support = "Business hours", through_listing = "Directory" },
  },
  level "preferred" {
    requires = { bookings = 100000, certified_people = 2, weakest_quarter = 10000 },
    gives = { to_discount = percent(22), to_demo_seats = 10, through_campaigns = 2 },
  },
  level "elite" {
    requires = {
      bookings = 400000, certified_people = 4, plan_in_force = true,
      any_of { { growth = percent(10) }, { product_families = 3 } },
    },
    gives = {
      to_discount = percent(28), to_support = "Named engineer", to_demo_seats = 50,
      through_campaigns = 6, through_listing = "Featured",
    },
  },
}

-- Managed-service providers earn month by month, from many customers.
ladder "msp_tier" {
  title = "Managed service tier",
  why = "Program guide 2026, chapter 3.2",
  applies_to = { type = "MSP", signed_on = present },
  current = partner.tier,
  demotes = at_end_of "half",
  level "registered" { gives = { to_discount = percent(20) } },
  level "operator" {
    requires = { monthly_recurring = 10000, managed_customers = 5 },
    gives = { to_discount = percent(27), through_campaigns = 2 },
  },
  level "master" {
    requires = { monthly_recurring = 40000, broad_customers = 10, certified_people = 3 },
    gives = { to_discount = percent(33), to_support = "Named engineer", through_campaigns = 6 },
  },
}

-- ISVs and OEMs build on Halden: first the integration counts, then what it sells.
ladder "builder_tier" {
  title = "Technology tier",
  why = "Program guide 2026, chapter 3.3",
  applies_to = { type = one_of { "ISV", "OEM" }, signed_on = present },
  current = partner.tier,
  level "connected" { gives = { to_demo_seats = 5 } },
  level "integrated" {
    requires = { integration = true },
    gives = { to_demo_seats = 25, through_listing = "Marketplace" },
  },
  level "embedded" {
    requires = { integration = true, bookings = 150000 },
    gives = { to_discount = percent(25), through_listing = "Featured" },
  },
}
certification "integration" {
  title = "Certified integration",
  why = "Program guide 2026, chapter 3.3",
  requires = {
    exists(credential, { level = "integration", expires_on = at_least(as_of) }),
  },
  gives = { through_badge = "Works with Halden" },
}

-- A distributor stands on what its partners do, and price lists are printed twice a year.
ladder "distributor_tier" {
  title = "Distributor tier",
  why = "Program guide 2026, chapter 3.4",
  applies_to = { type = "distributor", signed_on = present },
  current = partner.tier,
  promotes = on { "01-15", "07-15" },
  demotes = on { "01-15" },
  level "regional" { gives = { to_discount = percent(32) } },
  level "national" {
    requires = { network_bookings = 500000 },
    gives = { to_discount = percent(36), to_stock_rotation = percent(10), through_campaigns = 12 },
  },
}

-- Agencies and consultants recommend; they never invoice.
ladder "referral_tier" {
  title = "Referral tier",
  why = "Program guide 2026, chapter 3.5",
  applies_to = { type = one_of { "agency", "consultant" }, signed_on = present },
  current = partner.tier,
  level "friend" { gives = { to_support = "Community" } },
  level "advocate" {
    requires = { accepted_referrals = 3 },
    gives = { to_support = "Business hours", through_listing = "Experts" },
  },
}
