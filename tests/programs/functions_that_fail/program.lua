-- A call that goes wrong is that partner's error and nobody else's, whatever it does.
program "Functions that fail" { currency = "USD" }

source "partner" { id = "id", columns = { does = text } }

local seen, count = {}, 0

metric "outcome" {
    value = function(p)
        local does = p.does
        if does == "loop" then while true do end end
        if does == "recurse" then local function f(n) return 1 + f(n + 1) end return f(1) end
        if does == "text" then return "12" end
        if does == "table" then return { 1 } end
        if does == "infinity" then return 1 / 0 end
        if does == "third" then return 1 / 3 end
        if does == "boolean" then return true end
        if does == "memory" then local t = {} for i = 1, 100000 do t[i] = {} end end
        if does == "double" then local s = "x" while true do s = s .. s end end
        if does == "raise" then error("this partner is " .. does) end
        if does == "nothing" then return nil end
        if does == "count" then count = count + 1 return count end
        if does == "write" then seen[1] = 1 return #seen end
        if does == "read" then return p["outc" .. "ome"] end
        return 0.05 + #seen + count
    end,
}
incentive "paid" { pays = function(p) return p.outcome * 100 end }
