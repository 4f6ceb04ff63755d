-- Row ids and orders: numbers by value, texts by bytes, no value last; partners by id in byte order. (section 9)
program "Order" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }

source "sale" { id = "id", partner = "partner_id", columns = { amount = money, rank_no = number, rep = text } }
source "visit" { id = "id", partner = "partner_id", columns = { amount = money, rep = text } }
spiff "by_text_id" { each = sale, pays = 1 * sale.amount, to = sale.rep, cap = { partner = 15 } }
spiff "by_column" { each = sale, order = sale.rank_no, pays = 1 * sale.amount, to = sale.rep, cap = { partner = 25 } }
spiff "by_number_id" { each = visit, pays = 1 * visit.amount, to = visit.rep, cap = { partner = 15 } }
