"""Generated programs as rule text, and their data as a SQLite file.

A program is a list of declarations (dicts) whose formulas are tuples, the operation first. Numbers in formulas and
rows are integers of 10^-18. generate.py makes them, oracle.py works them out from the same trees.
"""
import random
import sqlite3

ONE = 10 ** 18
BAD = "BAD"  # a cell that is not what its column should hold

CURRENCIES = {"USD": 2, "JPY": 0, "KWD": 3}
FOREIGN = {"EUR": 2, "GBP": 2, "JPY": 0, "KWD": 3, "USD": 2, "CHF": 2}  # CHF: nobody knows its rate
COLUMNS = {
    "partner": {"region": "text", "kind": "text", "budget": "money", "size": "number", "joined_on": "date",
                "vip": "boolean", "tier": "text", "safe_until": "date", "risk_on": "date"},
    "deal": {"closed_on": "date", "paid_on": "date", "amount": "money", "units": "number", "product": "text",
             "status": "text", "registered": "boolean", "rep": "text"},
    "badge": {"person": "text", "area": "text", "points": "number", "expires_on": "date"},
    "claim": {"fund": "text", "activity": "text", "cost": "money", "hours": "number", "submitted_on": "date",
              "spent_on": "date", "proof": "boolean"},
    "item": {"family": "text", "price": "money", "weight": "number", "listed_on": "date", "sold": "boolean"},
    "lead": {"received_on": "date", "region": "text", "product": "text", "weight": "number", "open": "boolean"},
}
HAPPENED = {"deal": "closed_on", "claim": "submitted_on", "lead": "received_on"}
UNOWNED = ("item", "lead")  # rows of no partner
REFERENCES = {"deal": ("item", "item")}  # a column that leads to rows of another source


def decimal(scaled):
    """The shortest decimal text of a scaled integer."""
    sign, digits = ("-" if scaled < 0 else ""), f"{abs(scaled):019d}"
    whole, part = digits[:-18], digits[-18:].rstrip("0")
    return sign + whole + ("." + part if part else "")


# --- text ---------------------------------------------------------------------------------------------------

