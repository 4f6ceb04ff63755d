"""Works out generated programs a second time: what `rung evaluate --format json` has to say.

Computes from the trees of writing.py, never from rule text, and shares no code with the engine. Numbers are
integers of 10^-18; products and quotients are rounded half to even there, comparisons and rounding look at 9
places. A partner's error is an exception: what needs the value is unknown, and the partner is noted.
"""
import calendar
import datetime
import re

from writing import BAD, COLUMNS, CURRENCIES, HAPPENED, ONE, decimal

GRID = 10 ** 9
LIMIT = 10 ** 20 * ONE
DAY = datetime.timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class PartnerError(Exception):
    """Something of this partner cannot be worked out."""


# --- numbers and dates --------------------------------------------------------------------------------------

def half_even(n, d):
    if d < 0:
        n, d = -n, -d
    q, r = divmod(n, d)
    return q + (2 * r > d or (2 * r == d and q % 2 == 1))


def on_grid(x):
    size = (abs(x) + GRID // 2) // GRID * GRID
    return size if x >= 0 else -size


def to_places(x, places, how):
    """Rounded to so many decimals, looking at 9 places."""
    x, unit = on_grid(x), 10 ** (18 - places)
    units, rest = divmod(abs(x), unit)
    up = {"half_up": 2 * rest >= unit, "down": False, "up": rest > 0,
          "half_even": 2 * rest > unit or (2 * rest == unit and units % 2 == 1)}[how]
    return (units + up) * unit * (1 if x >= 0 else -1)


def add_months(day, n):
    months = day.year * 12 + day.month - 1 + n
    year, month = divmod(months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day, n, unit):
    unit = unit.rstrip("s")
    if unit in MONTHS:
        return add_months(day, n * MONTHS[unit])
    return day + DAY * n * {"day": 1, "week": 7}[unit]


def period_start(day, period, starts):
    """The first day of the fiscal period that holds `day`: counted from the last start of a year."""
    month, first = map(int, starts.split("-"))
    begin = datetime.date(day.year - 1, month, first)
    while add_months(begin, MONTHS[period]) <= day:
        begin = add_months(begin, MONTHS[period])
    return begin


def months_between(a, b):
    n = (b.year - a.year) * 12 + b.month - a.month
    return n if add_months(a, n) <= b else n - 1


# --- formulas -----------------------------------------------------------------------------------------------

class Place:
    """Whom and which row a formula is about, and as of when."""

    def __init__(self, partner, row, as_of):
        self.partner, self.row, self.as_of = partner, row, as_of


class Oracle:
    def __init__(self, program, data):
        self.program, self.data = program, data
        self.places = CURRENCIES[program["currency"]]
        self.unit = 10 ** (18 - self.places)
        self.starts = program["year_starts"]
        self.by_name = {d["name"]: d for d in program["declarations"]}
        self.known, self.failed = {}, set()
        key = (lambda r: r["id"].encode()) if program["text_ids"] else (lambda r: r["id"])
        self.partners = sorted(data["partner"], key=lambda p: p["id"].encode())
        self.rows = {s: {p["id"]: [] for p in self.partners} for s in COLUMNS if s != "partner"}
        for source, of in self.rows.items():
            for row in sorted(data[source], key=key):
                if row["partner"] in of:
                    of[row["partner"]].append(row)

    def rounding(self, d):
        return d.get("rounding") or self.program["rounding"] or "half_up"

    def rows_of(self, source, at):
        """The partner's rows that exist: what happens after as_of does not."""
        rows = self.rows[source][at.partner["id"]]
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

    def wrong(self, at, message):
        self.failed.add(at.partner["id"])
        return PartnerError(message)

    def value(self, e, at):
        return getattr(self, "do_" + NAMES.get(e[0], e[0]))(e, at)

    def both(self, e, at):
        return self.value(e[1], at), self.value(e[2], at)

    def do_lit(self, e, at):
        return e[1]

    do_text = do_boolean = do_date = do_level = do_lit

    def do_as_of(self, e, at):
        return at.as_of

    def do_col(self, e, at):
        cell = (at.partner if e[1] == "partner" else at.row)[e[2]]
        if cell == BAD:
            raise self.wrong(at, "cell")
        return cell

    def do_metric(self, e, at):
        of = Place(at.partner, None, at.as_of)
        return self.once((e[1], at.partner["id"], at.as_of), lambda: self.value(self.by_name[e[1]]["value"], of))

    def do_setting(self, e, at):
        return self.value(self.by_name[e[1]]["value"], Place(at.partner, None, at.as_of))

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
            return self.fit(sum(half_even((end - f) * v, ONE) for (f, v), end in zip(bands, ends)), at)
        if last + 1 == len(bands):
            return value
        end, target = bands[last + 1]
        return self.fit(value + half_even((x - start) * (target - value), end - start), at)

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
        return self.value(e[1], Place(at.partner, at.row, day))

    def do_agg(self, e, at):
        _, kind, source, x, order, where = e
        rows = [Place(at.partner, r, at.as_of) for r in self.rows_of(source, at)]
        rows = [r for r in rows if self.all_hold(where or [], r)]
        if kind == "exists":
            return bool(rows)
        if kind == "count":
            return len(rows) * ONE
        pairs = [(self.value(x, r), self.value(order, r) if order else 0) for r in rows]
        pairs = [(v, o) for v, o in pairs if v is not None and o is not None]
        values = [v for v, _ in pairs]
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
        return all(self.holds(c, at) for c in group)

    def all_met(self, group, at):
        """Requirements: every line is looked at."""
        return all([self.holds(c, at, True) for c in group])

    def holds(self, c, at, strict=False):
        op = c[0]
        if op == "key":
            return self.passes(self.value(c[2], at), c[3], at, c[2], strict)
        if op == "test":
            return self.passes(self.value(c[1], at), c[2], at, c[1], False)
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
        if t[0] == "this":
            return add_months(start, -ago * length), add_months(as_of + DAY, -ago * length) - DAY
        return add_months(start, -(ago + 1) * length), add_months(start, -ago * length) - DAY

    # Where partners stand.

    def do_ladder(self, e, at):
        at = Place(at.partner, None, self.program["as_of"])
        return self.once((e[1], at.partner["id"]), lambda: self.level_of(self.by_name[e[1]], at))

    def level_of(self, d, at):
        if d.get("applies_to") and not self.all_hold(d["applies_to"], at):
            return None
        names = [n for n, _ in d["levels"]]
        current = self.value(d["current"], at) if d.get("current") else None
        if current is not None and current not in names:
            raise self.wrong(at, "no level")
        met = [self.all_met(requires, at) for _, requires in d["levels"]]
        if d["cumulative"]:
            met = [all(met[:i + 1]) for i in range(len(met))]
        reached = [n for n, holds in zip(names, met) if holds]
        return reached[-1] if reached else None


NAMES = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}


