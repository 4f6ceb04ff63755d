#!/usr/bin/env python3
"""generate.py DB PARTNERS DEALS - a partner network large enough to time; the same bytes every time.

A few partners do most of the business (a Pareto tail), deal ids follow the closing date as in a CRM, and
the rows fit rules/program.lua: two years of deals up to AS_OF, certificates of people, claims on a fund.
"""

import itertools
import os
import random
import sqlite3
import sys
from datetime import date, timedelta

AS_OF = date(2026, 6, 30)
SEED = 4711
REGIONS = {"NA": 42, "EMEA": 31, "APAC": 18, "LATAM": 9}
TIERS = {"member": 58, "silver": 27, "gold": 11, "platinum": 4}
TYPES = {"reseller": 48, "service provider": 27, "integrator": 15, "distributor": 10}
LEVELS = {"associate": 47, "engineer": 40, "architect": 13}
STATUSES = {"won": 80, "lost": 13, "open": 7}
ACTIVITIES = ["webinar", "trade show", "mailing", "workshop", "search ads"]
PRODUCTS = [f"{family}-{number:02}" for family in ("SEC", "LAN", "WAN", "DSK", "CLD") for number in range(10)]

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, type TEXT, region TEXT, joined_on TEXT, tier TEXT);
CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, cents INTEGER, product TEXT,
  registered INTEGER, status TEXT, units INTEGER, rep_id TEXT);
CREATE TABLE certificate (partner_id TEXT, person_id TEXT, exam TEXT, level TEXT, expires_on TEXT);
CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id TEXT, fund TEXT, activity TEXT, cents INTEGER,
  submitted_on TEXT, proof INTEGER);
"""
INDEXES = """
CREATE INDEX deal_of ON deal (partner_id);
CREATE INDEX certificate_of ON certificate (partner_id);
CREATE INDEX claim_of ON claim (partner_id);
ANALYZE;
"""


class Network:
    """Partners with their weight in the business; draws whatever hangs on them."""

    def __init__(self, count):
        self.random = random.Random(SEED)
        self.ids = [f"P{number:06}" for number in range(1, count + 1)]
        self.weights = [min(self.random.paretovariate(1.25), 400) for _ in self.ids]

    def among(self, parts, count):
        return self.random.choices(list(parts), weights=list(parts.values()), k=count)

    def partners_by(self, power, count):
        """Numbers of partners, drawn in proportion to their weight to the given power."""
        sums = list(itertools.accumulate(weight**power for weight in self.weights))
        return self.random.choices(range(len(self.ids)), cum_weights=sums, k=count)

    def days(self, first, last, count):
        all_days = [(first + timedelta(n)).isoformat() for n in range((last - first).days + 1)]
        return self.random.choices(all_days, k=count)

    def person(self, partner, letter, per_weight):
        people = 1 + min(50, int(self.weights[partner] * per_weight))
        return f"{self.ids[partner]}-{letter}{1 + int(self.random.random() * people)}"

    def cents(self, log_of_median, spread):
        return int(self.random.lognormvariate(log_of_median, spread) * 100)

    def partners(self):
        count = len(self.ids)
        names = (f"Partner number {number}" for number in range(1, count + 1))
        return zip(self.ids, names, self.among(TYPES, count), self.among(REGIONS, count),
                   self.days(date(2014, 1, 1), AS_OF, count), self.among(TIERS, count))

    def deals(self, count):
        closed = sorted(self.days(date(2024, 7, 1), AS_OF, count))
        rows = zip(range(1, count + 1), self.partners_by(1.0, count), closed, self.among(STATUSES, count),
                   self.random.choices(PRODUCTS, k=count))
        for row, partner, day, status, product in rows:
            yield (row, self.ids[partner], day, self.cents(9.0, 1.0), product, int(self.random.random() < 0.3),
                   status, 1 + int(self.random.random() * 20), self.person(partner, "S", 1.0))

    def certificates(self, count):
        rows = zip(self.partners_by(0.7, count), self.among(LEVELS, count),
                   self.days(date(2025, 3, 1), date(2028, 9, 30), count))
        for partner, level, expires in rows:
            yield (self.ids[partner], self.person(partner, "E", 1.5), f"X{int(self.random.random() * 90)}",
                   level, expires)

    def claims(self, count):
        rows = zip(range(1, count + 1), self.partners_by(0.7, count),
                   self.days(date(2025, 7, 1), AS_OF, count), self.random.choices(ACTIVITIES, k=count))
        for row, partner, day, activity in rows:
            yield (row, self.ids[partner], "mdf", activity, self.cents(7.8, 0.9), day,
                   int(self.random.random() < 0.85))


def fill(db, partners, deals):
    network = Network(partners)
    for table, rows in (("partner", network.partners()), ("deal", network.deals(deals)),
                        ("certificate", network.certificates(3 * partners)),
                        ("claim", network.claims(partners // 2))):
        places = ",".join("?" * len(db.execute(f"PRAGMA table_info({table})").fetchall()))
        db.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def main():
    path, partners, deals = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    unfinished = path + ".new"
    if os.path.exists(unfinished):
        os.remove(unfinished)
    db = sqlite3.connect(unfinished)
    db.executescript(SCHEMA)
    fill(db, partners, deals)
    db.commit()
    db.executescript(INDEXES)
    db.close()
    os.rename(unfinished, path)


main()
