#!/usr/bin/env python3
"""Writes the sample data of rules/northwind: 300 partners, two years of deals, as SQLite.

    sample_data.py OUT.db

The same bytes of data every time: one seeded generator, no clock. Partners are made for a tier
and then dealt what that tier needs, so that every rule of the program is hit; some are put
on the very edge of a tier on purpose.
"""
import datetime
import os
import random
import sqlite3
import sys

AS_OF = datetime.date(2026, 9, 30)
YEAR_START = datetime.date(2025, 10, 1)   # first day of the trailing twelve months
FIRST_DAY = datetime.date(2024, 10, 1)    # first day of the twelve months before
DAY = datetime.timedelta(days=1)

FACTOR = {"NA": 10, "EMEA": 9, "APAC": 7, "LATAM": 6}   # tenths of the bookings lines
LINE = {"silver": 50_000, "gold": 150_000, "platinum": 500_000}
PRODUCTS = ["SEC-FIREWALL", "SEC-ENDPOINT", "SEC-IDENTITY", "SEC-EMAIL", "NET-SWITCH", "NET-WIRELESS",
            "NET-SDWAN", "NET-ROUTER", "CLD-BACKUP", "CLD-COMPUTE", "CLD-MONITOR"]
UNIT_PRICE = {"SEC": 42_000, "NET": 88_000, "CLD": 15_500}   # cents, roughly

FIRST_WORDS = """Alder Amberfield Arcwell Ashgrove Beacon Birchwood Bluestone Brightwater Bridgeport Caldera
Cedarline Clearbrook Cobalt Copperhill Coastline Crestview Crossfield Eastgate Elmhurst Everline Fairmont
Falconer Fernhill Firstlight Foxglove Granite Greenfield Harborview Hawthorn Highpoint Hollis Ironbridge
Juniper Kestrel Keystone Lakeshore Larkspur Lighthouse Lindenwood Longmeadow Maplecrest Marlow Meridian
Millbrook Northgate Oakridge Orchard Osprey Parkside Pinehurst Quarry Redwood Ridgeway Riverbend Rockwell
Sandpiper Silverlake Southbank Sterling Stonebridge Summit Tamarack Thornbury Tidewater Trellis Vantage
Verity Westbrook Whitmore Willowbank Windermere Woodlark""".split()
SECOND_WORDS = {
    "NA": ["Systems Inc.", "Networks", "Technology Group", "IT Partners", "Data Solutions", "Managed Services LLC",
           "Consulting", "Cyber Security", "Cloud Services"],
    "EMEA": ["Systems Ltd", "Netzwerke GmbH", "IT Services B.V.", "Technologies S.A.S.", "Digital AB",
             "Sicherheit GmbH", "Infrastructure Ltd", "Informatica S.r.l."],
    "APAC": ["Technologies Pte Ltd", "Systems K.K.", "Infotech Pvt Ltd", "Solutions Pty Ltd", "Networks Co., Ltd."],
    "LATAM": ["Tecnologia Ltda.", "Redes S.A.", "Soluciones S.A. de C.V.", "Sistemas SpA"],
}
OWN_NAMES = {   # what real lists hold besides: accents, other scripts, commas, quotes
    "EMEA": ["Müller & Söhne Netzwerke GmbH", "Ångström Datasystem AB", "O'Connell Networks Ltd"],
    "APAC": ["北斗システムズ株式会社", "Sakura Networks K.K."],
    "LATAM": ["São Bento Soluções Ltda.", "Peña y Asociados, Redes S.A."],
    "NA": ["Baxter, Cole & Finch IT Partners", 'The "Right Fit" Network Company'],
}
GIVEN = """Aisha Alejandro Amara Andrea Anika Bruno Camila Carlos Chen Clara Daniel Deepa Elena Emma Farid Felix
Fiona Gabriel Grace Hannah Haruto Ines Ivan Jamal Jana Jonas Julia Kenji Lars Laura Leila Liam Lucia Marco Maria
Mateo Mei Miguel Nadia Nina Noah Olivia Omar Paula Priya Rafael Ravi Rosa Samuel Sofia Tariq Thomas Yuki
Zoe""".split()
FAMILY = """Adams Almeida Andersson Becker Bianchi Brown Castillo Chandra Costa Davies Dubois Eriksen Fernandez
Fischer Garcia Gupta Hansen Hughes Ito Jansen Johnson Kapoor Keller Kim Kowalski Lefevre Lopez Martin Meyer Mori
Moreau Murphy Nakamura Nguyen Novak Okafor Oliveira Patel Pereira Petrov Rao Reyes Rossi Santos Sato Schmidt Silva
Singh Smith Tan Torres Walker Weber Wong Yamada Young""".split()

