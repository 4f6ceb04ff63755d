#!/usr/bin/env python3
"""What a change does, adds up: on small programs with generated data.

    attribution.py [RUNG] [--cases N] [--first SEED]

RUNG: the command, default build/rung. For each seed (N of them, 8):
  deltas       by rule, by partner and in total are the difference of two evaluations
  nothing      a change that changes nothing says, but for what was set, the bytes of no change at all
  reversed     from one program to another is minus the way back; to a copy it is nothing
  attribution  what changes are worth alone is what each does by itself; with the interaction it is the total;
               Shapley values are those of the definition and add up to the total exactly
  guards       actual values are those of the changes, and the exit code says whether one is broken
  sweep        every row of two varying things holds the totals that `evaluate --set` prints for its values
  edges        each is what evaluating the partner with the metric on the other side finds, and none is missing
Deterministic: a case is its seed.
"""
import argparse
import itertools
import json
import math
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from decimal import Decimal
from fractions import Fraction

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULES = """
program "Small" { version = "1", currency = "USD" }
source "partner" { columns = { name = text, region = text, rating = number } }
source "deal" {
  partner = "partner_id", happened_on = "closed_on",
  columns = { closed_on = date, amount = money, registered = boolean, rep = text },
}
source "exam" { partner = "partner_id", columns = { person = text } }
source "claim" {
  partner = "partner_id", happened_on = "spent_on", columns = { spent_on = date, cost = money, proof = boolean },
}
metric "bookings" { value = sum(deal.amount, { closed_on = trailing(12, "months") }) }
metric "engineers" { value = count_distinct(exam.person) }
setting "silver_line" { value = usd(SILVER) }
setting "gold_line" { value = usd(GOLD) }
setting "rate" { value = percent(2) }
setting "scale" { value = 1 }
metric "scaled" { value = metric.bookings * setting.scale * setting.scale }
ladder "tier" {
  cumulative = CUMULATIVE,
  level "silver" { requires = { bookings = setting.silver_line, engineers = 1 } },
  level "gold" {
    requires = { bookings = setting.gold_line, any_of {
      { engineers = 2 }, { bookings = above(usd(9000)) }, { rating = between(6, 8) }, { standing = true },
    } },
  },
  level "top" { requires = { bookings = setting.gold_line * 2, engineers = 3 } },
}
incentive "rebate" {
  pays = marginal(metric.bookings, { { 0, setting.rate }, { 4000, percent(3) } })
    * by(ladder.tier, { none = 0, silver = 1, gold = 1.5, top = 2 }),
}
incentive "bonus" {
  each = deal, where = { registered = true }, requires = { tier = at_least "silver" },
  pays = deal.amount * percent(1), cap = { row = usd(25), partner = usd(60) TOTAL },
}
metric "place" { value = rank(metric.bookings, { within = partner.region }) }
score "standing" {
  { of = metric.bookings, full = usd(5000), points = 60 },
  { of = metric.engineers, points = { { 1, 10 }, { 3, 40 } } },
  pass = 50,
}
incentive "leaders" {
  requires = { place = at_most(5) }, pays = percent(1) * metric.bookings, not_with = { incentive.bonus },
}
incentive "steady" {
  pays = usd(3) * count(deal):per("quarter", 4):count(above(0)) + when(score.standing:at_least(50), usd(4), usd(0)),
  minimum = usd(6),
}
incentive "climbing" { each = deal, pays = usd(1) * count(deal, { registered = true }):so_far(), cap = { partner = usd(2) } }
incentive "pool" {
  pays = allocate(usd(1000), max(metric.bookings, 0), { where = { tier = at_least "silver" }, at_most = usd(90) }),
}
fund "mdf" {
  requires = { tier = at_least "gold" }, accrues = metric.bookings * percent(2),
  claims = claim, amount = claim.cost, approves = { proof = true },
  shares = { vendor = percent(50), partner = percent(50) }, cap = { claim = usd(90) },
}
guard "budget" { total(payout):at_most(BUDGET), total(fund.mdf):below(400) }
guard "tiers" { demotions(ladder.tier):at_most(3), promotions(ladder.tier):between(0, 9), largest_loss():at_most(80) }
"""
CHANGES = {
    "silver_line": lambda r: r.randint(2, 50) * 100, "gold_line": lambda r: r.randint(20, 70) * 100,
    "rate": lambda r: f"{r.randint(0, 40) / 10}%", "rebate.pays.marginal.2.from": lambda r: r.randint(10, 80) * 100,
    "rebate.pays.by.gold": lambda r: r.randint(8, 30) / 10, "bonus.cap.partner": lambda r: r.randint(10, 99),
    "bonus.pays": lambda r: f"{r.randint(0, 30) / 10}%", "mdf.cap.claim": lambda r: r.randint(20, 200),
    "steady.minimum": lambda r: r.randint(0, 12), "leaders.requires.place.at_most": lambda r: r.randint(1, 9),
    "pool.pays.allocate": lambda r: r.randint(1, 90) * 50, "standing.pass": lambda r: r.randint(0, 100),
    "tier.top.requires.engineers": lambda r: r.randint(0, 4), "bookings.value.sum.closed_on.trailing":
    lambda r: r.randint(3, 24),
}
PAID = ["rebate", "bonus", "leaders", "steady", "climbing", "pool", "mdf"]
# Values at which conditions turn, come back, are those of the base, or are errors; the last changes every payout.
SWEPT = {
    "silver_line": lambda now: f"{now - 400}..{now + 800}/400", "gold_line": lambda now: f"{now - 500}..{now + 500}/500",
    "tier.top.requires.engineers": lambda now: "0..4/1", "tier.gold.requires.any_of.1.engineers": lambda now: "1..3/1",
    "leaders.requires.place.at_most": lambda now: "1..7/2", "steady.minimum": lambda now: "0..9/3",
    "scale": lambda now: "1..200000001/50000000", "rate": lambda now: "1%..2%/0.5%",
}


