program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text } }
source "sale" { id = "id", partner = "partner_id", columns = { po = text, units = number, least = number } }
incentive "i" { each = sale, where = { units = at_least(sale.least) }, pays = usd(1) * count(sale, { po = sale.po }) } -- expect error: this compares 'sale.po' with itself -- expect hint: count(sale):within(sale.po)
