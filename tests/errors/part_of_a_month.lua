program "P" { currency = "USD" }
source "partner" { id = "id", columns = { joined = date, stars = number } }
setting "notice" { value = 1.5 }
metric "a" { value = partner.joined + months(1.5) } -- expect error: a date cannot be moved by a part of a day -- expect hint: whole number
metric "b" { value = partner.joined - days(setting.notice) } -- expect error: a date cannot be moved by a part of a day
metric "c" { value = partner.joined + days(partner.stars) }
