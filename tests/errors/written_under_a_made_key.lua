program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
for i = 1, 2 do
  partner["p" .. i] = 1 -- expect error: '=' cannot build a rule
end
