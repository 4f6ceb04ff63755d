"""Works out what generated programs pay: lines of incentives, caps, and funds with their claims."""
from fractions import Fraction

from exact import half_even, hand_out, key_of, on_grid, order_key, to_places
from formulas import Place
from lots import Lot, Lots
from problems import PartnerError
from writing import HAPPENED, ONE


def divide(total, weights, unit):
    """`total` units in proportion to the weights, in whole units that add up."""
    units, whole = total // unit, sum(weights)
    cut = [divmod(units * w, whole) for w in weights]
    parts = hand_out([q for q, _ in cut], [Fraction(r * unit, whole) for _, r in cut], units - sum(q for q, _ in cut))
    return [p * unit for p in parts]


class Line:
    def __init__(self, at, row, paid):
        self.at, self.row, self.paid, self.payee, self.out = at, row, paid, None, False


def of_row(e):
    """Whether what is written asks of the row."""
    return isinstance(e, (tuple, list)) and (e[:1] == ("col",) and e[1] != "partner" or any(of_row(x) for x in e))


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
            self.limit(cap, self.place(cap, line))

    @staticmethod
    def by_row(cap):
        return cap[0] in ("row", "claim") or cap[0] not in ("payee", "partner", "total") and of_row(cap[1])

    def place(self, cap, line):
        return line.at if self.by_row(cap) else Place(line.at.partner, None, line.at.as_of)

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
        limit = self.limit(cap, self.place(cap, line))
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
        places = [Place(at.partner, row, at.as_of, d["each"], order=d.get("order")) for row in oracle.rows_of(d["each"], at)]
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


class Settling:
    """One incentive while it is settled."""

    def __init__(self, oracle, d, places):
        self.oracle, self.d, self.caps, self.places = oracle, d, Caps(oracle, d), places
        self.how, self.exact = oracle.rounding(d), d.get("rounds") == "partner"
        self.lines, self.unknown, self.carries = {}, set(), {}
        for at in places:
            try:
                self.lines[at.partner["id"]] = lines_of(oracle, d, at)
            except PartnerError:
                self.unknown.add(at.partner["id"])
            try:
                self.carries[at.partner["id"]] = self.carry_of(at)
            except PartnerError:
                self.unknown.add(at.partner["id"])

    def carry_of(self, at):
        """(due, opening in whole units, least that is paid)"""
        figures, is_due = {}, due(self.oracle, self.d, at)
        for field in ("opening", "minimum"):
            asked = self.d.get(field) and (is_due or field == "opening")
            figures[field] = self.oracle.value(self.d[field], at) if asked else 0
            if figures[field] is None:
                raise self.oracle.wrong(at, field)
        return is_due, to_places(figures["opening"], self.oracle.places, self.how), figures["minimum"]

    def forget(self, unknown):
        """Partners to whom this rule pays nothing for sure are known all the same."""
        unknown = {who for who in unknown if who in self.unknown or self.carries[who][0]}
        self.unknown |= unknown
        for who in unknown:
            self.lines.pop(who, None)

    def exclude(self):
        """Lines that are not paid because another incentive pays."""
        for other in self.d.get("not_with") or []:
            b = self.oracle.results[other]
            by_row = self.d["each"] and self.oracle.by_name[other]["each"] == self.d["each"]
            for who in list(self.lines):
                if b[who] is None:
                    self.forget({who})
                    continue
                for line in self.lines[who]:
                    paid = b[who]["rows"].get(line.row["id"], 0) if by_row else b[who]["any"]
                    line.out = line.out or paid != 0

    def begin(self):
        """Rounds, and cuts to cap.row."""
        order = self.d.get("order")
        key = (lambda line: order_key(self.oracle.value(order, line.at))) if order else (lambda line: 0)
        in_rows = [line for own in self.lines.values() for line in own]
        self.across = sorted(in_rows, key=key)
        for who in self.lines:
            self.lines[who] = sorted(self.lines[who], key=key)
        self.sequence = [line for own in self.lines.values() for line in own]
        for line in self.sequence:
            line.paid = 0 if line.out else line.paid if self.exact else to_places(line.paid, self.oracle.places, self.how)
        for cap in self.caps.caps:
            if cap[0] == "row":
                self.cut(cap, self.sequence)

    def cut(self, cap, lines):
        for line in lines:
            line.paid = self.caps.cut(cap, line, line.paid, line.payee)
            self.caps.take(cap, line, line.paid, line.payee)

    def finish(self):
        """The other caps; by partner what is paid, or None."""
        oracle, across = self.oracle, self.across
        for cap in self.caps.caps:
            if cap[0] == "total" and self.d.get("when_exhausted") == "prorate":
                prorate(oracle, self.caps.limit(cap, across[0].at) if across else 0, across, self.exact)
            elif cap[0] != "row":
                self.cut(cap, across if cap[0] == "total" else self.sequence)
        if self.exact:
            total = next((c for c in self.caps.caps if c[0] == "total"), None)
            round_partners(oracle, self.lines, self.how,
                           self.caps.limit(total, across[0].at) if total and across else None, self.rooms)
        out = dict.fromkeys(self.unknown)
        for who, own in self.lines.items():
            out[who] = self.pay_out(own, *self.carries[who])
        return out

    def rooms(self, who):
        """What each column's value and payee of a partner may add up to, and by line which of them it adds to."""
        limits, accounts = {}, {}
        for cap in self.caps.caps:
            for line in self.lines[who]:
                if cap[0] in ("row", "partner", "total"):
                    continue
                account = self.caps.account(cap, line, line.payee)
                limits[account] = self.caps.limit(cap, self.caps.place(cap, line))
                accounts.setdefault(id(line), []).append(account)
        return limits, accounts

    def pay_out(self, own, is_due, opening, minimum):
        whole = opening + sum(line.paid for line in own)
        paid, keeps = whole, bool(self.d.get("opening") or self.d.get("minimum"))
        if keeps and not (is_due and whole > 0 and on_grid(whole) >= on_grid(minimum)):
            paid, own = 0, []
        payees = {}
        for line in own:
            if line.payee is not None and line.paid != 0:
                payees[line.payee] = payees.get(line.payee, 0) + line.paid
        return {"paid": paid, "any": paid != 0 or any(line.paid for line in own), "payees": payees, "carried": whole - paid if keeps else None,
                "rows": {line.row["id"]: line.paid for line in own if line.row}}