def cents(text):
    return Fraction(text) * 100


class Case:
    """A program, a changed copy of it, and data, written into a folder."""

    def __init__(self, rung, seed, folder):
        self.rung, self.random, self.found, self.folder = rung, random.Random(seed), [], folder
        self.db, self.shared = os.path.join(folder, "data.db"), seed % 4 == 3
        self.rules, self.other = self.write_rules("a.lua"), self.write_rules("b.lua")
        self.regions, self.ratings = {}, {}
        self.write_data()

    def write_rules(self, name):
        r, path = self.random, os.path.join(self.folder, name)
        words = {"SILVER": r.randint(5, 30) * 100, "GOLD": r.randint(25, 60) * 100, "BUDGET": r.randint(10, 40) * 100,
                 "CUMULATIVE": r.choice(["true", "false"]), "TOTAL": ", total = 150" if self.shared else ""}
        text = RULES
        for word, value in words.items():
            text = text.replace(word, str(value))
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def write_data(self):
        r, rows = self.random, sqlite3.connect(self.db)
        rows.executescript("""
            CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT, region TEXT, rating);
            CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id, closed_on, amount, registered, rep);
            CREATE TABLE exam (id INTEGER PRIMARY KEY, partner_id, person);
            CREATE TABLE claim (id INTEGER PRIMARY KEY, partner_id, spent_on, cost, proof);""")
        for n in range(50):
            partner = f"P{n:02}"
            self.regions[partner] = r.choice("AB")
            self.ratings[partner] = r.choice([None, 5, 6, 8, 9, "5.5", "5.99", "7.75", "8.2"])
            rows.execute("INSERT INTO partner VALUES (?, ?, ?, ?)",
                         (partner, f"Partner {n}", self.regions[partner], self.ratings[partner]))
            for _ in range(r.randint(0, 5)):
                amount = r.choice([r.randint(-500, 5000), r.randint(1, 30) * 100])
                day = f"{r.choice([2025, 2026])}-{r.randint(1, 12):02}-{r.randint(1, 28):02}"
                cell = f"{amount}.{r.choice(['00', '00', '37', '995'])}"
                if r.random() < 0.004:
                    cell = "plenty"
                rows.execute("INSERT INTO deal (partner_id, closed_on, amount, registered) VALUES (?, ?, ?, ?)",
                             (f"P{n:02}", day, cell, r.randint(0, 1)))
            for k in range(r.randint(0, 4)):
                rows.execute("INSERT INTO exam (partner_id, person) VALUES (?, ?)", (f"P{n:02}", f"e{k}"))
            for _ in range(r.randint(0, 2)):
                rows.execute("INSERT INTO claim (partner_id, spent_on, cost, proof) VALUES (?, '2026-05-01', ?, ?)",
                             (f"P{n:02}", f"{r.randint(1, 300)}.{r.randint(10, 99)}", r.randint(0, 1)))
        rows.commit()
        rows.close()

    # --- asking the command ---

    def run(self, verb, *words, rules=None, fine=(0, 3, 4)):
        done = subprocess.run([self.rung, verb, rules or self.rules, self.db, "--as-of", "2026-12-31", "--format",
                               "json", *words], capture_output=True, text=True, timeout=60, check=False)
        if done.returncode not in fine:
            raise RuntimeError(f"{verb} {' '.join(words)}: exit {done.returncode}: {done.stderr}")
        self.code = done.returncode
        return done.stdout

    def ask(self, verb, *words, **more):
        return json.loads(self.run(verb, *words, **more))

    def pick(self, count):
        paths = self.random.sample(sorted(CHANGES), count)
        return [(path, str(CHANGES[path](self.random))) for path in paths]

    @staticmethod
    def sets(changes):
        return [word for path, value in changes for word in ("--set", f"{path}={value}")]

    def expect(self, what, got, wanted):
        if got != wanted:
            self.found.append(f"{what}: got {str(got)[:300]}, wanted {str(wanted)[:300]}")

    # --- what must hold ---

    def check_deltas(self, changes):
        words = self.sets(changes)
        told, before, after = self.ask("what-if", *words), self.ask("evaluate"), self.ask("evaluate", *words)
        self.check_guards(told)
        was = {p["id"]: p for p in before["partners"]}
        payouts, moves = [], []
        for now in after["partners"]:
            then = was[now["id"]]
            if now["errors"] or then["errors"]:
                continue
            if then["ladders"]["tier"]["level"] != now["ladders"]["tier"]["level"]:
                moves.append((now["id"], then["ladders"]["tier"]["level"], now["ladders"]["tier"]["level"]))
            for rule in PAID:
                x, y = (cents(p["funds"]["mdf"]["paid"] if rule == "mdf" else p["incentives"][rule])
                        for p in (then, now))
                if x != y:
                    payouts.append((now["id"], rule, x, y, y - x))
        listed = [(p["partner"], p["rule"], *(cents(p[k]) for k in ("before", "after", "delta")))
                  for p in told["payouts"]]
        self.expect(f"payouts of {changes}", listed, payouts)
        self.expect(f"moves of {changes}", [(m["partner"], m["from"], m["to"]) for m in told["moves"]], moves)
        totals = told["totals"]
        for rule, row in totals["by_rule"].items():
            self.expect(f"delta of {rule}", cents(row["delta"]), sum(p[4] for p in payouts if p[1] == rule))
            self.expect(f"before and after of {rule}", cents(row["after"]) - cents(row["before"]), cents(row["delta"]))
        self.expect("delta in total", cents(totals["payout"]["delta"]), sum(p[4] for p in payouts))
        self.expect("everybody counted", totals["changed"] + totals["unchanged"] + totals["errors"], 50)
        self.expect("threads", self.run("what-if", *words, "--jobs", "3"), self.run("what-if", *words, "--jobs", "1"))

    def check_guards(self, told):
        code, totals = self.code_of(told), told["totals"]
        losses, moves = {}, {"up": 0, "down": 0}
        for p in told["payouts"]:
            losses[p["partner"]] = losses.get(p["partner"], 0) - cents(p["delta"])
        for way in moves:
            moves[way] = totals[way]["tier"]
        actual = [cents(totals["payout"]["after"]), cents(totals["by_rule"]["mdf"]["after"]), moves["down"] * 100,
                  moves["up"] * 100, moves["up"] * 100, max([0, *losses.values()])]
        self.expect("guards", [cents(str(g["actual"])) for g in told["guards"]], actual)
        limits = [cents(str(g["limit"])) for g in told["guards"]]
        holds = [a <= b for a, b in zip(actual, limits)]
        holds[1], holds[3] = actual[1] < limits[1], actual[3] >= limits[3]
        self.expect("guards hold", [g["holds"] for g in told["guards"]], holds)
        self.expect("losers named", sorted(told["guards"][5]["offenders"]),
                    [] if holds[5] else sorted(p for p in losses if losses[p] > limits[5]))
        self.expect("exit code", code, 4 if not all(holds) else 3 if totals["errors"] else 0)

    def code_of(self, told):
        self.expect("same answer", self.ask("what-if", *self.sets(told["candidate"]["set"].items())), told)
        return self.code

    def check_nothing(self):
        listed = {s["path"]: s for s in self.settings()}
        path = self.random.choice(["silver_line", "gold_line", "tier.silver.requires.engineers", "bonus.cap.partner"])
        same = f"{path}={listed[path]['value']}"
        said = [line for line in self.run("evaluate", "--set", same).splitlines() if not line.startswith(' "changed"')]
        self.expect(f"evaluate with {same}", said, self.run("evaluate").splitlines())
        told, none = self.ask("what-if", "--set", same), self.ask("what-if")
        told["candidate"]["set"] = none["candidate"]["set"] = {}
        self.expect(f"what-if with {same}", json.dumps(told), json.dumps(none))
        self.expect("nothing changed", (none["moves"], none["payouts"], none["totals"]["changed"]), ([], [], 0))
        copy = os.path.join(self.folder, "copy")
        os.mkdir(copy)
        shutil.copy(self.rules, copy)
        against = self.ask("what-if", "--against", os.path.join(copy, "a.lua"))
        for key in ("moves", "payouts", "totals", "guards"):
            self.expect(f"{key} against a copy", json.dumps(against[key]), json.dumps(none[key]))

    def settings(self):
        done = subprocess.run([self.rung, "settings", self.rules, "--format", "json"], capture_output=True, text=True,
                              timeout=60, check=True)
        return json.loads(done.stdout)["settings"]

    def check_reversed(self):
        there = self.ask("what-if", "--against", self.other)
        back = self.ask("what-if", "--against", self.rules, rules=self.other)

        def turned(row):
            return {**row, "before": cents(row["after"]), "after": cents(row["before"]), "delta": -cents(row["delta"])}

        def straight(row):
            return {**row, **{key: cents(row[key]) for key in ("before", "after", "delta")}}

        self.expect("payouts reversed", [turned(p) for p in back["payouts"]], [straight(p) for p in there["payouts"]])
        self.expect("moves reversed", [{**m, "from": m["to"], "to": m["from"]} for m in back["moves"]], there["moves"])
        self.expect("total reversed", turned(back["totals"]["payout"]), straight(there["totals"]["payout"]))
        self.expect("counts reversed", (back["totals"]["up"], back["totals"]["down"]),
                    (there["totals"]["down"], there["totals"]["up"]))

    def check_attribution(self, changes, exactly):
        told = self.ask("what-if", *self.sets(changes), "--attribute")
        rows, total = told["attribution"], cents(told["totals"]["payout"]["delta"])
        self.expect("changes in order", [row["path"] for row in rows], [path for path, _ in changes])
        worth = {(): Fraction(0), tuple(range(len(changes))): total}

        def worth_of(members):
            if members not in worth:
                alone = self.ask("what-if", *self.sets([changes[i] for i in members]), "--limit", "0")
                worth[members] = cents(alone["totals"]["payout"]["delta"])
            return worth[members]

        self.expect("alone", [cents(row["alone"]) for row in rows], [worth_of((i,)) for i in range(len(changes))])
        self.expect("interaction", cents(told["interaction"]), total - sum(cents(row["alone"]) for row in rows))
        if len(changes) > 6:
            self.expect("no shapley", [row["shapley"] for row in rows], [None] * len(rows))
            return
        self.expect("shapley adds up", sum(cents(row["shapley"]) for row in rows), total)
        for i, row in enumerate(rows if exactly else []):
            mean, count = Fraction(0), len(changes)
            for size in range(count):
                for members in itertools.combinations([k for k in range(count) if k != i], size):
                    orders = Fraction(math.factorial(size) * math.factorial(count - size - 1), math.factorial(count))
                    mean += orders * (worth_of(tuple(sorted((*members, i)))) - worth_of(members))
            if abs(cents(row["shapley"]) - mean) >= Fraction(1, 10 ** 7):
                self.expect(f"shapley of {row['path']}", row["shapley"], float(mean / 100))

    def check_sweep(self):
        varied = self.random.sample(sorted(SWEPT), 2)
        now = {s["path"]: Fraction(s["value"]) for s in self.settings() if s["path"] in varied}
        words = [word for path in varied for word in ("--vary", f"{path}={SWEPT[path](now[path])}")]
        for row in self.ask("sweep", *words, "--jobs", self.random.choice("12"))["rows"]:
            sets = [word for path in varied for word in ("--set", f"{path}={row['set'][path]}")]
            self.expect(f"swept {' '.join(sets)}", row["totals"], self.ask("evaluate", *sets)["totals"])

    def check_edges(self):
        told = self.ask("edges", "--within", "6%") if self.random.random() < 0.5 else self.ask("edges", "--within", "1")
        part = told["within"] == "6%"
        base = {p["id"]: p for p in self.ask("evaluate")["partners"]}
        targets = self.near_targets(base, part)
        listed = {(e["partner"], e["metric"], e["target"]): e for e in told["edges"]}
        self.expect("edges among near lines", set(listed) - set(targets), set())
        for key in self.random.sample(sorted(targets, key=str), min(10, len(targets))):
            partner, metric, target = key
            scenario = os.path.join(self.folder, "one.yaml")
            with open(scenario, "w", encoding="utf-8") as file:
                if metric == "rating":
                    file.write(f'data:\n  partner:\n    - {{ id: {partner}, region: {self.regions[partner]}, '
                               f'rating: "{target}" }}\n')
                else:
                    file.write(f'partners:\n  {partner}: {{ {metric}: "{target}" }}\n')
            now = {p["id"]: p for p in self.ask("evaluate", "--scenario", scenario)["partners"]}[partner]
            was, is_now = (p["ladders"]["tier"]["level"] for p in (base[partner], now))
            wanted = None if was == is_now else (was, is_now, base[partner]["payout"], now["payout"])
            e = listed.get(key)
            self.expect(f"edge {key}", e and (e["level"], e["would_be"], e["payout"]["before"], e["payout"]["after"]),
                        wanted)
        deltas = [abs(cents(e["payout"]["delta"])) for e in told["edges"]]
        self.expect("edges in order", deltas, sorted(deltas, reverse=True))

    @staticmethod
    def shown(metric, target):
        """As JSON has it: counts are numbers, everything else is a text."""
        if metric == "engineers":
            return int(target)
        whole, places = f"{Decimal(target.numerator) / target.denominator:.9f}".split(".")
        places = places.rstrip("0").ljust(2 if metric == "bookings" else 0, "0")
        return f"{whole}.{places}".rstrip(".")

    def near_targets(self, base, part):
        """Partner, metric and value on the other side of every line that is near."""
        values = {s["path"]: Fraction(s["value"]) for s in self.settings()
                  if s["path"] in ("silver_line", "gold_line")}
        lines = [("bookings", values["silver_line"], ">="), ("bookings", values["gold_line"], ">="),
                 ("bookings", values["gold_line"] * 2, ">="), ("bookings", Fraction(9000), ">"),
                 ("engineers", Fraction(1), ">="), ("engineers", Fraction(2), ">="), ("engineers", Fraction(3), ">="),
                 ("rating", Fraction(6), ">="), ("rating", Fraction(8), "<="), ("standing", Fraction(50), ">=")]
        found = set()
        for p in base.values():
            has = {**p["metrics"], **p["scores"], "rating": self.ratings[p["id"]]}
            for metric, line, how in lines if not p["errors"] else []:
                if has[metric] is None:
                    continue
                actual, money = Fraction(has[metric]), metric == "bookings"
                whole = metric == "engineers" or actual.denominator == line.denominator == 1
                step = Fraction(1, 100 if money else 1 if whole else 10 ** 9)
                met = {">": actual > line, ">=": actual >= line, "<=": actual <= line}[how]
                over = step if how == "<=" else -step
                target = line + (over if met and how != ">" else step if not met and how == ">" else 0)
                gap = abs(target - actual)
                if gap <= line * Fraction(6, 100) if part else not money and gap <= 1:
                    found.add((p["id"], metric, self.shown(metric, target)))
        return found

    def check(self):
        for count in (1, 3):
            self.check_deltas(self.pick(count))
        self.check_nothing()
        self.check_reversed()
        self.check_attribution(self.pick(3), True)
        self.check_attribution(self.pick(self.random.choice([2, 6, 7])), False)
        for _ in range(2):
            self.check_sweep()
        self.check_edges()
        return self.found


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("rung", nargs="?", default=os.path.join(ROOT, "build", "rung"))
    parser.add_argument("--cases", type=int, default=8)
    parser.add_argument("--first", type=int, default=0)
    words = parser.parse_args()
    rung = os.path.abspath(words.rung)
    if not os.access(rung, os.X_OK):
        sys.exit(f"{rung} is not there; build it first")
    failed = 0
    for seed in range(words.first, words.first + words.cases):
        with tempfile.TemporaryDirectory() as folder:
            found = Case(rung, seed, folder).check()
        failed += bool(found)
        print("".join(f"seed {seed}: {line}\n" for line in found[:5]), end="")
    print(f"{words.cases - failed} passed, {failed} failed")
    sys.exit(1 if failed or not words.cases else 0)


if __name__ == "__main__":
    main()
