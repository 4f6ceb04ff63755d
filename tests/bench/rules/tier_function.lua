-- The same program, its Gold rule written as a function: same levels, same payouts.
include "common.lua"

metric "gold_floor" { unit = "money", value = setting.gold_line * setting.region_factor }
metric "volume_floor" { unit = "money", value = 350000 * setting.region_factor }

ladder "tier" {
  current = partner.tier,
  level "member" {},
  level "silver" { requires = { bookings = 40000 * setting.region_factor, engineers = 1 } },
  level "gold" {
    requires = {
      function(p)
        if p.engineers < 2 or p.bookings < p.gold_floor then return false end
        if p.bookings >= p.volume_floor then return true end
        return p.growth ~= nil and p.growth >= 0.1
      end,
    },
  },
  level "platinum" { requires = { bookings = 450000 * setting.region_factor, engineers = 4 } },
}
