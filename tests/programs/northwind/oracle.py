#!/usr/bin/env python3
"""The Northwind Partner Program worked out a second time, by hand, to check the engine against.

    oracle.py DB [AS_OF]

Reads the same database as rules/northwind, shares no code with the engine, and prints the part of
`rung evaluate --format json` that it vouches for. Amounts are whole cents and fractions throughout.
"""
import datetime
import json
import sqlite3
import sys
from fractions import Fraction

CENT = Fraction(1, 100)
LEVELS = ["registered", "silver", "gold", "platinum"]
REGION_FACTOR = {"NA": Fraction(1), "EMEA": Fraction(9, 10), "APAC": Fraction(7, 10), "LATAM": Fraction(6, 10)}
REBATE_FACTOR = {"registered": 0, "silver": 1, "gold": Fraction(5, 4), "platinum": Fraction(3, 2)}
MDF_RATE = {"registered": 0, "silver": Fraction(1, 100), "gold": Fraction(15, 1000), "platinum": Fraction(2, 100)}
BENEFITS = {
    "registered": {"discount": "0.05", "support": "Online community"},
    "silver": {"discount": "0.12", "support": "Business hours", "mdf_rate": "0.01"},
    "gold": {"discount": "0.18", "support": "Around the clock", "partner_manager": "Regional team",
             "mdf_rate": "0.015"},
    "platinum": {"discount": "0.25", "support": "Around the clock, named engineer",
                 "partner_manager": "Named manager", "mdf_rate": "0.02"},
}


def half_up(x, places=2):
    """Rounded to so many decimals, halves away from zero."""
    scaled = abs(x) * 10 ** places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if x >= 0 else -whole, 10 ** places)


def nine(x):
    return half_up(Fraction(x), 9)


def cut(x):
    """Down to the cent."""
    return Fraction(int(x * 100), 100)


def money(x, places=2):
    x = nine(x)
    digits = f"{abs(x.numerator) * 10 ** 9 // x.denominator:010d}"
    whole, part = digits[:-9], digits[-9:].rstrip("0").ljust(places, "0")
    return ("-" if x < 0 else "") + whole + ("." + part if part else "")


def number(x):
    return None if x is None else money(x, 0)


