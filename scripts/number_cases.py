#!/usr/bin/env python3
"""Writes cases of exact arithmetic with their right answers, worked out by fractions.

Usage: number_cases.py [SEED] [SCALE] > cases

One case a line: a word, its arguments, '=', what must come out ('overflow' where it must be
refused). tests/unit/base/number_oracle.c reads them and works them out with base/number and
base/split. Nothing here shares code or method with the library: no scaled integers until
the very last step, only fractions.Fraction. The same seed gives the same bytes.
"""

import math
import random
import sys
from fractions import Fraction as F

ONE = 10**18
LIMIT = F(10**20)


# ---- what LANGUAGE says, in fractions

def half_even(x, places):
    scaled = x * 10**places if places >= 0 else x / 10**-places
    floor = math.floor(scaled)
    rest = scaled - floor
    if rest > F(1, 2) or (rest == F(1, 2) and floor % 2):
        floor += 1
    return F(floor) / 10**places if places >= 0 else F(floor) * 10**-places


def half_up(x, places):
    size = F(math.floor(abs(x) * F(10)**places + F(1, 2))) / F(10)**places
    return size if x >= 0 else -size


def down(x, places):
    size = F(math.floor(abs(x) * F(10)**places)) / F(10)**places
    return size if x >= 0 else -size


def up(x, places):
    size = F(math.ceil(abs(x) * F(10)**places)) / F(10)**places
    return size if x >= 0 else -size


MODES = {"half_up": half_up, "half_even": half_even, "down": down, "up": up}


def round_number(x, places, mode):
    return MODES[mode](half_up(x, 9) if places <= 9 else x, places)


def seen(x):
    """A value as comparisons see it."""
    return half_up(x, 9)


def stored(x):
    """A product or quotient as it is kept, or None beyond the limit."""
    kept = half_even(x, 18)
    return kept if abs(kept) <= LIMIT else None


def text(x):
    """All 18 places, nothing lost."""
    if x is None:
        return "overflow"
    units = x * ONE
    assert units.denominator == 1
    sign = "-" if units < 0 else ""
    whole, part = divmod(abs(units.numerator), ONE)
    digits = f"{part:018d}".rstrip("0")
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


def shown(x, least):
    x = seen(x)
    sign = "-" if x < 0 else ""
    whole, part = divmod((abs(x) * 10**9).numerator, 10**9)
    digits = f"{part:09d}"
    while len(digits) > least and digits.endswith("0"):
        digits = digits[:-1]
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"


# ---- values, friendly and hostile

class Values:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def sign(self, x):
        return -x if self.random.random() < 0.3 else x

    def friendly(self):
        r = self.random
        kind = r.randrange(5)
        if kind == 0:
            return F(r.randrange(1, 10**9), 100)
        if kind == 1:
            return F(r.randrange(1, 1000), 1000)
        if kind == 2:
            return F(r.randrange(0, 100))
        if kind == 3:
            return F(r.randrange(1, 5000) * 1000)
        return F(r.randrange(1, 10**6), 10**r.randrange(0, 7))

    def any_size(self):
        """Uniform in the number of bits: every limb boundary is met."""
        return F(self.random.getrandbits(self.random.randrange(1, 127)) % (10**38 + 1), ONE)

    def edge(self):
        r = self.random
        centre = r.choice([0, 1, 10**9, 5 * 10**8, 10**18, 2**63, 2**64, 2**126 % 10**38, 10**38,
                           2**64 * 10**9, 10**38 - 10**18, 10**37, 10**27, 10**19])
        return F(min(max(centre + r.randrange(-3, 4), 0), 10**38), ONE)

    def near_half_way(self):
        """Within a hair of the middle between two neighbours at some place."""
        r = self.random
        places = r.randrange(-3, 18)
        middle = (F(r.randrange(0, 10**r.randrange(1, 12))) + F(1, 2)) / F(10)**places
        nudge = F(r.choice([0, 0, 1, -1, 2, 10**8, 499999999, 500000000, 500000001,
                            -499999999, -500000000, -500000001, 10**9, -10**9]), ONE)
        x = half_even(abs(middle + nudge), 18)
        return x if x <= LIMIT else F(1, 2)

    def third(self):
        r = self.random
        return half_even(F(r.randrange(1, 10**6), r.choice([3, 7, 9, 11, 13, 37])), 18)

    def value(self):
        kind = self.random.choices(
            [self.friendly, self.any_size, self.edge, self.near_half_way, self.third],
            [4, 3, 1, 2, 1])[0]
        return self.sign(kind())

    def twin(self, x):
        """A value so near that only rounding to the grid tells whether they are equal."""
        near = x + F(self.random.choice([0, 1, -1, 499999999, 500000000, 500000001, 10**9 - 1,
                                         10**9, 10**9 + 1, -500000000, -10**9]), ONE)
        return near if abs(near) <= LIMIT else x


