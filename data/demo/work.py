"""The court's other work, as it really was: petitions, judicial suggestions, judges' stations and what they did."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from data.demo.addresses import NOWHERE, Place, elsewhere, inside
from data.demo.chance import Weighted, between, pick, poisson
from data.demo.county import COUNTY, TOWNSHIPS, DemoTownship
from data.demo.people import COMPANIES, OFFICES
from data.demo.season import months, next_working_day, working_days

_PETITIONS_A_YEAR, _SUGGESTIONS_A_YEAR, _WORK_OF_A_STATION = 84, 22, 2.4
_SETTLEMENTS_A_YEAR = 9
_OUTCOMES = Weighted({"success": 78, "open": 14, "failure": 6, "withdrawn": 2})
OUTCOME_WORDS = {
    "success": ("已化解", "息诉罢访", "一次性化解", "化解成功"),
    "open": ("化解中", "未化解", ""),
    "failure": ("核查终结", "已办结未化解"),
    "withdrawn": ("不予受理", "转送"),
}
WORK_WORDS = {
    "mediation": ("调解", "纠纷调解", "诉前调解"),
    "legal_education": ("普法宣传", "普法讲座", "法治宣传进校园"),
    "consultation": ("法律咨询", "咨询"),
    "circuit_hearing": ("巡回审判", "巡回开庭"),
    "screening": ("纠纷排查", "排查"),
    "return_visit": ("回访", "判后回访"),
    "administrative_withdrawal": ("行政案件撤诉",),
    "administrative_settlement": ("行政争议诉后化解", "诉后化解"),
}
_WORK = Weighted(
    {
        "mediation": 46,
        "legal_education": 14,
        "consultation": 14,
        "circuit_hearing": 8,
        "screening": 12,
        "return_visit": 5,
        "administrative_withdrawal": 1,
    }
)


@dataclass(slots=True)
class Petition:
    """One petition matter."""

    number: str
    registered_on: date
    ended_on: date
    channel: str
    is_first: bool
    is_backlog: bool
    result: str
    word: str
    places: dict[str, Place]


@dataclass(slots=True)
class Suggestion:
    """One judicial suggestion; `replied_on` None: nobody answered."""

    number: str
    issued_on: date
    replied_on: date | None
    days: int
    kind: str
    addressee: str
    adopted: bool
    area: str | None


@dataclass(slots=True)
class Station:
    """One judge's station with its staff by role."""

    name: str
    town: DemoTownship
    established_on: date
    staff: dict[str, int]
    covers: tuple[str, ...]


@dataclass(slots=True)
class Work:
    """One piece of work of a station."""

    station: Station
    held_on: date
    kind: str
    word: str
    times: int
    participants: int
    opinions: int
    opinions_done: int
    found: int

    @property
    def area(self) -> str:
        """The township of the station."""
        return self.station.town.name


@dataclass
class OtherWork:
    """All of it, each list in order of days."""

    petitions: list[Petition]
    suggestions: list[Suggestion]
    stations: list[Station]
    work: list[Work]


def _petition_place(rng: Random, town: DemoTownship) -> dict[str, Place]:
    said = Place(town.name, town.name) if rng.random() < 0.8 else NOWHERE
    lives = elsewhere(rng) if rng.random() < 0.05 else inside(rng, town.name)
    return {"stated": said, "plaintiff": lives}


def _petitions(rng: Random, last_month: date) -> Iterator[Petition]:
    towns = [town for town in TOWNSHIPS if town.rate]
    weights = [town.residents for town in towns]
    serials: dict[int, int] = {}
    for _, first in months(last_month):
        days, day_weights, season = working_days(first)
        n = poisson(rng, _PETITIONS_A_YEAR / 12 * season)
        for day in sorted(rng.choices(days, day_weights, k=n)):
            serials[day.year] = serials.get(day.year, 0) + 1
            result = _OUTCOMES.draw(rng)
            (town,) = rng.choices(towns, weights)
            yield Petition(
                number=f"XF{day.year}-{serials[day.year]:03d}",
                registered_on=day,
                ended_on=next_working_day(day + timedelta(days=between(rng, 3, 55))),
                channel=pick(rng, ("来信", "来访", "来访", "网上", "12345热线", "上级转办")),
                is_first=rng.random() < 0.7,
                is_backlog=rng.random() < 0.12,
                result=result,
                word=pick(rng, OUTCOME_WORDS[result]),
                places=_petition_place(rng, town),
            )


