"""What must come out of appeals, hearings and lists of villages: told by what was generated, not by reading files."""

from collections import Counter, defaultdict
from typing import Any

from data.demo.afterwards import PRESENT, Screening
from data.demo.cases import Case
from data.demo.plan import Plan
from data.demo.spans import month_end
from data.demo.witness_told import ORDER, Tally, Told, area_of, told_of

_FIRST_INSTANCE = ("民初", "行初")


def _count_closings(plan: Plan, tally: Tally) -> dict[str, int]:
    """Whether a closing was appealed against is known of the months that the higher court's list spans."""
    listed = told_of(plan, "appeals")
    days = [one.record.filed_on for one in listed]
    first, last = min(days).replace(day=1), month_end(max(days).replace(day=1))
    appealed = {id(one.record.case) for one in listed}
    for told in told_of(plan, "cases"):
        case: Case = told.record
        if case.type_code not in _FIRST_INSTANCE or case.closed_on >= told.as_of:
            continue
        area = area_of(case.places, told.sources)
        if id(case) in appealed or first <= case.closed_on <= last:
            tally.add("trial_closings_told", area, case.closed_on)
            if id(case) not in appealed:
                tally.add("trial_closings_accepted", area, case.closed_on)
        if case.heard_on < told.chief_as_of and case.chief:
            tally.add("administrative_closings_heard", area, case.closed_on)
            if case.chief in PRESENT:
                tally.add("administrative_closings_chief", area, case.closed_on)
    return {"listed": len(listed), "ours": sum(one.record.case is not None for one in listed)}


def _village_of(told: Told) -> tuple[str, str] | None:
    """Township and village: the first place column that names a village of the township where the case lies."""
    case: Case = told.record
    area = area_of(case.places, told.sources)
    for source in ORDER:
        place = case.places.get(source) if source in told.sources else None
        if place is not None and place.village and place.area == area:
            return area, place.village
    return None


def _by_township(pairs: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    nested: dict[str, dict[str, int]] = defaultdict(dict)
    for (township, village), n in sorted(pairs.items()):
        nested[township][village] = n
    return dict(nested)


def _count_villages(plan: Plan) -> dict[str, Any]:
    """By township and village: 1 for each listed, its civil cases, and the months in which it was screened."""
    listed = Counter({one.record for one in told_of(plan, "villages")})
    civil = (told for told in told_of(plan, "cases") if told.record.type_code == "民初")
    screened: set[tuple[str, str, str]] = set()
    for told in told_of(plan, "activities"):
        one = told.record
        if isinstance(one, Screening):
            screened.add((one.area, one.village, f"{one.held_on:%Y-%m}"))
    return {
        "villages": _by_township(listed),
        "village_cases": _by_township(Counter(found for told in civil if (found := _village_of(told)))),
        "screened_months": _by_township(Counter((area, village) for area, village, _ in screened)),
    }


def count_later(plan: Plan, tally: Tally) -> dict[str, Any]:
    """Plain values beside those of the main witness; what became of closings also goes into the tally."""
    return {"appeals": _count_closings(plan, tally), **_count_villages(plan)}
