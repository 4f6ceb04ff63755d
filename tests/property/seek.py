#!/usr/bin/env python3
"""Sweep and seek against brute force, on small programs with generated data.

    seek.py [RUNG] [--cases N] [--first SEED]

RUNG: the command, default build/rung. For each seed (N of them, 6):
  sweep   every row holds the totals that `evaluate --set` prints for its value, in one setting and in two
  seek    what is found is what trying every cent of a small range finds, its ends hold the totals of their
          values, and a total that only rises or falls takes at most 40 evaluations
Deterministic: a case is its seed.
"""
import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULES = """
program "Small" { version = "1", currency = "USD" }
source "partner" { columns = { name = text } }
source "deal" { partner = "partner_id", happened_on = "closed_on", columns = { closed_on = date, amount = money } }
metric "bookings" { value = sum(deal.amount, { closed_on = between("2026-01-01", "2026-12-31") }) }
setting "gold_line" { value = usd(LINE), range = { usd(5), usd(9) } }
setting "both" { value = 1, range = { 0.5, 2 }, step = decimal "0.05" }
setting "rate" { value = percent(3) }
ladder "tier" {
  level "silver" { requires = { bookings = usd(3) * setting.both } },
  level "gold" { requires = { bookings = setting.gold_line * setting.both } },
}
incentive "rebate" { pays = metric.bookings * setting.rate * by(ladder.tier, { none = 0, silver = 1, gold = 2 }) }
certification "big" { requires = { bookings = at_least(usd(8)) } }
"""
SIGNS = {"<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
         "=": lambda a, b: a == b}
FIGURES = {"payout": lambda t: t["payout"], "incentives.rebate": lambda t: t["incentives"]["rebate"],
           "ladders.tier.silver": lambda t: t["ladders"]["tier"]["silver"],
           "ladders.tier.gold": lambda t: t["ladders"]["tier"]["gold"]}


def cents(value):
    return round(float(value) * 100)


class Case:
    """One program and its data, written into a folder."""

    def __init__(self, rung, seed, folder):
        self.rung, self.random, self.found = rung, random.Random(seed), []
        self.rules, self.db = os.path.join(folder, "program.lua"), os.path.join(folder, "data.db")
        with open(self.rules, "w", encoding="utf-8") as file:
            file.write(RULES.replace("LINE", f"{self.random.randint(500, 900) / 100}"))
        with sqlite3.connect(self.db) as db:
            db.execute("CREATE TABLE partner (id TEXT PRIMARY KEY, name TEXT)")
            db.execute("CREATE TABLE deal (id INTEGER PRIMARY KEY, partner_id TEXT, closed_on TEXT, amount TEXT)")
            for n in range(40):
                db.execute("INSERT INTO partner VALUES (?, ?)", (f"P{n:02}", f"Partner {n}"))
                for _ in range(self.random.randint(0, 3)):
                    amount = f"{self.random.randint(1, 600) / 100:.2f}"
                    db.execute("INSERT INTO deal (partner_id, closed_on, amount) VALUES (?, '2026-05-01', ?)",
                               (f"P{n:02}", amount))

    def run(self, verb, *words):
        done = subprocess.run([self.rung, verb, self.rules, self.db, "--as-of", "2026-12-31", *words],
                              capture_output=True, text=True, timeout=60, check=False)
        if done.returncode:
            raise RuntimeError(f"{verb} {' '.join(words)}: exit {done.returncode}: {done.stderr}")
        return done.stdout

    def sweep(self, *ranges):
        words = [word for text in ranges for word in ("--vary", text)]
        return [json.loads(line) for line in self.run("sweep", *words, "--format", "jsonl").splitlines()]

    def expect(self, what, got, wanted):
        if got != wanted:
            self.found.append(f"{what}: got {json.dumps(got)[:300]}, wanted {json.dumps(wanted)[:300]}")

    def check_sweep(self):
        rows = self.sweep("gold_line=5.5..8.5/0.75", "rate=1%..2.5%/0.5%")
        self.expect("grid", [tuple(row["set"].values()) for row in rows],
                    [(f"{5.5 + i * 0.75:g}", f"{0.01 + k * 0.005:g}") for i in range(5) for k in range(4)])
        for row in rows + self.sweep("both=0.5..2/0.5"):
            words = [word for path, value in row["set"].items() for word in ("--set", f"{path}={value}")]
            whole = json.loads(self.run("evaluate", *words, "--format", "json"))
            self.expect(f"sweep at {row['set']}", row["totals"], whole["totals"])

    def check_seek(self, path, values, rows, figure, sign, wanted, monotone):
        """What brute force over the rows finds, and no more than 40 evaluations where that is promised."""
        what = f"{path} so that {figure} {sign} {wanted}"
        answer = json.loads(self.run("seek", "--vary", values, "--so-that", f"totals.{figure} {sign} {wanted}",
                                     "--format", "json"))
        of = [cents(FIGURES[figure](row["totals"])) for row in rows]
        holds = [SIGNS[sign](value, cents(wanted)) for value in of]
        runs, n = [], 0
        while n < len(rows):
            end = n
            while end + 1 < len(rows) and holds[end + 1] == holds[n]:
                end += 1
            if holds[n]:
                runs.append({"from": rows[n]["set"][path], "to": rows[end]["set"][path],
                             "at_from": rows[n]["totals"], "at_to": rows[end]["totals"]})
            n = end + 1
        self.expect(what, answer["intervals"], runs)
        if monotone and sign != "=" and answer["evaluations"] > 40:
            self.found.append(f"{what}: {answer['evaluations']} evaluations")
        if not runs:
            self.check_nearest(what, answer, path, rows, of, cents(wanted))

    def check_nearest(self, what, answer, path, rows, of, wanted):
        near = [value for value in (max((v for v in of if v < wanted), default=None),
                                    min((v for v in of if v > wanted), default=None)) if value is not None]
        by_value = {row["set"][path]: (row, value) for row, value in zip(rows, of)}
        told = [by_value[n["value"]] for n in answer["nearest"]]
        self.expect(f"{what}: nearest", sorted({value for _, value in told}), sorted(set(near)))
        self.expect(f"{what}: totals of the nearest", [n["totals"] for n in answer["nearest"]],
                    [row["totals"] for row, _ in told])

    def check_seeks(self, path, values, figures, monotone):
        rows = self.sweep(values)
        for figure in figures:
            seen = sorted({cents(FIGURES[figure](row["totals"])) for row in rows})
            picks = {seen[0] - 1, seen[-1] + 1, seen[len(seen) // 2], self.random.choice(seen) + 1}
            for pick in sorted(picks):
                sign = self.random.choice(sorted(SIGNS))
                self.check_seek(path, values, rows, figure, sign, f"{pick / 100:.2f}", monotone)

    def check(self):
        self.check_sweep()
        self.check_seeks("gold_line", "gold_line=5..9/0.01", FIGURES, True)
        self.check_seeks("rate", "rate=1%..4%/0.01%", ["payout"], True)
        self.check_seeks("both", "both=0.5..2/0.05", FIGURES, False)
        return self.found


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("rung", nargs="?", default=os.path.join(ROOT, "build", "rung"))
    parser.add_argument("--cases", type=int, default=6)
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