class Text:
    """Writes trees as rule text."""

    def __init__(self, program):
        self.word = program["currency"].lower()

    def is_plain(self, e):
        return e[0] == "lit" and e[2] == "number"

    def lit(self, e, in_arithmetic=False):
        value, unit = decimal(e[1]), e[2]
        if unit == "number":
            return f'decimal "{value}"' if in_arithmetic or len(value) > 12 else value
        if unit == "percent":
            return f"percent({decimal(e[1] * 100)})"
        return f"{self.word}({value})" if len(value) < 13 else f'{self.word}(decimal "{value}")'

    def operand(self, e):
        return self.lit(e, True) if e[0] == "lit" else self.of(e)

    def of(self, e):
        op = e[0]
        if op == "lit":
            return self.lit(e)
        if op in "+-*/":
            left, right = e[1], e[2]
            plain = self.is_plain(left) and self.is_plain(right)
            return f"({self.operand(left) if plain else self.of(left)} {op} {self.of(right)})"
        if op == "neg":
            return f"(-{self.operand(e[1])})"
        if op == "col":
            return f"{e[1]}.{e[2]}"
        if op in ("metric", "setting", "ladder", "certification", "score", "incentive"):
            return f"{op}.{e[1]}"
        if op == "through":
            return ".".join(e[1:])
        if op == "foreign":
            value = decimal(e[1])
            return f"{e[2].lower()}({value})" if len(value) < 13 else f'{e[2].lower()}(decimal "{value}")'
        if op == "fund":
            return f"fund.{e[1]}.{e[2]}"
        if op in ("min", "max", "abs", "or_else", "fraction"):
            return f"{op}({', '.join(self.of(x) for x in e[1:])})"
        if op in ("round", "round_down", "round_up"):
            return f"{op}({self.of(e[1])}, {e[2]})"
        if op == "when":
            return f"when({self.condition(e[1])}, {self.of(e[2])}, {self.of(e[3])})"
        if op == "by":
            return f"by({self.of(e[1])}, {self.keyed(e[2], e[3])})"
        if op == "dated":
            table = "{ " + ", ".join(f'["{d}"] = {self.of(x)}' for d, x in e[2]) + " }"
            return f"dated({self.of(e[1])}, {table})" if e[1] else f"dated {table}"
        if op in ("marginal", "retroactive", "band", "interpolated"):
            bands = ", ".join(f"{{ {self.of(f)}, {self.of(v)} }}" for f, v in e[2])
            return f"{op}({self.of(e[1])}, {{ {bands} }})"
        if op == "agg":
            return self.aggregate(e)
        if op == "ago":
            return f'ago({self.of(e[1])}, {e[2]}, "{e[3]}")'
        if op in ("per", "within", "so_far", "position"):
            return self.among(e)
        if op in ("total", "rank", "percentile", "rollup", "allocate"):
            return self.across(e)
        if op == "date":
            return f'date "{e[1]}"'
        if op == "as_of":
            return "as_of"
        if op == "date_add":
            return f"({self.of(e[1])} {'-' if e[2] < 0 else '+'} {e[3]}({abs(e[2])}))"
        if op in ("start_of", "end_of"):
            return f'{op}("{e[1]}", {self.of(e[2])})'
        if op in ("days_between", "months_between"):
            return f"{op}({self.of(e[1])}, {self.of(e[2])})"
        if op == "text":
            return f'"{e[1]}"'
        if op == "boolean":
            return "true" if e[1] else "false"
        raise ValueError(op)

    def keyed(self, entries, default):
        items = [f'["{k}"] = {self.of(x)}' for k, x in entries]
        if default:
            items.append(f"default = {self.of(default)}")
        return "{ " + ", ".join(items) + " }"

    def aggregate(self, e):
        _, kind, source, x, order, where = e
        items = [self.of(x) if x else source]
        items += [self.of(order)] if order else []
        items += [self.table(where)] if where is not None else []
        return f"{kind}({', '.join(items)})"

    def among(self, e):
        """Groups of rows, and a row among others."""
        op = e[0]
        if op == "per":
            _, agg, by, fold, test = e
            said = self.of(by[1]) if by[0] == "group" else f'"{by[2]}", {by[3]}' + (f", {{ ago = {by[4]} }}" if by[4] else "")
            if by[0] == "period" and by[1] != ("col", agg[2], HAPPENED.get(agg[2])):
                said = f"{self.of(by[1])}, {said}"
            return f"{self.of(agg)}:per({said}):{fold}({self.test(test, True) if test else ''})"
        if op == "within":
            return f"{self.of(e[1])}:within({self.of(e[2])})"
        if op == "so_far":
            return f"{self.of(e[1])}:so_far()"
        return f"position({self.of(e[2])}{self.options(within=e[3], where=e[4])})"

    def options(self, **said):
        items = [f"{k} = {self.table(v) if k == 'where' else self.of(v)}" for k, v in said.items() if v is not None]
        return f", {{ {', '.join(items)} }}" if items else ""

    def across(self, e):
        """One partner among all."""
        op = e[0]
        if op == "total":
            return f"total({self.of(e[1])})"
        if op == "rollup":
            return f'rollup({self.of(e[1])}, "{e[2]}")'
        if op == "allocate":
            _, amount, x, where, within, least, most, _ = e
            return f"allocate({self.of(amount)}, {self.of(x)}" + \
                self.options(where=where, within=within, at_least=least, at_most=most) + ")"
        return f"{op}({self.of(e[1])}{self.options(within=e[2])})"

    def part(self, p):
        """A part of a score."""
        points = "{ " + ", ".join(f"{{ {self.of(f)}, {self.of(v)} }}" for f, v in p["bands"]) + " }" if "bands" in p else \
            self.of(p["points"])
        full = f"full = {self.of(p['full'])}, " if "full" in p else ""
        return f"{{ of = {self.of(p['of'])}, {full}points = {points} }}"

    def table(self, group):
        """A filter or requirements: a list of ("key", name, x, test) and conditions."""
        items = []
        for c in group:
            items.append(f"{c[1]} = {self.test(c[3], True)}" if c[0] == "key" else self.condition(c))
        return "{ " + ", ".join(items) + " }" if items else "{}"

    def value(self, v):
        return f'"{v[1]}"' if v[0] in ("date", "level") else self.of(v)

    def test(self, t, keyed=False):
        op = t[0]
        if op == "plain":
            return self.value(t[1])
        if op in ("present", "absent"):
            return op if keyed else op + "()"
        if op in ("all_of", "any_of", "none_of"):
            return f"{op} {{ {', '.join(self.test(x, True) for x in t[1])} }}"
        if op == "one_of":
            return f"one_of{{ {', '.join(self.value(v) for v in t[1])} }}"
        if op == "like":
            return f'like "{t[1]}"' if keyed else f'like("{t[1]}")'
        if op == "trailing":
            return f'trailing({t[1]}, "{t[2]}"' + (f", {{ ago = {t[3]} }})" if t[3] else ")")
        if op in ("this", "last"):
            return f'{op}("{t[1]}"' + (f", {{ ago = {t[2]} }})" if t[2] else ")")
        if op in ("since", "before"):
            return f'{op}("{t[1]}")'
        return f"{op}({', '.join(self.value(v) for v in t[1:])})"

    def condition(self, c):
        op = c[0]
        if op == "test":
            return f"{self.of(c[1])}:{self.test(c[2])}"
        if op in ("all_of", "any_of", "none_of"):
            return f"{op} {{ {', '.join(self.member(x) for x in c[1])} }}"
        if op == "n_of":
            return f"n_of({c[1]}, {{ {', '.join(self.member(x) for x in c[2])} }})"
        return self.of(c)

    def member(self, c):
        return self.table(c[1]) if c[0] == "table" else self.condition(c)