# --- money ----------------------------------------------------------------------------------------------------

def key_of(value):
    return on_grid(value) if type(value) is int else value.encode() if isinstance(value, str) else value


def order_key(value):
    """No value last; numbers and dates by value, texts by bytes."""
    return (value is None, 0 if value is None else key_of(value))


def hand_out(parts, remainders, left):
    """One unit each to the largest remainders, the first of equals first."""
    for i in sorted(range(len(parts)), key=lambda i: (-remainders[i], i))[:left]:
        parts[i] += 1
    return parts


def divide(total, weights, unit):
    """`total` units in proportion to the weights, in whole units that add up."""
    units, whole = total // unit, sum(weights)
    cut = [divmod(units * w, whole) for w in weights]
    parts = hand_out([q for q, _ in cut], [r for _, r in cut], units - sum(q for q, _ in cut))
    return [p * unit for p in parts]


class Line:
    def __init__(self, at, row, paid):
        self.at, self.row, self.paid = at, row, paid


class Caps:
    """The limits of one rule: their values for each partner, cut down to the minor unit."""

    def __init__(self, oracle, declaration):
        self.oracle = oracle
        order = {"row": 0, "claim": 0, "payee": 2, "partner": 3, "total": 4}
        self.caps = sorted(declaration.get("cap") or [], key=lambda c: (order.get(c[0], 1), c[0].encode()))
        self.taken = {}

    def limit(self, cap, at):
        value = self.oracle.value(cap[1], at)
        if value is None:
            raise self.oracle.wrong(at, "cap without a value")
        return max(0, to_places(value, self.oracle.places, "down"))

    def check(self, line):
        """Limits without a value are found before anything is cut."""
        for cap in self.caps:
            self.limit(cap, line.at if cap[0] in ("row", "claim") else Place(line.at.partner, None, line.at.as_of))

    def account(self, cap, line, payee):
        who = line.at.partner["id"]
        if cap[0] == "total":
            return (cap[0],)
        if cap[0] == "partner":
            return (cap[0], who)
        if cap[0] == "payee":
            return (cap[0], who, payee)
        cell = line.row[cap[0]]
        return (cap[0], who, None if cell is None else key_of(cell))

    def cut(self, cap, line, amount, payee=None):
        """What the cap leaves of an amount."""
        if amount <= 0:
            return amount
        if cap[0] in ("row", "claim"):
            return min(amount, self.limit(cap, line.at))
        limit = self.limit(cap, Place(line.at.partner, None, line.at.as_of))
        return min(amount, max(0, limit - self.taken.get(self.account(cap, line, payee), 0)))

    def take(self, cap, line, amount, payee=None):
        if cap[0] not in ("row", "claim"):
            account = self.account(cap, line, payee)
            self.taken[account] = self.taken.get(account, 0) + amount


