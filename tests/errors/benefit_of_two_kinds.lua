program "T" { currency = "USD" }
source "partner" { id = "id", columns = { n = number, d = date } }
certification "c" { requires = { n = 5 }, gives = { badge = "X", plus = true, since = date "2026-01-01" } }
obligation "o" {
  requires = { n = 5 },
  gives = {
    plus = 5, -- expect error: benefit 'plus' is a number here -- expect hint: give them two names
    badge = 5, -- expect error: benefit 'badge' is a number here and a text elsewhere -- expect hint: give them two names
    since = "2026-05-01", -- expect error: benefit 'since' is a text here and a date elsewhere -- expect hint: date "2026-07-01"
  },
}
