program "Contoso Partner Network" { currency = "USD" }
source "partner" {
  id = "id",
  columns = {
    name = text,
    region = text -- expect error: a comma is missing after this entry -- expect hint: write ',' after text
    joined_on = date,
  },
}
