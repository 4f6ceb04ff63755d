program "P" { currency = "USD" }
again -- expect error: the file ends before this is a declaration

