"""Works out which partner gets each row of a routing."""
from exact import on_grid, order_key, to_places
from formulas import Place
from problems import PartnerError
from writing import HAPPENED, UNOWNED


def asks_of(e, source):
    """Whether a formula or condition reads a column of the row."""
    if isinstance(e, tuple) and e[:2] in (("col", source), ("through", source)):
        return True
    if isinstance(e, tuple) and (e[:1] == ("agg",) and e[2] == source or e[:1] == ("per",) and e[1][2] == source):
        return False  # its rows are its own
    return isinstance(e, (tuple, list)) and any(asks_of(x, source) for x in e)


def taken_rows(oracle, d):
    """The rows in order, each once, whoever's they are."""
    source = d["each"]
    if source in UNOWNED:
        rows = oracle.row_places(source, Place(None, None, oracle.program["as_of"]))
    else:
        rows = [r for of in oracle.everybody(oracle.program["as_of"]) for r in oracle.row_places(source, of)]
        rows.sort(key=lambda r: oracle.row_key(r.row))
    for r in rows:
        r.outer = None  # they are the rule's own
    rows = [r for r in rows if oracle.all_hold(d.get("where") or [], r)]
    order = d.get("order") or (("col", source, HAPPENED[source]) if source in HAPPENED else None)
    return sorted(rows, key=lambda r: order_key(oracle.value(order, r))) if order else rows


class Candidate:
    """A partner who meets what does not depend on the row."""

    def __init__(self, oracle, d, at):
        self.at, self.fits, self.preferred, self.limit, self.rows = at, True, 0, None, []
        self.asked = [c for c in d["to"] if asks_of(c, d["each"])]
        self.fits = oracle.all_met([c for c in d["to"] if c not in self.asked], at)
        self.by_row = d.get("prefers") if d.get("prefers") and asks_of(d["prefers"], d["each"]) else None
        if self.fits and d.get("prefers") and not self.by_row:
            self.preferred = oracle.value(d["prefers"], at)
            self.fits = self.preferred is not None
        if self.fits and d.get("cap"):
            limit = oracle.value(d["cap"][0][1], at)
            if limit is None:
                raise oracle.wrong(at, "cap")
            self.limit = to_places(limit, 0, "down")

    def wants(self, oracle, row):
        """How much the partner is preferred for the row; None: it does not get it."""
        if not self.fits or (self.limit is not None and len(self.rows) * 10 ** 18 >= self.limit):
            return None
        here = Place(self.at.partner, row.row, self.at.as_of, row.source)
        if not oracle.all_met(self.asked, here):
            return None
        x = oracle.value(self.by_row, here) if self.by_row else self.preferred
        return None if x is None else on_grid(x)


def route(oracle, d, places):
    """(rows by partner, None where it is unknown; rows that nobody can take)"""
    candidates, out, left = [], {}, []
    for at in places:
        try:
            candidates.append(Candidate(oracle, d, at))
            out[at.partner["id"]] = candidates[-1].rows
        except PartnerError:
            out[at.partner["id"]] = None
    for row in taken_rows(oracle, d):
        wants = [(c.wants(oracle, row), c) for c in candidates]
        wants = [(-x, len(c.rows), n, c) for n, (x, c) in enumerate(wants) if x is not None]
        if wants:
            min(wants)[3].rows.append(str(row.row["id"]))
        else:
            left.append(str(row.row["id"]))
    return out, left