WANTED = ["registered"] * 165 + ["silver"] * 75 + ["gold"] * 42 + ["platinum"] * 18
# Partners on the edge: the line, and how far from it (in cents of bookings).
EDGES = [("silver", 0), ("silver", -1), ("silver", 40_000), ("silver", -35_000), ("silver", 62_500),
         ("silver", -80_000), ("gold", 0), ("gold", -1), ("gold", 150_000), ("gold", -210_000),
         ("gold", -125_050), ("platinum", 0), ("platinum", -1), ("platinum", 700_000), ("platinum", -650_000)]
BELOW = {"silver": "registered", "gold": "silver", "platinum": "gold"}

pick = random.Random(20260930)


def between(low, high):
    """A whole number from low to high, both included."""
    return low + int(pick.random() * (high - low + 1))


def one_of(items):
    return items[between(0, len(items) - 1)]


def chance(percent):
    return pick.random() * 100 < percent


def shuffled(items):
    keyed = sorted((pick.random(), n) for n in range(len(items)))
    return [items[n] for _, n in keyed]


def any_day(first, last):
    return first + DAY * between(0, (last - first).days)


def decimal(cents):
    """1234550 -> '12345.50'"""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def company_names():
    """For each region, names that no other partner bears."""
    words = {region: shuffled(FIRST_WORDS) for region in SECOND_WORDS}
    names = {}
    for region, seconds in SECOND_WORDS.items():
        made = [f"{word} {seconds[n % len(seconds)]}" for n, word in enumerate(words[region])]
        again = [f"{word} {seconds[(n + 3) % len(seconds)]}" for n, word in enumerate(words[region])]
        names[region] = OWN_NAMES[region] + made + again
    return names


def make_partners():
    names = company_names()
    partners = []
    edges = list(EDGES)
    for number, wanted in enumerate(shuffled(WANTED), start=1):
        region = one_of(["NA"] * 42 + ["EMEA"] * 30 + ["APAC"] * 16 + ["LATAM"] * 12)
        edge = next((e for e in edges if wanted == e[0] and e[1] >= 0 or wanted == BELOW[e[0]] and e[1] < 0), None)
        if edge and chance(30):
            edges.remove(edge)
        else:
            edge = None
        partners.append({
            "id": f"P{number:04d}", "name": names[region].pop(0), "region": region, "wanted": wanted, "edge": edge,
            "type": one_of(["reseller"] * 5 + ["msp"] * 3 + ["distributor", "consultant"]),
            "joined_on": any_day(datetime.date(2015, 1, 5), datetime.date(2025, 6, 30)),
            "growing": chance(75),
        })
    quiet = [p for p in partners if p["wanted"] == "registered" and not p["edge"]]
    for partner in quiet[10:13]:
        partner["quiet"] = True      # signed up, never closed a deal
        partner["joined_on"] = any_day(datetime.date(2026, 5, 1), datetime.date(2026, 9, 15))
    for partner in partners:
        partner["tier"] = tier_so_far(partner)
    return partners


def tier_so_far(partner):
    """Most stand where they will stand; some moved up or down since; the newest have no tier yet."""
    if partner.get("quiet"):
        return None
    levels = ["registered", "silver", "gold", "platinum"]
    at = levels.index(partner["wanted"])
    step = one_of([0] * 8 + [1, -1])
    return levels[max(0, min(3, at + step))]


def bookings_wanted(partner):
    """Cents won in the trailing twelve months."""
    tenths = FACTOR[partner["region"]]
    if partner["edge"]:
        line, distance = partner["edge"]
        return LINE[line] * tenths * 10 + distance
    low, high = {"registered": (4_000, 42_000), "silver": (56_000, 140_000), "gold": (165_000, 430_000),
                 "platinum": (540_000, 1_300_000)}[partner["wanted"]]
    return between(low * 100, high * 100) * tenths // 10


def split_amount(total, parts):
    """Cents that add up to the total; about one in three ends in odd cents."""
    weights = [0.25 + pick.random() ** 3 * 4 for _ in range(parts)]
    whole = sum(weights)
    amounts = []
    for weight in weights[:-1]:
        amount = int(total * weight / whole)
        amounts.append(amount - amount % one_of([100, 5000, 1]))
    return amounts + [total - sum(amounts)]


def closing_day(first, last):
    """Half of all deals close in the last two weeks of a quarter's months."""
    day = any_day(first, last)
    if chance(50) and day.day < 16:
        day += DAY * 14
    return min(day, last)


def product_of(partner):
    kinds = {"platinum": "SSSNNCCC", "gold": "SSSNNNCC", "silver": "SSNNNNCC"}.get(partner["wanted"], "SNNNNC")
    start = {"S": "SEC", "N": "NET", "C": "CLD"}[one_of(kinds)]
    return one_of([p for p in PRODUCTS if p.startswith(start)])


