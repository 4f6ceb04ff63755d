program "Families" { currency = "USD" }
source "partner" { id = "id", parent = "above", columns = { name = text } }
metric "size" { value = 1 }
metric "family" {
  value = rollup(metric.size, "average"), -- expect error: 'average' does not fit 'rollup' -- expect hint: write "sum" or "highest"
}
