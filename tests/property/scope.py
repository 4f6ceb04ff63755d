"""Where a generated formula stands, and the texts of columns."""

TEXTS = {
    "region": ["NA", "EMEA", "APAC"], "kind": ["var", "msp", "si"], "tier": ["bronze", "silver", "gold"],
    "product": ["SEC-1", "SEC-20", "CLOUD", "sec-1", "C?"], "status": ["won", "lost", "open"],
    "rep": ["r1", "r2", "R3", "r10"], "person": ["ann", "r1", "r2", "dee"], "area": ["security", "event", "mdf"],
    "family": ["hw", "sw", "svc"], "item": ["I1", "I2", "I3"],
    "fund": ["mdf", "coop"], "activity": ["event", "webinar", "print"],
}
SPOILT = ("amount", "budget")  # columns whose cells may be wrong: filters do not ask them


class Scope:
    """Which rows and names a formula may read, and whether it may go wrong."""

    def __init__(self, row=None, pure=False, safe=False, aggregates=True, rule=False, rows=None):
        self.row, self.pure, self.safe, self.aggregates = row, pure, safe, aggregates
        self.rule = rule  # the row is one of a rule's own
        self.rows = rows if rows is not None else ([row] if row else [])  # those at hand, the innermost last

    def inside(self, source):
        """In the filter of an aggregate over another source."""
        return Scope(source, self.pure, True, False, False, self.rows + [source])
