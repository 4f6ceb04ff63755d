program "Adventure Works Partners" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
include "/etc/rung/tiers.lua" -- expect error: '/etc/rung/tiers.lua' lies outside of the program's folder -- expect hint: keep all rule files in the program's folder
