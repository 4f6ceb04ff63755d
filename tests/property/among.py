"""Groups of rows, and a row among the others of its source: per, within, so_far, position."""
from exact import DAY, MONTHS, add_months, key_of, order_key, period_start
from problems import NoRate, PartnerError, Unsure


class Among:
    """A part of formulas.Formulas."""

    def groups_of(self, agg, by, at):
        """The aggregate's value in each group; periods without rows are groups, rows without a key are in none."""
        place = self.row_places(agg[2], at)
        if by[0] == "period":
            _, day, period, n, ago = by
            first = add_months(period_start(at.as_of, period, self.starts), -(n + ago - 1) * MONTHS[period])
            ends = [add_months(first, (k + 1) * MONTHS[period]) - DAY for k in range(n)]
            starts = [add_months(first, k * MONTHS[period]) for k in range(n)]
            days = [(self.value(day, r), r) for r in place]
            kept = [(d, r) for d, r in days if d is not None and starts[0] <= d <= ends[-1]
                    and self.all_hold(agg[5] or [], r)]
            groups = [[r for d, r in kept if a <= d <= b] for a, b in zip(starts, ends)]
        else:
            by_key = {}
            for r in place:
                if self.all_hold(agg[5] or [], r):
                    key = self.value(by[1], r)
                    if key is not None:
                        by_key.setdefault(key_of(key), []).append(r)
            groups = list(by_key.values())
        return [self.fold(agg[1], agg[3], agg[4], rows, at) for rows in groups]

    def do_per(self, e, at):
        _, agg, by, fold, test = e
        values = self.groups_of(agg, by, at)
        if test:
            values = [v for v in values if self.passes(v, test, at, agg, False)]
            if fold == "count":
                return self.fold_values("count", [(True, 0)] * len(values), at)
        return self.fold_values(fold, [(v, 0) for v in values if v is not None], at)

    def do_within(self, e, at):
        _, agg, key = e
        mine = self.value(key, at)
        if mine is None:
            return None
        keys = [(self.value(key, r), r) for r in (at.beside(row) for row in self.rows_of(agg[2], at))]
        return self.aggregate(agg, [r for k, r in keys if k is not None and key_of(k) == key_of(mine)], at)

    def do_so_far(self, e, at):
        places = [at.beside(row) for row in self.rows_of(e[1][2], at)]
        if at.order:
            places.sort(key=lambda r: order_key(self.value(at.order, r)))
        here = next(n for n, r in enumerate(places) if r.row is at.row)
        failed = set(self.failed)
        try:
            self.aggregate(e[1], places[here:], at)
        except NoRate:
            raise Unsure from None  # all rows are gathered at once: whether it is an error of those before, too
        except PartnerError:
            self.failed.clear()
            self.failed.update(failed)  # nobody asked for those
        return self.aggregate(e[1], places[:here], at)

    def do_position(self, e, at):
        key = (id(e), at.as_of, at.of_rule())
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = self.positions(e, at)
        place = found.get((at.row["partner"], at.row["id"]))
        if isinstance(place, PartnerError):
            raise place
        return place

    def positions(self, e, at):
        """Of every row of all partners that has one."""
        _, source, x, within, where = e
        found, groups = {}, {}
        for r in (r for of in self.everybody(at.as_of) for r in self.row_places(source, of)):
            if at.of_rule():
                r.outer = None
            name = (r.row["partner"], r.row["id"])
            try:
                if self.all_hold(where or [], r):
                    key, group = self.value(x, r), self.value(within, r) if within else 0
                    if key is not None and group is not None:
                        groups.setdefault(key_of(group), []).append((key_of(key), self.row_key(r.row), name))
            except PartnerError as wrong:
                found[name] = wrong
        for rows in groups.values():
            for n, (_, _, name) in enumerate(sorted(rows)):
                found[name] = (n + 1) * 10 ** 18
        return found