def _suggestions(rng: Random, last_month: date) -> Iterator[Suggestion]:
    towns = [town for town in TOWNSHIPS if not town.is_quasi]
    serials: dict[int, int] = {}
    for _, first in months(last_month):
        days, weights, season = working_days(first)
        for day in sorted(rng.choices(days, weights, k=poisson(rng, _SUGGESTIONS_A_YEAR / 12 * season))):
            serials[day.year] = serials.get(day.year, 0) + 1
            limit = pick(rng, (30, 60, 60))
            answered = rng.random() < 0.86
            town = pick(rng, towns) if rng.random() < 0.3 else None
            yield Suggestion(
                number=f"云法建〔{day.year}〕{serials[day.year]}号",
                issued_on=day,
                replied_on=next_working_day(day + timedelta(days=between(rng, 12, limit + 15))) if answered else None,
                days=limit,
                kind=pick(rng, ("个案", "类案", "综合")),
                addressee=f"{COUNTY}{town.name}人民政府" if town else pick(rng, (*OFFICES, *COMPANIES[1:])),
                adopted=rng.random() < 0.9,
                area=town.name if town else None,
            )


def _stations(rng: Random) -> list[Station]:
    found = []
    towns = [town for town in TOWNSHIPS if not town.is_quasi]
    for index, town in enumerate(towns[:12]):
        others = tuple(one.name for one in towns[12 + index % 8 :][:1])
        staff = (
            {"judges": 2, "assistants": 2, "mediators": 1} if index % 3 else {"judges": 1, "clerks": 1, "liaisons": 2}
        )
        day = date(2022, 1 + index % 12, between(rng, 1, 28))
        found.append(Station(f"{town.name}法官工作站", town, day, staff, (town.name, *others)))
    return found


def _work(rng: Random, last_month: date, stations: list[Station]) -> Iterator[Work]:
    for _, first in months(last_month):
        days, weights, season = working_days(first)
        for station in stations:
            busy = 1.6 if station.town.residents > 40_000 else 1.0
            for day in sorted(rng.choices(days, weights, k=poisson(rng, _WORK_OF_A_STATION * busy * season))):
                kind = _WORK.draw(rng)
                heard = kind in ("legal_education", "circuit_hearing")
                opinions = between(rng, 0, 4) if heard else 0
                yield Work(
                    station=station,
                    held_on=day,
                    kind=kind,
                    word=pick(rng, WORK_WORDS[kind]),
                    times=between(rng, 1, 3) if kind in ("mediation", "consultation") else 1,
                    participants=between(rng, 15, 180) if heard else 0,
                    opinions=opinions,
                    opinions_done=between(rng, 0, opinions),
                    found=between(rng, 0, 5) if kind == "screening" else 0,
                )


def _settlements(rng: Random, last_month: date, stations: list[Station]) -> Iterator[Work]:
    """Disputes with authorities that a station settled after the judgment."""
    for _, first in months(last_month):
        days, weights, season = working_days(first)
        for day in rng.choices(days, weights, k=poisson(rng, _SETTLEMENTS_A_YEAR / 12 * season)):
            kind = "administrative_settlement"
            yield Work(pick(rng, stations), day, kind, pick(rng, WORK_WORDS[kind]), 1, 0, 0, 0, 0)


def other_work(rng: Random, last_month: date) -> OtherWork:
    """Everything that the window of months saw."""
    petitions, suggestions = list(_petitions(rng, last_month)), list(_suggestions(rng, last_month))
    stations = _stations(rng)
    work = [*_work(rng, last_month, stations), *_settlements(rng, last_month, stations)]
    return OtherWork(petitions, suggestions, stations, sorted(work, key=lambda one: one.held_on))