def year_back(day):
    """12 months earlier, keeping the day or taking the last of the month."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def at_least(x, y):
    return x is not None and nine(x) >= nine(y)


class Database:
    def __init__(self, path):
        self.db = sqlite3.connect(path)
        self.db.row_factory = sqlite3.Row

    def rows(self, table, dates=(), amounts=()):
        rows = [dict(row) for row in self.db.execute(f'SELECT * FROM "{table}" ORDER BY id')]
        for row in rows:
            for name in dates:
                row[name] = datetime.date.fromisoformat(row[name])
            for name in amounts:
                row[name] = Fraction(row[name])
        return rows


def by_partner(rows):
    groups = {}
    for row in rows:
        groups.setdefault(row["partner_id"], []).append(row)
    return groups


def measure(deals, credentials, as_of):
    """The metrics of one partner, exact; None where there is no value."""
    tomorrow = as_of + datetime.timedelta(days=1)
    first = year_back(tomorrow)
    earlier_as_of = first - datetime.timedelta(days=1)
    first_before = year_back(first)
    quarter = datetime.date(as_of.year, (as_of.month - 1) // 3 * 3 + 1, 1)
    year = [d for d in deals if first <= d["closed_on"] <= as_of]
    won = [d for d in year if d["status"] == "won"]
    before = sum(d["amount"] for d in deals if d["status"] == "won" and first_before <= d["closed_on"] <= earlier_as_of)
    closed = [d for d in year if d["amount"] > 0]
    skilled = [c for c in credentials if c["level"] in ("engineer", "architect") and c["expires_on"] >= as_of]
    m = {
        "bookings": sum((d["amount"] for d in won), Fraction(0)),
        "quarter_bookings": sum((d["amount"] for d in won if d["closed_on"] >= quarter), Fraction(0)),
        "security_bookings": sum((d["amount"] for d in won if d["product"].startswith("SEC-")), Fraction(0)),
        "cloud_bookings": sum((d["amount"] for d in won if d["product"].startswith("CLD-")), Fraction(0)),
        "win_rate": Fraction(sum(d["status"] == "won" for d in closed), len(closed)) if closed else None,
        "largest_deal": max((d["amount"] for d in won), default=None),
        "engineers": len({c["person_id"] for c in skilled}),
        "security_engineers": len({c["person_id"] for c in skilled if c["track"] == "security"}),
        "cloud_architects": len({c["person_id"] for c in skilled if c["track"] == "cloud" and c["level"] == "architect"}),
    }
    m["growth"] = m["bookings"] / before - 1 if before else None
    return m


def certify(m, factor):
    return {
        "security": m["security_engineers"] >= 2 and at_least(m["security_bookings"], 25000 * factor),
        "cloud": m["cloud_architects"] >= 1 and at_least(m["cloud_bookings"], 20000 * factor)
                 and at_least(m["win_rate"], Fraction(40, 100)),
    }


def level_of(m, certified, planned, factor):
    """Every tier also asks what those below it ask."""
    silver = at_least(m["bookings"], 50000 * factor) and m["engineers"] >= 1
    gold = (silver and at_least(m["bookings"], 150000 * factor) and m["engineers"] >= 2 and planned
            and (certified["security"] or certified["cloud"])
            and (at_least(m["growth"], Fraction(10, 100)) or at_least(m["bookings"], 300000 * factor)))
    platinum = (gold and at_least(m["bookings"], 500000 * factor) and m["engineers"] >= 4
                and certified["security"] and certified["cloud"])
    return LEVELS[silver + gold + platinum]


def benefits_of(level, certified):
    gives = dict(BENEFITS[level])
    if certified["security"]:
        gives.update(security_margin="0.03", finder="Listed as a specialist")
    if certified["cloud"]:
        gives.update(cloud_margin="0.02", finder="Listed as a specialist")
    return gives


def volume_rebate(m, level):
    x = nine(m["quarter_bookings"])
    if x <= 0:
        return Fraction(0)
    pays = min(x, 50000) * Fraction(1, 100)
    pays += max(0, min(x, 150000) - 50000) * Fraction(15, 1000)
    pays += max(0, x - 150000) * Fraction(2, 100)
    return half_up(pays * REBATE_FACTOR[level])


def in_order(deals):
    return sorted(deals, key=lambda d: (d["closed_on"], d["id"]))


def deal_registration(deals, level, as_of):
    if level == "registered":
        return Fraction(0)
    quarter = datetime.date(as_of.year, (as_of.month - 1) // 3 * 3 + 1, 1)
    total = Fraction(0)
    for d in in_order(deals):
        if d["status"] != "won" or not d["registered"] or not quarter <= d["closed_on"] <= as_of:
            continue
        rate = Fraction(3, 100) if d["closed_on"] >= datetime.date(2026, 8, 1) else Fraction(2, 100)
        line = min(half_up(d["amount"] * rate), Fraction(1500))
        if line > 0:
            line = min(line, max(Fraction(0), 4000 - total))
        total += line
    return total


def security_push(deals, as_of):
    """All partners at once: a budget is shared. {partner: {rep: amount}}"""
    first, last = datetime.date(2026, 8, 1), min(datetime.date(2026, 9, 30), as_of)
    lines = []
    for partner, rows in deals.items():
        reps = {}
        for d in in_order(rows):
            if d["status"] != "won" or not d["product"].startswith("SEC-") or not first <= d["closed_on"] <= last:
                continue
            line = Fraction(25 * d["units"])
            so_far = reps.get(d["rep_id"], Fraction(0))
            if line > 0:
                line = min(line, max(Fraction(0), 1000 - so_far))
            reps[d["rep_id"]] = so_far + line
            lines.append((d["closed_on"], partner, d["id"], d["rep_id"], line))
    spent, paid = Fraction(0), {}
    for _, partner, _, rep, line in sorted(lines):
        if line > 0:
            line = min(line, max(Fraction(0), 40000 - spent))
        spent += line
        reps = paid.setdefault(partner, {})
        reps[rep] = reps.get(rep, Fraction(0)) + line
    return paid


def failings(claim):
    return [claim["proof"] != 1,
            claim["activity"] not in ("event", "webinar", "digital", "telemarketing"),
            (claim["submitted_on"] - claim["activity_on"]).days > 60]


def settle(claims, accrued, eligible, as_of):
    """The fund of one partner: decisions in the order of submission."""
    first = year_back(as_of + datetime.timedelta(days=1))
    balance, activities, decided = accrued, {}, []
    for c in sorted(claims, key=lambda c: (c["submitted_on"], c["id"])):
        if c["fund"] != "mdf" or not first <= c["submitted_on"] <= as_of:
            continue
        cost = Fraction(c["amount_cents"], 100)
        reasons = sum(failings(c))
        vendor, partner, limited = Fraction(0), Fraction(0), None
        if eligible and not reasons:
            vendor = cost - cut(cost / 2)    # the odd cent is the vendor's
            asked = vendor
            rooms = [("claim", Fraction(5000)), ("activity", 9000 - activities.get(c["activity"], Fraction(0))),
                     ("balance", balance)]
            for name, room in rooms:
                if vendor > room:
                    vendor, limited = max(room, Fraction(0)), name
            decision = "approved" if vendor == asked else "partial" if vendor else "rejected"
            partner = cost - vendor if vendor else Fraction(0)
            activities[c["activity"]] = activities.get(c["activity"], Fraction(0)) + vendor
            balance -= vendor
        else:
            decision = "rejected"
        decided.append({"id": str(c["id"]), "decision": decision, "amount": money(cost),
                        "shares": {"partner": money(partner), "vendor": money(vendor)},
                        "limited_by": limited, "failed": reasons if eligible else 1})
    paid = accrued - balance
    return {"opening": "0.00", "accrued": money(accrued), "paid": money(paid), "expired": "0.00",
            "balance": money(balance), "claims": decided}, paid


def shown(m):
    amounts = ("bookings", "quarter_bookings", "security_bookings", "cloud_bookings")
    metrics = {name: money(m[name]) for name in amounts}
    metrics["largest_deal"] = None if m["largest_deal"] is None else money(m["largest_deal"])
    metrics.update({name: number(m[name]) for name in ("growth", "win_rate")})
    metrics.update({name: m[name] for name in ("engineers", "security_engineers", "cloud_architects")})
    return metrics


def evaluate(path, as_of):
    db = Database(path)
    partners = db.rows("partner")
    deals = by_partner(d for d in db.rows("deal", ["closed_on"], ["amount"]) if d["closed_on"] <= as_of)
    credentials = by_partner(db.rows("certificate", ["expires_on"]))
    claims = by_partner(c for c in db.rows("claim", ["activity_on", "submitted_on"]) if c["submitted_on"] <= as_of)
    plans = by_partner(db.rows("business_plan", ["starts_on", "end"]))
    push = security_push(deals, as_of)
    results, exact = [], []
    for p in sorted(partners, key=lambda p: p["id"].encode()):
        factor = REGION_FACTOR[p["region"]]
        mine = deals.get(p["id"], [])
        m = measure(mine, credentials.get(p["id"], []), as_of)
        certified = certify(m, factor)
        planned = any(r["status"] == "approved" and r["starts_on"] <= as_of <= r["end"] for r in plans.get(p["id"], []))
        level = level_of(m, certified, planned, factor)
        reps = push.get(p["id"], {})
        earned = {"volume_rebate": volume_rebate(m, level), "deal_registration": deal_registration(mine, level, as_of),
                  "security_push": sum(reps.values(), Fraction(0))}
        eligible = level != "registered" and planned
        accrued = half_up(m["bookings"] * MDF_RATE[level]) if eligible else Fraction(0)
        fund, paid = settle(claims.get(p["id"], []), accrued, eligible, as_of)
        payout = sum(earned.values()) + paid
        exact.append((level, certified, earned, accrued, paid, payout))
        results.append({
            "id": p["id"], "metrics": shown(m),
            "ladders": {"tier": {"before": p["tier"], "qualified": level, "level": level, "held": None}},
            "certifications": certified, "obligations": {"business_plan": planned},
            "incentives": {name: money(x) for name, x in earned.items()},
            "payees": {"security_push": {rep: money(x) for rep, x in sorted(reps.items())}},
            "funds": {"mdf": fund}, "benefits": benefits_of(level, certified), "payout": money(payout), "errors": [],
        })
    return {"as_of": as_of.isoformat(), "currency": "USD", "partners": results, "totals": totals(exact), "errors": []}


def totals(exact):
    accrued, paid = sum(e[3] for e in exact), sum(e[4] for e in exact)
    return {
        "partners": len(exact), "errors": 0,
        "ladders": {"tier": {level: sum(e[0] == level for e in exact) for level in LEVELS}},
        "certifications": {name: sum(e[1][name] for e in exact) for name in ("security", "cloud")},
        "incentives": {name: money(sum(e[2][name] for e in exact)) for name in exact[0][2]},
        "funds": {"mdf": {"accrued": money(accrued), "paid": money(paid), "expired": "0.00",
                          "balance": money(accrued - paid)}},
        "payout": money(sum(e[5] for e in exact)),
    }


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: oracle.py DB [AS_OF]")
    as_of = datetime.date.fromisoformat(sys.argv[2] if len(sys.argv) == 3 else "2026-09-30")
    json.dump(evaluate(sys.argv[1], as_of), sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
