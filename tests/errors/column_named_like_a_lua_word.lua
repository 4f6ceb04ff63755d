program "Contoso Partner Network" { currency = "USD" }
source "partner" { id = "id", columns = { name = text } }
source "joint_plan" {
  partner = "partner_id",
  columns = { status = text, starts_on = date, end = date }, -- expect error: 'end' is a word of Lua and cannot be a name -- expect hint: a column gets another name with end_on = column("end", date);
}
