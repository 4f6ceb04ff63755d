"""What changes say about generated programs: `what-if` is the difference of two evaluations, in the same bytes
whatever the number of threads, and `--set` does what editing the rules would do.

Called by `run` with a command on one program and its data.
"""
import copy
import json
import random
import sqlite3
from fractions import Fraction

import generate
import writing
from generate import PERIODS, TEXTS, UNITS
from writing import COLUMNS, CURRENCIES, ONE, decimal

TRIES = 4  # changes of one program
FIELDS = ("minimum", "opening", "pass", "each_above", "steps_up", "steps_down")
ROUNDINGS = ["half_up", "half_even", "down", "up"]


# --- what is changed ------------------------------------------------------------------------------------------

def new_value(setting, r):
    """Another value for a listed setting, as people write it; now and then one that cannot be."""
    value, unit, path = str(setting["value"]), setting["unit"], setting["path"]
    if path.endswith(".remainder"):
        return value
    if unit == "text":
        for known in [*TEXTS.values(), ROUNDINGS, UNITS, PERIODS]:
            if value in known:
                return r.choice(known)
        return r.choice(["won", "SEC-*", value])
    if unit == "date":
        return f"2025-{r.randint(1, 12):02}-{r.randint(1, 28):02}"
    if unit == "percent" and r.random() < 0.5:
        return f"{r.choice([0, 1, 5, 12.5, 50, 100])}%"
    try:
        number = float(value)
    except ValueError:
        return value
    if path.split(".")[1:2] == ["shares"] and r.random() < 0.7:
        return value
    if path.endswith(".rate") and unit == "percent":
        return f"{r.choice([0, 1, 5, 12.5, 50, 100])}%"
    if path.endswith((".places", "n_of", ".ago", "trailing")) or unit in UNITS:
        return str(r.randint(0, 5))
    return r.choice(["0", "1", value, decimal(int(number * 2) * ONE), decimal(int(number * 50) * ONE // 100),
                     decimal(int(number + 1) * ONE), "250", str(r.randint(1, 20000))])


def pick(settings, r):
    """One to three of the paths that mean something to the result, with new values."""
    usable = [s for s in settings if s["value"] is not None and not s["path"].startswith("program.")
              and s["path"].split(".")[0] not in COLUMNS]
    for first, share in (("st", 0.4), ("if", 0.4)):  # settings and ladders; incentives and funds
        among = [s for s in usable if s["path"][0] in first]
        if among and r.random() < share:
            usable = among
            break
    if not usable:
        return []
    chosen = r.sample(usable, min(len(usable), r.choice([1, 1, 1, 1, 2, 3])))
    return [(s["path"], new_value(s, r)) for s in chosen]


def as_words(changes):
    return [word for path, value in changes for word in ("--set", f"{path}={value}")]


# --- what-if ----------------------------------------------------------------------------------------------------

def cents(text):
    whole, _, part = text.partition(".")
    return int(whole + part)


def money(units, places):
    sign, digits = ("-" if units < 0 else ""), str(abs(units)).rjust(places + 1, "0")
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def paid_by(partner, rules, funds):
    return {r: cents(partner["funds"][r]["paid"] if r in funds else partner["incentives"][r]) for r in rules}


def others_of(was, now):
    """What else of a partner differs, by name: what it holds, its points, what it gets, what it has in funds."""
    found = []
    for key, noun in (("certifications", "certification"), ("obligations", "obligation"), ("scores", "score"),
                      ("benefits", "benefit"), ("carried", "carried")):
        old, new = was.get(key) or {}, now.get(key) or {}
        none = False if noun in ("certification", "obligation") else None
        for name in {**old, **new}:
            a, b = (none if x.get(name) is None else x[name] for x in (old, new))
            if a != b:
                found.append({"partner": was["id"], "name": f"{noun}.{name}", "before": a, "after": b})
    for name, old in was["funds"].items():
        new = now["funds"][name]
        parts = ["accrued"] + ["balance"] * (old["accrued"] == new["accrued"] and old["paid"] == new["paid"])
        found += [{"partner": was["id"], "name": f"fund.{name}.{part}", "before": old[part], "after": new[part]}
                  for part in parts if old[part] != new[part]]
    return found


def difference(before, after, levels, places):
    """The part of `what-if`'s JSON that two results of `evaluate` decide."""
    funds = list(before["totals"]["funds"])
    rules = list(before["totals"]["incentives"]) + funds
    moves, payouts, others, changed, unchanged, errors = [], [], [], 0, 0, 0
    up, down = {name: 0 for name in levels}, {name: 0 for name in levels}
    was_all, is_all = {r: 0 for r in rules}, {r: 0 for r in rules}
    for was, now in zip(before["partners"], after["partners"]):
        if was["payout"] is None or now["payout"] is None:
            errors += 1
            continue
        found = len(moves) + len(payouts) + len(others)
        for ladder, names in levels.items():
            a, b = ((p["ladders"].get(ladder) or {}).get("level") for p in (was, now))
            if a != b:
                higher = (names.index(b) if b else -1) > (names.index(a) if a else -1)
                (up if higher else down)[ladder] += 1
                moves.append({"partner": was["id"], "ladder": ladder, "from": a, "to": b})
        old, new = paid_by(was, rules, funds), paid_by(now, rules, funds)
        for r in rules:
            was_all[r] += old[r]
            is_all[r] += new[r]
            if old[r] != new[r]:
                payouts.append({"partner": was["id"], "rule": r, **amounts(old[r], new[r], places)})
        others += others_of(was, now)
        if found < len(moves) + len(payouts) + len(others):
            changed += 1
        else:
            unchanged += 1
    totals = {"changed": changed, "unchanged": unchanged, "errors": errors, "up": up, "down": down,
              "by_rule": {r: amounts(was_all[r], is_all[r], places) for r in rules},
              "payout": amounts(sum(was_all.values()), sum(is_all.values()), places)}
    for key, noun in (("certifications", "certification"), ("obligations", "obligation")):
        if before["totals"].get(key):
            held = {n: [o["after"] for o in others if o["name"] == f"{noun}.{n}"] for n in before["totals"][key]}
            totals[key] = {n: {"gained": v.count(True), "lost": v.count(False)} for n, v in held.items()}
    return {"moves": moves, "payouts": payouts, "others": others, "totals": totals,
            "errors": both_errors(before["errors"], after["errors"])}


def both_errors(before, after):
    """The errors of either side with where they are."""
    found = [{**e, "in": "both" if e in after else "baseline"} for e in before]
    return found + [{**e, "in": "candidate"} for e in after if e not in before]


def amounts(was, now, places):
    return {"before": money(was, places), "after": money(now, places), "delta": money(now - was, places)}


def check_what_if(command, program, changes):
    words = as_words(changes)
    _, out, _ = command.run("evaluate")
    code, changed, problem = command.run("evaluate", *words)
    results = [command.run("what-if", *words, jobs=n) for n in (1, 2)]
    said = " ".join(words)
    if results[0] != results[1]:
        return [f"what-if {said}: one thread and two say different things"]
    if code == 1 or results[0][0] == 1:
        if code != results[0][0]:
            return [f"{said}: evaluate exits {code}, what-if {results[0][0]}: {problem or results[0][2]}"]
        return []
    if code not in (0, 3) or results[0][0] not in (0, 3):
        return [f"{said}: evaluate exits {code}, what-if {results[0][0]}: {problem} {results[0][2]}"]
    levels = {d["name"]: [n for n, _ in d["levels"]] for d in program["declarations"] if d["noun"] == "ladder"}
    wanted = difference(json.loads(out), json.loads(changed), levels, CURRENCIES[program["currency"]])
    got = json.loads(results[0][1])
    found = []
    # Whether a score passes is told by its points and the line, not by `evaluate`; passing alone changes a partner.
    passing = [o for o in got["others"] if o["name"].endswith(".passed")]
    got["others"] = [o for o in got["others"] if o not in passing]
    alone = {o["partner"] for o in passing} - {o["partner"] for key in ("moves", "payouts", "others") for o in got[key]}
    wanted["totals"]["changed"] += len(alone)
    wanted["totals"]["unchanged"] -= len(alone)
    for key in ("moves", "payouts", "others", "errors"):
        order = lambda x: json.dumps(x, sort_keys=True)
        if sorted(wanted[key], key=order) != sorted(got[key], key=order):
            found.append(f"what-if {said}: {key}: wanted {json.dumps(wanted[key])}, got {json.dumps(got[key])}")
    for key, value in wanted["totals"].items():
        if got["totals"].get(key) != value:
            found.append(f"what-if {said}: totals.{key}: wanted {json.dumps(value)}, "
                         f"got {json.dumps(got['totals'].get(key))}")
    return found




# --- editing ----------------------------------------------------------------------------------------------------

def edits(program):
    """(path, how to edit the program) for literals whose paths are plain to see."""
    found = []
    for n, d in enumerate(program["declarations"]):
        if d["noun"] == "setting" and d["value"][0] == "lit":
            found.append((d["name"], d["value"], lambda p, e, n=n: p["declarations"][n].update(value=e)))
        for key in FIELDS:
            if d.get(key) and d[key][0] == "lit":
                found.append((f"{d['name']}.{key}", d[key], lambda p, e, n=n, key=key: p["declarations"][n].update({key: e})))
        for k, (key, value) in enumerate(d.get("cap") or []):
            if value[0] == "lit":
                found.append((f"{d['name']}.cap.{key}", value,
                              lambda p, e, n=n, k=k, key=key: p["declarations"][n]["cap"].__setitem__(k, (key, e))))
        for k, entry in enumerate(d.get("requires") or []):
            if entry[0] == "key" and entry[3][0] == "plain" and entry[3][1][0] == "lit":
                found.append((f"{d['name']}.requires.{entry[1]}", entry[3][1],
                              lambda p, e, n=n, k=k, entry=entry: p["declarations"][n]["requires"].__setitem__(
                                  k, (*entry[:3], ("plain", e)))))
    return found


def check_sweep(command, program, r):
    """Every row of a sweep holds the totals that `evaluate --set` prints for its value."""
    possible = edits(program)
    if not possible:
        return []
    path, old, _ = r.choice(possible)
    step = max(old[1] // 2 // 10 ** 14 * 10 ** 14, ONE // 100)
    written = (lambda x: decimal(x * 100) + "%") if old[2] == "percent" else decimal
    varied = f"{path}={written(old[1] - step)}..{written(old[1] + 2 * step)}/{written(step)}"
    code, out, problem = command.run("sweep", "--vary", varied, jobs=r.choice([1, 2]))
    values = [decimal(old[1] + k * step) for k in range(-1, 3)]
    if code not in (0, 3):
        codes = [command.run("evaluate", "--set", f"{path}={value}")[0] for value in values]
        return [] if 1 in codes and code == 1 else [f"sweep of {varied} exits {code}, evaluations {codes}: {problem}"]
    for row in json.loads(out)["rows"]:
        told = row["set"][path]  # a part of the whole, in digits; above 1 it is set as a percent
        word = f"{path}={decimal(int(Fraction(told) * 100 * ONE)) + '%' if old[2] == 'percent' else told}"
        _, whole, problem = command.run("evaluate", "--set", word)
        if not whole or json.loads(whole)["totals"] != row["totals"]:
            return [f"sweep of {varied}: at {word} it says {json.dumps(row['totals'])}, evaluate "
                    f"{json.dumps(json.loads(whole)['totals']) if whole else problem}"]
    return []


def answers(out):
    result = json.loads(out)
    return {key: result[key] for key in ("partners", "totals")}


def check_edit(command, program, r):
    """`--set` answers what the edited rule file answers."""
    possible = edits(program)
    if not possible:
        return []
    path, old, edit = r.choice(possible)
    value = r.choice([old[1] * 2, old[1] // 2 // 10 ** 9 * 10 ** 9, old[1] + ONE, 0])
    if old[2] == "percent":
        value = r.choice([0, ONE // 20, ONE // 8, ONE // 2])
    change = decimal(value) if old[2] != "percent" or r.random() < 0.5 else decimal(value * 100) + "%"
    code, out, problem = command.run("evaluate", "--set", f"{path}={change}")
    edited = copy.deepcopy(program)
    edit(edited, ("lit", value, old[2]))
    with open(command.rules, encoding="utf-8") as file:
        text = file.read()
    with open(command.rules, "w", encoding="utf-8") as file:
        file.write(writing.rule_text(edited))
    edited_code, edited_out, edited_problem = command.run("evaluate")
    with open(command.rules, "w", encoding="utf-8") as file:
        file.write(text)
    if code != edited_code:
        return [f"--set {path}={change} exits {code}, the edited rules {edited_code}: {problem} {edited_problem}"]
    if code != 1 and answers(out) != answers(edited_out):
        return [f"--set {path}={change} does not do what editing the rules does"]
    return []


def check(command, program):
    r = random.Random(program["seed"])
    code, out, problem = command.run("settings")
    if code != 0:
        return [f"settings exits {code}: {problem}"]
    settings = json.loads(out)["settings"]
    found = []
    for _ in range(TRIES):
        changes = pick(settings, r)
        if changes and not found:
            found = check_what_if(command, program, changes)
    return found or check_edit(command, program, r) or check_sweep(command, program, r)


# --- threads ----------------------------------------------------------------------------------------------------

def large(seed, rows):
    """The first program from `seed` on that pays something and uses ladders, with this many deals."""
    while True:
        generator = generate.Generator(seed)
        program, data = generator.generate()
        nouns = {d["noun"] for d in program["declarations"]}
        if {"ladder", "incentive", "fund"} <= nouns and not program["text_ids"]:
            break
        seed += 1
    r = generator.rng
    ids = [f"P{n:05}" for n in range(rows // 12)]
    data = {"partner": [dict({c: generator.cell(t, c) for c, t in COLUMNS["partner"].items()}, id=i,
                             parent=r.choice(ids[:n] or [None])) for n, i in enumerate(ids)]}
    for source, share in (("deal", 1), ("badge", 6), ("claim", 6)):
        data[source] = [dict({c: generator.cell(t, c) for c, t in COLUMNS[source].items()}, id=n + 1,
                             partner=r.choice(ids)) for n in range(rows // share)]
    for row in data["deal"]:
        row["item"] = r.choice(TEXTS["item"])
    data["item"] = [dict({c: generator.cell(t, c) for c, t in COLUMNS["item"].items()}, id=i) for i in TEXTS["item"]]
    data["lead"] = [dict({c: generator.cell(t, c) for c, t in COLUMNS["lead"].items()}, id=n) for n in range(30)]
    if program["fx"]:
        generator.add_currencies(data)
    return program, data


def same_with_threads(command):
    one, two = command.run("evaluate", jobs=1), command.run("evaluate", jobs=2)
    if one[0] not in (0, 3):
        return [f"exit {one[0]}: {one[2]}"]
    if one != two:
        return ["evaluate: one thread and two say different things"]
    db = sqlite3.connect(command.db)  # in this mode two connections do not provably see the same
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    return [] if command.run("evaluate", jobs=2) == one else ["evaluate: with a write-ahead log it says something else"]
