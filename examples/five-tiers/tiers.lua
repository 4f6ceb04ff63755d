-- The five tiers. Every line of bookings is lower in markets that are still growing.

setting "region_factor" {
  title = "Share of the bookings lines that a region is held to",
  why = "Partner Agreement 2026, section 4.1",
  value = by(partner.region, { NA = 1, EMEA = 0.9, APAC = 0.7, LATAM = 0.6 }),
}

setting "silver_line" {
  title = "Bookings for Silver",
  value = usd(50000), range = { 20000, 100000 }, step = 5000,
}

setting "gold_line" {
  title = "Bookings for Gold",
  value = usd(150000), range = { 50000, 500000 }, step = 10000,
}

setting "gold_plus_line" {
  title = "Bookings for Gold Plus",
  value = usd(300000), range = { 150000, 500000 }, step = 10000,
}

setting "platinum_line" {
  title = "Bookings for Platinum",
  value = usd(500000), range = { 300000, 1000000 }, step = 25000,
}

setting "growth_line" {
  title = "Growth that Gold asks for",
  value = percent(10), range = { 0, percent(50) },
}

ladder "tier" {
  title = "Partner tier",
  why = "Partner Agreement 2026, section 4",
  current = partner.tier,
  cumulative = true, -- each tier also asks what the tiers below it ask

  level "registered" {
    title = "Registered",
    gives = { discount = percent(5), support = "Online community" },
  },

  level "silver" {
    title = "Silver",
    why = "Partner Agreement 2026, section 4.2",
    requires = {
      bookings = setting.silver_line * setting.region_factor,
      engineers = 1,
    },
    gives = {
      discount = percent(12),
      support = "Business hours",
      mdf_rate = setting.silver_mdf,
    },
  },

  -- Gold is for those who grow, or who are already large.
  level "gold" {
    title = "Gold",
    why = "Partner Agreement 2026, section 4.3",
    requires = {
      bookings = setting.gold_line * setting.region_factor,
      engineers = 2,
      business_plan = true,
      n_of(1, { { security = true }, { cloud = true } }),
      any_of { { growth = setting.growth_line }, { bookings = 300000 * setting.region_factor } },
    },
    gives = {
      discount = percent(18),
      support = "Around the clock",
      partner_manager = "Regional team",
      mdf_rate = setting.gold_mdf,
    },
  },

  level "gold_plus" {
    title = "Gold Plus",
    why = "Draft of the Partner Agreement 2027",
    requires = { bookings = setting.gold_plus_line * setting.region_factor, engineers = 3 },
    gives = {
      discount = percent(21),
      support = "Around the clock",
      partner_manager = "Regional team",
      mdf_rate = setting.gold_plus_mdf,
    },
  },

  level "platinum" {
    title = "Platinum",
    why = "Partner Agreement 2026, section 4.4",
    requires = {
      bookings = setting.platinum_line * setting.region_factor,
      engineers = 4,
      security = true,
      cloud = true,
    },
    gives = {
      discount = percent(25),
      support = "Around the clock, named engineer",
      partner_manager = "Named manager",
      mdf_rate = setting.platinum_mdf,
    },
  },
}
