program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
ladder "l" { level "x" {} }
metric "a" {
  value = ladder.l, -- expect error: a metric is a number, text, date or boolean -- expect hint: refer to the ladder itself: ladder.l
}
