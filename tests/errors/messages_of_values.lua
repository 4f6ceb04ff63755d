program "P" { currency = "USD" }
source "partner" { id = "id", columns = { share = number, region = text, joined = date, gold = boolean } }
source "deal" { partner = "partner_id", columns = { amount = money, status = text, day = date } }
metric "part" { unit = "percent", value = partner.share }
ladder "tier" {
  level "a" {
    requires = {
      part = by(partner.region, {
        NA = 10, -- expect error: a threshold of a percent is a part of the whole; 10 would be -- expect hint: write percent(10)
        default = 0.1,
      }),
    },
  },
}
metric "codes" { value = USD(5) } -- expect error: unknown word 'USD' -- expect hint: did you mean 'usd'?
metric "short" { value = sum(deal.amnt) } -- expect error: no column 'amnt' -- expect hint: did you mean 'deal.amount'?
metric "far" { value = foo } -- expect error: unknown word 'foo' -- expect hint: a text stands in quotes
metric "like" { value = count(deal, { status = like(5) }) } -- expect error: 'like' wants a pattern in quotes -- expect hint: SEC-*
metric "yes" { value = by(partner.gold, { yes = 1 }) } -- expect error: 'yes' cannot be a key here -- expect hint: write [true] = ..
metric "day" { value = by(partner.joined, { ["2024-1-31"] = 1 }) } -- expect error: '2024-1-31' cannot be a key -- expect hint: ["2026-12-31"]
metric "key" { value = by(partner.share, { [0.1 + 0.2] = 5, [1] = 2 }) } -- expect error: Lua calculated a key of this table -- expect hint: write the key as a text
metric "twice" { value = by(partner.share, { [1] = 5, ["1.0"] = 7 }) } -- expect error: this key is written twice in this table -- expect hint: keep the first or the second
metric "both" { value = by(partner.share, { [1] = 5, ["1"] = 7 }) } -- expect error: this key is written twice in this table -- expect hint: keep the first or the second
metric "largest" { value = math.max(partner.share, 3) } -- expect error: Lua cannot compare expressions -- expect hint: write max(x, y)
metric "bits" { value = partner.share & 3 } -- expect error: '&' cannot build a rule -- expect hint: all_of
metric "nothing" { value = nil } -- expect error: 'value' has no value here (nil) -- expect hint: leave the entry out
metric "unknown" { value = setting.missing } -- expect error: there is no setting 'missing' -- expect hint: declare setting "missing"
source "typed" { columns = { a = datetime } } -- expect error: unknown word 'datetime' -- expect hint: of type date
local x = deal.amount; x.y = 3 -- expect error: '=' cannot build a rule -- expect hint: declare it as it should be
