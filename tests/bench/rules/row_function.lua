-- row_words.lua with the bonus written as a function.
include "common.lua"
include "ladder.lua"

incentive "deal_bonus" {
  each = deal,
  where = { status = "won" },
  pays = function(row)
    if row.units >= 10 then return row.amount * 0.015 end
    return row.amount * 0.01
  end,
}
