program "Tailspin Reseller Program" { currency = "USD" }
include "data.lua"
include "teirs.lua" -- expect error: there is no file 'teirs.lua' -- expect hint: did you mean 'tiers.lua'?
