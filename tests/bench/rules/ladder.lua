-- The ladder in words.
ladder "tier" {
  current = partner.tier,
  level "member" {},
  level "silver" { requires = { bookings = 40000 * setting.region_factor, engineers = 1 } },
  level "gold" {
    requires = {
      bookings = setting.gold_line * setting.region_factor,
      engineers = 2,
      any_of { { growth = percent(10) }, { bookings = 350000 * setting.region_factor } },
    },
  },
  level "platinum" { requires = { bookings = 450000 * setting.region_factor, engineers = 4 } },
}
