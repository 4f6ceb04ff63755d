program "T" { currency = "USD" }
source "partner" {
  id = "id",
  columns = { n = number, b = boolean, tier = text, d = date, region = text },
}
guard "y" { largest_loss:at_most(5) } -- expect error: 'largest_loss' is called, with its values in brackets -- expect hint: largest_loss()