def compete(rules):
    """Of the lines for the same row, or partner, of several rules only the largest pays."""
    best = {}
    for s in sorted(rules, key=lambda s: s.d["name"].encode()):
        for line in s.sequence:
            row = (line.at.partner["id"], line.row and line.row["id"])
            if not line.out and (row not in best or on_grid(line.paid) > on_grid(best[row].paid)):
                best[row] = line
    for s in rules:
        for line in s.sequence:
            if line not in best.values():
                line.paid = 0


def incentives(oracle, group, places):
    """Settles one incentive, or those that compete; by name and partner what is paid, None where it is unknown."""
    rules = [Settling(oracle, d, places) for d in group]
    for s in rules:
        s.exclude()
    unknown = set().union(*(s.unknown for s in rules))
    for s in rules:
        s.forget(unknown)
        s.begin()
    if len(rules) > 1:
        compete(rules)
    for s in rules:
        oracle.results[s.d["name"]] = s.finish()


def prorate(oracle, limit, lines, exact):
    positive = [line for line in lines if line.paid > 0]
    target = limit - sum(line.paid for line in lines if line.paid < 0)
    if sum(line.paid for line in positive) <= target:
        return
    if exact:
        whole = sum(line.paid for line in positive)
        for line in positive:
            line.paid = half_even(line.paid * max(0, target), whole)
        return
    target = to_places(target, oracle.places, "down")
    parts = divide(target, [line.paid for line in positive], oracle.unit)
    for line, part in zip(positive, parts):
        line.paid = part


def round_partners(oracle, lines, how, most, rooms):
    """Partners' sums are rounded; the last that were rounded up keep cap.total; lines add up to their sums."""
    unit = oracle.unit
    exact = {who: sum(line.paid for line in own) for who, own in lines.items()}
    sums = {who: to_places(x, oracle.places, how) for who, x in exact.items()}
    if most is not None:
        for who in reversed(list(sums)):
            if sum(sums.values()) > most and sums[who] > on_grid(exact[who]):
                sums[who] -= unit
    for who, own in lines.items():
        if not own:
            continue
        sign = -1 if sums[who] < 0 else 1
        cut = [divmod(sign * line.paid, unit) for line in own]
        left = sign * sums[who] // unit - sum(q for q, _ in cut)
        for line, part in zip(own, hand_out_within(own, cut, left, sign, unit, *rooms(who))):
            line.paid = sign * part * unit


def hand_out_within(own, cut, left, sign, unit, limits, accounts):
    """As hand_out, but to no line whose accounts would pass what they may add up to."""
    if not limits:
        return hand_out([q for q, _ in cut], [r for _, r in cut], left)
    parts = [q for q, _ in cut]

    def over(more=0):
        sums = {}
        for n, line in enumerate(own):
            for account in accounts.get(id(line), []):
                sums[account] = sums.get(account, 0) + (parts[n] + (n == more)) * unit * sign
        return {account for account, amount in sums.items() if amount > limits[account]}

    first = sorted((n for n, (_, r) in enumerate(cut) if r), key=lambda n: (-on_grid(cut[n][1]), n))
    given = set()
    for n in first:
        if sign < 0 and over(None) & set(accounts.get(id(own[n]), [])):
            given.add(n)
            parts[n] += 1
    for n in first:
        if len(given) < left and n not in given and (sign < 0 or not over(n) & set(accounts.get(id(own[n]), []))):
            given.add(n)
            parts[n] += 1
    return parts