def source_text(name, program):
    columns = ", ".join(f"{c} = {t}" for c, t in COLUMNS[name].items())
    if name in REFERENCES:
        columns += f', {REFERENCES[name][0]} = ref "{REFERENCES[name][1]}"'
    if name == "claim":
        columns = columns.replace("cost = money", 'cost = column("cost_minor", money)')
    head = 'id = "id", ' + ('' if name == "partner" or name in UNOWNED else 'partner = "partner_id", ')
    if name in money_of(program):
        head += 'currency = "code", '
        day = money_of(program)[name]
        head += f'converted_on = "{day}", ' if day else ""
    head += 'parent = "parent_id", ' if name == "partner" else ""
    head += f'happened_on = "{HAPPENED[name]}", ' if name in HAPPENED else ""
    head += "minor_units = true, " if name == "claim" else ""
    return f'source "{name}" {{ {head}columns = {{ {columns} }} }}'


def moving(when):
    """When partners move."""
    if isinstance(when, str):
        return f'"{when}"'
    if when[0] == "on":
        return "on { " + ", ".join(f'"{day}"' for day in when[1]) + " }"
    return f'at_end_of "{when[1]}"'


def money_of(program):
    """The sources whose rows name their currency; for each the day of conversion, if it is not happened_on."""
    return program["fx"]["sources"] if program.get("fx") else {}


def fx_text(fx):
    rates = "rates = exchange" if fx["rates"] else \
        f"fixed = {{ {', '.join(f'{code} = {plain(rate)}' for code, rate in fx['fixed'].items())} }}"
    text = f"fx {{ {rates}{', inverse = true' if fx['inverse'] else ''} }}"
    if fx["rates"]:
        text += '\n\nsource "exchange" { columns = { currency = text, date = date, rate = number } }'
    return text


def plain(value):
    return f'decimal "{decimal(value)}"'


def declaration_text(d, text):
    noun, name = d["noun"], d["name"]
    fields = []
    if noun == "ladder":
        for key, shown in (("current", lambda v: text.of(v)), ("cumulative", lambda v: "true"),
                           ("applies_to", text.table), ("protected_until", text.of), ("at_risk_since", text.of),
                           ("grace", lambda v: f"{v[1]}({v[0]})"), ("promotes", moving), ("demotes", moving),
                           ("steps_up", text.of), ("steps_down", text.of), ("guarantees", text.of)):
            if d.get(key):
                fields.append(f"{key} = {shown(d[key])}")
        for level, requires in d["levels"]:
            fields.append(f'level "{level}" {{ ' + (f"requires = {text.table(requires)} " if requires else "") + "}")
    fields += [text.part(p) for p in d.get("parts", [])]
    for key in ("each", "claims"):
        if d.get(key):
            fields.append(f"{key} = {d[key]}")
    for key in ("where", "requires", "approves", "to"):
        if d.get(key) is not None and (key != "to" or noun == "routing"):
            fields.append(f"{key} = {text.table(d[key])}")
    for key in ("value", "pays", "accrues", "expires", "opening", "minimum", "amount", "order", "to", "prefers",
                "pass", "each_above"):
        if d.get(key) and (key != "to" or noun != "routing"):
            fields.append(f"{key} = {text.of(d[key])}")
    if d.get("not_with"):
        fields.append(f"not_with = {{ {', '.join('incentive.' + other for other in d['not_with'])} }}")
    for key in ("unit", "best_of", "rounding", "rounds", "when_exhausted", "remainder"):
        if d.get(key):
            fields.append(f'{key} = "{d[key]}"')
    for key in ("cap", "shares"):
        if d.get(key):
            fields.append(f"{key} = {{ {', '.join(f'{k} = {text.of(v)}' for k, v in d[key])} }}")
    if d.get("partial") is False:
        fields.append("partial = false")
    return f'{noun} "{name}" {{\n  ' + ",\n  ".join(fields) + ",\n}"


