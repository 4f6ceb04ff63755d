program "P" { currency = "USD" }
source "partner" { id = "id", columns = { region = text } }
source "product" { id = "id", columns = { family = text } }
source "lead" { partner = "partner_id", columns = { score = number } }
source "deal" { partner = "partner_id", columns = {
  amount = money,
  product = ref "prodct", -- expect error: there is no source 'prodct' -- expect hint: did you mean 'product'?
  lead = ref "lead", -- expect error: 'lead' is no reference: its rows belong to partners -- expect hint: declare the table of 'lead' once more with from = ..
  owner = ref "partner", -- expect error: 'partner' is no reference
} }
