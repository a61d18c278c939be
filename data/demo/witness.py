"""What a faithful reading of the demo files must give, told by the generator and by nothing that reads files."""

from collections import Counter
from datetime import date
from typing import Any

from data.demo.agreements import agreement_words
from data.demo.cases import Case
from data.demo.county import COUNTY, COURT_CODE, TOWNSHIPS
from data.demo.mediations import Mediation
from data.demo.plan import Plan
from data.demo.sheets import Export, Sheet
from data.demo.witness_later import count_later
from data.demo.witness_told import Tally, area_of, told_of
from data.demo.work_files import outcome_on

_COUNTED_CASES = {"民初": "civil_filings", "行初": "administrative_filings"}
_OUTCOMES = {"success": "resolved", "failure": "failed"}


def _count_cases(plan: Plan, tally: Tally) -> dict[str, Any]:
    told = told_of(plan, "cases")
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


def _count_mediations(plan: Plan, tally: Tally) -> dict[str, dict[str, int]]:
    results: dict[str, Counter[str]] = {kind: Counter() for kind in plan.mediations}
    for told in told_of(plan, "mediations"):
        one: Mediation = told.record
        area, result = area_of(one.places, told.sources), one.result_on(told.as_of)
        results[one.kind][result] += 1
        tally.add(f"{one.kind}_mediations_accepted", area, one.accepted_on)
        if result in _OUTCOMES:
            tally.add(f"{one.kind}_mediations_{_OUTCOMES[result]}", area, one.accepted_on)
        if result == "success" and told.tells_agreements:
            for name, applies in zip(("confirmed", "performed"), agreement_words(one), strict=True):
                tally.add(f"{one.kind}_agreements_{name}_told", area, one.accepted_on)
                if applies:
                    tally.add(f"{one.kind}_agreements_{name}", area, one.accepted_on)
    return {kind: dict(sorted(counts.items())) for kind, counts in results.items()}


def _count_work(plan: Plan) -> dict[str, Any]:
    """Registers kept by hand: petitions by outcome and area, answered suggestions, work by kind and township."""
    outcomes: Counter[str] = Counter()
    areas: Counter[str] = Counter()
    for told in told_of(plan, "petitions"):
        outcomes[outcome_on(told.record, told.as_of)] += 1
        areas[area_of(told.record.places, told.sources)] += 1
    answered = [one for one in told_of(plan, "suggestions") if (one.record.replied_on or one.as_of) < one.as_of]
    kinds: Counter[str] = Counter()
    by_town: Counter[str] = Counter()
    for told in told_of(plan, "activities"):
        kinds[told.record.kind] += told.record.times
        by_town[told.record.area] += told.record.times
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
    tally = Tally()
    cases = _count_cases(plan, tally)
    results = _count_mediations(plan, tally)
    later = count_later(plan, tally)
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
        **later,
        "totals": tally.totals(),
        "monthly": tally.monthly(),
        "files": {export.name: _file(export) for export in plan.exports},
    }
