program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text, market = text, people = number, tier = text, safe_until = date, risk_on = date } }
source "deal" { id = "id", partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, paid_on = date, amount = money, market = text } }
metric "nowhere" { value = count(deal, { market = "" }) } -- expect error: an empty text is no value -- expect hint: write absent
ladder "stage" { applies_to = { region = is_not "" }, level "low" {} } -- expect error: nothing can be compared with it -- expect hint: present
metric "home" { value = count(deal, { market = one_of { "NA", "" } }) } -- expect error: an empty text is no value
