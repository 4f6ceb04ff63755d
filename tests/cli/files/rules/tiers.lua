setting "gold_line" { title = "Bookings for Gold", value = usd(150000), range = { 50000, 500000 } }

ladder "tier" {
  title = "Partner tier",
  current = partner.tier,
  level "registered" { title = "Registered" },
  level "gold" {
    title = "Gold",
    why = "Agreement 2026, section 4.2",
    requires = {
      bookings = setting.gold_line * by(partner.region, { NA = 1, EMEA = 0.9 }),
    },
    gives = { discount = percent(20) },
  },
}
