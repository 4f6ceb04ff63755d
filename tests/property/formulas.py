"""Works out formulas, conditions and levels of generated programs from their trees.

A partner's error is an exception: what needs the value is unknown, and the partner is noted.
"""
import datetime
import re

from exact import (DAY, LIMIT, MONTHS, ONE, add_months, add_units, half_even, months_between, on_grid, period_start,
                   to_places)
from across import Across
from among import Among
from problems import NoRate, PartnerError, Unsure
from standing import Standing
from writing import BAD, COLUMNS, CURRENCIES, HAPPENED, REFERENCES, UNOWNED, money_of


class Place:
    """Whom and which row a formula is about, and as of when; further out the rows for whose sake it is asked."""

    def __init__(self, partner, row, as_of, source=None, outer=None, order=None):
        self.partner, self.row, self.as_of, self.source, self.outer, self.order = \
            partner, row, as_of, source, outer, order

    def beside(self, row):
        """Another row of the same source and partner."""
        return Place(self.partner, row, self.as_of, self.source, self.outer, self.order)

    def outermost(self):
        """The row of a rule that goes over rows, for which all others are looked at; or whom it is about."""
        return self.outer.outermost() if self.outer else self

    def of_rule(self):
        return self.outermost().source is not None


class Formulas(Among, Across, Standing):
    def __init__(self, program, data):
        self.program, self.data = program, data
        self.places = CURRENCIES[program["currency"]]
        self.unit = 10 ** (18 - self.places)
        self.starts = program["year_starts"]
        self.by_name = {d["name"]: d for d in program["declarations"]}
        self.known, self.failed, self.results = {}, set(), {}
        key = (lambda r: r["id"].encode()) if program["text_ids"] else (lambda r: r["id"])
        self.partners = sorted(data["partner"], key=lambda p: p["id"].encode())
        self.partner_by_id = {p["id"]: p for p in self.partners}
        self.rows = {s: {p["id"]: [] for p in self.partners} for s in COLUMNS if s != "partner"}
        for source, of in self.rows.items():
            if source in UNOWNED:
                of[None] = sorted(data[source], key=lambda r: r["id"].encode() if source == "item" else key(r))
                continue
            for row in sorted(data[source], key=key):
                if row["partner"] in of:
                    of[row["partner"]].append(row)

    def rounding(self, d):
        return d.get("rounding") or self.program["rounding"] or "half_up"

    def rows_of(self, source, at):
        """The partner's rows that exist: what happens after as_of does not."""
        rows = self.rows[source][None if source in UNOWNED else at.partner["id"]]
        day = HAPPENED.get(source)
        return [r for r in rows if not day or r[day] is None or r[day] <= at.as_of]

    def once(self, key, compute):
        """Remembers a value, or that it is unknown."""
        if key not in self.known:
            try:
                self.known[key] = (compute(), None)
            except PartnerError as wrong:
                self.known[key] = (None, wrong)
        value, wrong = self.known[key]
        if wrong:
            raise wrong
        return value

    @staticmethod
    def alone(at):
        return Place(at.partner, None, at.as_of)

    def now(self, partner):
        return Place(partner, None, self.program["as_of"])

    def everybody(self, as_of):
        return [Place(p, None, as_of) for p in self.partners]

    def row_places(self, source, at):
        return [Place(at.partner, r, at.as_of, source, at) for r in self.rows_of(source, at)]

    def row_key(self, row):
        return row["id"].encode() if self.program["text_ids"] else row["id"]

    def wrong(self, at, message, kind=PartnerError):
        self.failed.add(at.partner["id"])
        return kind(message)

    def value(self, e, at):
        return getattr(self, "do_" + NAMES.get(e[0], e[0]))(e, at)

    def both(self, e, at):
        return self.value(e[1], at), self.value(e[2], at)

    def do_lit(self, e, at):
        return e[1]

    do_text = do_boolean = do_date = do_level = do_lit

    def do_as_of(self, e, at):
        return at.as_of

    def row_of(self, e, at):
        place = at
        while e[1] != "partner" and place.source != e[1]:
            place = place.outer
        return at.partner if e[1] == "partner" else place.row

    def raw_cell(self, e, at):
        cell = self.row_of(e, at)[e[2]]
        if cell == BAD:
            raise self.wrong(at, "cell")
        return cell

    def do_col(self, e, at):
        row, cell = self.row_of(e, at), self.raw_cell(e, at)
        if cell is not None and COLUMNS[e[1]].get(e[2]) == "money" and e[1] in money_of(self.program):
            return self.converted(cell, row["code"], self.day_of(e[1], row, at), at)
        return cell

    def do_through(self, e, at):
        key = self.do_col(e[:3], at)
        if key is None:
            return None
        found = [row for row in self.data[REFERENCES[e[1]][1]] if row["id"] == key]
        if not found:
            raise self.wrong(at, "no such row")
        return found[0][e[3]]

    def do_foreign(self, e, at):
        """At the row of the rule, else at as_of."""
        row = at.outermost()
        row = at if row.source == at.source else row
        return self.converted(e[1], e[2], self.day_of(row.source, row.row, at), at)

    def day_of(self, source, row, at):
        """On which day the row's money is converted."""
        column = money_of(self.program).get(source) or HAPPENED.get(source)
        return row[column] if column else at.as_of

    def converted(self, amount, code, day, at):
        """Money in the program's currency, unrounded."""
        if code == self.program["currency"]:
            return amount
        fx = self.program["fx"]
        if code is None:
            return None
        if day is None and fx["rates"]:
            raise self.wrong(at, "no day", NoRate)
        rates = [(d, rate) for c, d, rate in fx["rates"] or [] if c == code and d <= day and rate is not None]
        rate = max(rates)[1] if rates else (fx["fixed"] or {}).get(code)
        if rate is None:
            raise self.wrong(at, "no rate")
        return self.fit(half_even(amount * ONE, rate) if fx["inverse"] else half_even(amount * rate, ONE), at)

    def do_metric(self, e, at):
        of = Place(at.partner, None, at.as_of)
        return self.once((e[1], at.partner["id"], at.as_of), lambda: self.value(self.by_name[e[1]]["value"], of))

    def do_setting(self, e, at):
        return self.value(self.by_name[e[1]]["value"], self.alone(at))

    def do_add(self, e, at):
        x, y = self.both(e, at)
        return None if x is None or y is None else self.fit(x + y, at)

    def do_subtract(self, e, at):
        x, y = self.both(e, at)
        return None if x is None or y is None else self.fit(x - y, at)

    def fit(self, x, at):
        if abs(x) > LIMIT:
            raise self.wrong(at, "overflow")
        return x

    def mul_div(self, x, a, b, at):
        values = [self.value(v, at) for v in (x, a, b)]
        if None in values or values[2] == 0:
            return None
        return self.fit(half_even(values[0] * values[1], values[2]), at)

    def do_multiply(self, e, at):
        def is_quotient(t):
            return t[0] in ("/", "fraction")
        if is_quotient(e[2]):
            return self.mul_div(e[1], e[2][1], e[2][2], at)
        if is_quotient(e[1]):
            return self.mul_div(e[2], e[1][1], e[1][2], at)
        x, y = self.both(e, at)
        return None if x is None or y is None else self.fit(half_even(x * y, ONE), at)

    def do_divide(self, e, at):
        top = e[1]
        if top[0] == "*" and top[1][0] not in ("/", "fraction") and top[2][0] not in ("/", "fraction"):
            return self.mul_div(top[1], top[2], e[2], at)
        x, y = self.both(e, at)
        return None if x is None or y is None or y == 0 else self.fit(half_even(x * ONE, y), at)

    do_fraction = do_divide

    def do_neg(self, e, at):
        x = self.value(e[1], at)
        return None if x is None else -x

    def do_abs(self, e, at):
        x = self.value(e[1], at)
        return None if x is None else abs(x)

    def extreme(self, e, at, best):
        values = [self.value(x, at) for x in e[1:]]
        return None if None in values else best(values)

    def do_min(self, e, at):
        return self.extreme(e, at, min)

    def do_max(self, e, at):
        return self.extreme(e, at, max)

    def rounded(self, e, at, how):
        x = self.value(e[1], at)
        return None if x is None else to_places(x, e[2], how)

    def do_round(self, e, at):
        return self.rounded(e, at, "half_up")

    def do_round_down(self, e, at):
        return self.rounded(e, at, "down")

    def do_round_up(self, e, at):
        return self.rounded(e, at, "up")

    def do_or_else(self, e, at):
        x = self.value(e[1], at)
        return self.value(e[2], at) if x is None else x

    def do_when(self, e, at):
        return self.value(e[2] if self.holds(e[1], at) else e[3], at)

    def do_by(self, e, at):
        x = self.value(e[1], at)
        for key, value in e[2]:
            if e[1][0] == "ladder":
                found = key == ("none" if x is None else x)
            elif x is None:
                found = False
            elif isinstance(x, bool):
                found = key == ("true" if x else "false")
            elif isinstance(x, int):
                whole, _, part = key.partition(".")
                found = on_grid(x) == int(whole + part) * 10 ** (18 - len(part))
            else:
                found = key == x
            if found:
                return self.value(value, at)
        if e[3] is None:
            raise self.wrong(at, "no key")
        return self.value(e[3], at)

    def do_dated(self, e, at):
        day = self.value(e[1], at) if e[1] else at.as_of
        found = [value for start, value in e[2] if day is not None and start <= day]
        return self.value(found[-1], at) if found else None

    def do_bands(self, e, at):
        x = self.value(e[1], at)
        bands = [(self.value(f, at), self.value(v, at)) for f, v in e[2]]
        if x is None or any(f is None or v is None for f, v in bands):
            return None
        last = max([i for i, (f, _) in enumerate(bands) if on_grid(f) <= on_grid(x)], default=-1)
        if last < 0:
            return 0
        start, value = bands[last]
        if e[0] == "band":
            return value
        if e[0] == "retroactive":
            return self.fit(half_even(x * value, ONE), at)
        if e[0] == "marginal":
            ends = [f for f, _ in bands[1:last + 1]] + [x]
            return self.fit(sum(half_even(max(end - f, 0) * v, ONE) for (f, v), end in zip(bands, ends)), at)
        if last + 1 == len(bands):
            return value
        end, target = bands[last + 1]
        return self.fit(value + half_even(max(x - start, 0) * (target - value), end - start), at)

    do_marginal = do_retroactive = do_band = do_interpolated = do_bands

    def do_date_add(self, e, at):
        day = self.value(e[1], at)
        return None if day is None else add_units(day, e[2], e[3])

    def do_start_of(self, e, at):
        day = self.value(e[2], at)
        return None if day is None else period_start(day, e[1], self.starts)

    def do_end_of(self, e, at):
        day = self.value(e[2], at)
        return None if day is None else add_months(period_start(day, e[1], self.starts), MONTHS[e[1]]) - DAY

    def do_days_between(self, e, at):
        a, b = self.both(e, at)
        return None if a is None or b is None else (b - a).days * ONE

    def do_months_between(self, e, at):
        a, b = self.both(e, at)
        return None if a is None or b is None else months_between(a, b) * ONE

    def do_ago(self, e, at):
        day = add_units(at.as_of + DAY, -e[2], e[3]) - DAY
        return self.value(e[1], Place(at.partner, at.row, day, at.source, at.outer, at.order))

    def do_agg(self, e, at):
        return self.aggregate(e, self.row_places(e[2], at), at)

    def aggregate(self, e, rows, at):
        """What the aggregate is over these rows, of those that its filter lets through."""
        _, kind, source, x, order, where = e
        return self.fold(kind, x, order, [r for r in rows if self.all_hold(where or [], r)], at)

    def fold(self, kind, x, order, rows, at):
        if kind == "exists":
            return bool(rows)
        if kind == "count":
            return len(rows) * ONE
        pairs = [(self.value(x, r), self.value(order, r) if order else 0) for r in rows]
        return self.fold_values(kind, [(v, o) for v, o in pairs if v is not None and o is not None], at)

    def fold_values(self, kind, pairs, at):
        values = [v for v, _ in pairs]
        if kind == "count":
            return len(values) * ONE
        if kind == "sum":
            return self.fit(sum(values), at)
        if kind == "count_distinct":
            return len({on_grid(v) if type(v) is int else v for v in values}) * ONE
        if not values:
            return None
        if kind == "average":
            return half_even(self.fit(sum(values), at), len(values))
        if kind == "median":
            values.sort()
            low, high = values[(len(values) - 1) // 2], values[len(values) // 2]
            return low if len(values) % 2 else half_even(low + high, 2)
        if kind == "latest":
            best = max(on_grid(o) if type(o) is int else o for _, o in pairs)
            return [v for v, o in pairs if (on_grid(o) if type(o) is int else o) == best][-1]
        return {"lowest": min, "highest": max}[kind](values)

    # Conditions.

    def all_hold(self, group, at):
        """A filter: entries in order, until one does not hold."""
        try:
            return all(self.holds(c, at) for c in group)
        except NoRate:
            if len(group) > 1:
                raise Unsure from None  # whether another entry leaves the row out first
            raise

    def all_met(self, group, at):
        """Requirements: every line is looked at."""
        return all([self.holds(c, at, True) for c in group])

    def holds(self, c, at, strict=False):
        op = c[0]
        if op == "key":
            return self.asked(c[2], c[3], at, strict, strict)
        if op == "test":
            return self.asked(c[1], c[2], at, False, strict)
        if op == "table":
            return self.all_met(c[1], at) if strict else self.all_hold(c[1], at)
        if op in ("all_of", "any_of", "none_of", "n_of"):
            members = c[2] if op == "n_of" else c[1]
            results = (self.holds(m, at, strict) for m in members)
            if strict or op == "n_of":
                results = list(results)
            if op == "n_of":
                return sum(results) >= c[1]
            return all(results) if op == "all_of" else any(results) == (op == "any_of")
        return bool(self.value(c, at))

    def do_holding(self, e, at):
        requires = self.by_name[e[1]]["requires"]
        at = Place(at.partner, None, at.as_of)
        return self.once((e[1], at.partner["id"], at.as_of), lambda: self.all_met(requires, at))

    do_certification = do_holding

    def ordered(self, v, of):
        if of[0] == "ladder":
            return [n for n, _ in self.by_name[of[1]]["levels"]].index(v)
        return on_grid(v) if type(v) is int else v

    def asked(self, of, t, at, least, strict):
        """Whether what `of` gives passes the test. Whether an amount of any currency is there needs no rate."""
        money = of[0] == "col" and of[1] in money_of(self.program) and COLUMNS[of[1]].get(of[2]) == "money"
        if money and t[0] in ("all_of", "any_of", "none_of"):
            results = (self.asked(of, one, at, least, strict) for one in t[1])
            results = list(results) if strict else results
            return all(results) if t[0] == "all_of" else any(results) == (t[0] == "any_of")
        if money and t[0] in ("present", "absent"):
            cells = self.do_col(("col", of[1], "code"), at), self.raw_cell(of, at)
            return (None not in cells) == (t[0] == "present")
        return self.passes(self.value(of, at), t, at, of, least)

    def passes(self, x, t, at, of, strict):
        """Whether value x, that `of` gave, passes a test; strict: a plain number or date means at least."""
        op = t[0]
        if op in ("all_of", "any_of", "none_of"):
            results = [self.passes(x, one, at, of, strict) for one in t[1]]
            return all(results) if op == "all_of" else any(results) == (op == "any_of")
        if op in ("present", "absent"):
            return (x is not None) == (op == "present")
        if op == "like":
            pattern = "".join(".*" if c == "*" else "." if c == "?" else re.escape(c) for c in t[1])
            return x is not None and re.fullmatch(pattern, x, re.S) is not None
        if op in ("trailing", "this", "last", "since", "before"):
            first, last = self.window(t, at.as_of)
            return x is not None and first <= x <= last
        values = [self.value(v, at) for v in (t[1] if op == "one_of" else t[1:])]
        if op == "plain":
            number_or_date = isinstance(values[0], (int, datetime.date)) and not isinstance(values[0], bool)
            op = "at_least" if strict and number_or_date and of[0] != "ladder" else "is"
        if op == "is_not" and (x is None or values[0] is None):
            return True
        if x is None:
            return False
        x = self.ordered(x, of)
        values = [None if v is None else self.ordered(v, of) for v in values]
        if op == "one_of":
            return x in [v for v in values if v is not None]
        if None in values:
            return False
        if op == "between":
            return values[0] <= x <= values[1]
        v = values[0]
        return {"is": x == v, "is_not": x != v, "at_least": x >= v if op == "at_least" else 0,
                "above": x > v if op == "above" else 0, "at_most": x <= v if op == "at_most" else 0,
                "below": x < v if op == "below" else 0}[op]

    def window(self, t, as_of):
        if t[0] == "trailing":
            _, n, unit, ago = t
            return add_units(as_of + DAY, -(n + ago), unit), add_units(as_of + DAY, -ago, unit) - DAY
        if t[0] == "since":
            return t[1], datetime.date.max
        if t[0] == "before":
            return datetime.date.min, t[1] - DAY
        _, period, ago = t
        start, length = period_start(as_of, period, self.starts), MONTHS[period]
        if t[0] == "this":  # its first day always is in it, also where months end sooner
            start = add_months(start, -ago * length)
            return start, max(start, add_months(as_of + DAY, -ago * length) - DAY)
        return add_months(start, -(ago + 1) * length), add_months(start, -ago * length) - DAY

    # What other rules paid.

    def do_incentive(self, e, at):
        found = self.results[e[1]][at.partner["id"]]
        if found is None:
            raise PartnerError("unknown")
        return found["paid"]

    def do_fund(self, e, at):
        found = self.results[e[1]][at.partner["id"]]
        if found is None:
            raise PartnerError("unknown")
        return found[e[2]]


NAMES = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}
