setting "emea_factor" { value = 0.9 }
include "../../shared/holidays.lua" -- expect error: '../../shared/holidays.lua' lies outside of the program's folder -- expect hint: keep all rule files in the program's folder
