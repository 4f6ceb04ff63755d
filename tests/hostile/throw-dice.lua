-- tries: to declare another program each time
-- expect: rules know no chance
program "Hostile" { version = "1", currency = "USD", year_starts = "01-01" }

if math.random() < 0.5 then metric "lucky" { value = 1 } end
