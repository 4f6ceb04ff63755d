program "P" { currency = "USD" }
source "partner" { id = "id", columns = { stars = number } }
metric "a" { value = when(partner.stars:all_of {}, 1, 0) } -- expect error: 'all_of' of one column takes a list -- expect hint: { above(5), at_most(10) }
metric "b" { value = when(partner.stars:any_of { "x" }, 1, 0) } -- expect error: text
