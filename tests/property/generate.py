"""Random partner programs with data, as trees: see writing.py. A program is its seed.

Declarations stand in the order in which they need each other; the text shuffles them.
"""
import datetime
import random

from generate_data import DataWords
from generate_partners import PartnerWords
from generate_paying import PayingWords
from generate_routing import RoutingWords
from generate_rows import RowWords
from scope import SPOILT, TEXTS, Scope
from writing import COLUMNS, CURRENCIES, ONE, REFERENCES

PATTERNS = ["SEC-*", "SEC-?", "*-1", "*", "?????", "C?", "*E*", "s*", "*O*D"]
UNITS = ["days", "weeks", "months", "quarters", "years"]
PERIODS = ["month", "quarter", "half", "year"]


def mentions(e, source):
    """Whether a formula reads a column of the row at hand."""
    if isinstance(e, tuple) and e[:2] in (("col", source), ("through", source)):
        return True
    if isinstance(e, tuple) and e[:1] == ("agg",) and e[2] == source:
        return False  # its rows are its own
    if isinstance(e, tuple) and e[:1] in (("within",), ("so_far",), ("position",)):
        return True
    return isinstance(e, (tuple, list)) and any(mentions(x, source) for x in e)


def holds(e, part):
    return e == part or isinstance(e, (tuple, list)) and any(holds(x, part) for x in e)


