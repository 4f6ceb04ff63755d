program "T" { version="1", currency="USD", year_starts="01-01" }
source "partner" { id="id", columns={ n=number, region=text } }
setting "rate" { value = usd(0.05), range = { percent(1), percent(10) } } -- expect error: a range mixes a percent with money
setting "line" { value = usd(5), range = { percent(1), 10 } } -- expect error: a range mixes a percent with money
setting "ends" { value = 5, range = { percent(1), usd(10) } } -- expect error: a range mixes money with a percent
setting "step" { value = usd(5), step = percent(1) } -- expect error: a step mixes a percent with money
setting "word" { value = "x", range = { 1, 2 } } -- expect error: a range is for numbers and dates, but 'word' is a text -- expect hint: leave 'range' out
setting "fine" { value = usd(5), range = { 1, usd(10) }, step = 3 }