def payers(d):
    """Who pays, in byte order; vendor and partner are always among them."""
    named = dict(d["shares"])
    for who in ("vendor", "partner"):
        named.setdefault(who, ("lit", 0, "percent"))
    return sorted(named.items(), key=lambda s: s[0].encode())


def place_of_shares(d, at):
    return at if any(of_row(part) for _, part in d["shares"]) else Place(at.partner, None, at.as_of)


def check_shares(oracle, d, at):
    parts = [oracle.value(part, place_of_shares(d, at)) for _, part in payers(d)]
    if None in parts or min(parts) < 0 or on_grid(sum(parts)) != ONE:
        raise oracle.wrong(at, "shares")


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
    order = d.get("order") or ("col", d["claims"], HAPPENED[d["claims"]])
    rows = [Place(at.partner, row, at.as_of, d["claims"], order=order) for row in oracle.rows_of(d["claims"], at)]
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
                if is_due or caps.by_row(cap):
                    caps.limit(cap, caps.place(cap, line))
            if is_due and all(oracle.holds(c, place) for c in d.get("approves") or []):
                check_shares(oracle, d, place)
        except PartnerError as wrong:
            problem = problem or wrong
        claims.append(line)
    if problem:
        raise problem
    return claims


def accrue(oracle, d, at):
    """(amount of the whole, lots) of a partner who meets what is required."""
    if not d.get("each"):
        value = oracle.value(d["accrues"], at)
        if value is None:
            raise oracle.wrong(at, "accrues")
        return to_places(value, oracle.places, oracle.rounding(d)), None
    lots, problem = [], None
    for row in oracle.rows_of(d["each"], at):
        place = Place(at.partner, row, at.as_of, d["each"])
        try:
            value = oracle.value(d["accrues"], place)
            last = oracle.value(d["expires"], place) if d.get("expires") else None
            if value is None:
                raise oracle.wrong(at, "accrues")
            lots.append(Lot(row[HAPPENED[d["each"]]], to_places(value, oracle.places, oracle.rounding(d)), last, len(lots)))
        except PartnerError as wrong:
            problem = problem or wrong
    if problem:
        raise problem
    return sum(lot.amount for lot in lots), lots


def fund(oracle, d, places):
    """By partner: what the JSON shows of the fund, or None where it is unknown."""
    out, claims, dues, how = {}, [], {}, oracle.rounding(d)
    for at in places:
        who = at.partner["id"]
        out[who] = None
        try:
            is_due = due(oracle, d, at)
            opening = oracle.value(d["opening"], at) if d.get("opening") else 0
            if opening is None:
                raise oracle.wrong(at, "opening")
            accrued, lots = accrue(oracle, d, at) if is_due else (0, None)
            own = claim_rows(oracle, d, at, is_due)
        except PartnerError:
            continue
        dues[who] = is_due
        claims += own
        opening = to_places(opening, oracle.places, how)
        out[who] = {"opening": opening, "accrued": accrued, "paid": 0, "expired": 0, "claims": [],
                    "lots": Lots(opening, lots if lots is not None else [Lot(None, accrued, None, 0)], at.as_of)}
    order = d.get("order") or ("col", d["claims"], HAPPENED[d["claims"]])
    caps = Caps(oracle, d)
    for line in sorted(claims, key=lambda line: order_key(oracle.value(order, line.at))):
        who = line.at.partner["id"]
        out[who]["claims"].append(decide(oracle, d, caps, line, dues[who], out[who]))
    for figures in out.values():
        if figures:
            figures["expired"] = figures["lots"].expired()
            figures["balance"] = figures["opening"] + figures["accrued"] - figures["paid"] - figures["expired"]
    return out


def decide(oracle, d, caps, line, is_due, figures):
    claim = {"id": str(line.row["id"]), "amount": line.paid, "limited_by": None, "decision": "rejected",
             "shares": {name: 0 for name, _ in payers(d)}, "reasons": 0}
    failed = [c for c in d.get("approves") or [] if not oracle.holds(c, line.at)]
    if failed or not is_due:
        claim["reasons"] = len(failed) + (not is_due)
        return claim
    shares = share_out(oracle, d, line.paid, place_of_shares(d, line.at))
    asked = part = shares["vendor"]
    day = line.row[HAPPENED[d["claims"]]]
    if part > 0:
        for cap in caps.caps:
            left = caps.cut(cap, line, part)
            claim["limited_by"] = cap[0] if left < part else claim["limited_by"]
            part = left
        left = figures["lots"].balance(day)
        claim["limited_by"] = "balance" if left < part else claim["limited_by"]
        part = min(part, left)
    if part < asked and (part == 0 or d.get("partial") is False):
        claim["reasons"] = 1
        return claim
    claim["decision"] = "partial" if part < asked else "approved"
    shares["vendor"] = part
    shares["partner"] += asked - part
    claim["shares"] = shares
    figures["paid"] += part
    figures["lots"].use(part, day)
    for cap in caps.caps:
        caps.take(cap, line, part)
    return claim
