"""Generated rows: partners, what belongs to them, products, leads, and rates of exchange."""
import datetime

from scope import TEXTS
from writing import BAD, COLUMNS, FOREIGN, HAPPENED, ONE


class DataWords:
    """A part of generate.Generator."""

    def cell(self, kind, name):
        r = self.rng
        if r.random() < 0.06:
            return None
        if kind == "text":
            return r.choice(TEXTS[name])
        if kind == "date":
            return self.date()
        if kind == "boolean":
            return r.random() < 0.6
        if kind == "number":
            return r.choice([0, 1, 2, 3, 10, 25, 100]) * ONE // r.choice([1, 1, 1, 2, 4]) * r.choice([1, 1, 1, 1, -1])
        value = self.amount() // r.choice([1, 1, 1, 10, 3])
        unit = ONE // 10 ** self.places
        if name == "cost" or abs(value) > 10 ** 7 * ONE or r.random() < 0.9:  # a REAL holds 15 digits
            value -= value % unit
        else:
            value -= value % 10 ** 14  # four decimals: SQLite makes the nearest REAL of those, not of every six
        return -value if r.random() < 0.08 else value

    def make_fx(self):
        r, codes = self.rng, [c for c in ("EUR", "GBP", "JPY", "KWD", "USD") if c != self.currency]
        rate = lambda: r.choice([108, 125, 91, 50, 325, 100]) * ONE // r.choice([100, 100, 1000, 7])  # noqa: E731
        fx = self.program["fx"] = {"inverse": r.random() < 0.3, "rates": None, "fixed": None, "sources": {}}
        if r.random() < 0.4:
            fx["fixed"] = {code: rate() // 10 ** 9 * 10 ** 9 for code in codes}
        else:
            first = datetime.date(1990, 1, 1)
            fx["rates"] = [(code, day, None if day != first and r.random() < 0.1 else rate() // 10 ** 9 * 10 ** 9)
                           for code in codes for day in sorted({first} | {self.date() for _ in range(r.randint(0, 4))})]
            r.shuffle(fx["rates"])
        for source, days in (("deal", [None, "paid_on"]), ("claim", [None, None, "spent_on"]), ("partner", [None])):
            if r.random() < 0.6:
                fx["sources"][source] = r.choice(days)

    def add_currencies(self, data):
        r = self.rng
        codes = [self.currency, None] + [c for c in ("EUR", "GBP", "JPY", "KWD", "USD") if c != self.currency]
        for source in self.program["fx"]["sources"]:
            day = self.program["fx"]["sources"][source] or HAPPENED.get(source)
            for row in data[source]:
                row["code"] = r.choice(codes[:1] * 4 + codes)
                if day and row[day] is None and r.random() < 0.9:
                    row["code"] = self.currency  # no rate without a day: an error of the partner
                if source == "deal" and r.random() < 0.005 and not self.lively:
                    row["code"] = "CHF"
                if source == "claim" and row["cost"] is not None:
                    row["cost"] -= row["cost"] % (ONE // 10 ** FOREIGN.get(row["code"], self.places))

    def make_data(self):
        r = self.rng
        ids = r.sample(["A", "B", "P1", "P10", "P2", "a", "b7", "Z", "é", "ß", "P100", "0", "X Y"], r.randint(1, 9))
        data = {"partner": [dict({c: self.cell(t, c) for c, t in COLUMNS["partner"].items()}, id=i) for i in ids]}
        for row in data["partner"]:
            if row["tier"] is None or r.random() < 0.2:
                row["tier"] = None
            row["parent"] = r.choice(ids[:ids.index(row["id"])] + [None])
            if r.random() < 0.06:  # perhaps a circle, perhaps nobody
                row["parent"] = r.choice(ids + ["stranger"] * (not self.lively))
            if r.random() < 0.02 and not self.lively:
                row["tier"] = "unheard"
            if r.random() < 0.02 and not self.lively:
                row["budget"] = BAD
        for source in ("deal", "badge", "claim"):
            rows = []
            count = r.randint(0, {"deal": 9, "badge": 3, "claim": 4}[source] * len(ids))
            numbers = r.sample(range(1, 4 * count + 10), count)
            for k in numbers:
                row = {c: self.cell(t, c) for c, t in COLUMNS[source].items()}
                row["id"] = f"{r.choice('abC')}{k}" if self.program["text_ids"] else k
                row["partner"] = r.choice(ids) if r.random() < 0.97 else "stranger"
                if source == "deal" and r.random() < 0.003 and not self.lively:
                    row["amount"] = BAD
                rows.append(row)
            data[source] = rows
        for row in data["deal"]:
            row["item"] = r.choice(TEXTS["item"] + [None])
            if r.random() < 0.02 and self.leads_nowhere:
                row["item"] = "I9"
        data["item"] = [dict({c: self.cell(t, c) for c, t in COLUMNS["item"].items()}, id=i) for i in TEXTS["item"]]
        data["lead"] = [dict({c: self.cell(t, c) for c, t in COLUMNS["lead"].items()},
                             id=f"{r.choice('abC')}{k}" if self.program["text_ids"] else k)
                        for k in r.sample(range(1, 40), r.randint(0, 9))]
        if self.program["fx"]:
            self.add_currencies(data)
        return data
