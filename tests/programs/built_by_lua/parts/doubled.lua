include "more.lua"
for i = 1, 40 do
  setting("doubled_" .. i) { value = setting["doubled_" .. i - 1] + setting["doubled_" .. i - 1] }
end
