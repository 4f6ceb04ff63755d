program "Proseware Alliance" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
setting "line" {
  value = dated { "2026-01-01" = 100 }, -- expect error: '=' cannot stand here -- expect hint: write ["2026-01-01"] = ..
}
