program "Bad" { version = "1", currency = "USD" }
source "partner" { columns = { tier = text } }
ladder "tier" {
	current = partner.tier,
	level "gold" { requirs = { bookings = 5 } },
}
metric "bookings" { value = 5 }
metric "bookings" { value = 6 }
metric "größe" { value = partner.name }
