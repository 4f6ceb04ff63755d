program "T" { version="1", currency="USD", year_starts="01-01" }
source "partner" { id="id", columns={ n=number, region=text } }
setting "ends" { value = date "2027-05-05", range = { "2026-01-01", "2026-12-31" } } -- expect error: setting 'ends' lies outside of its range
setting "plain" { value = "2025-12-31", range = { date "2026-01-01", "2026-12-31" } } -- expect error: setting 'plain' lies outside of its range
setting "back" { value = date "2026-05-05", range = { "2026-12-31", "2026-01-01" } } -- expect error: this range ends below its beginning
setting "number" { value = date "2026-05-05", range = { "2026-01-01", 2 } } -- expect error: this is a number, but a date is needed here
setting "fine" { value = date "2026-12-31", range = { "2026-01-01", "2026-12-31" }, step = months(1) }