def due(oracle, d, at):
    return oracle.all_met(d.get("requires") or [], at)


def lines_of(oracle, d, at):
    """The partner's lines before any cap, with payees; raises when one is unknown."""
    if not due(oracle, d, at):
        return []
    places = [at]
    if d["each"]:
        places = [Place(at.partner, row, at.as_of) for row in oracle.rows_of(d["each"], at)]
        places = [p for p in places if oracle.all_hold(d.get("where") or [], p)]
    lines, problem = [], None
    caps = Caps(oracle, d)
    for place in places:
        line = Line(place, place.row, 0)
        try:
            line.paid = oracle.value(d["pays"], place)
            line.payee = oracle.value(d["to"], place) if d.get("to") else None
            oracle.value(d["order"], place) if d.get("order") else None
            if line.paid is None or (d.get("to") and line.payee is None):
                raise oracle.wrong(place, "nothing to pay, or nobody")
            caps.check(line)
        except PartnerError as wrong:
            problem = problem or wrong
        lines.append(line)
    if problem:
        raise problem
    return lines


def incentive(oracle, d, places):
    """By partner: (paid, by payee), or None where it is unknown."""
    how, exact = oracle.rounding(d), d.get("rounds") == "partner"
    lines, out = {}, {}
    for at in places:
        try:
            lines[at.partner["id"]] = lines_of(oracle, d, at)
        except PartnerError:
            out[at.partner["id"]] = None
    by_partner = [line for own in lines.values() for line in own]
    order = (lambda line: order_key(oracle.value(d["order"], line.at))) if d.get("order") else (lambda line: 0)
    across = sorted(by_partner, key=order)
    for who in lines:
        lines[who].sort(key=order)
    sequence = [line for own in lines.values() for line in own]
    for line in sequence:
        line.paid = line.paid if exact else to_places(line.paid, oracle.places, how)
    caps = Caps(oracle, d)
    for cap in caps.caps:
        if cap[0] == "total" and d.get("when_exhausted") == "prorate":
            prorate(oracle, caps.limit(cap, across[0].at) if across else 0, across)
            continue
        for line in across if cap[0] == "total" else sequence:
            line.paid = caps.cut(cap, line, line.paid, line.payee)
            caps.take(cap, line, line.paid, line.payee)
    if exact:
        total = next((c for c in caps.caps if c[0] == "total"), None)
        round_partners(oracle, lines, how, caps.limit(total, across[0].at) if total and across else None)
    for who, own in lines.items():
        payees = {}
        for line in own:
            if line.payee is not None and line.paid != 0:
                payees[line.payee] = payees.get(line.payee, 0) + line.paid
        out[who] = (sum(line.paid for line in own), payees)
    return out


def prorate(oracle, limit, lines):
    positive = [line for line in lines if line.paid > 0]
    target = limit - sum(line.paid for line in lines if line.paid < 0)
    if sum(line.paid for line in positive) <= target:
        return
    target = to_places(target, oracle.places, "down")
    parts = divide(target, [line.paid for line in positive], oracle.unit)
    for line, part in zip(positive, parts):
        line.paid = part


def round_partners(oracle, lines, how, most):
    """Partners' sums are rounded; the last that were rounded up keep cap.total; lines add up to their sums."""
    unit = oracle.unit
    exact = {who: sum(line.paid for line in own) for who, own in lines.items()}
    sums = {who: to_places(x, oracle.places, how) for who, x in exact.items()}
    if most is not None:
        for who in reversed(list(sums)):
            if sum(sums.values()) > most and sums[who] > exact[who]:
                sums[who] -= unit
    for who, own in lines.items():
        if not own:
            continue
        sign = -1 if sums[who] < 0 else 1
        cut = [divmod(sign * line.paid, unit) for line in own]
        left = sign * sums[who] // unit - sum(q for q, _ in cut)
        parts = hand_out([q for q, _ in cut], [r for _, r in cut], left)
        for line, part in zip(own, parts):
            line.paid = sign * part * unit


