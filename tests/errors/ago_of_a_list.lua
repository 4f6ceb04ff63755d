program "Contoso Partner Network" { currency = "USD", year_starts = "01-01" }
source "partner" { id = "id", columns = { name = text, region = text, joined_on = date } }
source "credential" { partner = "partner_id", columns = { person_id = text, level = text } }
metric "more_engineers" {
  value = count(credential) - ago(count(credential), 12, "months"), -- expect error: ago(..) cannot look back on 'credential': its rows have no date on which they happened -- expect hint: give the source a 'happened_on' column
}
