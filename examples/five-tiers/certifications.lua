-- What a partner can be certified for, and what it has to keep up.

certification "security" {
  title = "Security Specialist",
  why = "Partner Agreement 2026, section 5.1",
  requires = {
    security_engineers = 2,
    security_bookings = 25000 * setting.region_factor,
  },
  gives = { security_margin = percent(3), finder = "Listed as a specialist" },
}

certification "cloud" {
  title = "Cloud Specialist",
  why = "Partner Agreement 2026, section 5.2",
  requires = {
    cloud_architects = 1,
    cloud_bookings = 20000 * setting.region_factor,
    win_rate = percent(40),
  },
  gives = { cloud_margin = percent(2), finder = "Listed as a specialist" },
}

-- An approved plan that covers today. Without one there is no gold, no platinum and no MDF.
obligation "business_plan" {
  title = "Joint business plan",
  why = "Partner Agreement 2026, section 7.3",
  requires = {
    exists(joint_plan, { status = "approved", starts_on = at_most(as_of), ends_on = at_least(as_of) }),
  },
}
