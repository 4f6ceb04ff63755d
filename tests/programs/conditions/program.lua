-- Conditions in all their forms, wherever one may stand: in when, in filters and in requirements, of columns,
-- ladders, certifications, obligations, scores and dates; several asked of one value; bands below their first
-- `from`; values that vary by what varies itself. (sections 4, 5 and 7)
program "K" { currency = "USD" }
source "partner" { id = "id", columns = { x = number, ok=boolean, region=text, d = date, tier = text } }
source "deal" { partner = "partner_id", happened_on="on", columns = { amount = money, on=date, t=text, ok = boolean, inv = date, due = date, paid = date, r = text } }
metric "rows" { value = count(deal) }
ladder "tier" { current = partner.tier,
  level "low" { requires = { x = 1 } },
  level "mid" { requires = { x = 5 } },
  level "top" { requires = { x = 10 } },
}
certification "sec" { requires = { x = 5 } }
obligation "plan" { requires = { ok = true } }
score "fit" { { title="size", of = partner.x, full = 10, points = 50 }, {title="rows", of = metric.rows, full = 4, points=50}, pass = 60 }
metric "neg_marginal" { value = marginal(-partner.x, {{0,percent(1)}}) }
metric "below_first" { value = interpolated(partner.x, {{5,100},{10,200}}) }
metric "at_first" { value = interpolated(5, {{5,100},{10,200}}) }
metric "between_" { value = interpolated(partner.x + 1, {{5,100},{10,200}}) }
metric "beyond" { value = interpolated(11, {{5,100},{10,200}}) }
metric "one_point" { value = interpolated(partner.x, {{5,100}}) }
metric "neg_from" { value = band(-partner.x, {{-20,1},{-5,2},{0,3}}) }
metric "neg_from_marg" { value = marginal(partner.x, {{-20,1},{0,2}}) }
metric "retro" { value = retroactive(partner.x, {{5, percent(10)},{10,percent(20)}}) }
metric "byrank" { value = by(rank(metric.rows), { [1]=100, [2]=50, default=0 }) }
metric "byscore" { value = by(score.fit, { [100]=1, default=0 }) }
metric "by_when" { value = by(when(partner.ok, "a", "b"), { a=1, b=2 }) }
metric "w_cert" { value = when(certification.sec, 1, 0) }
metric "w_ob" { value = when(obligation.plan, 1, 0) }
metric "w_lad" { value = when(ladder.tier:at_least "mid", 1, 0) }
metric "w_lad2" { value = when(ladder.tier:is "mid", 1, 0) }
metric "w_lad3" { value = when(ladder.tier:one_of{"low","top"}, 1, 0) }
metric "w_lad_abs" { value = when(ladder.tier:absent(), 1, 0) }
metric "w_lad_below" { value = when(ladder.tier:below "mid", 1, 0) }
metric "w_lad_between" { value = when(ladder.tier:between("low","mid"), 1, 0) }
metric "w_lad_isnot" { value = when(ladder.tier:is_not "mid", 1, 0) }
metric "w_ex" { value = when(exists(deal, {t="a"}), 1, 0) }
metric "w_all" { value = when(all_of { partner.ok, partner.x:above(4) }, 1, 0) }
metric "w_any_table" { value = when(any_of { {x=10}, partner.ok }, 1, 0) }
metric "w_all_table" { value = when(all_of { {x=5, ok=true}, certification.sec }, 1, 0) }
metric "w_n" { value = when(n_of(2, { {tier=at_least "mid"}, {fit=70}, certification.sec, {sec=true} }), 1, 0) }
metric "w_none_table" { value = when(none_of { {x=10} }, 1, 0) }
metric "w_score" { value = when(score.fit:at_least(60), 1, 0) }
-- Several things asked of one value, behind a colon as behind a column.
metric "w_in" { value = when(partner.x:all_of { above(4), below(10) }, 1, 0) }
metric "w_out" { value = when(partner.x:any_of { below(2), above(9) }, 1, 0) }
metric "w_not_out" { value = when(partner.x:none_of { below(2), above(9) }, 1, 0) }
metric "f_in" { value = count(deal, { deal.inv:all_of { since "2026-01-01", before "2026-07-01" } }) }
metric "f_out" { value = count(deal, { t = any_of { "a", like "b*" } }) }
metric "w_d" { value = when(partner.d:trailing(1,"months"), 1, 0) }
metric "w_this" { value = when(partner.d:this "quarter", 1, 0) }
metric "w_last" { value = when(partner.d:last "quarter", 1, 0) }
metric "w_since" { value = when(partner.d:since "2026-01-01", 1, 0) }
metric "f_cond" { value = count(deal, { t = "a", deal.paid:at_most(deal.due + days(30)) }) }
metric "f_any" { value = count(deal, { any_of { {t="a"}, {ok=true} } }) }
metric "f_nof" { value = count(deal, { n_of(2, { {t="a"}, deal.ok, deal.paid:present() }) }) }
metric "f_bool" { value = count(deal, { deal.ok }) }
metric "f_partner" { value = count(deal, { r = partner.region }) }
metric "f_partner_cond" { value = count(deal, { partner.ok }) }
metric "f_lad" { value = count(deal, { ladder.tier:at_least "mid" }) }
metric "f_exists" { value = count(deal, { exists(deal, {t="zzz"}) }) }
metric "dated_row" { value = sum(deal.amount * dated(deal.inv, { ["2026-01-01"]=1, ["2026-07-01"]=2 })) }
metric "nested" { value = by(partner.region, { NA = dated { ["2026-01-01"] = when(partner.ok, band(partner.x, {{0,1},{5,2}}), 3) }, default = or_else(by(partner.tier, {low=7, default=8}), 9) }) }
incentive "row" { each = deal, where = { t = one_of{"a","b"} }, requires = { any_of { {fit=50}, certification.sec } }, pays = deal.amount * dated(deal.inv, { ["2026-01-01"]=percent(1), ["2026-07-01"]=percent(2) }) * by(deal.r, {NA=1, default=2}) * by(ladder.tier, {low=1, mid=2, top=3, none=0}) }
incentive "scorepay" { pays = usd(1) * score.fit }
