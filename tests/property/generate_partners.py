"""Generated formulas that look at all partners, and scores."""
from scope import Scope
from writing import COLUMNS, ONE


class PartnerWords:
    """A part of generate.Generator."""

    def figure(self, unit, s):
        """A value of each partner, of which something is made across all."""
        r = self.rng
        found = [("metric", m["name"]) for m in self.metrics if m["measure"] == unit and (not s.pure or m["pure"])]
        if found and r.random() < 0.7:
            return r.choice(found)
        if unit == "money" and not s.pure and r.random() < 0.2:
            return ("col", "partner", "budget")
        return self.aggregate(unit, Scope(pure=s.pure))

    def within_partners(self):
        r = self.rng
        found = [("col", "partner", c) for c, t in COLUMNS["partner"].items() if t in ("text", "boolean", "number", "date")]
        found += [("ladder", x["name"]) for x in self.ladders] * 3
        return r.choice(found) if r.random() < 0.5 else None

    def place(self, s):
        r = self.rng
        x = self.figure(r.choice(["money", "money", "number", "count"]), s)
        within = None if s.pure else self.within_partners()
        return (r.choice(["rank", "percentile"]), x if x[0] != "lit" else ("col", "partner", "size"), within)

    def across(self, unit, s):
        """Money, a number, a percent or a count that depends on everybody."""
        r = self.rng
        if unit == "percent":
            x = self.place(s)
            return ("percentile", *x[1:])
        if unit == "number" and r.random() < 0.5:
            return ("*", ("rank", *self.place(s)[1:]), self.literal("number"))
        x = self.figure(unit, s)
        if x[0] == "lit":
            return x
        kind = r.random()
        if kind < 0.5:
            return ("total", x)
        if kind < 0.9:
            return ("rollup", x, r.choice(["sum", "highest"]))
        return ("ago", ("total", x), r.choice([1, 3]), "months") if s.pure else ("total", x)

    def allocation(self):
        """Money divided among partners."""
        r = self.rng
        amount = ("lit", self.amount() if r.random() < 0.8 else r.randint(1, 50) * ONE // 10 ** self.places, "money")
        if r.random() < 0.1:
            amount = ("neg", amount)
        within = None
        kind = r.random()
        if kind < 0.4:
            c = r.choice(["region", "kind"])
            within = ("col", "partner", c)
            if r.random() < 0.5:
                found = self.texts_of(c)
                amount = ("by", within, [(k, ("lit", self.amount(), "money")) for k in r.sample(found, r.randint(1, len(found)))],
                          ("lit", self.amount(), "money"))
        elif kind < 0.6:
            x = self.figure("money", Scope(pure=True))
            amount = ("*", ("lit", self.rate(), "percent"), ("total", x)) if x[0] != "lit" else x
        x = self.figure(r.choice(["money", "money", "number", "count"]), Scope()) if r.random() < 0.8 else \
            ("lit", r.choice([1, 2]) * ONE, "number")
        least = most = None
        if r.random() < 0.5:
            least = self.small_share(amount)
        if r.random() < 0.5:
            most = self.small_share(amount)
        if least and most and least[1] > most[1]:
            least, most = most, least
        where = self.threshold() if r.random() < 0.3 else self.requirements(0) if r.random() < 0.3 else None
        return ("allocate", amount, x, where, within, least, most, "money")

    def small_share(self, amount):
        r = self.rng
        whole = abs(amount[1]) if amount[0] == "lit" else 1000 * ONE
        return ("lit", max(whole // r.randint(2, 9), ONE // 1000) // 10 ** 9 * 10 ** 9, "money")

    # Scores.

    def score_part(self):
        r = self.rng
        unit = r.choice(["money", "number", "percent", "count"])
        x = self.expr(unit, Scope(), 1)
        if x[0] in ("lit", "when", "setting") or unit == "percent" and x[0] == "by":
            x = ("or_else", x, self.literal(unit if unit in ("money", "percent") else "number"))
        points = ("lit", r.choice([1, 3, 5, 10, 40, -5]) * ONE, "number")
        if r.random() < 0.35:
            froms = sorted({self.literal(unit)[1] for _ in range(r.randint(1, 3))})
            as_unit = unit if unit in ("money", "percent") else "number"
            return {"of": x, "bands": [(("lit", f, as_unit), ("lit", r.randint(-5, 40) * ONE, "number")) for f in froms]}
        full = self.literal(unit)
        if full[1] == 0:
            full = (full[0], ONE // 4, full[2])
        if unit == "money" and r.random() < 0.15:
            full = ("col", "partner", "budget")
        elif r.random() < 0.1:
            full = (full[0], -full[1], full[2])
        return {"of": x, "full": full, "points": points}

    def make_score(self, n):
        r = self.rng
        d = {"noun": "score", "name": f"c{n}", "parts": [self.score_part() for _ in range(r.randint(1, 4))],
             "pass": None, "each_above": None}
        if r.random() < 0.6:
            most = sum(max(0, *(v[1] for _, v in p["bands"])) if "bands" in p else max(0, p["points"][1])
                       for p in d["parts"])  # what nobody can reach is refused
            d["pass"] = ("lit", min(r.choice([0, 1, 5, 10, 20, 40]) * ONE, most), "number")
        if r.random() < 0.4:
            d["each_above"] = ("lit", r.choice([-5, -1, 0, 0, 1, 2]) * ONE, "number")
        self.scores.append(self.add(d))

    def score_entry(self, x):
        r = self.rng
        if (x["pass"] or x["each_above"]) and r.random() < 0.5:
            return ("key", x["name"], ("score_passed", x["name"]), ("plain", ("boolean", r.random() < 0.75)))
        return ("key", x["name"], ("score", x["name"]), self.number_test("number", Scope(), True))
