program "Tailspin Reseller Program" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
include "regions/emea.lua"
