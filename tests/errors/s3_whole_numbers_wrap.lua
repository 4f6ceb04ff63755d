program "P" { currency = "USD" }
source "partner" { id = "id", columns = { amount = money, rate = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", happened_on = "day", columns = { day = date, sum_paid = money, units = number } }
local million = 1000000
metric "zero" { value = 4294967296 * 4294967296 // 2 } -- expect error: too large for Lua to calculate exactly -- expect hint: write decimal "18446744073709551616"
metric "end" { value = 9223372036854775807 + 1 } -- expect error: too large for Lua to calculate exactly -- expect hint: write decimal "9223372036854775808"
metric "below" { value = -9223372036854775807 - 2 } -- expect error: too large for Lua to calculate exactly -- expect hint: write decimal "-9223372036854775809"
metric "local" { value = (million + million) * million * million } -- expect error: too large for Lua to calculate exactly -- expect hint: write decimal "2000000000000000000"
metric "hexadecimal" { value = 0xFFFFFFFFFFFFFFFF } -- expect error: Lua makes another number of this one -- expect hint: decimal
metric "fine" { value = million * million }