def rule_text(program):
    text = Text(program)
    head = f'program "Generated" {{ currency = "{program["currency"]}", year_starts = "{program["year_starts"]}"'
    head += f', rounding = "{program["rounding"]}"' if program["rounding"] else ""
    parts = [source_text(s, program) for s in COLUMNS] + ([fx_text(program["fx"])] if program.get("fx") else []) + [declaration_text(d, text) for d in program["declarations"]]
    if program["shuffle"] is not None:
        # Ladders and the rest keep their order among each other only by what they need: any order will do.
        random.Random(program["shuffle"]).shuffle(parts)
    return "\n\n".join([head + " }"] + parts) + "\n"


# --- data -------------------------------------------------------------------------------------------------

def encode(value, kind, rng, places, minor):
    if value is None:
        return rng.choice([None, ""])
    if value == BAD:
        return "five"
    if kind == "text":
        return value
    if kind == "date":
        return str(value) + (rng.choice(["", "", " 12:30", "T23:59:59Z"]))
    if kind == "boolean":
        return rng.choice([int(value), "true" if value else "false"])
    if minor:
        return value * 10 ** places // ONE
    if value % ONE == 0 and rng.random() < 0.5:
        return value // ONE
    if rng.random() < 0.3 and value % 10 ** 14 == 0:
        return float(decimal(value))
    return decimal(value)


# How a source may stand in the database: all give the same answers.
AFFINITIES = {"typed": {"text": "TEXT", "date": "DATE", "boolean": "BOOLEAN", "number": "NUMERIC", "money": "DECIMAL"},
              "texts": dict.fromkeys(("text", "date", "boolean", "number", "money"), "TEXT")}
SHAPES = ["table", "table", "without rowid", "view", "typed", "texts", "indexed"]


def create(db, source, shape, text_id, more):
    """A table of one shape; its name, under which rows are written."""
    key, options = "TEXT" if text_id else "INTEGER", " WITHOUT ROWID" if shape == "without rowid" else ""
    partner = ["parent_id TEXT" if source == "partner" else "partner_id TEXT"] + [f"{name} TEXT" for name in more]
    columns = [f"{'cost_minor' if source == 'claim' and c == 'cost' else c} {AFFINITIES.get(shape, {}).get(t, '')}"
               for c, t in COLUMNS[source].items()]
    table = source + "_rows" if shape == "view" else source
    db.execute(f"CREATE TABLE {table} (id {key} PRIMARY KEY, {', '.join(partner + columns)}){options}")
    if shape == "view":
        db.execute(f"CREATE VIEW {source} AS SELECT * FROM {table}")
    if shape == "indexed" and source != "partner":
        db.execute(f"CREATE INDEX {source}_of ON {source} (partner_id)")
    return table


def write_database(program, data, path):
    rng, shapes = random.Random(program["seed"]), random.Random(program["seed"] + 1)
    places = CURRENCIES[program["currency"]]
    db = sqlite3.connect(path)
    if shapes.random() < 0.1:
        db.execute("PRAGMA journal_mode = WAL")
    for source, columns in COLUMNS.items():
        more = [REFERENCES[source][0]] if source in REFERENCES else []
        more += ["code"] if source in money_of(program) else []
        table = create(db, source, shapes.choice(SHAPES), source in ("partner", "item") or program["text_ids"], more)
        rows = []
        for row in data[source]:
            minor = FOREIGN.get(row.get("code"), places) if "code" in more else places
            cells = [row[name] for name in more]
            cells += [encode(row[c], t, rng, minor, source == "claim" and c == "cost") for c, t in columns.items()]
            rows.append([row["id"], row.get("parent" if source == "partner" else "partner")] + cells)
        if rows:
            db.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(rows[0]))})", rows)
    if program.get("fx") and program["fx"]["rates"]:
        db.execute("CREATE TABLE exchange (id INTEGER PRIMARY KEY, currency TEXT, date TEXT, rate)")
        for code, day, rate in program["fx"]["rates"]:
            db.execute("INSERT INTO exchange (currency, date, rate) VALUES (?, ?, ?)",
                       (code, str(day), None if rate is None else decimal(rate)))
    db.commit()
    db.close()
