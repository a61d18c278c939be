"""What a faithful reading of the demo files must give, told by the generator and by nothing that reads files."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.demo.addresses import UNASSIGNED, Place
from data.demo.cases import Case
from data.demo.county import COUNTY, COURT_CODE, TOWNSHIPS
from data.demo.mediations import Mediation
from data.demo.plan import Plan
from data.demo.sheets import Export, Sheet
from data.demo.work_files import outcome_on

_ORDER = ("stated", "defendant", "dispute", "plaintiff", "tribunal")
_COUNTED_CASES = {"民初": "civil_filings", "行初": "administrative_filings"}
_OUTCOMES = {"success": "resolved", "failure": "failed"}
Monthly = dict[str, dict[str, dict[str, int]]]


@dataclass
class _Told:
    """A record that at least one row counts, and what the exports that hold it say of it."""

    record: Any
    sources: set[str] = field(default_factory=set)
    as_of: date = date.min
    tells_matter: bool = False


def _told(plan: Plan, ledger: str) -> list[_Told]:
    told: dict[int, _Told] = {}
    for sheet in (sheet for export in plan.exports for sheet in export.sheets if sheet.ledger == ledger):
        for record in sheet.keys:
            one = told.setdefault(id(record), _Told(record))
            one.sources.update(sheet.sources)
            one.as_of = max(one.as_of, sheet.as_of)
            one.tells_matter |= sheet.tells_matter
    return list(told.values())


def area_of(places: dict[str, Place], shown: Iterable[str]) -> str:
    """The area by the default order of attribution, from the columns that some export shows."""
    for source in _ORDER:
        if source in shown and source in places and places[source].area is not None:
            return str(places[source].area)
    return UNASSIGNED


class _Tally:
    """Counts by name, area and month; totals by name."""

    def __init__(self) -> None:
        self.cells: Counter[tuple[str, str, str]] = Counter()

    def add(self, name: str, area: str, day: date) -> None:
        self.cells[name, area, f"{day:%Y-%m}"] += 1

    def monthly(self) -> Monthly:
        nested: Monthly = defaultdict(lambda: defaultdict(dict))
        for (name, area, month), n in sorted(self.cells.items()):
            nested[name][area][month] = n
        return {name: dict(areas) for name, areas in nested.items()}

    def totals(self) -> dict[str, int]:
        summed: Counter[str] = Counter()
        for (name, _, _), n in sorted(self.cells.items()):
            summed[name] += n
        return dict(summed)


def _count_cases(plan: Plan, tally: _Tally) -> dict[str, Any]:
    told = _told(plan, "cases")
    types: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    areas: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    closed_months: Counter[str] = Counter()
    cents = 0
    for one in told:
        case: Case = one.record
        area = area_of(case.places, one.sources)
        areas[area] += 1
        types[case.type_code] += 1
        if case.closed_on < one.as_of:
            closed[case.type_code] += 1
            closed_months[f"{case.closed_on:%Y-%m}"] += 1
        if one.tells_matter:
            cents += round((case.amount or 0) * 100)
            if case.type_code == "民初":
                causes[case.cause] += 1
        if case.type_code in _COUNTED_CASES:
            tally.add(_COUNTED_CASES[case.type_code], area, case.filed_on)
    read = {id(one.record) for one in told}
    return {
        "distinct": len(told),
        "by_type": dict(sorted(types.items())),
        "closed_by_type": dict(sorted(closed.items())),
        "by_area": dict(sorted(areas.items())),
        "civil_by_cause": dict(sorted(causes.items())),
        "closed_by_month": dict(sorted(closed_months.items())),
        "amount_in_cents": cents,
        "never_readable": sorted(case.number for case in plan.cases if id(case) not in read),
    }


def _count_mediations(plan: Plan, tally: _Tally) -> dict[str, dict[str, int]]:
    results: dict[str, Counter[str]] = {kind: Counter() for kind in plan.mediations}
    for told in _told(plan, "mediations"):
        one: Mediation = told.record
        area, result = area_of(one.places, told.sources), one.result_on(told.as_of)
        results[one.kind][result] += 1
        tally.add(f"{one.kind}_mediations_accepted", area, one.accepted_on)
        if result in _OUTCOMES:
            tally.add(f"{one.kind}_mediations_{_OUTCOMES[result]}", area, one.accepted_on)
    return {kind: dict(sorted(counts.items())) for kind, counts in results.items()}


def _count_work(plan: Plan) -> dict[str, Any]:
    """Registers kept by hand: petitions by outcome and area, answered suggestions, work by kind and township."""
    outcomes: Counter[str] = Counter()
    areas: Counter[str] = Counter()
    for told in _told(plan, "petitions"):
        outcomes[outcome_on(told.record, told.as_of)] += 1
        areas[area_of(told.record.places, told.sources)] += 1
    answered = [one for one in _told(plan, "suggestions") if (one.record.replied_on or one.as_of) < one.as_of]
    kinds: Counter[str] = Counter()
    by_town: Counter[str] = Counter()
    for told in _told(plan, "activities"):
        kinds[told.record.kind] += told.record.times
        by_town[told.record.station.town.name] += told.record.times
    return {
        "petitions": dict(sorted(outcomes.items())),
        "petitions_by_area": dict(sorted(areas.items())),
        "suggestions": len(plan.work.suggestions),
        "suggestions_replied": len(answered),
        "stations": {one.name: one.staff for one in plan.work.stations},
        "activities": dict(sorted(kinds.items())),
        "activities_by_area": dict(sorted(by_town.items())),
        "opinions": [sum(one.opinions for one in plan.work.work), sum(one.opinions_done for one in plan.work.work)],
    }


def _history(plan: Plan) -> dict[str, int]:
    """By count the sum of the whole county's lines: what a year before the window comes to."""
    summed: Counter[str] = Counter()
    for one in plan.history:
        summed[one.count_name] += one.total if one.area is None else 0
    return dict(sorted(summed.items()))


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "sheet": sheet.name,
        "ledger": sheet.ledger,
        "header_row": sheet.header_row,
        "rows_read": sheet.rows_read,
        "rows_set_aside": sheet.set_aside,
        "rows_left_out": sheet.left_out,
    }


