-- One mistake in each place: all of them are told at once.
program "Adventure Works Partners" {
  currency = "USD",
  year_start = "04-01", -- expect error: unknown field 'year_start' of program -- expect hint: did you mean 'year_starts'?
}
include "data.lua"
include "tiers.lua"
include "incentives.lua"
