program "P" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
local tools = { half = function(x) return x / 2 end }
metric "m" { value = function(p)
    local function keep(x) return x end
    local value = percnt(3) -- expect error: unknown word 'percnt' -- expect hint: did you mean 'percent'?
    for _, each in pairs(tools) do value = each(value) end
    return keep(tools.half(value)) + pcall(keep) -- expect error: 'pcall' is not available
end }
