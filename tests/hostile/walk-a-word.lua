-- tries: to look inside the engine's own values
-- expect: belongs to the rule language
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

for key in pairs(metric) do end
