program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "certificate" {
  from = "certificates", -- expect error: the database has no table or view 'certificates' -- expect hint: did you mean 'certificate'?
  partner = "partner_id",
  columns = { person_id = text, level = text },
}
metric "engineers" { value = count_distinct(certificate.person_id, { level = "engineer" }) }
