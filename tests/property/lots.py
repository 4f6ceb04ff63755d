"""What accrued in a fund, when it may be used, and what of it is left."""
import datetime

FIRST, LAST = datetime.date.min, datetime.date.max


class Lot:
    """What a row accrued on its day, usable through its last day; what is left of it, once that day has come."""

    def __init__(self, day, amount, last, turn):
        self.day, self.amount, self.last, self.turn = day or FIRST, amount, last or LAST, turn
        self.left = 0


class Lots:
    """What expires first is used first, then what accrued first; the opening, and what claims give back, before
    other lots that never expire. A return takes back what may be used on its day, what came with it included, and waits for the rest."""

    def __init__(self, opening, lots, as_of):
        self.free, self.owed, self.as_of = max(opening, 0), max(-opening, 0), as_of
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

    def take(self, amount, day):
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
        return amount - wanted

    def balance(self, day):
        day = day or self.as_of
        self.come(day)
        return self.free + sum(l.left for l in self.usable(day))

    def use(self, amount, day):
        day = day or self.as_of
        self.come(day)
        if amount >= 0:
            self.take(amount, day)
            return
        back = -amount
        paid = min(back, self.owed)
        self.owed -= paid
        self.free += back - paid

    def expired(self):
        self.come(self.as_of)
        return sum(l.left for l in self.there if l.last < self.as_of)
