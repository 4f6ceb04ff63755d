"""Numbers and dates as the language has them: integers of 10^-18, and fiscal periods.

Shares no code with the engine: products and quotients are rounded half to even in the last place, comparisons and
rounding look at 9 places.
"""
import calendar
import datetime

from writing import ONE

GRID = 10 ** 9
LIMIT = 10 ** 20 * ONE
DAY = datetime.timedelta(days=1)
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def half_even(n, d):
    if d < 0:
        n, d = -n, -d
    q, r = divmod(n, d)
    return q + (2 * r > d or (2 * r == d and q % 2 == 1))


def on_grid(x):
    size = (abs(x) + GRID // 2) // GRID * GRID
    return size if x >= 0 else -size


def to_places(x, places, how):
    """Rounded to so many decimals, looking at 9 places."""
    x, unit = on_grid(x), 10 ** (18 - places)
    units, rest = divmod(abs(x), unit)
    up = {"half_up": 2 * rest >= unit, "down": False, "up": rest > 0,
          "half_even": 2 * rest > unit or (2 * rest == unit and units % 2 == 1)}[how]
    return (units + up) * unit * (1 if x >= 0 else -1)


def add_months(day, n):
    months = day.year * 12 + day.month - 1 + n
    year, month = divmod(months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day, n, unit):
    unit = unit.rstrip("s")
    if unit in MONTHS:
        return add_months(day, n * MONTHS[unit])
    return day + DAY * n * {"day": 1, "week": 7}[unit]


def period_start(day, period, starts):
    """The first day of the fiscal period that holds `day`: counted from the last start of a year."""
    month, first = map(int, starts.split("-"))
    begin = datetime.date(day.year - 1, month, first)
    while add_months(begin, MONTHS[period]) <= day:
        begin = add_months(begin, MONTHS[period])
    return begin


def months_between(a, b):
    n = (b.year - a.year) * 12 + b.month - a.month
    return n if add_months(a, n) <= b else n - 1


def key_of(value):
    return on_grid(value) if type(value) is int else value.encode() if isinstance(value, str) else value


def order_key(value):
    """No value last; numbers and dates by value, texts by bytes."""
    return (value is None, 0 if value is None else key_of(value))


def hand_out(parts, remainders, left):
    """One unit each to the largest remainders (amounts of 10^-18, looked at 9 places), the first of equals first."""
    for i in sorted(range(len(parts)), key=lambda i: (-on_grid(remainders[i]), i))[:left]:
        parts[i] += 1
    return parts
