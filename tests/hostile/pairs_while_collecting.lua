-- tries: to have the keys of a walk collected while they are walked
-- expect: fine
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
local lost, t = 0, {}
for i = 1, 500 do t[string.rep("k", 400) .. i] = 1 end
for r = 1, 40 do
  local n = 0
  for k, v in pairs(t) do n = n + 1 end
  if n ~= 500 then lost = lost + 1 end
end
if lost > 0 then error("entries were lost") end
metric "walks" { value = 40 }