# ---- cases

def emit(word, arguments, answer):
    print(word, *arguments, "=", answer)


def sums(v, n):
    for _ in range(n):
        a, b = v.value(), v.value()
        if v.random.random() < 0.1:  # around the limit, from both sides
            b = (LIMIT if a >= 0 else -LIMIT) - a + F(v.random.randrange(-2, 3), ONE)
            if abs(b) > LIMIT:
                b = -a
        for word, x in (("add", a + b), ("subtract", a - b)):
            emit(word, (text(a), text(b)), text(x if abs(x) <= LIMIT else None))


def tie(v):
    """Two factors whose product ends exactly half-way in the 18th place."""
    r = v.random
    k = r.randrange(1, 18)
    a = F(5 * (2 * r.randrange(0, 10**6) + 1), 10**k)
    b = F(2 * r.randrange(0, 10**6) + 1, 10**(19 - k))
    return v.sign(a), v.sign(b)


def products(v, n):
    for _ in range(n):
        a, b = tie(v) if v.random.random() < 0.1 else (v.value(), v.value())
        if v.random.random() < 0.05 and a != 0:  # a product around the limit
            b = half_even(LIMIT / a, 18) + F(v.random.randrange(-2, 3), ONE)
            if abs(b) > LIMIT:
                b = F(1)
        emit("multiply", (text(a), text(b)), text(stored(a * b)))


def quotients(v, n):
    for _ in range(n):
        a, b = v.value(), v.value()
        if v.random.random() < 0.1:  # exactly half-way: a / (2 x 10^k) with a's last digit odd
            b = F(2)
            a = v.sign(F(2 * v.random.getrandbits(60) + 1, ONE))
        if b == 0:
            b = F(1, ONE)
        emit("divide", (text(a), text(b)), text(stored(a / b)))


def products_with_quotients(v, n):
    for _ in range(n):
        x, a, b = v.value(), v.value(), v.value()
        if v.random.random() < 0.3:
            a, b = F(v.random.randrange(1, 100)), F(v.random.randrange(1, 100))
        if v.random.random() < 0.2 and a != 0:  # a result that is small though the product is huge
            b = v.twin(a)
        if b == 0:
            b = F(1, ONE)
        emit("multiply_divide", (text(x), text(a), text(b)), text(stored(x * a / b)))


def comparisons(v, n):
    for _ in range(n):
        a = v.value()
        b = v.twin(a) if v.random.random() < 0.7 else v.value()
        x, y = seen(a), seen(b)
        emit("compare", (text(a), text(b)), (x > y) - (x < y))


def roundings(v, n):
    for _ in range(n):
        x = v.value()
        for mode in MODES:
            places = v.random.choice([0, 2, 2, 2, 3, 4, 9, -1, -2, -3, v.random.randrange(-20, 19)])
            emit("round", (text(x), places, mode), text(round_number(x, places, mode)))


def printing(v, n):
    for _ in range(n):
        x = v.value()
        least = v.random.randrange(0, 10)
        emit("print", (text(x), least), shown(x, least))
        fixed = v.random.randrange(0, 10)
        emit("print_fixed", (text(x), fixed), shown(round_number(x, fixed, "half_up"), fixed))


