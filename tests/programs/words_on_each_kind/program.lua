-- Every word that asks of a text, a date, a number, an amount, a boolean, from both sides of its edge, where nothing
-- is held, and the same (f_..) in a filter. A date that carries a time is its day; capitals and whole characters
-- count in patterns. (sections 3 and 7)
program "L" { currency = "USD" }
source "partner" { id = "id", columns = { t = text, d = date, n = number, m = money, b = boolean } }
source "same" { from = "partner", partner = "id", columns = { t = text, d = date, n = number, m = money, b = boolean } }
metric "like_any" { value = when(partner.t:like "*", 1, 0) }
metric "like_sec" { value = when(partner.t:like "SEC-*", 1, 0) }
metric "like_q" { value = when(partner.t:like "SEC-?", 1, 0) }
metric "like_mid" { value = when(partner.t:like "*-*1*", 1, 0) }
metric "like_bracket" { value = when(partner.t:like "[S]EC*", 1, 0) }
metric "like_pct" { value = when(partner.t:like "%", 1, 0) }
metric "like_exact" { value = when(partner.t:like "SEC-1", 1, 0) }
metric "like_empty" { value = when(partner.t:like "", 1, 0) }
metric "like_two" { value = when(partner.t:like "??", 1, 0) }
metric "d_is" { value = when(partner.d:is "2026-03-31", 1, 0) }
metric "d_isnot" { value = when(partner.d:is_not "2026-03-31", 1, 0) }
metric "d_oneof" { value = when(partner.d:one_of {"2026-03-31", date "2026-04-01" - days(2), as_of}, 1, 0) }
metric "d_above" { value = when(partner.d:above "2026-03-31", 1, 0) }
metric "d_below" { value = when(partner.d:below "2026-03-31", 1, 0) }
metric "d_at_least" { value = when(partner.d:at_least "2026-03-31", 1, 0) }
metric "d_at_most" { value = when(partner.d:at_most "2026-03-31", 1, 0) }
metric "d_between" { value = when(partner.d:between("2026-03-30","2026-03-31"), 1, 0) }
metric "d_since" { value = when(partner.d:since "2026-03-31", 1, 0) }
metric "d_before" { value = when(partner.d:before "2026-03-31", 1, 0) }
metric "d_since_expr" { value = when(partner.d:since(as_of - months(6)), 1, 0) }
metric "d_all" { value = when(partner.d:all_of{since "2026-03-30", before "2026-04-01"}, 1, 0) }
metric "n_is" { value = when(partner.n:is(5), 1, 0) }
metric "n_oneof" { value = when(partner.n:one_of{5, 6.5, 1+1}, 1, 0) }
metric "n_above" { value = when(partner.n:above(5), 1, 0) }
metric "n_atmost" { value = when(partner.n:at_most(5), 1, 0) }
metric "n_below" { value = when(partner.n:below(5), 1, 0) }
metric "n_between" { value = when(partner.n:between(5,6.5), 1, 0) }
metric "m_is" { value = when(partner.m:is(usd(5)), 1, 0) }
metric "m_oneof" { value = when(partner.m:one_of{usd(5), 6}, 1, 0) }
metric "b_is" { value = when(partner.b:is(true), 1, 0) }
metric "b_isnot" { value = when(partner.b:is_not(true), 1, 0) }
metric "b_oneof" { value = when(partner.b:one_of{false}, 1, 0) }
metric "t_isnot" { value = when(partner.t:is_not "SEC-1", 1, 0) }
metric "t_self" { value = when(partner.t:is(partner.t), 1, 0) }
metric "f_like_any" { value = count(same, { t = like "*" }) }
metric "f_like_sec" { value = count(same, { t = like "SEC-*" }) }
metric "f_like_q" { value = count(same, { t = like "SEC-?" }) }
metric "f_like_mid" { value = count(same, { t = like "*-*1*" }) }
metric "f_like_bracket" { value = count(same, { t = like "[S]EC*" }) }
metric "f_like_pct" { value = count(same, { t = like "%" }) }
metric "f_like_exact" { value = count(same, { t = like "SEC-1" }) }
metric "f_like_empty" { value = count(same, { t = like "" }) }
metric "f_like_two" { value = count(same, { t = like "??" }) }
metric "f_d_is" { value = count(same, { d = is "2026-03-31" }) }
metric "f_d_isnot" { value = count(same, { d = is_not "2026-03-31" }) }
metric "f_d_oneof" { value = count(same, { d = one_of {"2026-03-31", date "2026-04-01" - days(2), as_of} }) }
metric "f_d_above" { value = count(same, { d = above "2026-03-31" }) }
metric "f_d_below" { value = count(same, { d = below "2026-03-31" }) }
metric "f_d_at_least" { value = count(same, { d = at_least "2026-03-31" }) }
metric "f_d_at_most" { value = count(same, { d = at_most "2026-03-31" }) }
metric "f_d_between" { value = count(same, { d = between("2026-03-30","2026-03-31") }) }
metric "f_d_since" { value = count(same, { d = since "2026-03-31" }) }
metric "f_d_before" { value = count(same, { d = before "2026-03-31" }) }
metric "f_d_since_expr" { value = count(same, { d = since(as_of - months(6)) }) }
metric "f_d_all" { value = count(same, { d = all_of{since "2026-03-30", before "2026-04-01"} }) }
metric "f_n_is" { value = count(same, { n = is(5) }) }
metric "f_n_oneof" { value = count(same, { n = one_of{5, 6.5, 1+1} }) }
metric "f_n_above" { value = count(same, { n = above(5) }) }
metric "f_n_atmost" { value = count(same, { n = at_most(5) }) }
metric "f_n_below" { value = count(same, { n = below(5) }) }
metric "f_n_between" { value = count(same, { n = between(5,6.5) }) }
metric "f_m_is" { value = count(same, { m = is(usd(5)) }) }
metric "f_m_oneof" { value = count(same, { m = one_of{usd(5), 6} }) }
metric "f_b_is" { value = count(same, { b = is(true) }) }
metric "f_b_isnot" { value = count(same, { b = is_not(true) }) }
metric "f_b_oneof" { value = count(same, { b = one_of{false} }) }
metric "f_t_isnot" { value = count(same, { t = is_not "SEC-1" }) }