class Generator(RowWords, PartnerWords, PayingWords, RoutingWords, DataWords):
    def __init__(self, seed):
        self.rng = random.Random(seed)
        r = self.rng
        self.currency = r.choice(["USD", "USD", "USD", "JPY", "KWD"])
        self.places = CURRENCIES[self.currency]
        self.as_of = datetime.date(2026, r.randint(1, 12), r.choice([1, 15, 28, r.randint(1, 28)]))
        if r.random() < 0.3:
            self.as_of = r.choice([datetime.date(2024, 2, 29), datetime.date(2026, 2, 28), datetime.date(2026, 3, 31),
                                   datetime.date(2026, 12, 31), datetime.date(2026, 5, 30)])
        self.year_starts = r.choice(["01-01", "01-01", "04-01", "07-15", "02-28", "12-20"])
        # Every other program is a lively one: few errors, requirements that somebody meets, much that is paid.
        self.lively = seed % 2 == 1
        # Rows that lead nowhere are errors; filters ask through them only where there are none.
        self.leads_nowhere = not self.lively and r.random() < 0.3
        self.settings, self.metrics, self.ladders, self.holdings, self.scores = [], [], [], [], []
        self.incentives = []
        self.used_amounts = []
        self.program = {
            "seed": seed, "currency": self.currency, "as_of": self.as_of,
            "year_starts": self.year_starts,
            "rounding": r.choice([None, None, "half_up", "half_even", "down", "up"]),
            "fx": None, "text_ids": r.random() < 0.3, "shuffle": seed, "declarations": [],
        }

    # Values.

    def amount(self):
        """An amount; often one that the data or other bands also hold, so that bounds are hit."""
        r = self.rng
        if self.used_amounts and r.random() < 0.5:
            return r.choice(self.used_amounts)
        value = r.choice([r.randint(0, 9) * 100, r.randint(1, 40) * 250, r.randint(1, 99999)]) * ONE
        if r.random() < 0.01:
            value = r.randint(1, 99) * 10 ** r.randint(6, 9) * ONE
        if r.random() < 0.4:
            value += r.randint(0, 10 ** self.places - 1) * (ONE // 10 ** self.places)
        if r.random() < 0.05:
            value += r.randint(0, 999999) * 10 ** 12
        self.used_amounts.append(value)
        return value

    def number(self):
        r = self.rng
        return r.choice([0, 1, 2, 3, 5, 7, 10, 12, 100]) * ONE if r.random() < 0.7 else r.randint(1, 9999) * 10 ** 16

    def rate(self):
        r = self.rng
        return r.choice([1, 2, 3, 5, 8, 10, 15, 50, 100, 125, 250]) * 10 ** 16 // r.choice([1, 1, 1, 10, 8])

    def date(self):
        r = self.rng
        if r.random() < 0.5:  # at the edges of windows
            day = self.as_of + datetime.timedelta(days=1)
            months = day.year * 12 + day.month - 1 - r.choice([0, 0, 1, 1, 2, 3, 4, 6, 12, 13])
            first = datetime.date(months // 12, months % 12 + 1, 1)
            day = r.choice([first, first + datetime.timedelta(days=day.day - 1), self.start_of_year(months // 12)])
            return day + datetime.timedelta(days=r.choice([-2, -1, -1, 0, 0, 1]))
        return self.as_of - datetime.timedelta(days=r.randint(-40, 800))

    def start_of_year(self, year):
        return datetime.date(year, *map(int, self.year_starts.split("-")))

    @staticmethod
    def texts_of(column):
        return TEXTS[column]

    def foreign(self):
        """An amount in another currency."""
        r = self.rng
        value = r.choice([self.amount(), r.randint(1, 5000) * ONE])
        return ("foreign", value, r.choice([c for c in ("EUR", "GBP", "JPY", "KWD", "USD") if c != self.currency]))

    def literal(self, unit):
        if unit == "money":
            return ("lit", self.amount(), "money")
        if unit == "percent":
            return ("lit", self.rate(), "percent")
        return ("lit", self.number(), "number")

    # Numbers.

    def leaf(self, unit, s):
        r, options = self.rng, []
        options.append(lambda: self.literal(unit))
        tables = ["partner"] if not s.pure else []
        tables += [s.row] * 3 if s.row else []
        for table in tables:
            for c, t in COLUMNS[table].items():
                if t == unit and not (s.safe and c in SPOILT):
                    options += [lambda table=table, c=c: ("col", table, c)] * 2
        if s.row and not (s.safe and self.leads_nowhere):
            options += [lambda x=x: x for x in self.reached(s.row, unit)]
        if unit == "money" and self.program["fx"] and r.random() < 0.15:
            options += [self.foreign] * len(options)
        if unit == "days":
            options = [lambda: ("days_between", self.date_expr(s), self.date_expr(s))]
        for m in self.metrics:
            if m["measure"] == unit and (not s.pure or m["pure"]) and not s.safe:
                options += [lambda m=m: ("metric", m["name"])] * 2
        for x in self.settings:
            if x["measure"] == unit and (not s.pure or x["pure"]) and not (s.safe and not x["pure"]):
                options += [lambda x=x: ("setting", x["name"])] * 2
        if s.aggregates and not s.row and unit in ("money", "number", "count"):
            options += [lambda: self.aggregate(unit, s)] * 4 + [lambda: self.grouped(unit, s)] * 2
        if s.aggregates and not s.row and not s.safe and unit != "days":
            options += [lambda: self.across(unit, s)]
        if s.row and s.row != "partner" and unit in ("money", "number", "count") and r.random() < 0.15:
            options += [lambda: self.row_leaf(unit, s)] * len(options)
        if unit == "number" and not s.row and not s.pure and not s.safe:
            options += [lambda x=x: ("score", x["name"]) for x in self.scores]
        if unit == "count" and not s.row and s.aggregates:
            options = options[1:]
        return r.choice(options)()

    def by(self, make, s):
        r = self.rng
        choices = []
        tables = ([] if s.pure else ["partner"]) + ([s.row] if s.row else [])
        for table in tables:
            choices += [("col", table, c) for c, t in COLUMNS[table].items() if t in ("text", "boolean")]
            choices += [("col", table, c) for c, t in COLUMNS[table].items() if t == "number"][:1]
            choices += self.reached(table, "text")
        if not s.pure and not s.safe and self.ladders:
            choices += [("ladder", x["name"]) for x in self.ladders] * 2
        if not choices:
            return None
        x = r.choice(choices)
        if x[0] == "ladder":
            names = [n for n, _ in next(l for l in self.ladders if l["name"] == x[1])["levels"]]
            total = r.random() < 0.5
            keys = names + (["none"] if total or r.random() < 0.7 else []) if total else \
                r.sample(names, r.randint(1, len(names)))
            return ("by", x, [(k, make()) for k in keys], None if total else make())
        kind = "text" if x[0] == "through" else COLUMNS[x[1]][x[2]]
        all_keys = TEXTS.get(x[-1]) if kind == "text" else ["true", "false"] if kind == "boolean" else \
            ["0", "1", "2.5", "3", "10", "100"]
        keys = r.sample(all_keys, r.randint(1, len(all_keys)))
        default = make() if s.safe or s.row or self.lively or r.random() < 0.8 else None
        return ("by", x, [(k, make()) for k in keys], default)

    def bands(self, op, x_unit, make):
        r = self.rng
        count = r.randint(1, 4)
        froms = sorted({self.literal(x_unit)[1] for _ in range(count)})
        if r.random() < 0.5:
            froms = sorted(set(froms) | {0})
        as_unit = "percent" if x_unit == "percent" else r.choice([x_unit, "number"])
        as_unit = as_unit if as_unit in ("money", "percent") else "number"
        return [(("lit", f, as_unit), make()) for f in froms]

    def expr(self, unit, s, d):
        r = self.rng
        if d <= 0 or r.random() < 0.2 or unit in ("count", "days"):
            return self.leaf(unit, s)

        def sub(u=unit):
            return self.expr(u, s, d - 1)

        kind = r.randrange(16)
        if kind < 2:
            left, right = sub(), sub() if r.random() < 0.7 or unit == "percent" else self.literal("number")
            if r.random() < 0.5 and unit != "percent":
                left, right = right, left
            op = r.choice("+-")
            return (op, left, right)
        if kind == 2:
            return (r.choice(["min", "max"]), *[sub() for _ in range(r.randint(2, 3))])
        if kind == 3:
            places = r.randint(-2, 4) if unit != "percent" else r.randint(1, 6)
            return (r.choice(["round", "round_down", "round_up"]), sub(), places)
        if kind == 4:
            return r.choice([("neg", sub()), ("abs", sub()), ("or_else", sub(), sub())])
        if kind == 5:
            return ("when", self.condition(s, d - 1), sub(), sub())
        if kind == 6:
            found = self.by(sub, s)
            if found:
                return found
        if kind == 7:
            dates = sorted({self.date() for _ in range(r.randint(1, 3))})
            x = None if r.random() < 0.5 else self.date_expr(s)
            return ("dated", x, [(day, sub()) for day in dates])
        if kind in (8, 9):
            return self.band_expr(unit, s, d)
        return self.product(unit, s, d)

    def band_expr(self, unit, s, d):
        r = self.rng
        op = r.choice(["marginal", "retroactive", "band", "interpolated"])
        if op in ("band", "interpolated"):
            x_unit = r.choice(["money", "number", "percent"])
            return (op, self.expr(x_unit, s, d - 1), self.bands(op, x_unit, lambda: self.expr(unit, s, 0)))
        if unit == "money":
            x_unit, rate = r.choice([("money", "percent"), ("money", "percent"), ("number", "money")])
        elif unit == "percent":
            x_unit, rate = "percent", "percent"
        else:
            x_unit, rate = "number", r.choice(["number", "percent"])
        rates = (lambda: self.expr(rate, s, 0)) if r.random() < 0.3 and rate != "money" else (lambda: self.literal(rate))
        return (op, self.expr(x_unit, s, d - 1), self.bands(op, x_unit, rates))

    def product(self, unit, s, d):
        r = self.rng

        def sub(u):
            return self.expr(u, s, d - 1)

        def quotient():
            if r.random() < 0.4:
                return ("fraction", ("lit", r.randint(1, 12) * ONE, "number"), ("lit", r.randint(1, 12) * ONE, "number"))
            u = r.choice(["number", "money", "percent"])
            return ("/", sub(u), sub(u))

        if unit == "percent":
            return ("*", sub("percent"), sub("percent"))
        if unit == "money":
            kind = r.randrange(7)
            if kind == 0:
                return ("/", sub("money"), sub(r.choice(["number", "percent", "count"])))
            if kind == 6:  # comes back to a little less or more than it was
                part = ("lit", r.choice([3, 7, 9, 11, 12]) * ONE, "number")
                return ("*", ("*", sub("money"), ("fraction", ("lit", ONE, "number"), part)), part)
            if kind == 1:
                x, q = sub("money"), quotient()
                return ("*", x, q) if r.random() < 0.6 else ("*", q, x)
            if kind == 2:
                return ("/", ("*", sub("money"), sub("number")), sub("number"))
            x, y = sub("money"), sub(r.choice(["number", "percent", "percent", "count"]))
            return ("*", x, y) if r.random() < 0.6 else ("*", y, x)
        kind = r.randrange(6)
        if kind == 0:
            return quotient()
        if kind == 1:
            return ("*", sub("number"), quotient())
        if kind == 2:
            return ("*", sub("percent"), sub("number"))
        if kind == 3:
            u = r.choice(["days", "count"])
            return ("*", self.leaf(u, s), sub("number"))
        if kind == 4:
            return ("/", sub("number"), self.leaf("count", s) if r.random() < 0.5 else sub("number"))
        return ("*", sub("number"), sub("number"))

    def date_expr(self, s):
        r = self.rng
        options = [("date", self.date()), ("as_of",)]
        tables = ([] if s.pure else ["partner"]) + ([s.row] * 3 if s.row else [])
        for table in tables:
            options += [("col", table, c) for c, t in COLUMNS[table].items() if t == "date"]
        x = r.choice(options)
        kind = r.randrange(8)
        if kind == 0:
            return ("date_add", x, r.choice([-1, 1]) * r.randint(1, 90), "days")
        if kind == 1:
            return ("date_add", x, r.choice([-1, 1]) * r.randint(1, 14), "months")
        if kind == 2:
            return (r.choice(["start_of", "end_of"]), r.choice(PERIODS), x)
        return x

    # Conditions.

    def number_test(self, unit, s, plain):
        r = self.rng

        def value():
            if r.random() < 0.8:
                return self.literal(unit if unit in ("money", "percent") else "number")
            u = unit if unit in ("money", "percent") else "number"
            return self.expr(u, Scope(s.row, s.pure, True, False), 1)

        kind = r.randrange(10)
        if kind < 2 and plain:
            return ("plain", value())
        if kind < 6:
            return (r.choice(["at_least", "above", "at_most", "below", "is", "is_not"]), value())
        if kind == 6:
            low, high = sorted([self.literal(unit if unit in ("money", "percent") else "number") for _ in range(2)],
                               key=lambda e: e[1])
            return ("between", low, high)
        if kind == 7:
            return ("one_of", [value() for _ in range(r.randint(1, 3))])
        if kind == 8 and plain:
            return (r.choice(["all_of", "any_of", "none_of"]),
                    [self.number_test(unit, s, False) for _ in range(r.randint(1, 2))])
        return (r.choice(["present", "absent"]),)

    def window(self):
        r = self.rng
        kind = r.randrange(6)
        if kind < 2:
            return ("trailing", r.choice([1, 2, 3, 6, 12, 30, 90, 365]) if kind else r.randint(1, 24), r.choice(UNITS),
                    r.choice([0, 0, 1, 2, 12]))
        if kind < 4:
            return (r.choice(["this", "last"]), r.choice(PERIODS), r.choice([0, 0, 1, 4]))
        return (r.choice(["since", "before"]), self.date())

    def date_test(self, s, plain):
        r = self.rng
        kind = r.randrange(10)
        if kind < 4:
            return self.window()
        if kind == 4 and plain:
            return ("plain", ("date", self.date()))
        if kind < 7:
            value = ("date", self.date()) if r.random() < 0.5 else self.date_expr(s)
            return (r.choice(["at_least", "above", "at_most", "below", "is", "is_not"]), value)
        if kind == 7:
            low, high = sorted([self.date(), self.date()])
            return ("between", ("date", low), ("date", high))
        if kind == 8 and plain:
            return (r.choice(["all_of", "any_of", "none_of"]),
                    [self.date_test(s, False) for _ in range(r.randint(1, 2))])
        return (r.choice(["present", "absent"]),)

    def text_test(self, name, plain):
        r, known = self.rng, TEXTS.get(name, TEXTS["status"])
        kind = r.randrange(7)
        if kind < 2 and plain:
            return ("plain", ("text", r.choice(known)))
        if kind < 3:
            return (r.choice(["is", "is_not"]), ("text", r.choice(known)))
        if kind < 5:
            return ("one_of", [("text", v) for v in r.sample(known, r.randint(1, len(known)))])
        if kind == 5:
            return ("like", r.choice(PATTERNS))
        return (r.choice(["present", "absent"]),)

    def boolean_test(self, plain):
        r = self.rng
        value = ("boolean", r.random() < 0.6)
        if plain and r.random() < 0.6:
            return ("plain", value)
        return r.choice([("is", value), ("is_not", value), ("present",), ("absent",)])

    def column_test(self, table, c, s, plain):
        """What is asked of a column, but never how it compares with itself."""
        while True:
            test = self.some_test(table, c, s, plain)
            if not holds(test, ("col", table, c)):
                return test

    def some_test(self, table, c, s, plain):
        t = COLUMNS[table][c]
        if t == "text":
            return self.text_test(c, plain)
        if t == "date":
            return self.date_test(s, plain)
        if t == "boolean":
            return self.boolean_test(plain)
        return self.number_test(t, s, plain)

    def filter(self, source, s, d=1):
        """Entries of a filter over rows of `source`."""
        r = self.rng
        inner = Scope(source, s.pure, True, False)
        names = [c for c in COLUMNS[source] if c not in SPOILT]
        entries = []
        for c in r.sample(names, r.choice([0, 0, 1, 1, 1, 1, 2, 3])):
            entries.append(("key", c, ("col", source, c), self.column_test(source, c, inner, True)))
        if d > 0 and r.random() < 0.35:
            entries.append(self.row_condition(source, inner, d))
        if source in REFERENCES and r.random() < 0.1:
            entries.append(("key", "item", ("col", "deal", "item"), self.text_test("item", True)))
        if d > 0 and r.random() < 0.12:
            entries.append(self.among_condition(Scope(source, s.pure, True, False, s.rule, (s.rows or []) + [source])))
        r.shuffle(entries)
        return entries

    def row_condition(self, source, s, d):
        r = self.rng
        kind = r.randrange(4)
        if kind == 0 and d > 0:
            members = [self.row_condition(source, s, d - 1) if r.random() < 0.4 else
                       ("table", self.filter(source, s, 0)) for _ in range(r.randint(1, 3))]
            if r.random() < 0.3:
                return ("n_of", r.randint(1, len(members)), members)
            return (r.choice(["any_of", "all_of", "none_of"]), members)
        booleans = [c for c, t in COLUMNS[source].items() if t == "boolean"]
        if kind == 1 and booleans:
            return ("col", source, r.choice(booleans))
        if source in REFERENCES and not self.leads_nowhere and r.random() < 0.2:
            x = r.choice(self.reached(source, "text", "date", "boolean", "number"))
            return ("test", x, self.some_test("item", x[3], s, False))
        c = r.choice([c for c in COLUMNS[source] if c not in SPOILT])
        return ("test", ("col", source, c), self.column_test(source, c, s, False))

    def level_test(self, ladder, plain):
        r, names = self.rng, [n for n, _ in ladder["levels"]]
        value = ("level", r.choice(names))
        kind = r.randrange(8)
        if kind < 4:
            return ("at_least", value)
        if kind == 4 and plain:
            return ("plain", value)
        if kind == 5:
            return ("one_of", [("level", n) for n in r.sample(names, r.randint(1, len(names)))])
        if kind == 6:
            return (r.choice(["present", "absent"]),)
        return (r.choice(["above", "at_most", "below", "is", "is_not"]), value)

    def condition(self, s, d):
        """A condition in `when`."""
        r, options = self.rng, []
        if s.row:
            options += [lambda: self.row_condition(s.row, s, 0)] * 3
        if not s.pure:
            c = r.choice(list(COLUMNS["partner"]))
            options.append(lambda: ("test", ("col", "partner", c), self.column_test("partner", c, s, False)))
            options.append(lambda: ("col", "partner", "vip"))
            if not s.safe:
                for h in self.holdings:
                    if h["noun"] == "certification":
                        options.append(lambda h=h: ("certification", h["name"]))
                for l in self.ladders:
                    options.append(lambda l=l: ("test", ("ladder", l["name"]), self.level_test(l, False)))
        if s.aggregates and not s.row:
            source = r.choice(["deal", "claim"] + ([] if s.pure else ["badge"]))
            options.append(lambda: ("agg", "exists", source, None, None, self.filter(source, s)))
        if not s.safe:
            u = r.choice(["money", "number", "percent"])
            options.append(lambda: self.number_condition(u, s, d))
        if d > 0 and r.random() < 0.3:
            members = [self.condition(s, d - 1) for _ in range(r.randint(1, 3))]
            if r.random() < 0.3:
                return ("n_of", r.randint(1, len(members)), members)
            return (r.choice(["all_of", "any_of", "none_of"]), members)
        if not options:
            options.append(lambda: ("test", ("as_of",), self.date_test(s, False)))
        return r.choice(options)()

    def number_condition(self, unit, s, d):
        while True:
            x, test = self.no_literal(unit, s, d), self.number_test(unit, s, False)
            if not holds(test, x):
                return ("test", x, test)

    def no_literal(self, unit, s, d):
        for _ in range(8):
            x = self.expr(unit, s, d)
            if x[0] != "lit":
                return x
        return ("round", x, 2)

    def requirements(self, d=1, least=1):
        r, entries = self.rng, []
        s = Scope()
        names = [("metric", m) for m in self.metrics] * 2 + [("ladder", l) for l in self.ladders]
        names += [("holding", h) for h in self.holdings] + [("score", x) for x in self.scores]
        names += [("column", c) for c in COLUMNS["partner"] if c != "tier"]
        seen = set()
        for what, x in r.sample(names, min(len(names), r.choice([least, 1, 1, 2, 3]))):
            name = x if what == "column" else x["name"]
            if name in seen:
                continue
            seen.add(name)
            if what == "column":
                entries.append(("key", name, ("col", "partner", name), self.column_test("partner", name, s, True)))
            elif what == "ladder":
                entries.append(("key", name, ("ladder", name), self.level_test(x, True)))
            elif what == "score":
                entries.append(self.score_entry(x))
            elif what == "holding":
                entries.append(("key", name, ("holding", name), ("plain", ("boolean", r.random() < 0.75))))
            else:
                entries.append(("key", name, ("metric", name), self.metric_test(x, s)))
        if d > 0 and r.random() < 0.3:
            members = [("table", self.requirements(d - 1)) if r.random() < 0.7 else self.condition(s, 0)
                       for _ in range(r.randint(1, 3))]
            if r.random() < 0.3:
                entries.append(("n_of", r.randint(1, len(members)), members))
            else:
                entries.append((r.choice(["any_of", "any_of", "all_of", "none_of"]), members))
        elif r.random() < 0.15:
            entries.append(self.condition(s, 1))
        return entries

    def threshold(self):
        """A single requirement: so much of a metric."""
        r = self.rng
        m = r.choice([m for m in self.metrics if m["measure"] in ("money", "number", "count")])
        unit = "money" if m["measure"] == "money" else "number"
        value = self.foreign() if unit == "money" and self.program["fx"] and r.random() < 0.3 else self.literal(unit)
        money = [x for x in self.settings if x["measure"] == unit]
        if money and r.random() < 0.4:
            value = ("setting", r.choice(money)["name"])
        return [("key", m["name"], ("metric", m["name"]), ("plain", value))]

    def metric_test(self, m, s):
        t = m["measure"]
        if t == "text":
            return self.text_test(m["of"], True)
        if t == "date":
            return self.date_test(s, True)
        if t == "boolean":
            return self.boolean_test(True)
        if t == "rank":
            return self.fold_test("number", s)
        return self.number_test(t, s, True)

    # Aggregates.

    def aggregate(self, unit, s):
        r = self.rng
        source = r.choice(["deal"] * 8 + ["claim"] * 2 + ["lead"] + ([] if s.pure else ["badge", "badge", "item"]))
        where = self.filter(source, s) if r.random() < 0.85 else None
        if unit == "count":
            if r.random() < 0.6:
                return ("agg", "count", source, None, None, where)
            return ("agg", "count_distinct", source, ("col", source, r.choice(list(COLUMNS[source]))), None, where)
        columns = [c for c, t in COLUMNS[source].items() if t == unit]
        if not columns:
            return self.literal(unit)
        x = ("col", source, r.choice(columns))
        if r.random() < 0.25:
            formula = self.expr(unit, Scope(source, s.pure, s.safe, False), 2)
            x = formula if mentions(formula, source) else (r.choice("+-"), x, formula)
        kind = r.choice(["sum", "sum", "sum", "average", "median", "lowest", "highest", "latest"])
        order = None
        if kind == "latest":
            order = ("col", source, r.choice([c for c, t in COLUMNS[source].items() if t in ("date", "number")]))
        return ("agg", kind, source, x, order, where)

    # Declarations.

    def add(self, d):
        self.program["declarations"].append(d)
        return d

    def make_setting(self, n):
        r = self.rng
        unit = r.choice(["money", "percent", "number"])
        pure = r.random() < 0.6
        value = self.literal(unit) if pure else None
        if not pure:
            value = self.by(lambda: self.literal(unit), Scope(safe=True, aggregates=False)) \
                if r.random() < 0.6 else ("dated", None, [(self.date(), self.literal(unit))])
            pure = value[0] == "dated"
        self.settings.append(self.add({"noun": "setting", "name": f"s{n}", "value": value, "measure": unit,
                                       "pure": value[0] == "lit"}))

    def make_metric(self, n):
        r = self.rng
        name, pure = f"m{n}", r.random() < 0.4
        s = Scope(pure=pure)
        kind = r.randrange(20)
        sure = None
        if kind == 0:
            of = r.choice(["product", "status", "rep"])
            value, unit, sure = ("agg", "latest", "deal", ("col", "deal", of), ("col", "deal", "closed_on"),
                                 self.filter("deal", s)), "text", of
        elif kind == 1:
            value = ("agg", r.choice(["lowest", "highest"]), "deal", ("col", "deal", r.choice(["closed_on", "paid_on"])),
                     None, self.filter("deal", s))
            unit = "date"
        elif kind == 2:
            value, unit = ("agg", "exists", "deal", None, None, self.filter("deal", s)), "boolean"
        elif kind == 3:
            value, unit = ("rank", *self.place(s)[1:]), "rank"
        elif kind == 4:
            value, unit = self.aggregate("count", s), "count"
        else:
            earlier = [m for m in self.metrics if m["pure"] and m["measure"] in ("money", "number")
                       and m["value"][0] != "lit"]
            unit = r.choice(["money", "money", "money", "number", "number", "percent"])
            if kind < 8 and earlier:
                m = r.choice(earlier)
                unit = m["measure"]
                value = ("ago", ("metric", m["name"]), r.choice([1, 3, 12, 30]), r.choice(UNITS))
                if r.random() < 0.5:
                    value = (r.choice("+-"), ("metric", m["name"]), value)
            elif kind < 12:
                value = self.no_literal(unit, s, 0) if unit != "percent" else self.no_literal(unit, s, 2)
            else:
                value = self.no_literal(unit, s, 3)
        shown = unit if unit in ("money", "percent", "count", "number") and r.random() < 0.3 else None
        self.metrics.append(self.add({"noun": "metric", "name": name, "value": value, "unit": shown, "measure": unit,
                                      "pure": pure, "of": sure}))

    def make_ladder(self, name):
        r = self.rng
        names = TEXTS["tier"] if name == "tier" else ["low", "mid", "high", "top"][:r.randint(1, 4)]
        levels = []
        for i, level in enumerate(names):
            requires = self.threshold() if self.lively else self.requirements()
            levels.append((level, [] if i == 0 and r.random() < 0.6 else requires))
        d = {"noun": "ladder", "name": name, "levels": levels, "cumulative": r.random() < 0.3}
        if name == "tier":
            d["current"] = ("col", "partner", "tier")
            self.time_moves(d)
        if r.random() < 0.3:
            d["applies_to"] = self.filter("partner", Scope(), 0)
        self.ladders.append(self.add(d))

    def moving(self):
        """When partners move; often, and often not, the day of the evaluation is one."""
        r, day = self.rng, self.as_of.isoformat()[5:]
        kind = r.randrange(6)
        if kind < 2:
            return ["always", "never"][kind]
        if kind < 4:
            return ("at_end_of", r.choice(PERIODS))
        return ("on", r.sample([day, "01-15", "02-29", "07-15"], r.randint(1, 3)))

    def time_moves(self, d):
        r = self.rng
        for way in ("promotes", "demotes"):
            if r.random() < 0.3:
                d[way] = self.moving()
        for steps in ("steps_up", "steps_down"):
            if r.random() < 0.25:
                whole = self.lively or r.random() < 0.85
                d[steps] = ("lit", r.choice([1, 1, 2, 3]) * ONE, "number") if whole else ("col", "partner", "size")
        if r.random() < 0.3:
            d["protected_until"] = ("col", "partner", "safe_until")
        if r.random() < 0.3:
            d["at_risk_since"] = ("col", "partner", r.choice(["risk_on", "joined_on"]))
            d["grace"] = r.choice([(1, "days"), (30, "days"), (90, "days"), (1, "months"), (12, "months")])
        if r.random() < 0.3:
            d["guarantees"] = r.choice([("date", self.date()), ("end_of", r.choice(PERIODS), ("as_of",)),
                                        ("date_add", ("as_of",), r.randint(1, 12), "months")])

    def make_holding(self, n):
        noun = self.rng.choice(["certification", "certification", "obligation"])
        self.holdings.append(self.add({"noun": noun, "name": f"h{n}", "requires": self.requirements()}))

    def generate(self):
        r = self.rng
        if r.random() < 0.4:
            self.make_fx()
        data = self.make_data()
        for n in range(r.randint(0, 4)):
            self.make_setting(n)
        # Cells that are wrong are read for sure, whatever the rest asks for.
        for name, value in (("all_budget", ("col", "partner", "budget")),
                            ("all_amount", ("agg", "sum", "deal", ("col", "deal", "amount"), None, None))):
            self.metrics.append(self.add({"noun": "metric", "name": name, "value": value, "unit": None,
                                          "measure": "money", "pure": name == "all_amount", "of": None}))
        plan = ["metric"] * r.randint(2, 9) + ["holding"] * r.randint(0, 3) + ["ladder"] * r.randint(0, 2)
        plan += ["score"] * r.choice([0, 0, 1, 2])
        r.shuffle(plan)
        ladders = r.sample(["tier", "segment"], 2)
        for n, noun in enumerate(plan):
            if noun == "ladder":
                self.make_ladder(ladders.pop())
            else:
                {"metric": self.make_metric, "holding": self.make_holding, "score": self.make_score}[noun](n)
        n = 0
        for _ in range(r.randint(0, 4)):
            if r.random() < 0.15:
                source, group = r.choice([None, "deal", "deal", "claim"]), f"g{n}"
                rivals = [self.make_incentive(n + k, source, group) for k in range(r.randint(2, 3))]
                self.incentives += rivals
                n += len(rivals)
            else:
                self.incentives.append(self.make_incentive(n))
                n += 1
        for k in range(r.choice([0, 1, 1, 2])):
            self.make_fund(k)
        funds = [d for d in self.program["declarations"] if d["noun"] == "fund"]
        if funds and r.random() < 0.15:
            part = ("fund", r.choice(funds)["name"], r.choice(["paid", "balance", "accrued", "expired"]))
            self.add({"noun": "incentive", "name": f"i{n}", "each": None, "to": None, "cap": [], "pays":
                      ("*", ("lit", self.rate(), "percent"), part)})
        for k in range(r.choice([0, 0, 0, 1, 1, 2])):
            self.make_routing(k)
        return self.program, data
