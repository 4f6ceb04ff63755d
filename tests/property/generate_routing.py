"""Generated routings: which partner gets a row."""
from scope import Scope
from writing import COLUMNS, ONE


class RoutingWords:
    """A part of generate.Generator."""

    def make_routing(self, n):
        r = self.rng
        source = r.choice(["lead", "lead", "lead", "lead", "deal", "claim", "item"])
        to = self.requirements(0, 0) if r.random() < 0.6 else []
        if r.random() < 0.7:
            to = [e for e in to if e[1:2] != ("region",)] + self.matching(source)
        d = {"noun": "routing", "name": f"r{n}", "each": source, "to": to,
             "where": self.row_filter(source) if r.random() < 0.5 else None}
        kind = r.randrange(4)
        if kind == 0:
            d["prefers"] = ("col", "partner", "size")
        elif kind == 1:
            d["prefers"] = self.no_literal("money", Scope(), 1)
        elif kind == 2:
            d["prefers"] = ("when", self.matched(source), self.literal("number"), ("col", "partner", "size"))
        if r.random() < 0.6:
            d["cap"] = [("partner", ("lit", r.choice([0, 1, 1, 2, 3]) * ONE, "number") if r.random() < 0.8 else
                         ("or_else", ("col", "partner", "size"), ("lit", ONE, "number")))]
        if r.random() < 0.4:
            d["order"] = ("col", source, r.choice([c for c, t in COLUMNS[source].items() if c != "amount"]))
        self.add(d)

    def row_filter(self, source):
        """Entries that no partner is asked for."""
        while True:
            entries = self.filter(source, Scope(pure=True, aggregates=False), 0)
            if not any(word in str(entries) for word in ("'agg'", "'within'", "'so_far'", "'position'")):
                return entries

    def matched(self, source):
        """A condition on the partner and the row."""
        r = self.rng
        own = r.choice(["text", "number", "date"])
        mine = [("col", "partner", c) for c, t in COLUMNS["partner"].items() if t == own]
        theirs = self.columns(source, own)
        if not theirs:
            return ("test", r.choice(self.columns(source, "text", "date")), ("present",))
        words = ["is", "is", "is_not"] if own == "text" else ["at_least", "above", "at_most", "below", "is"]
        return ("test", r.choice(mine), (r.choice(words), r.choice(theirs)))

    def matching(self, source):
        r = self.rng
        if source == "lead" and r.random() < 0.5:
            return [("key", "region", ("col", "partner", "region"), ("plain", ("col", "lead", "region")))]
        if r.random() < 0.3:
            s = Scope(source)
            other = self.asked_source(s)
            return [("agg", "exists", other, None, None, self.inner_filter(other, s))]
        return [self.matched(source)]
