-- Deal registration: several partners, one deal. An approved registration is protected for 90 days. Of those
-- still protected when the deal closes the first approved has the credit, the second half of it, the others
-- none. Halden's own sales force registers like everybody else, and takes its place in the order.

setting "protection" { title = "Days for which a registration is protected", value = 90, range = { 30, 180 } }
setting "place" {
  title = "Place among the protected registrations of the deal",
  value = position(registration.approved_on, {
    within = registration.opportunity,
    where = {
      status = "won",
      registration.closed_on:at_most(registration.approved_on + days(setting.protection)),
    },
  }),
}

incentive "registration_bonus" {
  title = "Deal registration bonus",
  why = "Program guide 2026, chapter 4",
  each = registration,
  where = { status = "won", closed_on = this "quarter", setting.place:at_most(2) },
  requires = { type = is_not "direct" },
  pays = percent(5) * registration.amount * when(setting.place:is(1), percent(100), percent(50)),
  cap = { row = 5000 },
}
