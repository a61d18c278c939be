"""Rows of a case export: the case as the export knew it on its day, with the export's own dirt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.demo.cases import Case
from data.demo.dirt import deviating, ruined
from data.demo.sheets import Cell, Sheet

Cells = Callable[[Case, str, date | None], list[Cell]]
"""(case, number as spelled, filing date as known) → the row."""


@dataclass(frozen=True)
class Dirt:
    """How many rows are ruined, lack every date or contradict their twin; shares of misspelled and repeated rows."""

    ruined: int = 0
    undated: int = 0
    contradicted: int = 0
    misspelled: float = 0.0
    repeated: float = 0.0


CLEAN = Dirt()


def closed_on(case: Case, as_of: date) -> date | None:
    """The closing date as an export of that day knows it."""
    return case.closed_on if case.closed_on < as_of else None


def closing(case: Case, as_of: date) -> tuple[date | None, str, str]:
    """Closing date, method and status as an export of that day knows them."""
    day = closed_on(case, as_of)
    return (day, case.close_method, "已结案") if day else (None, "", "审理中")


def chief(case: Case, as_of: date) -> str:
    """Who came for the authority, as an export of that day knows it."""
    return case.chief if case.heard_on < as_of else ""


def fill(
    sheet: Sheet,
    rng: Random,
    cases: Sequence[Case],
    cells: Cells,
    dirt: Dirt = CLEAN,
    page: int = 0,
    between: Callable[[Sheet], None] | None = None,
) -> None:
    """Lay down every case with the dirt wanted; `between` is called after every `page` cases."""
    fates = ["ruined"] * dirt.ruined + ["undated"] * dirt.undated + ["contradicted"] * dirt.contradicted
    chosen = dict(zip(rng.sample(range(len(cases)), len(fates)), fates, strict=True))
    for index, case in enumerate(cases):
        if between and page and index and index % page == 0:
            between(sheet)
        spelled = deviating(rng, case.number, case.serial) if rng.random() < dirt.misspelled else case.number
        _one(sheet, rng, case, spelled, cells, chosen.get(index, ""), dirt.repeated)


def _one(sheet: Sheet, rng: Random, case: Case, spelled: str, cells: Cells, fate: str, repeated: float) -> None:
    if fate == "ruined":
        sheet.aside(cells(case, ruined(rng, case.number, case.serial), case.filed_on))
    elif fate == "undated":
        sheet.aside(cells(case, case.number, None))
    elif fate == "contradicted":
        sheet.aside(cells(case, case.number, case.filed_on))
        sheet.aside(cells(case, case.number, case.filed_on + timedelta(days=3)))
    else:
        sheet.data(cells(case, spelled, case.filed_on), case)
        if rng.random() < repeated:
            sheet.data(cells(case, spelled, case.filed_on), case)
