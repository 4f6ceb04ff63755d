"""Works out what generated programs pay: lines of incentives, caps, and funds with their claims."""
from exact import hand_out, key_of, on_grid, order_key, to_places
from formulas import Place
from problems import PartnerError
from writing import HAPPENED


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
