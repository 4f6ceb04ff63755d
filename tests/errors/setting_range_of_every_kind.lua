program "T" { version="1", currency="USD", year_starts="01-01" }
source "partner" { id="id", columns={ n=number, region=text } }
setting "exact" { value = decimal "5.5", range = { 1, 5 } } -- expect error: setting 'exact' lies outside of its range
setting "third" { value = fraction(11, 2), range = { 1, 5 } } -- expect error: setting 'third' lies outside of its range
setting "named" { value = amount(9, "USD"), range = { usd(1), usd(5) } } -- expect error: setting 'named' lies outside of its range
setting "narrow" { value = 3, range = { decimal "1.5", decimal "2.5" } } -- expect error: setting 'narrow' lies outside of its range
setting "wait" { value = days(30), range = { days(60), days(90) } } -- expect error: setting 'wait' lies outside of its range
setting "made" { value = 2 * usd(100), range = { 1, 150 } } -- expect error: setting 'made' lies outside of its range
setting "later" {
    value = dated {
        ["2026-01-01"] = 3,
        ["2027-01-01"] = 40, -- expect error: setting 'later' lies outside of its range
    },
    range = { 1, 5 },
}
setting "regional" {
    value = by(partner.region, {
        NA = when(partner.n:above(1), 6, 5), -- expect error: setting 'regional' lies outside of its range
        default = 1,
    }),
    range = { 1, 5 },
}
setting "fine" { value = by(partner.region, { NA = dated { ["2026-01-01"] = 5 }, default = 1.0 }), range = { 1, 5 }, step = 3 }
setting "part" { value = percent(5), range = { 0, 0.05 }, step = percent(2) }
