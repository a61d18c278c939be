"""The demo's whole set of files, in the order in which an office would have exported them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from data.demo import afterwards_files, case_files, case_files_recent, mediation_files, work_files
from data.demo.afterwards import Afterwards, afterwards, hear
from data.demo.agreements import settle
from data.demo.cases import Case, court_cases
from data.demo.county_files import population_table, township_list
from data.demo.history import MonthlyTotal, history, history_file
from data.demo.mediations import Mediation, mediations
from data.demo.season import MONTHS
from data.demo.sheets import Export
from data.demo.spans import Months
from data.demo.work import OtherWork, other_work

SEED = 20260101
OLD_BEFORE = 26  # months whose open cases are told of again by the list of late closings


@dataclass
class Plan:
    """What really happened (`cases`, `mediations`, `work`, `after`, `history`) and the files that tell of it."""

    last_month: date
    cases: list[Case]
    mediations: dict[str, list[Mediation]]
    work: OtherWork
    after: Afterwards
    history: list[MonthlyTotal]
    exports: list[Export]


def _within(cases: Sequence[Case], span: Months) -> list[Case]:
    return [case for case in cases if span.holds(case.filed_on)]


def _case_exports(seed: int, cases: Sequence[Case], last_month: date) -> list[Export]:
    writers = (
        (case_files.registry_list, 0, 8),
        (case_files.query_result, 8, 14),
        (case_files.statistics_front_end, 14, 26),
        (case_files_recent.web_page, 26, 29),
        (case_files_recent.several_sheets, 29, 32),
        (case_files_recent.tabs, 32, 33),
        (case_files_recent.other_office, 33, 34),
        (case_files_recent.cumulative, 26, MONTHS),
    )
    exports, open_then = [], []
    for writer, start, stop in writers:
        span = Months(last_month, start, stop)
        held = _within(cases, span)
        exports.append(writer(Random(f"{seed} {writer.__name__}"), held, span))
        if stop <= OLD_BEFORE:
            open_then += [case for case in held if case.closed_on >= span.exported_on]
    return [*exports, case_files.late_closings(open_then, Months(last_month, 0, MONTHS).exported_on)]


def _held(rows: Sequence[Mediation], span: Months) -> list[Mediation]:
    return [one for one in rows if span.holds(one.accepted_on)]


def _mediation_exports(seed: int, found: dict[str, list[Mediation]], last_month: date) -> list[Export]:
    rng = Random(f"{seed} ledgers")
    whole = Months(last_month, 0, MONTHS)
    # The platform's list was made late, when nearly everything had ended.
    early, middle = Months(last_month, 0, 14, exported_day=60), Months(last_month, 14, 26)
    late = Months(last_month, 24, MONTHS)
    court = found["court"]
    return [
        mediation_files.platform(rng, _held(court, early), early),
        mediation_files.after_filing(rng, _held(court, middle), middle, is_last=False),
        mediation_files.after_filing(rng, _held(court, late), late, is_last=True),
        mediation_files.peoples(rng, found["people"], whole),
        mediation_files.community(rng, found["community"], whole),
        mediation_files.trade(rng, found["trade"], whole),
    ]


def _work_exports(seed: int, found: OtherWork, after: Afterwards, last_month: date) -> list[Export]:
    rng, whole = Random(f"{seed} registers"), Months(last_month, 0, MONTHS)
    later = Random(f"{seed} later registers")
    screened = afterwards_files.screening_sheets(later, after.screenings, whole.exported_on)
    return [
        work_files.stations(rng, found.stations, whole.exported_on),
        work_files.work_of_stations(found.work, screened, whole),
        work_files.suggestions(rng, found.suggestions, whole),
        work_files.petitions(rng, found.petitions, whole),
        afterwards_files.appeals_list(later, after.appeals, whole),
    ]


def make_plan(seed: int, last_month: date) -> Plan:
    """Everything, without writing a file; the same arguments give the same plan."""
    last_month = last_month.replace(day=1)
    cases = court_cases(Random(f"{seed} cases"), last_month)
    found = mediations(Random(f"{seed} mediations"), last_month, cases)
    # What follows cases and agreements has streams of its own: whatever else is drawn stays as it was.
    hear(Random(f"{seed} hearings"), cases)
    for kind in ("people", "court"):
        settle(Random(f"{seed} agreements {kind}"), kind, found[kind])
    year_ends = date(last_month.year - 1, 12, 31), date(last_month.year - 3, 12, 31)
    whole = Months(last_month, 0, MONTHS)
    exports = [township_list(whole.exported_on), population_table(*year_ends, whole.exported_on)]
    exports += _case_exports(seed, cases, last_month)
    exports += _mediation_exports(seed, found, last_month)
    work = other_work(Random(f"{seed} work"), last_month)
    after = afterwards(Random(f"{seed} afterwards"), last_month, whole.end, cases, work.stations)
    old = history(Random(f"{seed} history"), last_month)
    exports += [*_work_exports(seed, work, after, last_month), history_file(old, last_month)]
    return Plan(last_month, cases, found, work, after, old, exports)
