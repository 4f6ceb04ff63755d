program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
certification "c" {
  requires = function(p) return p.b end, -- expect error: wants a table of what must be met { metric = value }, not a function -- expect hint: write requires = { function(p) .. end }
}
certification "e" {
  requires = partner.b, -- expect error: wants a table of what must be met -- expect hint: write requires = { partner.b }
}
