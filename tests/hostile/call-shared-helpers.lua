-- tries: thirty helpers, each of which names the next one twice
-- expect: fine
program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "deal" { partner = "partner_id", id = "id", columns = { units = number } }
local f30 = function(p) return p.name and 1 end
local f29 = function(p) return f30(p) and f30(p) and 1 end
local f28 = function(p) return f29(p) and f29(p) and 1 end
local f27 = function(p) return f28(p) and f28(p) and 1 end
local f26 = function(p) return f27(p) and f27(p) and 1 end
local f25 = function(p) return f26(p) and f26(p) and 1 end
local f24 = function(p) return f25(p) and f25(p) and 1 end
local f23 = function(p) return f24(p) and f24(p) and 1 end
local f22 = function(p) return f23(p) and f23(p) and 1 end
local f21 = function(p) return f22(p) and f22(p) and 1 end
local f20 = function(p) return f21(p) and f21(p) and 1 end
local f19 = function(p) return f20(p) and f20(p) and 1 end
local f18 = function(p) return f19(p) and f19(p) and 1 end
local f17 = function(p) return f18(p) and f18(p) and 1 end
local f16 = function(p) return f17(p) and f17(p) and 1 end
local f15 = function(p) return f16(p) and f16(p) and 1 end
metric "m" { value = function(p) return 1 or f15(p) end }