def bands(v, n):
    """Each slice of x at its own rate; below the first band 0."""
    r = v.random
    for _ in range(n):
        count = r.randrange(1, 6)
        froms = sorted({F(r.randrange(0, 10**8), r.choice([1, 1, 100, 10**9])) for _ in range(count)})
        rates = [v.sign(F(r.randrange(0, 100000), 10**6)) for _ in froms]
        x = r.choice([v.value(), r.choice(froms), v.twin(r.choice(froms)),
                      F(r.randrange(0, 2 * 10**10), 100)])
        if abs(x) > 10**19:
            x /= 1000
            x = half_even(x, 18)
        total = F(0)
        for i, (start, rate) in enumerate(zip(froms, rates)):
            if seen(x) < seen(start):
                break
            end = min(x, froms[i + 1]) if i + 1 < len(froms) else x
            total += half_even((end - start) * rate, 18)
        pairs = [text(part) for pair in zip(froms, rates) for part in pair]
        emit("marginal", (text(x), len(froms), *pairs), text(total))


def hand_out(parts, rests, left):
    order = sorted(range(len(parts)), key=lambda i: (-rests[i], i))
    for i in order[:left]:
        parts[i] += 1


def nine_places(remainders, places):
    """Of parts of minor units, at 9 places of the amount, half up: there ties are looked for."""
    grid = F(10**9, 10**places)
    return [math.floor(r * grid + F(1, 2)) for r in remainders]


def split(total, weights, places):
    units = abs(total) * 10**places
    exact = [units * w / sum(weights) for w in weights]
    parts = [math.floor(e) for e in exact]
    hand_out(parts, nine_places((e - p for e, p in zip(exact, parts)), places), int(units - sum(parts)))
    sign = -1 if total < 0 else 1
    return [F(sign * p, 10**places) for p in parts]


def split_lines(total, lines, places):
    sign = -1 if total < 0 else 1
    exact = [sign * line * 10**places for line in lines]
    parts = [math.floor(e) for e in exact]
    hand_out(parts, nine_places((e - p for e, p in zip(exact, parts)), places),
             int(abs(total) * 10**places - sum(parts)))
    return [F(sign * p, 10**places) for p in parts]


def splits(v, n):
    r = v.random
    for _ in range(n):
        places = r.choice([0, 2, 2, 2, 3, 4])
        units = r.choice([r.randrange(0, 200), r.randrange(0, 10**8), r.randrange(0, 10**(20 + places))])
        total = v.sign(F(units, 10**places))
        count = r.choice([1, 2, 2, 3, 3, 5, 8, 9, 12])
        weigh = r.choice([lambda: F(r.randrange(0, 5)), lambda: F(1, 1), lambda: abs(v.value()),
                          lambda: F(r.randrange(0, 101), 100), v.third])
        weights = [weigh() for _ in range(count)]
        if sum(weights) == 0:
            weights[-1] = F(1)
        if sum(weights) > LIMIT:
            weights = [F(math.floor(w / count * 10**9), 10**9) for w in weights]
            weights[0] += F(1, 10**9)
        emit("split", (text(total), places, count, *map(text, weights)),
             " ".join(map(text, split(total, weights, places))))


def line_splits(v, n):
    r = v.random
    for _ in range(n):
        places = r.choice([0, 2, 2, 3])
        count = r.choice([1, 2, 3, 5, 9, 12])
        lines = [v.sign(r.choice([v.friendly(), v.third(), v.near_half_way() % 10**9]))
                 for _ in range(count)]
        mode = r.choice(list(MODES))
        total = round_number(sum(lines), places, mode)
        emit("lines", (text(total), places, count, *map(text, lines)),
             " ".join(map(text, split_lines(total, lines, places))))


KINDS = ((sums, 10000), (products, 25000), (quotients, 15000), (products_with_quotients, 15000),
         (comparisons, 15000), (roundings, 8000), (printing, 6000), (bands, 8000),
         (splits, 8000), (line_splits, 4000))


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 2026
    scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1
    for number, (kind, count) in enumerate(KINDS):
        kind(Values(seed * 100 + number), int(count * scale))


main()
