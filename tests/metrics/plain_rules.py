"""What the slow twin counts for each metric: loops over plain rows, written apart from the program's own SQL."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.metrics import registers as rows_of

PEOPLE = "people"
ONE = timedelta(days=1)


@dataclass(frozen=True)
class Events:
    """Things that happen on days: (rows of a county, day of a row, weight of a row), one such for each kind of row."""

    sources: tuple[Any, ...]

    def things(self, county):
        return [
            (row.township_code, day(row), int(weight(row)))
            for rows, day, weight in self.sources
            for row in rows(county)
            if day(row) is not None
        ]

    def count(self, county, start, end):
        found = defaultdict(int)
        for code, day, weight in self.things(county):
            if start <= day <= end:
                found[code] += weight
                found["county"] += weight
        return found

    def __add__(self, other):
        return Events(self.sources + other.sources)


@dataclass(frozen=True)
class Listed:
    """Things of lists or of a whole period: `things(county, start, end)` yields a township for each; or areas."""

    things: Callable
    is_census: bool = False

    def count(self, county, start, end):
        found = defaultdict(int)
        for code in self.things(county, start, end):
            found[code] += 1
            found["county"] += 1
        return found


@dataclass(frozen=True)
class Concentrated:
    """Cases of the most frequent causes of each area, the county's own among them."""

    def count(self, county, start, end):
        by_area = defaultdict(Counter)
        for one in county.cases:
            if civil(one) and one.cause and start <= one.filed_on <= end:
                by_area[one.township_code][one.cause] += 1
                by_area["county"][one.cause] += 1
        most = county.definition.concentration_causes
        return defaultdict(int, {area: sum(sorted(n.values())[-most:]) for area, n in by_area.items()})


@dataclass(frozen=True)
class Rule:
    ledgers: tuple[tuple[str, str | None], ...]
    part: Any
    whole: Any
    per: int
    better: str
    quotient: str = "part"
    needs: Callable = lambda county: True


def civil(case):
    return case.is_civil_first_instance and not case.is_excluded


def administrative(case):
    return case.is_administrative_first_instance and not case.is_excluded


def trial(case):
    return case.is_civil_first_instance or case.is_administrative_first_instance


def cases(weight):
    return Events(((lambda county: county.cases, lambda row: row.filed_on, weight),))


def disputes(weight, day=lambda row: row.accepted_on):
    return Events(((lambda county: county.mediations, day, weight),))


def of(kind, weight):
    """Rows of one register; the second column of a row is its day."""
    return Events(
        ((lambda county: [one for one in county.registers if isinstance(one, kind)], lambda row: row[1], weight),)
    )


def register(county, kind):
    return [one for one in county.registers if isinstance(one, kind)]


CASES, ACTIVITIES = (("cases", None),), (("activities", None),)
RULES = {
    "litigation_rate": Rule(CASES, cases(civil), PEOPLE, 10_000, "lower"),
    "administrative_litigation_rate": Rule(CASES, cases(administrative), PEOPLE, 10_000, "lower"),
    "civil_filings": Rule(CASES, cases(civil), None, 1, "none"),
}


# Mediations


def mediation(kind, *results):
    return disputes(lambda one: one.kind == kind and (not results or one.result in results))


for _kind, _name in (("people", "people"), ("court", "court"), ("trade", "trade")):
    _ledger = (("mediations", _kind),)
    _ok, _all = mediation(_kind, "success"), mediation(_kind)
    RULES[f"{_name}_mediation_resolution_rate"] = Rule(_ledger, _ok, _all, 100, "higher")
    RULES[f"{_name}_mediation_success_rate"] = Rule(_ledger, _ok, mediation(_kind, "success", "failure"), 100, "higher")
RULES["dispute_resolution_rate"] = Rule(
    (("mediations", "community"),), mediation("community", "success"), mediation("community"), 100, "higher"
)
_unfiled = disputes(lambda one: one.kind == "court" and one.result == "success" and one.filed_case_number is None)
RULES["mediation_diversion_rate"] = Rule(
    (("mediations", "court"), *CASES), _unfiled, _unfiled + cases(civil) + cases(administrative), 100, "higher"
)


def telling_batches(county, kind, column):
    return {one.batch for one in county.mediations if one.kind == kind and getattr(one, column) is not None}


