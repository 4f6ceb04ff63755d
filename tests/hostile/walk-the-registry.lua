-- tries: to reach what the engine keeps
-- expect: cannot look inside the engine
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

local registry = debug.getregistry()
registry._LOADED.os.exit(1)
