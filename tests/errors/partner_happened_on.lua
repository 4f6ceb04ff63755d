program "P" { currency = "USD" }
source "partner" {
  id = "id",
  happened_on = "joined_on", -- expect error: 'partner' has no 'happened_on': partners are a list, and all of them count -- expect hint: leave it out, and ask for the column where it matters: partner.joined_on:at_most(as_of)
  columns = { name = text, joined_on = date },
}
metric "n" { value = total(1) }