def telling(kind, column, better):
    """Batches that say nothing leave all their agreements out."""

    def rows(county):
        batches = telling_batches(county, kind, column)
        return [m for m in county.mediations if m.kind == kind and m.result == "success" and m.batch in batches]

    def counted(weight):
        return Events(((rows, lambda row: row.accepted_on, weight),))

    return Rule(
        (("mediations", kind),),
        counted(lambda one: bool(getattr(one, column))),
        counted(lambda one: True),
        100,
        better,
        needs=lambda county: bool(telling_batches(county, kind, column)),
    )


def duration(kind):
    def lasted(one):
        return (
            one.kind == kind and one.result != "open" and one.ended_on is not None and one.ended_on >= one.accepted_on
        )

    return Rule(
        (("mediations", kind),),
        disputes(lambda one: (one.ended_on - one.accepted_on).days if lasted(one) else 0, lambda one: one.ended_on),
        disputes(lasted, lambda one: one.ended_on),
        1,
        "lower",
        "average",
        lambda county: any(one.kind == kind and one.ended_on for one in county.mediations),
    )


for _kind in ("people", "court"):
    RULES[f"{_kind}_mediation_confirmation_rate"] = telling(_kind, "confirmed", "none")
    RULES[f"{_kind}_mediation_performance_rate"] = telling(_kind, "performed", "higher")
    RULES[f"{_kind}_mediation_days"] = duration(_kind)


def year_back(day):
    return day.replace(year=day.year - 1, day=min(day.day, 28 if day.month == 2 else 31))


def idle_bodies(county, start, end):
    """Where each body known in the twelve months lies that took nothing in the period."""
    seen = defaultdict(list)
    for one in county.mediations:
        if one.kind == "people" and one.organisation and year_back(end) < one.accepted_on <= end:
            seen[one.organisation].append(one)
    for disputes_of in seen.values():
        if max(one.accepted_on for one in disputes_of) < start:
            places = Counter(one.township_code for one in disputes_of)
            yield min(places, key=lambda code: (-places[code], code))


RULES["idle_mediation_bodies"] = Rule((("mediations", "people"),), Listed(idle_bodies), None, 1, "lower")


# Villages, screenings, causes


def villages(county, start, end):
    return [one.township_code for one in register(county, rows_of.Village)]


def free_villages(county, start, end):
    filed = Counter(
        (one.township_code, one.village)
        for one in register(county, rows_of.CaseVillage)
        if start <= one.filed_on <= end
    )
    most = county.definition.litigation_free_cases
    return [one.township_code for one in register(county, rows_of.Village) if filed[tuple(one)] <= most]


def whole_parts(start, end, length):
    """First and last days of whole months (length 1) or quarters (3) of a span."""
    first = start
    while first <= end:
        if first.day == 1 and (first.month - 1) % length == 0:
            month = first.month + length
            after = date(first.year + (month > 12), (month - 1) % 12 + 1, 1)
            if after - ONE <= end:
                yield first, after - ONE
        first += ONE


def screened(by_village, is_done):
    def things(county, start, end):
        found = register(county, rows_of.Screening)
        places = [tuple(one) for one in register(county, rows_of.Village)]
        places = places if by_village else [(one.code, None) for one in county.townships]
        for first, last in whole_parts(start, end, 1 if by_village else 3):
            done = {(s.township_code, s.village if by_village else None) for s in found if first <= s.held_on <= last}
            for place in places:
                if not is_done or place in done:
                    yield place[0]

    return Listed(things, is_census=not is_done)


def has(kind):
    return lambda county: bool(register(county, kind))


RULES["litigation_free_village_share"] = Rule(
    CASES, Listed(free_villages), Listed(villages, True), 100, "none", needs=has(rows_of.CaseVillage)
)
RULES["cause_concentration"] = Rule(
    CASES, Concentrated(), cases(lambda one: civil(one) and one.cause is not None), 100, "none"
)
RULES["village_screening_coverage"] = Rule(
    ACTIVITIES, screened(True, True), screened(True, False), 100, "higher", needs=has(rows_of.Screening)
)
RULES["township_screening_coverage"] = Rule(
    ACTIVITIES, screened(False, True), screened(False, False), 100, "higher", needs=has(rows_of.Screening)
)
