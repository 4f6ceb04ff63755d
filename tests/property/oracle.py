"""Works out generated programs a second time: what `rung evaluate --format json` has to say.

Computes from the trees of writing.py, never from rule text, and shares no code with the engine: exact.py has the
numbers, formulas.py what formulas are, paying.py what is paid.
"""
import datetime

from exact import LIMIT, on_grid
from formulas import Formulas as Oracle
from formulas import Place
from paying import fund, incentive
from problems import PartnerError, Unsure
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
    amounts = [v for v in (found.values() if isinstance(found, dict) else found) if type(v) is int]
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
                          "incentives": {}, "payees": {}, "funds": {}} for p in oracle.partners}
    payout = {who: 0 for who in partners}
    totals = {"incentives": {}, "funds": {}}
    results = {}
    for d in program["declarations"]:
        name = d["name"]
        if d["noun"] in ("incentive", "spiff"):
            results[name] = incentive(oracle, d, places)
            continue
        if d["noun"] == "fund":
            results[name] = fund(oracle, d, places)
            continue
        for at in places:
            own = partners[at.partner["id"]]
            if d["noun"] == "score":
                own["scores"][name] = shown(answer(oracle.value, ("score", name), at), "points", money)
            elif d["noun"] == "metric":
                value = answer(oracle.value, ("metric", name), at)
                own["metrics"][name] = shown(value, d["unit"] or SHOWN_AS.get(d["measure"], d["measure"]), money)
            elif d["noun"] == "ladder":
                own["ladders"][name] = answer(oracle.value, ("ladder", name), at)
            elif d["noun"] in ("certification", "obligation"):
                own[d["noun"] + "s"][name] = answer(oracle.value, ("holding", name), at)
    fine = [who for who in partners if who not in oracle.failed]
    if any(size(found) > LIMIT // 1000 for of in results.values() for found in of.values() if found):
        raise Unsure
    for d in program["declarations"]:
        name = d["name"]
        if d["noun"] in ("incentive", "spiff"):
            for who, found in results[name].items():
                partners[who]["incentives"][name] = paid(found[0], money) if found else None
                payout[who] += found[0] if found else 0
                if found and found[1]:
                    partners[who]["payees"][name] = {k: paid(v, money) for k, v in found[1].items()}
            totals["incentives"][name] = paid(sum(results[name][who][0] for who in fine), money)
        if d["noun"] == "fund":
            for who, found in results[name].items():
                payout[who] += found["paid"] if found else 0
                partners[who]["funds"][name] = fund_shown(found, money)
            totals["funds"][name] = {k: paid(sum(results[name][who][k] for who in fine), money)
                                     for k in ("accrued", "paid", "expired", "balance")}
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
