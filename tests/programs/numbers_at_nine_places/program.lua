-- 18 places are calculated with, 9 are looked at, from both sides: a difference of half a unit in the ninth place
-- is none where values are compared, rounded, banded, keyed or grouped, a little more is one; x * (a / b) is one
-- product with a quotient, rounded once; round is away from zero on both sides of it. (section 3)
program "N" { currency = "USD" }
source "partner" { id = "id", columns = { a = number, b = number, m = money, d = date } }
source "sale" { partner = "partner_id", columns = { amount = money, g = number, q = number } }
metric "forty" { value = (partner.a/3)*3 }
metric "forty_is" { value = when((partner.a/3+partner.a/3+partner.a/3):is(40), 1, 0) }
metric "q19" { value = partner.a * (1/1) }
metric "third" { value = partner.a * fraction(1,3) * 3 }
metric "third2" { value = partner.a * (partner.b / 3) }
metric "third3" { value = partner.a / 3 * partner.b }
metric "third4" { value = (partner.b / 3) * partner.a }
metric "big" { value = partner.b * decimal "100000000000000000000" }
metric "at_edge1" { value = when((partner.b + decimal "0.0000000005"):is(1 + fraction(1,1000000000)),1,0) }
metric "at_edge2" { value = when((partner.b + decimal "0.00000000049"):is(1),1,0) }
metric "at_edge3" { value = when((partner.b - decimal "0.0000000005"):at_least(1),1,0) }
metric "at_edge4" { value = when((partner.b - decimal "0.00000000051"):at_least(1),1,0) }
metric "neg" { value = when((0-decimal "0.0000000005"):is(0-fraction(1,1000000000)),1,0) }
metric "bandedge" { value = band(partner.b - decimal "0.0000000005", {{1, 7}}) }
metric "bandedge2" { value = band(partner.b - decimal "0.00000000051", {{1, 7}}) }
metric "bynine" { value = by(partner.b - decimal "0.0000000005", {[1]=5, default=0}) }
metric "rnd" { value = round(decimal "0.4999999995", 0) }
metric "rnd2" { value = round(decimal "0.4999999994", 0) }
metric "rup" { value = round_up(decimal "1.0000000004", 0) }
metric "rup2" { value = round_up(decimal "1.0000000005", 0) }
metric "rdn" { value = round_down(decimal "0.9999999995", 0) }
metric "rdn2" { value = round_down(decimal "0.9999999994", 0) }
metric "rneg" { value = round(0-decimal "2.5", 0) }
metric "rplaces" { value = round(decimal "1234.5", -1) }
metric "rup_neg" { value = round_up(-decimal "1.2", 0) }
metric "rdn_neg" { value = round_down(-decimal "1.8", 0) }
metric "cd" { value = count_distinct(sale.g) }
metric "per" { value = count(sale):per(sale.g):count() }
metric "half_even" { value = decimal "0.000000001" * decimal "0.0000000005" }
metric "hw" { value = sum(sale.q * decimal "0.000000001") * 1000000000 }
-- 0.333333333333333333 of it would be 999999999999999.999
metric "once" { value = 3000000000000000 * (partner.b / 3) }
metric "once_behind" { value = (partner.b / 3) * 3000000000000000 }
metric "once_fraction" { value = 3000000000000000 * partner.b * fraction(1, 3) }
