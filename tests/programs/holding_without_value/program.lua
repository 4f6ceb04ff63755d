-- What partners hold is held or not: a condition that has no value is not met, however it is written.
program "Held or not" { version = "1", currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { n = number, b = boolean } }

metric "yes" { value = partner.b }

certification "column" { requires = { partner.b }, gives = { badge = 1 } }
certification "keyed" { requires = { b = true } }
certification "any" { requires = { any_of { partner.b } } }
certification "all" { requires = { all_of { partner.b } } }
certification "measured" { requires = { metric.yes } }
certification "called" { requires = { function(p) return p.b end } }
certification "above" { requires = { certification.column } }
certification "without" { requires = { column = false } }
certification "without_by_word" { requires = { certification.column:is(false) } }
certification "none" { requires = { none_of { certification.column } } }
obligation "plan" { requires = { partner.b } }
ladder "tier" { level "in" { requires = { partner.b } } }

incentive "comfort" { requires = { column = false }, pays = 10 }
incentive "chosen" { pays = when(certification.called, 1, 2) }
