program "Contoso Partner Network" {
  currency = "USD",
  year_start = "04-01", -- expect error: unknown field 'year_start' of program -- expect hint: did you mean 'year_starts'?
}
source "partner" { id = "id", columns = { name = text, region = text } }
