"""What accrued in a fund, when it may be used, and what of it is left."""
import datetime

FIRST, LAST = datetime.date.min, datetime.date.max


class Lot:
    """What a row accrued on its day, usable through its last day; what is left of it, once that day has come."""

    def __init__(self, day, amount, last, turn):
        self.day, self.amount, self.last, self.turn = day or FIRST, amount, last or LAST, turn
        self.left = self.used = 0


class Lots:
    """What expires first is used first, then what accrued first; the opening before lots that never expire. What a
    claim gives back returns to where it was taken from, what is used last first. A return takes back what may be used on its day, what came with it included, and waits for the rest."""

    def __init__(self, opening, lots, as_of):
        self.free, self.owed, self.as_of = max(opening, 0), max(-opening, 0), as_of
        self.used = 0
        self.coming = sorted(lots, key=lambda l: (l.day, l.amount <= 0, l.turn))
        self.there = []

    def come(self, day):
        while self.coming and self.coming[0].day <= day:
            lot = self.coming.pop(0)
            if lot.amount > 0:
                lot.left = lot.amount - min(lot.amount, self.owed)
                self.owed -= lot.amount - lot.left
                self.there.append(lot)
            else:
                self.owed += -lot.amount - self.take(-lot.amount, lot.day)

    def usable(self, day):
        return sorted((l for l in self.there if l.day <= day <= l.last and l.left), key=lambda l: (l.last, l.day, l.turn))

    def take(self, amount, day, uses=0):
        """How much of it there was."""
        wanted, usable = amount, self.usable(day)
        for lot in [l for l in usable if l.last != LAST] + [self] + [l for l in usable if l.last == LAST]:
            there = self.free if lot is self else lot.left
            used = min(there, wanted)
            wanted -= used
            if lot is self:
                self.free -= used
            else:
                lot.left -= used
            lot.used += used * uses
        return amount - wanted

    def balance(self, day):
        day = day or self.as_of
        self.come(day)
        return self.free + sum(l.left for l in self.usable(day))

    def use(self, amount, day):
        day = day or self.as_of
        self.come(day)
        if amount >= 0:
            self.take(amount, day, 1)
            return
        free = -amount - min(-amount, self.owed)  # the rest is what returns wait for
        self.owed -= -amount - free
        back = -amount
        dated, never = ([l for l in self.there if (l.last == LAST) == end] for end in (False, True))
        key = lambda l: (l.last, l.day, l.turn)
        for lot in sorted(never, key=key, reverse=True) + [self] + sorted(dated, key=key, reverse=True):
            part = min(lot.used, back)
            lot.used, back = lot.used - part, back - part
            kept, free = min(part, free), free - min(part, free)
            if lot is self:
                self.free += kept
            else:
                lot.left += kept
        self.free += min(back, free)

    def expired(self):
        self.come(self.as_of)
        return sum(l.left for l in self.there if l.last < self.as_of)
