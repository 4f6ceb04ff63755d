program "T" { currency = "USD" }
source "partner" { id = "id", columns = { n = number, d = date } }
ladder "tier" {
  level "silver" { gives = { disc = percent(10) } },
  level "gold" { gives = { disc = usd(1) } },
}
certification "c" {
  requires = { n = 5 },
  gives = {
    mdf = 5,
    disc = usd(5), -- expect error: benefit 'disc' mixes money with a percent -- expect hint: use one unit on both sides
  },
}
certification "e" { requires = { n = 5 }, gives = { mdf = usd(10) } }