def make_deal(partner, reps, first, last, amount, status):
    product = product_of(partner)
    share = {"registered": 15, "silver": 30, "gold": 40, "platinum": 45}[partner["wanted"]]
    return {
        "partner_id": partner["id"], "closed_on": closing_day(first, last), "amount": amount, "product": product,
        "status": status, "registered": int(chance(share)), "rep_id": one_of(reps),
        "units": max(1, abs(amount) // UNIT_PRICE[product[:3]]) * (1 if amount > 0 else -1),
    }


def period_deals(partner, reps, first, last, total, won):
    deals = [make_deal(partner, reps, first, last, amount, "won") for amount in split_amount(total, won)]
    for _ in range(won * 4 // 10 + between(0, 1)):
        deals.append(make_deal(partner, reps, first, last, between(90_000, 1_900_000), "lost"))
    return deals


def returned(deals):
    """Some won deals come back in part: a credit, and the same amount won again to keep the year's total."""
    extra = []
    for deal in [d for d in deals if d["status"] == "won" and d["amount"] > 400_000]:
        if not chance(2):
            continue
        part = deal["amount"] // 4 // 100 * 100
        back = dict(deal, amount=-part, units=-max(1, deal["units"] // 4))
        back["closed_on"] = min(deal["closed_on"] + DAY * between(3, 25), AS_OF)
        if (back["closed_on"] >= YEAR_START) == (deal["closed_on"] >= YEAR_START):
            deal["amount"] += part
            extra.append(back)
    return deals + extra


def make_deals(partners, reps):
    deals = []
    for partner in partners:
        if partner.get("quiet"):
            continue
        this_year = bookings_wanted(partner)
        growth = between(11, 45) if partner["growing"] else between(-25, 9)
        year_before = this_year * 100 // (100 + growth)
        low, high = {"registered": (2, 6), "silver": (5, 9), "gold": (9, 15), "platinum": (20, 30)}[partner["wanted"]]
        mine = reps[partner["id"]]
        rows = []
        if partner["joined_on"] < YEAR_START:
            rows += period_deals(partner, mine, FIRST_DAY, YEAR_START - DAY, year_before, between(low, high))
        rows += period_deals(partner, mine, YEAR_START, AS_OF, this_year, between(low, high))
        deals += returned(rows)
    deals.sort(key=lambda d: (d["closed_on"], d["partner_id"], d["amount"]))
    deals[-1]["closed_on"] = AS_OF
    return deals


def make_reps(partners):
    """Two to six sellers a partner, by partner id."""
    rows, by_partner = [], {}
    for partner in partners:
        size = {"registered": 2, "silver": 3, "gold": 4, "platinum": 6}[partner["wanted"]]
        by_partner[partner["id"]] = []
        for _ in range(size):
            rep = f"R{len(rows) + 1:04d}"
            rows.append((rep, partner["id"], f"{one_of(GIVEN)} {one_of(FAMILY)}"))
            by_partner[partner["id"]].append(rep)
    return rows, by_partner


def make_certificates(partners):
    """People of silver and above hold what their tier needs; a few let it run out."""
    rows, people = [], 0
    for partner in partners:
        size = {"registered": between(0, 2), "silver": between(1, 3), "gold": between(3, 5),
                "platinum": between(5, 9)}[partner["wanted"]]
        for n in range(size):
            people += 1
            person = (f"C{people:05d}", f"{one_of(GIVEN)} {one_of(FAMILY)}")
            for track, level in certificates_of(partner["wanted"], n):
                expires = any_day(AS_OF, datetime.date(2028, 9, 30))
                if partner["wanted"] == "registered" and chance(40) or chance(3):
                    expires = any_day(datetime.date(2025, 3, 1), AS_OF - DAY)
                passed = expires - datetime.timedelta(days=730)
                rows.append((partner["id"], *person, track, level, passed, expires))
    return rows


def certificates_of(tier, n):
    if tier == "registered":
        return [(one_of(["network", "security"]), one_of(["associate", "associate", "engineer"]))]
    if n == 0:
        return [("cloud", "architect"), ("network", "engineer")] if tier != "silver" else [("network", "engineer")]
    if n < 3:
        return [("security", one_of(["engineer", "architect"]))]
    return [(one_of(["security", "cloud", "network"]), one_of(["associate", "engineer", "architect"]))]


def make_plans(partners):
    rows = []
    for partner in partners:
        wanted = partner["wanted"]
        if wanted == "registered" and not chance(8):
            continue
        if wanted != "registered":
            rows.append((partner["id"], "approved", datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)))
        status = "approved"
        if wanted == "silver" and chance(25):
            status = one_of(["draft", "rejected"])
        last = datetime.date(2026, 6, 30) if wanted == "silver" and chance(10) else datetime.date(2026, 12, 31)
        rows.append((partner["id"], status, datetime.date(2026, 1, 1), last))
    return rows


def make_claims(partners):
    rows = []
    for partner in partners:
        wanted = partner["wanted"]
        low, high = {"registered": (0, 0), "silver": (0, 3), "gold": (1, 5), "platinum": (3, 8)}[wanted]
        count = 1 if wanted == "registered" and chance(5) else between(low, high)
        for _ in range(count):
            rows.append(make_claim(partner))
    rows.sort(key=lambda c: (c["submitted_on"], c["partner_id"], c["amount_cents"]))
    return rows


def make_claim(partner):
    high = {"registered": 80_000, "silver": 120_000, "gold": 380_000, "platinum": 1_300_000}[partner["wanted"]]
    activity_on = any_day(datetime.date(2025, 8, 20), datetime.date(2026, 9, 1))
    late = between(61, 110) if chance(6) else 60 if chance(4) else between(4, 55)
    amount = 20_000 + int((high - 20_000) * pick.random() ** 2)
    return {
        "partner_id": partner["id"],
        "fund": "launch" if chance(5) else "mdf",
        "activity": one_of(["event"] * 4 + ["webinar"] * 3 + ["digital"] * 3 + ["telemarketing"])
        if not chance(4) else "gifts",
        "amount_cents": amount - amount % one_of([1, 100, 2500]),
        "activity_on": activity_on,
        "submitted_on": min(activity_on + DAY * late, AS_OF),
        "proof": int(not chance(7)),
    }


SCHEMA = """
CREATE TABLE partner (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, region TEXT NOT NULL,
  joined_on TEXT NOT NULL, tier TEXT);
CREATE TABLE rep (id TEXT PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES partner(id), name TEXT NOT NULL);
CREATE TABLE deal (
  id INTEGER PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES partner(id), closed_on TEXT NOT NULL,
  amount TEXT NOT NULL, product TEXT NOT NULL, status TEXT NOT NULL, registered INTEGER NOT NULL,
  units INTEGER NOT NULL, rep_id TEXT REFERENCES rep(id));
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES partner(id), person_id TEXT NOT NULL,
  person_name TEXT NOT NULL, track TEXT NOT NULL, level TEXT NOT NULL, passed_on TEXT NOT NULL,
  expires_on TEXT NOT NULL);
CREATE TABLE claim (
  id INTEGER PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES partner(id), fund TEXT NOT NULL,
  activity TEXT NOT NULL, amount_cents INTEGER NOT NULL, activity_on TEXT NOT NULL,
  submitted_on TEXT NOT NULL, proof INTEGER NOT NULL);
CREATE TABLE business_plan (
  id INTEGER PRIMARY KEY, partner_id TEXT NOT NULL REFERENCES partner(id), status TEXT NOT NULL,
  starts_on TEXT NOT NULL, "end" TEXT NOT NULL);
"""


def write(db):
    partners = make_partners()
    rep_rows, reps = make_reps(partners)
    iso = datetime.date.isoformat
    db.executescript(SCHEMA)
    db.executemany("INSERT INTO partner VALUES (?,?,?,?,?,?)", [
        (p["id"], p["name"], p["type"], p["region"], iso(p["joined_on"]), p["tier"]) for p in partners])
    db.executemany("INSERT INTO rep VALUES (?,?,?)", rep_rows)
    db.executemany("INSERT INTO deal VALUES (?,?,?,?,?,?,?,?,?)", [
        (n, d["partner_id"], iso(d["closed_on"]), decimal(d["amount"]), d["product"], d["status"], d["registered"],
         d["units"], d["rep_id"]) for n, d in enumerate(make_deals(partners, reps), start=10001)])
    db.executemany("INSERT INTO certificate VALUES (?,?,?,?,?,?,?,?)", [
        (n, *row[:5], iso(row[5]), iso(row[6])) for n, row in enumerate(make_certificates(partners), start=1)])
    db.executemany("INSERT INTO claim VALUES (?,?,?,?,?,?,?,?)", [
        (n, c["partner_id"], c["fund"], c["activity"], c["amount_cents"], iso(c["activity_on"]),
         iso(c["submitted_on"]), c["proof"]) for n, c in enumerate(make_claims(partners), start=501)])
    db.executemany("INSERT INTO business_plan VALUES (?,?,?,?,?)", [
        (n, row[0], row[1], iso(row[2]), iso(row[3])) for n, row in enumerate(make_plans(partners), start=1)])


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("usage: sample_data.py OUT.db")
    path = sys.argv[1]
    making = path + ".new"
    if os.path.exists(making):
        os.remove(making)
    db = sqlite3.connect(making)
    with db:
        write(db)
    db.close()
    os.replace(making, path)


if __name__ == "__main__":
    main()
