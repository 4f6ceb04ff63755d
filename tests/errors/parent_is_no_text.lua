program "Families" { currency = "USD" }
source "partner" {
  id = "id",
  parent = "above", -- expect error: 'parent' needs a text column with the partner's id, but 'above' is none -- expect hint: declare the column as text
  columns = { name = text, above = number },
}
metric "size" { value = 1 }
metric "family" { value = rollup(metric.size, "sum") }
