"""Works out generated programs a second time: what `rung evaluate --format json` has to say.

Computes from the trees of writing.py, never from rule text, and shares no code with the engine: exact.py has the
numbers, formulas.py what formulas are, paying.py what is paid.
"""
import datetime

from exact import LIMIT, on_grid
from formulas import Formulas as Oracle
from formulas import Place
from paying import fund, incentives
from routing import route
from problems import NoRate, PartnerError, Unsure
from writing import ONE, decimal


def shown(value, unit, places):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, datetime.date):
        return str(value)
    value = on_grid(value)
    if unit in ("count", "days") and value % ONE == 0:
        return value // ONE
    text = decimal(value)
    if unit == "money":
        whole, _, part = text.partition(".")
        text = whole + ("." + part.ljust(places, "0") if part or places else "")
    return text


def paid(value, places):
    return shown(value, "money", places)


def size(found):
    """The largest amount of what an incentive or a fund came to for a partner."""
    amounts = [v for v in found.values() if type(v) is int]
    return max(map(abs, amounts), default=0)


def answer(of, *arguments):
    """A value, or None where it is unknown."""
    try:
        return of(*arguments)
    except PartnerError:
        return None


SHOWN_AS = {"rank": "count"}


def expected(program, data):
    """The part of the JSON that this oracle vouches for, reasons of claims as their number."""
    oracle = Oracle(program, data)
    money = oracle.places
    places = [Place(p, None, program["as_of"]) for p in oracle.partners]
    partners = {p["id"]: {"id": p["id"], "metrics": {}, "ladders": {}, "certifications": {}, "obligations": {}, "scores": {},
                          "incentives": {}, "payees": {}, "carried": {}, "funds": {}, "routed": {}} for p in oracle.partners}
    payout = {who: 0 for who in partners}
    totals = {"incentives": {}, "carried": {}, "routed": {}, "funds": {}, "ladders": {}, "certifications": {}, "scores": {}}
    results = oracle.results
    for d in program["declarations"]:
        name = d["name"]
        if d["noun"] in ("incentive", "spiff"):
            rivals = [x for x in program["declarations"] if d.get("best_of") and x.get("best_of") == d["best_of"]]
            if name not in results:
                incentives(oracle, rivals or [d], places)
            continue
        if d["noun"] == "fund":
            results[name] = fund(oracle, d, places)
            continue
        if d["noun"] == "routing":
            results[name] = {}
            rows, left = route(oracle, d, places)
            for who, own in rows.items():
                partners[who]["routed"][name] = own
            totals["routed"][name] = {"routed": sum(len(own or []) for own in rows.values()), "unrouted": left}
            continue
        for at in places:
            own = partners[at.partner["id"]]
            if d["noun"] == "score":
                own["scores"][name] = shown(answer(oracle.value, ("score", name), at), "points", money)
            elif d["noun"] == "metric":
                value = answer(oracle.value, ("metric", name), at)
                own["metrics"][name] = shown(value, d["unit"] or SHOWN_AS.get(d["measure"], d["measure"]), money)
            elif d["noun"] == "ladder":
                stands = {k: None if isinstance(v, PartnerError) else v
                          for k, v in oracle.standing(name, at.partner).items()}
                if stands.pop("applies"):
                    if stands.get("guaranteed_until"):
                        stands["guaranteed_until"] = str(stands["guaranteed_until"])
                    own["ladders"][name] = stands
            elif d["noun"] in ("certification", "obligation"):
                own[d["noun"] + "s"][name] = answer(oracle.value, ("holding", name), at)
    fine = [who for who in partners if who not in oracle.failed]
    if any(size(found) > LIMIT // 1000 for of in results.values() for found in of.values() if found):
        raise Unsure
    for d in program["declarations"]:
        name = d["name"]
        if d["noun"] in ("incentive", "spiff"):
            for who, found in results[name].items():
                own = partners[who]
                own["incentives"][name] = paid(found["paid"], money) if found else None
                payout[who] += found["paid"] if found else 0
                if found and found["payees"]:
                    own["payees"][name] = {k: paid(v, money) for k, v in found["payees"].items()}
                if d.get("opening") or d.get("minimum"):
                    own["carried"][name] = paid(found["carried"], money) if found else None
            totals["incentives"][name] = paid(sum(results[name][who]["paid"] for who in fine), money)
            if d.get("opening") or d.get("minimum"):
                totals["carried"][name] = paid(sum(results[name][who]["carried"] for who in fine), money)
        if d["noun"] == "fund":
            for who, found in results[name].items():
                payout[who] += found["paid"] if found else 0
                partners[who]["funds"][name] = fund_shown(found, money)
            totals["funds"][name] = {k: paid(sum(results[name][who][k] for who in fine), money)
                                     for k in ("accrued", "paid", "expired", "balance")}
    count_totals(oracle, program, fine, totals)
    for who, own in partners.items():
        own["payout"] = paid(payout[who], money) if who in fine else None
    totals["payout"] = paid(sum(payout[who] for who in fine), money)
    totals["partners"], totals["errors"] = len(partners), len(partners) - len(fine)
    return {"partners": list(partners.values()), "totals": totals, "failed": sorted(oracle.failed)}


def fund_shown(found, places):
    if not found:
        return None
    out = {k: paid(found[k], places) for k in ("opening", "accrued", "paid", "expired", "balance")}
    out["claims"] = [dict(c, amount=paid(c["amount"], places),
                          shares={k: paid(v, places) for k, v in c["shares"].items()}) for c in found["claims"]]
    return out


def allocations(e):
    if isinstance(e, tuple) and e[:1] == ("allocate",):
        return [e]
    return [found for x in e for found in allocations(x)] if isinstance(e, (tuple, list)) else []


def count_totals(oracle, program, fine, totals):
    """How many partners without errors stand on each level, hold each certification and pass each score."""
    places = [Place(oracle.partner_by_id[who], None, program["as_of"]) for who in fine]
    totals["unplaced"] = {}
    for d in program["declarations"]:
        name = d["name"]
        if d["noun"] == "ladder":
            stands = [oracle.standing(name, at.partner)["level"] for at in places]
            totals["ladders"][name] = {level: stands.count(level) for level, _ in d["levels"]}
        if d["noun"] == "certification":
            totals["certifications"][name] = sum(oracle.value(("holding", name), at) for at in places)
        for e in allocations(d.get("pays")):  # also of those that nobody asked for
            failed = set(oracle.failed)
            totals["unplaced"][name] = paid(oracle.known_of_all(
                e, Place(None, None, program["as_of"]), lambda e=e: oracle.allocated(e, program["as_of"]))[1], oracle.places)
            oracle.failed = failed
        if d["noun"] == "score" and (d["pass"] is not None or d["each_above"] is not None):
            totals["scores"][name] = sum(oracle.value(("score_passed", name), at) for at in places)
