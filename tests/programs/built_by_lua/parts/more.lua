setting "doubled_0" { value = by(partner.amount, { [10] = 1, default = 2 }) }
metric "doubled" { value = setting.doubled_40 }
