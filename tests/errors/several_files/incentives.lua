incentive "volume_rebate" {
  pays = marginal(metric.bookings, { { 0, percent(1) }, { 25000, 2 } }) -- expect error: a rate is a part of the whole; 2 would be 2 times all of it -- expect hint: write percent(2)
    * by(ladder.tier, { registered = 0, silver = 1 }), -- expect error: level 'gold' of ladder 'tier' is missing in this table -- expect hint: name every level, or add default = 0
}
spiff "security_push" { -- expect error: spiff 'security_push' has no 'to' -- expect hint: to: the column of the row that names who is paid
  each = deal,
  where = { status == "won" }, -- expect error: '==' cannot build a rule -- expect hint: write x:is(v), or field = v in a table
  pays = usd(25) * deal.unit, -- expect error: source 'deal' has no column 'unit' -- expect hint: did you mean 'deal.units'?
}
