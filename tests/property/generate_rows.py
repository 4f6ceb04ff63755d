"""Generated formulas over rows among rows: groups, the row at hand, within, so far, positions."""
from scope import SPOILT, Scope
from writing import COLUMNS, HAPPENED, ONE, REFERENCES, UNOWNED

PERIODS = ["month", "quarter", "half", "year"]


class RowWords:
    """A part of generate.Generator."""

    def columns(self, source, *types):
        return [("col", source, c) for c, t in COLUMNS[source].items() if t in types and c not in SPOILT]

    def reached(self, source, *types):
        """Columns of the rows that a reference leads to."""
        if source not in REFERENCES:
            return []
        column, of = REFERENCES[source]
        return [("through", source, column, c) for c, t in COLUMNS[of].items() if t in types]

    # Groups.

    def group_of(self, source):
        """What rows are grouped by."""
        r, days = self.rng, self.columns(source, "date")
        if r.random() < 0.5:
            day = ("col", source, HAPPENED[source]) if source in HAPPENED and r.random() < 0.6 else r.choice(days)
            return ("period", day, r.choice(PERIODS), r.choice([1, 2, 3, 4, 8]), r.choice([0, 0, 0, 1, 1, 2, 5]))
        if r.random() < 0.15:
            return ("group", ("start_of", r.choice(PERIODS), r.choice(days)))
        kinds = ("text", "date", "boolean", "number")
        return ("group", r.choice(self.columns(source, *kinds) + self.reached(source, *kinds)))

    def fold_test(self, unit, s, of=None):
        """A condition on groups' values, not a plain value."""
        while True:
            if unit == "text":
                test = self.text_test(of, True)
            elif unit == "date":
                test = self.date_test(s, True)
            elif unit == "boolean":
                test = self.boolean_test(True)
            else:
                test = self.number_test(unit, s, True)
            if test[0] != "plain":
                return test

    def grouped(self, unit, s):
        """An aggregate for each group, folded to money, a number or a count."""
        r = self.rng
        test_scope = Scope(None, s.pure, True, False)
        if unit == "count" and r.random() < 0.7:
            kind = r.choice(["money", "count", "number", "exists", "date", "text"])
            if kind in ("money", "number", "count"):
                agg, of = self.aggregate(kind, s), None
                if agg[0] != "agg":
                    return self.aggregate("count", s)
                if kind == "count":
                    kind = "number"
            else:
                source = r.choice(["deal", "claim"])
                of = r.choice([c for c, t in COLUMNS[source].items() if t == kind]) if kind != "exists" else None
                where = self.filter(source, s)
                agg = {"exists": ("agg", "exists", source, None, None, where),
                       "date": ("agg", r.choice(["lowest", "highest"]), source, ("col", source, of), None, where),
                       "text": ("agg", "latest", source, ("col", source, of), self.day_of(source), where)}[kind]
                kind = "boolean" if kind == "exists" else kind
            test = self.fold_test(kind, test_scope, of) if r.random() < 0.7 else None
            return ("per", agg, self.group_of(agg[2]), "count", test)
        agg = self.aggregate(unit, s)
        if agg[0] != "agg":
            return agg
        folds = ["highest", "lowest", "sum"] + (["average"] if unit != "count" else [])
        test = self.fold_test("number" if unit == "count" else unit, test_scope) if r.random() < 0.4 else None
        return ("per", agg, self.group_of(agg[2]), r.choice(folds), test)

    def day_of(self, source):
        return ("col", source, r) if (r := HAPPENED.get(source)) else ("col", source, "listed_on" if source == "item" else "expires_on")

    # The row at hand.

    def tie(self, source, s):
        """An entry of a filter over `source` that asks for a column of the row at hand."""
        r = self.rng
        of = r.choice(s.rows)
        kind = r.choice(["text", "text", "date", "number"])
        mine, theirs = self.columns(source, kind), self.columns(of, kind)
        if not mine or not theirs:
            return ("test", r.choice(self.columns(source, "text", "date")), ("present",))
        x, value = r.choice(mine), r.choice(theirs)
        if kind == "text":
            test = r.choice([("plain", value), ("is", value), ("is_not", value), ("one_of", [value, ("text", "r1")])])
        else:
            if kind == "date" and r.random() < 0.3:
                value = ("date_add", value, r.choice([-30, 30, 90]), "days")
            test = (r.choice(["at_least", "above", "at_most", "below", "is", "is_not"]), value)
        return ("key", x[2], x, test)

    def asked_source(self, s):
        """A source whose columns name no row at hand."""
        lists = [] if s.pure else ["badge", "item"]
        return self.rng.choice([x for x in ["deal", "claim", "lead"] + lists if x not in s.rows])

    def inner_filter(self, source, s):
        entries = self.filter(source, s.inside(source), 0)
        tie = self.tie(source, s)
        return [e for e in entries if e[:2] != tie[:2]] + [tie]

    def row_leaf(self, unit, s):
        """What a row formula asks of other rows."""
        r = self.rng
        if len(s.rows) < 3 and r.random() < 0.35:
            source = self.asked_source(s)
            where = self.inner_filter(source, s)
            if unit == "count":
                return ("agg", "count", source, None, None, where)
            found = self.columns(source, unit)
            if found:
                kind = r.choice(["sum", "sum", "highest", "lowest", "average", "median"])
                agg = ("agg", kind, source, r.choice(found), None, where)
                if r.random() < 0.15:
                    return ("per", agg, self.group_of(source), r.choice(["sum", "highest", "lowest"]), None)
                return ("ago", agg, r.choice([1, 3]), "months") if source in HAPPENED and r.random() < 0.1 else agg
        kind = r.random()
        found = [c for c in COLUMNS[s.row].items() if c[1] == unit and not (s.safe and c[0] in SPOILT)]
        if unit == "number" and kind < 0.25 or unit in ("money", "number") and not found:
            return ("*", self.row_leaf("count", s), self.literal(unit))
        if unit == "count" and kind < 0.35 and s.row not in UNOWNED:
            return self.position(s)
        agg = self.among_aggregate(unit, s)
        if kind < 0.6 or not s.rule:
            return ("within", agg, r.choice(self.columns(s.row, "text", "text", "date", "number", "boolean")))
        return ("so_far", agg)

    def among_aggregate(self, unit, s):
        """An aggregate over the rows beside the one at hand."""
        r, source = self.rng, s.row
        where = self.filter(source, Scope(source, s.pure, True, False), 0) if r.random() < 0.5 else None
        found = [("col", source, c) for c, t in COLUMNS[source].items() if t == unit and not (s.safe and c in SPOILT)]
        if unit == "count":
            if r.random() < 0.3:
                return ("agg", "count_distinct", source, r.choice(self.columns(source, "text", "date")), None, where)
            return ("agg", "count", source, None, None, where)
        kind = r.choice(["sum", "sum", "sum", "average", "median", "lowest", "highest", "latest"])
        return ("agg", kind, source, r.choice(found), self.day_of(source) if kind == "latest" else None, where)

    def position(self, s):
        r, source = self.rng, s.row
        x = r.choice(self.columns(source, "date", "number"))
        within = r.choice(self.columns(source, "text", "text", "date", "boolean")) if r.random() < 0.4 else None
        where = self.filter(source, Scope(source, s.pure, True, False), 0) if r.random() < 0.5 else None
        return ("position", source, x, within, where or None)

    def among_condition(self, s):
        """A condition on the row at hand among others."""
        r = self.rng
        if len(s.rows) < 3 and r.random() < 0.4:
            source = self.asked_source(s)
            return ("agg", "exists", source, None, None, self.inner_filter(source, s))
        if r.random() < 0.2:
            agg = ("agg", "exists", s.row, None, None, self.filter(s.row, Scope(s.row, s.pure, True, False), 0))
            return ("within", agg, r.choice(self.columns(s.row, "text", "date")))
        unit = r.choice(["count", "count", "number"])
        x = self.row_leaf(unit, s)
        value = ("lit", r.choice([0, 1, 1, 2, 2, 3, 5]) * ONE, "number")
        return ("test", x, (r.choice(["at_least", "above", "at_most", "below", "is", "is_not"]), value))
