"""One partner among all: total, rank, percentile, rollup, allocate; and scores."""
from fractions import Fraction

from exact import LIMIT, ONE, half_even, hand_out, key_of, on_grid, to_places
from problems import PartnerError, Unsure


class Across:
    """A part of formulas.Formulas."""

    def known_of_all(self, e, at, compute):
        key = (id(e), at.as_of)
        if key not in self.known:
            self.known[key] = compute()
        return self.known[key]

    def tried(self, e, at):
        """A value, or the error in its place."""
        try:
            return self.value(e, at)
        except PartnerError as wrong:
            return wrong

    def everywhere(self, e, as_of):
        return {of.partner["id"]: self.tried(e, of) for of in self.everybody(as_of)}

    @staticmethod
    def own(values, at):
        mine = values[at.partner["id"]]
        if isinstance(mine, PartnerError):
            raise mine
        return mine

    def do_total(self, e, at):
        values = self.known_of_all(e, at, lambda: self.everywhere(e[1], at.as_of))
        right = [v for v in values.values() if type(v) is int]
        if sum(map(abs, right)) > LIMIT // 1000:
            raise Unsure
        return sum(right)

    def ranks(self, e, at):
        """By partner: (rank, of how many); None without a place."""
        values, groups = self.everywhere(e[1], at.as_of), {}
        keys = self.everywhere(e[2], at.as_of) if e[2] else dict.fromkeys(values, True)
        out = {}
        for who, x in values.items():
            key = keys[who]
            wrong = x if isinstance(x, PartnerError) else key
            out[who] = wrong if isinstance(wrong, PartnerError) else None
            if out[who] is None and x is not None and key is not None:
                groups.setdefault(key_of(key), []).append((who, on_grid(x)))
        for members in groups.values():
            for who, x in members:
                out[who] = (1 + sum(1 for _, y in members if y > x), len(members))
        return out

    def do_rank(self, e, at):
        place = self.own(self.known_of_all(e, at, lambda: self.ranks(e, at)), at)
        return None if place is None else place[0] * ONE

    def do_percentile(self, e, at):
        place = self.own(self.known_of_all(e, at, lambda: self.ranks(e, at)), at)
        return None if place is None else ONE - half_even((place[0] - 1) * ONE, place[1])

    # Families.

    def stands_wrong(self, partner):
        """Whether its parent is unknown, or it is in a circle."""
        at, seen = partner["parent"], []
        while at is not None and at in self.partner_by_id and at not in seen:
            seen.append(at)
            at = self.partner_by_id[at]["parent"]
        unknown = partner["parent"] is not None and partner["parent"] not in self.partner_by_id
        return unknown or partner["id"] in seen

    def do_rollup(self, e, at):
        values = self.known_of_all(e, at, lambda: self.everywhere(e[1], at.as_of))
        for of in self.everybody(at.as_of):  # a family is known by everybody's parents
            if self.stands_wrong(of.partner):
                self.wrong(of, "parent")
        if self.stands_wrong(at.partner):
            raise self.wrong(at, "parent")
        self.own(values, at)
        family, more = [at.partner["id"]], True
        while more:
            more = [p["id"] for p in self.partners if p["parent"] in family and p["id"] not in family]
            family += more
        found = [values[who] for who in family if type(values[who]) is int]
        if e[2] == "sum":
            if sum(map(abs, found)) > LIMIT // 1000:
                raise Unsure
            return sum(found)
        return max(found, default=None)

    # Budgets.

    def do_allocate(self, e, at):
        return self.own(self.known_of_all(e, at, lambda: self.allocated(e, at.as_of))[0], at)

    def allocated(self, e, as_of):
        """(part by partner, what is left over)"""
        _, amount, x, where, within, least, most, unit = e
        places = self.places if unit == "money" else 0
        parts, groups = {}, {}
        for of in self.everybody(as_of):
            who = of.partner["id"]
            try:
                parts[who] = 0
                met = self.all_met(where or [], of)
                key = self.value(within, of) if within and met else 0
                if not met:
                    continue
                own, whole = self.value(x, of), self.value(amount, of)
                if key is None:
                    continue
                takes = own is not None and own > 0
                claimant = (who, own, whole, self.bound(least if takes else None, of, "up", places),
                            self.bound(most if takes else None, of, "down", places))
                groups.setdefault(key_of(key), []).append(claimant)
            except PartnerError as wrong:
                parts[who] = wrong
        left = sum(self.divide_group(members, places, parts) for members in groups.values())
        if within:  # groups that exist but in which nobody takes part
            for of in self.everybody(as_of):
                key = self.tried(within, of)
                if key is not None and not isinstance(key, PartnerError) and key_of(key) not in groups:
                    groups[key_of(key)] = []
                    left += to_places(self.value(amount, of), places, self.program["rounding"] or "half_up")
        elif not groups:
            of = self.everybody(as_of)[0]
            left += to_places(self.value(amount, of), places, self.program["rounding"] or "half_up")
        return parts, left

    def bound(self, e, at, how, places):
        return None if e is None else max(0, to_places(self.value(e, at), places, how))

    def divide_group(self, members, places, parts):
        whole = to_places(members[0][2], places, self.program["rounding"] or "half_up")
        takers = [(who, x, low or 0, high) for who, x, _, low, high in members if x is not None and x > 0]
        takers = [(who, x, low if high is None else min(low, high), high) for who, x, low, high in takers]
        while sum(low for _, _, low, _ in takers) > abs(whole):
            smallest = min(on_grid(x) for _, x, _, _ in takers)
            takers.pop(max(n for n, t in enumerate(takers) if on_grid(t[1]) == smallest))
        shares = self.fill(abs(whole), takers)
        unit = 10 ** (18 - places)
        cut = [divmod(share, unit) for share in shares]
        left = round(sum(shares)) // unit - sum(q for q, _ in cut) if shares else 0
        given = hand_out([q for q, _ in cut], [r for _, r in cut], left)
        for (who, *_), q in zip(takers, given):
            parts[who] = q * unit * (-1 if whole < 0 else 1)
        return (abs(whole) - sum(given) * unit) * (-1 if whole < 0 else 1)

    @staticmethod
    def fill(whole, takers):
        """Exact parts in proportion, none below its least or above its most; together `whole`, where that can be."""
        if not takers:
            return []

        def parts(level):
            return [max(Fraction(low), x * level if high is None else min(x * level, Fraction(high)))
                    for _, x, low, high in takers]

        turns = sorted({Fraction(bound, x) for _, x, low, high in takers for bound in (low, high) if bound is not None})
        below = Fraction(0)
        for turn in turns:  # the level at which the parts add up lies between two turns
            if sum(parts(turn)) >= whole:
                break
            below = turn
        a, b = sum(parts(below)), sum(parts(below + 1 if below == turns[-1] else turn))
        if below == turns[-1]:
            slope = sum(x for _, x, _, high in takers if high is None)
            return parts(below + (whole - a) / slope) if slope else parts(below)
        return parts(turn) if b == whole else parts(below + (turn - below) * (whole - a) / (b - a))

    # Scores.

    def do_score(self, e, at):
        return self.score_of(e[1], at)[0]

    def do_score_passed(self, e, at):
        return self.score_of(e[1], at)[1]

    def score_of(self, name, at):
        d = self.by_name[name]
        here = self.alone(at)
        return self.once((name, at.partner["id"], at.as_of), lambda: self.count_points(d, here))

    def count_points(self, d, at):
        parts = [self.points_of(p, at) for p in d["parts"]]
        whole = self.fit(sum(parts), at)
        passed = d["pass"] is None or on_grid(whole) >= on_grid(self.value(d["pass"], at))
        if d["each_above"] is not None:
            line = on_grid(self.value(d["each_above"], at))
            passed = passed and all(on_grid(p) > line for p in parts)
        return whole, passed

    def points_of(self, part, at):
        if "bands" in part:
            return self.value(("band", part["of"], part["bands"]), at) or 0
        x, most, full = (self.value(part[key], at) for key in ("of", "points", "full"))
        if None in (x, most, full) or full == 0:
            return 0
        points = self.fit(half_even(x * most, full), at)
        return max(min(points, max(most, 0)), min(most, 0))
