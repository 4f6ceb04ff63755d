"""Generated incentives and funds."""
from scope import SPOILT, TEXTS, Scope
from writing import COLUMNS, ONE

PERIODS = ["month", "quarter", "half", "year"]


class PayingWords:
    """A part of generate.Generator."""

    def cap_value(self, s):
        r = self.rng
        if r.random() < 0.7:
            return ("lit", self.amount(), r.choice(["money", "number"]))
        if r.random() < 0.3:
            return ("lit", r.randint(1, 400000) * ONE // 1000, "money")
        return ("or_else", self.expr("money", s, 1), self.literal("money"))

    def cap_of(self, source, column):
        """What depends on the capped column."""
        r, kind = self.rng, COLUMNS[source][column]
        if kind == "number":
            return ("or_else", ("*", ("col", source, column), self.literal("money")), self.literal("money"))
        if kind == "text" and column in TEXTS:
            keys = r.sample(TEXTS[column], r.randint(1, len(TEXTS[column])))
            return ("by", ("col", source, column), [(k, self.literal("money")) for k in keys],
                    self.literal("money") if self.lively or r.random() < 0.8 else None)
        return self.literal("money")

    def constant_cap(self):
        r = self.rng
        money = [x for x in self.settings if x["measure"] == "money" and x["pure"]]
        sums = [m for m in self.metrics if m["measure"] == "money"]
        if sums and r.random() < 0.2:
            of_all = ("*", ("lit", self.rate(), "percent"), ("total", ("metric", r.choice(sums)["name"])))
            return of_all if r.random() < 0.5 else ("max", of_all, self.literal("money"))
        if money and r.random() < 0.3:
            return ("setting", r.choice(money)["name"])
        return ("lit", r.choice([self.amount(), r.randint(1, 3000) * ONE, r.randint(1, 3000000) * ONE // 1000]), "money")

    def caps(self, source, payee):
        r, caps = self.rng, []
        s = Scope(aggregates=False)
        if source and r.random() < 0.35:
            inner = Scope(source, aggregates=False, rule=True)
            caps.append(("row", self.cap_value(inner)))
        if source and r.random() < 0.3:
            names = [c for c, t in COLUMNS[source].items() if t in ("text", "date", "boolean", "number")]
            caps += [(c, self.cap_value(s) if r.random() < 0.8 else self.cap_of(source, c)) for c in r.sample(names, r.randint(1, 2))]
        if payee and r.random() < 0.5:
            caps.append(("payee", self.cap_value(s)))
        if r.random() < 0.4:
            caps.append(("partner", self.cap_value(s)))
        if r.random() < 0.35:
            caps.append(("total", self.constant_cap()))
        r.shuffle(caps)
        return caps

    def make_incentive(self, n, source="any", group=None):
        r = self.rng
        if source == "any":
            source = r.choice([None, "deal", "deal", "deal", "claim", "badge"])
        d = {"noun": "incentive", "name": f"i{n}", "each": source, "best_of": group}
        payee = None
        if source == "deal" and r.random() < 0.5:
            payee = ("col", "deal", "rep")
            d["noun"] = r.choice(["spiff", "incentive"])
        if source == "badge" and r.random() < 0.5:
            payee = ("col", "badge", "person")
        d["to"] = payee
        if source and r.random() < (0.4 if self.lively else 0.8):
            d["where"] = self.filter(source, Scope(rule=True))
            if payee and (self.lively or r.random() < 0.8):
                d["where"] = [e for e in d["where"] if e[1] != payee[2]]
                d["where"].append(("key", payee[2], payee, ("present",)))
        if r.random() < 0.4:
            d["requires"] = self.threshold() if self.lively else self.requirements()
        s = Scope(source, aggregates=not source, rule=True)
        pays = self.expr("money", s, 2) if r.random() < 0.5 or source in (None, "badge") else \
            ("*", ("lit", self.rate(), "percent"), ("col", source, "amount" if source == "deal" else "cost"))
        if self.ladders and self.lively and r.random() < 0.5:
            ladder = r.choice(self.ladders)
            keys = [n for n, _ in ladder["levels"]] + ["none"]
            pays = ("*", pays, ("by", ("ladder", ladder["name"]), [(k, self.literal("percent")) for k in keys], None))
        if not source and r.random() < 0.5:
            pays = self.allocation()
        elif self.incentives and r.random() < 0.15:
            paid = ("incentive", r.choice(self.incentives)["name"])
            pays = ("+", pays, ("*", ("lit", self.rate(), "percent"), paid if r.random() < 0.7 else ("total", paid)))
        d["pays"] = pays if r.random() < (0 if self.lively else 0.15) else ("or_else", pays, self.literal("money"))
        if payee and self.lively and not d.get("where"):
            d["where"] = [("key", payee[2], payee, ("present",))]
        d["cap"] = self.caps(source, payee)
        if source and r.random() < 0.6:
            d["order"] = ("col", source, r.choice([c for c in COLUMNS[source] if self.lively or c not in SPOILT]))
        if r.random() < 0.3:
            d["rounding"] = r.choice(["half_up", "half_even", "down", "up"])
        if r.random() < 0.3:
            d["rounds"] = r.choice(["line", "partner", "partner", "partner"])
        if any(k == "total" for k, _ in d["cap"]) and r.random() < 0.5:
            d["when_exhausted"] = r.choice(["in_order", "prorate", "prorate"])
        if r.random() < 0.15:
            d["opening"] = r.choice([self.literal("money"), ("neg", self.literal("money")),
                                     ("or_else", self.expr("money", Scope(), 1), self.literal("money"))])
        if r.random() < 0.15:
            d["minimum"] = self.literal("money") if r.random() < 0.7 else \
                ("or_else", self.expr("money", Scope(), 1), self.literal("money"))
        if self.incentives and r.random() < 0.3:
            d["not_with"] = sorted({r.choice(self.incentives)["name"] for _ in range(2)})
        return self.add(d)

    def shares(self):
        r = self.rng
        kind = r.randrange(6)
        if kind == 5:
            parts = {k: r.choice([0, ONE // 4, ONE // 2, ONE * 3 // 4, ONE, r.randint(0, 10000) * 10 ** 14])
                     for k in r.sample(TEXTS["activity"], r.randint(1, 3))}
            other = r.choice(["partner", "agency"])
            sure = self.lively or r.random() < 0.8
            wrong = 0 if self.lively or r.random() < 0.9 else ONE // 100
            return [(who, ("by", ("col", "claim", "activity"), [(k, ("lit", f(p), "percent")) for k, p in parts.items()],
                           ("lit", f(ONE // 2), "percent") if sure else None))
                    for who, f in (("vendor", lambda p: p), (other, lambda p: ONE - p + wrong))]
        if kind == 0:
            return [("vendor", ("lit", ONE // 2, "percent")), ("partner", ("lit", ONE // 2, "percent"))]
        if kind == 1:
            third = ("fraction", ("lit", ONE, "number"), ("lit", 3 * ONE, "number"))
            return [(w, third) for w in r.sample(["vendor", "partner", "distributor"], 3)]
        if kind == 2:
            part = r.randint(1, 9999)
            return [("vendor", ("lit", part * 10 ** 14, "percent")),
                    (r.choice(["partner", "agency"]), ("lit", ONE - part * 10 ** 14, "percent"))]
        if kind == 3:
            return [("vendor", ("lit", ONE, "percent"))]
        a = r.randint(1, 6)
        return [(w, ("fraction", ("lit", k * ONE, "number"), ("lit", 7 * ONE, "number")))
                for w, k in zip(r.sample(["vendor", "partner", "agency"], 2), (a, 7 - a))]

    def accrue_by_rows(self, d):
        r, s = self.rng, Scope("deal", aggregates=False)
        pays = ("*", ("lit", self.rate(), "percent"), ("col", "deal", "amount")) if r.random() < 0.7 else \
            self.expr("money", s, 2)
        d["each"], d["accrues"] = "deal", pays if r.random() < (0 if self.lively else 0.1) else \
            ("or_else", pays, self.literal("money"))
        if r.random() < 0.8:
            d["expires"] = r.choice([("col", "deal", "paid_on"), ("end_of", r.choice(PERIODS), ("col", "deal", "closed_on")),
                                     ("date_add", ("col", "deal", "closed_on"), r.choice([0, 1, 30, 90]), "days"),
                                     self.date_expr(s)])

    def make_fund(self, n):
        r = self.rng
        s = Scope()
        accrues = self.expr("money", s, 2)
        d = {"noun": "fund", "name": f"f{n}", "claims": "claim", "amount": ("col", "claim", "cost"),
             "accrues": accrues if r.random() < (0 if self.lively else 0.15) else ("or_else", accrues, self.literal("money")),
             "shares": self.shares(), "where": self.filter("claim", Scope(rule=True)) if r.random() < 0.6 else None}
        if r.random() < 0.4:
            self.accrue_by_rows(d)
        if r.random() < 0.2:
            d["amount"] = ("*", ("lit", self.rate(), "percent"), d["amount"])
        if self.lively or r.random() < 0.9:
            d["amount"] = ("or_else", d["amount"], ("lit", r.randint(0, 500) * ONE, "money"))
        if r.random() < 0.3:
            d["opening"] = ("or_else", self.expr("money", s, 1), self.literal("money"))
        if r.random() < 0.4:
            d["requires"] = self.requirements()
        if r.random() < 0.5:
            d["approves"] = self.filter("claim", Scope(rule=True))
        if r.random() < 0.4:
            d["remainder"] = r.choice(d["shares"] + [("vendor",), ("partner",)])[0]
        d["cap"] = [("claim" if k == "row" else k, v) for k, v in self.caps("claim", None)]
        if r.random() < 0.25:
            d["partial"] = False
        if r.random() < 0.25:
            d["order"] = ("col", "claim", r.choice(list(COLUMNS["claim"])))
        if r.random() < 0.2:
            d["rounding"] = r.choice(["half_up", "half_even", "down", "up"])
        self.add(d)

    # Data.