def payers(d):
    """Who pays, in byte order; the partner, who takes what is cut, is always one of them."""
    named = dict(d["shares"])
    named.setdefault("partner", ("lit", 0, "percent"))
    return sorted(named.items(), key=lambda s: s[0].encode())


def share_out(oracle, d, amount, at):
    shares = [(name, oracle.value(part, at)) for name, part in payers(d)]
    whole, unit, sign = sum(part for _, part in shares), oracle.unit, -1 if amount < 0 else 1
    units = abs(amount) // unit
    if not d.get("remainder"):
        return {n: sign * p for (n, _), p in zip(shares, divide(abs(amount), [p for _, p in shares], unit))}
    # Money looks at 9 places: 2/7 of 0.28 is 0.08, though the nearest decimal of 2/7 makes it a little less.
    parts = {n: on_grid(units * unit * p // whole) // unit for n, p in shares}
    parts[d["remainder"]] += units - sum(parts.values())
    return {n: sign * p * unit for n, p in parts.items()}


def claim_rows(oracle, d, at, is_due):
    rows = [Place(at.partner, row, at.as_of) for row in oracle.rows_of(d["claims"], at)]
    rows = [r for r in rows if oracle.all_hold(d.get("where") or [], r)]
    caps, claims, problem = Caps(oracle, d), [], None
    for place in rows:
        line = Line(place, place.row, 0)
        try:
            amount = oracle.value(d["amount"], place)
            if amount is None:
                raise oracle.wrong(place, "no amount")
            line.paid = to_places(amount, oracle.places, oracle.rounding(d))
            for cap in caps.caps:
                if cap[0] == "claim":
                    caps.limit(cap, place)
                elif is_due:
                    caps.limit(cap, Place(at.partner, None, at.as_of))
        except PartnerError as wrong:
            problem = problem or wrong
        claims.append(line)
    if problem:
        raise problem
    return claims


def fund(oracle, d, places):
    """By partner: what the JSON shows of the fund, or None where it is unknown."""
    out, claims, dues, how = {}, [], {}, oracle.rounding(d)
    for at in places:
        who = at.partner["id"]
        out[who] = None
        try:
            is_due = due(oracle, d, at)
            figures = {}
            for field, asked in (("opening", True), ("accrues", is_due)):
                value = oracle.value(d[field], at) if asked and d.get(field) else 0
                if value is None:
                    raise oracle.wrong(at, field)
                figures[field] = to_places(value, oracle.places, how)
            own = claim_rows(oracle, d, at, is_due)
        except PartnerError:
            continue
        dues[who] = is_due
        claims += own
        out[who] = {"opening": figures["opening"], "accrued": figures["accrues"], "paid": 0, "expired": 0, "claims": []}
    order = d.get("order") or ("col", d["claims"], HAPPENED[d["claims"]])
    caps = Caps(oracle, d)
    for line in sorted(claims, key=lambda line: order_key(oracle.value(order, line.at))):
        who = line.at.partner["id"]
        out[who]["claims"].append(decide(oracle, d, caps, line, dues[who], out[who]))
    for figures in out.values():
        if figures:
            figures["balance"] = figures["opening"] + figures["accrued"] - figures["paid"]
    return out


def decide(oracle, d, caps, line, is_due, figures):
    claim = {"id": str(line.row["id"]), "amount": line.paid, "limited_by": None, "decision": "rejected",
             "shares": {name: 0 for name, _ in payers(d)}, "reasons": 0}
    failed = [c for c in d.get("approves") or [] if not oracle.holds(c, line.at)]
    if failed or not is_due:
        claim["reasons"] = len(failed) + (not is_due)
        return claim
    shares = share_out(oracle, d, line.paid, Place(line.at.partner, None, line.at.as_of))
    asked = part = shares.get("vendor", 0)
    if part > 0:
        for cap in caps.caps:
            left = caps.cut(cap, line, part)
            claim["limited_by"] = cap[0] if left < part else claim["limited_by"]
            part = left
        left = max(0, figures["opening"] + figures["accrued"] - figures["paid"])
        claim["limited_by"] = "balance" if left < part else claim["limited_by"]
        part = min(part, left)
    if part < asked and (part == 0 or d.get("partial") is False):
        claim["reasons"] = 1
        return claim
    claim["decision"] = "partial" if part < asked else "approved"
    if "vendor" in shares:
        shares["vendor"] = part
    shares["partner"] += asked - part
    claim["shares"] = shares
    figures["paid"] += part
    for cap in caps.caps:
        caps.take(cap, line, part)
    return claim


# --- what is to be printed --------------------------------------------------------------------------------------

def shown(value, unit, places):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, datetime.date):
        return str(value)
    value = on_grid(value)
    if unit in ("count", "days") and value % ONE == 0:
        return value // ONE
    text = decimal(value)
    if unit == "money":
        whole, _, part = text.partition(".")
        text = whole + ("." + part.ljust(places, "0") if part or places else "")
    return text


def paid(value, places):
    return shown(value, "money", places)


def size(found):
    """The largest amount of what an incentive or a fund came to for a partner."""
    amounts = [v for v in (found.values() if isinstance(found, dict) else found) if type(v) is int]
    return max(map(abs, amounts), default=0)


def answer(of, *arguments):
    """A value, or None where it is unknown."""
    try:
        return of(*arguments)
    except PartnerError:
        return None


def expected(program, data):
    """The part of the JSON that this oracle vouches for, reasons of claims as their number; None where sums over
    partners come near the largest number."""
    oracle = Oracle(program, data)
    money = oracle.places
    places = [Place(p, None, program["as_of"]) for p in oracle.partners]
    partners = {p["id"]: {"id": p["id"], "metrics": {}, "ladders": {}, "certifications": {}, "obligations": {},
                          "incentives": {}, "payees": {}, "funds": {}} for p in oracle.partners}
    payout = {who: 0 for who in partners}
    totals = {"incentives": {}, "funds": {}}
    results = {}
    for d in program["declarations"]:
        name = d["name"]
        if d["noun"] in ("incentive", "spiff"):
            results[name] = incentive(oracle, d, places)
            continue
        if d["noun"] == "fund":
            results[name] = fund(oracle, d, places)
            continue
        for at in places:
            own = partners[at.partner["id"]]
            if d["noun"] == "metric":
                value = answer(oracle.value, ("metric", name), at)
                own["metrics"][name] = shown(value, d["unit"] or d["measure"], money)
            elif d["noun"] == "ladder":
                own["ladders"][name] = answer(oracle.value, ("ladder", name), at)
            elif d["noun"] in ("certification", "obligation"):
                own[d["noun"] + "s"][name] = answer(oracle.value, ("holding", name), at)
    fine = [who for who in partners if who not in oracle.failed]
    if any(size(found) > LIMIT // 1000 for of in results.values() for found in of.values() if found):
        return None  # sums over partners may not fit: which of them is left out then is the engine's own affair
    for d in program["declarations"]:
        name = d["name"]
        if d["noun"] in ("incentive", "spiff"):
            for who, found in results[name].items():
                partners[who]["incentives"][name] = paid(found[0], money) if found else None
                payout[who] += found[0] if found else 0
                if found and found[1]:
                    partners[who]["payees"][name] = {k: paid(v, money) for k, v in found[1].items()}
            totals["incentives"][name] = paid(sum(results[name][who][0] for who in fine), money)
        if d["noun"] == "fund":
            for who, found in results[name].items():
                payout[who] += found["paid"] if found else 0
                partners[who]["funds"][name] = fund_shown(found, money)
            totals["funds"][name] = {k: paid(sum(results[name][who][k] for who in fine), money)
                                     for k in ("accrued", "paid", "expired", "balance")}
    for who, own in partners.items():
        own["payout"] = paid(payout[who], money) if who in fine else None
    totals["payout"] = paid(sum(payout[who] for who in fine), money)
    totals["partners"], totals["errors"] = len(partners), len(partners) - len(fine)
    return {"partners": list(partners.values()), "totals": totals, "failed": sorted(oracle.failed)}


def fund_shown(found, places):
    if not found:
        return None
    out = {k: paid(found[k], places) for k in ("opening", "accrued", "paid", "expired", "balance")}
    out["claims"] = [dict(c, amount=paid(c["amount"], places),
                          shares={k: paid(v, places) for k, v in c["shares"].items()}) for c in found["claims"]]
    return out
