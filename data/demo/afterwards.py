"""What followed the court's cases and went on beside them: appeals, who came to hearings, screenings of villages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.demo.cases import Case
from data.demo.chance import between, pick
from data.demo.county import COUNTY, QUIET, TOWNSHIPS, DemoTownship
from data.demo.season import MONTHS, months, next_working_day, working_days
from data.demo.villages import VILLAGES
from data.demo.work import Station

_APPEALED = {"判决": 0.15, "驳回起诉": 0.2}
_APPEALED_AGAINST_AUTHORITIES = 0.5
_SCREENED_FROM = 14  # month index from which villages report their screenings
HIGHER_COURT_CODE, NEIGHBOUR_CODE = "甘19", "甘1922"
PRESENT = ("负责人出庭", "分管负责人出庭", "是")
ABSENT = ("工作人员出庭", "委托律师出庭", "未出庭", "否")


@dataclass(slots=True)
class Appeal:
    """One case of the higher court; `case` None: it came from the neighbour's court."""

    filed_on: date
    original: str
    case: Case | None
    type_code: str
    number: str = ""


@dataclass(slots=True)
class Screening:
    """One visit of a village to look for disputes, by people of the station that serves its township."""

    station: str
    town: DemoTownship
    village: str
    held_on: date
    participants: int
    found: int
    settled: int

    kind, times = "screening", 1

    @property
    def area(self) -> str:
        """The township where it was held."""
        return self.town.name


@dataclass
class Afterwards:
    """All of it, each list in order of days."""

    appeals: list[Appeal]
    screenings: list[Screening]


def _appeals(rng: Random, cases: Iterable[Case]) -> Iterator[Appeal]:
    """Small claims are final at first instance; every thirtieth line of the higher court's list is the neighbour's."""
    for case in cases:
        if case.type_code not in ("民初", "行初") or case.procedure == "小额诉讼程序":
            continue
        share = _APPEALED.get(case.close_method, 0.0)
        if case.type_code == "行初" and share:
            share = _APPEALED_AGAINST_AUTHORITIES
        drawn, days, stray = rng.random(), between(rng, 18, 70), rng.random()
        if drawn < share:
            filed, type_code = next_working_day(case.closed_on + timedelta(days=days)), f"{case.type_code[0]}终"
            yield Appeal(filed, case.number, case, type_code)
            if stray < 1 / 30:
                other = f"（{case.filed_on.year}）{NEIGHBOUR_CODE}{case.type_code}{case.serial}号"
                yield Appeal(filed, other, None, type_code)


def _numbered(found: Iterable[Appeal], until: date) -> list[Appeal]:
    """What the higher court had by that day, with its own numbers; it has other courts' cases between them."""
    rows = sorted((one for one in found if one.filed_on <= until), key=lambda one: one.filed_on)
    serials: dict[tuple[int, str], int] = {}
    for one in rows:
        key = (one.filed_on.year, one.type_code)
        serials[key] = serials.get(key, 0) + 3
        one.number = f"（{key[0]}）{HIGHER_COURT_CODE}{one.type_code}{serials[key]}号"
    return rows


def hear(rng: Random, cases: Iterable[Case]) -> None:
    """Set for every case against an authority that was heard the day, and who came; nobody noted it of some."""
    for case in cases:
        if case.type_code == "行初" and case.close_method in ("判决", "驳回起诉"):
            case.heard_on = next_working_day(case.filed_on + (case.closed_on - case.filed_on) // 2)
            chance = rng.random()
            case.chief = pick(rng, PRESENT if chance < 0.42 else ABSENT if chance < 0.93 else ("",))


def _screenings(rng: Random, last_month: date, stations: Iterable[Station]) -> Iterator[Screening]:
    """Each village once a month where people are diligent; how diligent they are differs by township."""
    towns = [town for town in TOWNSHIPS if VILLAGES[town.name]]
    serving: dict[str, str] = {}
    for station in stations:
        for name in station.covers:
            serving.setdefault(name, station.name)
    diligence = {town.name: 0.12 if town.name == QUIET else 0.45 + 0.5 * rng.random() for town in towns}
    for _, first in months(last_month, _SCREENED_FROM, MONTHS):
        days, _, _ = working_days(first)
        for town in towns:
            for village in VILLAGES[town.name]:
                if rng.random() < diligence[town.name]:
                    found = between(rng, 0, 3)
                    day, people = pick(rng, days), between(rng, 2, 12)
                    settled = between(rng, 0, found)
                    yield Screening(serving[town.name], town, village, day, people, found, settled)


def afterwards(
    rng: Random, last_month: date, until: date, cases: Iterable[Case], stations: Iterable[Station]
) -> Afterwards:
    """Everything up to the day `until`; `cases` as the registry has them, in order of filing."""
    cases = list(cases)
    return Afterwards(
        appeals=_numbered(_appeals(rng, cases), until),
        screenings=sorted(_screenings(rng, last_month, stations), key=lambda one: one.held_on),
    )


def screened_place(rng: Random, one: Screening) -> str:
    """The village as its people write it in a register of the whole county."""
    style = rng.random()
    village = one.village
    if style < 0.3 and village.endswith(("村", "社区")):
        village = village.removesuffix("村") + "村委会" if village.endswith("村") else village + "居委会"
    return (COUNTY if style > 0.8 else "") + one.town.name + village
