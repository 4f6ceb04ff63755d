program "Families" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
metric "size" { value = 1 }
metric "family" {
  value = rollup(metric.size, "sum"), -- expect error: source 'partner' does not say who stands above whom -- expect hint: parent = "parent_id"
}