def _file(export: Export) -> dict[str, Any]:
    """`distinct` records of all sheets: what is neither set aside nor a repeat within the file."""
    sheets = [sheet for sheet in export.sheets if sheet.ledger]
    return {
        "distinct": len({id(key) for sheet in sheets for key in sheet.keys}),
        "sheets": [_sheet(sheet) for sheet in sheets],
    }


def _residents(plan: Plan) -> dict[str, dict[str, int]]:
    now, before = date(plan.last_month.year - 1, 12, 31), date(plan.last_month.year - 3, 12, 31)
    return {
        town.name: {
            day.isoformat(): people
            for day, people in ((before, town.residents_before), (now, town.residents))
            if people is not None
        }
        for town in TOWNSHIPS
    }


def witness(plan: Plan) -> dict[str, Any]:
    """Plain values: totals, counts by name, area and month, receipts by file and sheet. Zero cells are absent.

    Areas are township names, "outside" and "unassigned"; months "2026-10". A case counts if any row of any file
    tells it readably; its place follows from the place columns of all the files that tell it.
    """
    tally = _Tally()
    cases = _count_cases(plan, tally)
    results = _count_mediations(plan, tally)
    return {
        "county": COUNTY,
        "court_code": COURT_CODE,
        "last_month": f"{plan.last_month:%Y-%m}",
        "townships": [town.name for town in TOWNSHIPS],
        "residents": _residents(plan),
        "cases": cases,
        "mediations": results,
        "work": _count_work(plan),
        "history": _history(plan),
        "totals": tally.totals(),
        "monthly": tally.monthly(),
        "files": {export.name: _file(export) for export in plan.exports},
    }
