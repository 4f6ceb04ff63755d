-- Besides the program a bonus on every won deal, in words: four deals of five are won.
include "common.lua"
include "ladder.lua"

incentive "deal_bonus" {
  each = deal,
  where = { status = "won" },
  pays = when(deal.units:at_least(10), percent(1.5), percent(1)) * deal.amount,
}
