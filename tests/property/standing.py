"""Where partners stand on ladders: what they qualify for, and as far as the ladder lets them."""
from exact import DAY, ONE, add_units, on_grid, period_start
from problems import PartnerError


class Standing:
    """A part of formulas.Formulas."""

    def do_ladder(self, e, at):
        return self.own({at.partner["id"]: self.standing(e[1], at.partner)["level"]}, at)

    def standing(self, name, partner):
        """What the JSON says of a ladder; an error in place of what is unknown. None: the ladder does not apply."""
        key = (name, partner["id"])
        if key not in self.known:
            self.known[key] = self.stand(self.by_name[name], self.now(partner))
        return self.known[key]

    def stand(self, d, at):
        out = dict.fromkeys(("before", "qualified", "level", "held"))
        out["applies"] = not d.get("applies_to") or self.all_hold(d["applies_to"], at)
        if not out["applies"]:
            return out
        names = [n for n, _ in d["levels"]]
        out["before"] = here = self.value(d["current"], at) if d.get("current") else None
        try:
            out["qualified"] = self.qualified(d, names, at)
        except PartnerError as wrong:
            out["qualified"] = out["level"] = wrong
        if here is not None and here not in names:
            out["level"] = self.wrong(at, "no level")
        elif not isinstance(out["level"], PartnerError):
            try:
                self.move(d, names, at, out)
            except PartnerError as wrong:
                out["level"] = wrong
        return out

    def qualified(self, d, names, at):
        met = [self.all_met(requires, at) for _, requires in d["levels"]]
        if d["cumulative"]:
            met = [all(met[:i + 1]) for i in range(len(met))]
        reached = [n for n, holds in zip(names, met) if holds]
        return reached[-1] if reached else None

    def move(self, d, names, at, out):
        """From where the partner stands to what it qualifies for, as far as the ladder lets it."""
        aim = names.index(out["qualified"]) if out["qualified"] is not None else -1
        here = names.index(out["before"]) if out["before"] is not None else None
        level, held = aim, None
        if here is not None and aim < here:
            held = self.kept(d, at)
            level = here if held else self.steps(d, "steps_down", at, here, aim)
            held = held or ("steps_down" if level != aim else None)
        if here is not None and aim > here:
            held = None if self.moves_today(d.get("promotes"), at.as_of) else "promotes"
            level = here if held else self.steps(d, "steps_up", at, here, aim)
            held = held or ("steps_up" if level != aim else None)
        if level > (-1 if here is None else here) and d.get("guarantees"):
            out["guaranteed_until"] = self.value(d["guarantees"], at)
        out["level"], out["held"] = names[level] if level >= 0 else None, held

    def kept(self, d, at):
        """Why a partner is not lowered."""
        if d.get("protected_until"):
            last = self.value(d["protected_until"], at)
            if last is not None and at.as_of <= last:
                return "protected_until"
        if d.get("grace"):
            since = self.value(d["at_risk_since"], at)
            if since is None or at.as_of <= add_units(since, *d["grace"]):
                return "grace"
        return None if self.moves_today(d.get("demotes"), at.as_of) else "demotes"

    def moves_today(self, when, day):
        if when in (None, "always", "never"):
            return when != "never"
        if when[0] == "on":
            return day.isoformat()[5:] in when[1]
        return period_start(day, when[1], self.starts) != period_start(day + DAY, when[1], self.starts)

    def steps(self, d, field, at, here, aim):
        if not d.get(field):
            return aim
        most = self.value(d[field], at)
        if most is None or most < ONE or on_grid(most) % ONE:
            raise self.wrong(at, field)
        most //= ONE
        return max(aim, here - most) if aim < here else min(aim, here + most)
