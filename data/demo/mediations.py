"""Disputes entered for settlement, as they really were: court-annexed, people's, trade and community."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from random import Random

from data.demo.addresses import NOWHERE, Place, elsewhere, inside, unmatchable
from data.demo.cases import Case
from data.demo.causes import DISPUTES, draw_cause
from data.demo.chance import Weighted, between, pick, poisson
from data.demo.county import COUNTY, COURT_CODE, FALLER, TINY, TOWNSHIPS, DemoTownship
from data.demo.people import COMPANIES, person
from data.demo.season import months, next_working_day, working_days
from data.demo.villages import spot
from data.demo.volume import BREAK

# Results in the words of each system; the share of each bucket in percent.
_BUCKETS = ("success", "failure", "withdrawn")
_SHARES = {
    kind: Weighted(dict(zip(_BUCKETS, shares, strict=True)))
    for kind, shares in {
        "court": (47, 41, 12),
        "people": (97, 2, 1),
        "trade": (80, 15, 5),
        "community": (93, 5, 2),
    }.items()
}
WORDS = {
    "success": ("调解成功", "达成调解协议", "成功"),
    "failure": ("调解不成功", "调解失败", "未达成调解协议"),
    "withdrawn": ("撤回", "终止调解", "联系不到当事人"),
    "open": ("调解中", "", "待指派调解员"),
}
_COURT_BODIES = (f"{COUNTY}人民法院诉讼服务中心调解室", f"{COUNTY}人民法院特邀调解组织", f"{COUNTY}诉调对接中心")
_TRADE_BODIES = (
    f"{COUNTY}医调委",
    f"{COUNTY}交调委",
    f"{COUNTY}总商会调解中心",
    f"{COUNTY}总工会劳动争议调解室",
    f"{COUNTY}物业行业调解中心",
)
_YEARLY = {"court": 2500, "people": 1650, "trade": 560, "community": 1150}
_DAYS = {"court": 20, "people": 6, "trade": 14, "community": 9}


@dataclass(slots=True)
class Mediation:
    """One dispute. `result` and `word` once it has ended; before that an export shows it as open.

    `confirmed` and `performed`: what a register says of an agreement, see `data.demo.agreements`.
    """

    kind: str
    accepted_on: date
    ended_on: date
    result: str
    word: str
    open_word: str
    organisation: str
    category: str
    applicant: str
    respondents: list[str]
    places: dict[str, Place]
    amount: float
    number: str = ""
    people: int = 2
    confirmed: str = ""
    performed: str = ""

    def result_on(self, as_of: date) -> str:
        """The bucket an export of that day sees."""
        return self.result if self.ended_on < as_of else "open"


def _result(rng: Random, kind: str) -> tuple[str, str, str]:
    bucket = _SHARES[kind].draw(rng)
    return bucket, pick(rng, WORDS[bucket]), pick(rng, WORDS["open"])


def _mediation(
    rng: Random, kind: str, day: date, place: dict[str, Place], organisation: str, category: str
) -> Mediation:
    bucket, word, open_word = _result(rng, kind)
    days = max(1, round(_DAYS[kind] * exp(rng.gauss(0, 0.6))))
    return Mediation(
        kind=kind,
        accepted_on=day,
        ended_on=next_working_day(day + timedelta(days=days)),
        result=bucket,
        word=word,
        open_word=open_word,
        organisation=organisation,
        category=category,
        applicant=pick(rng, COMPANIES) if kind == "court" and rng.random() < 0.3 else person(rng),
        respondents=[person(rng) for _ in range(1 + (rng.random() < 0.15))],
        places=place,
        amount=round(exp(rng.gauss(8.6, 1.2)), 2),
        people=between(rng, 2, 9),
    )


def _before_break(rng: Random, cases: Sequence[Case]) -> Iterator[Mediation]:
    """Until the break every 民诉前调 number of the registry is a dispute of the platform."""
    for case in cases:
        if case.type_code == "民诉前调":
            body = pick(rng, _COURT_BODIES)
            one = _mediation(rng, "court", case.filed_on, {"defendant": case.places["defendant"]}, body, case.cause)
            one.number, one.applicant, one.respondents = case.number, case.plaintiff, case.defendants
            yield one


def _court_place(rng: Random, town: DemoTownship) -> dict[str, Place]:
    chance = rng.random()
    if chance < 0.06:
        return {"defendant": elsewhere(rng)}
    return {"defendant": unmatchable(rng) if chance < 0.09 else inside(rng, town.name)}


def _stated_place(rng: Random, town: DemoTownship) -> dict[str, Place]:
    """Township ledgers know where they are; some rows lack the column and say only where it happened."""
    spot = inside(rng, town.name) if rng.random() < 0.9 else NOWHERE
    said = Place(town.name, town.name) if rng.random() < 0.96 else NOWHERE
    return {"stated": said, "dispute": spot}


def _grid_place(rng: Random, town: DemoTownship) -> dict[str, Place]:
    return {"stated": Place(f"{COUNTY}/{town.name}/{spot(rng, town)}/第{between(rng, 1, 6)}网格", town.name)}


def _spot(rng: Random, town: DemoTownship) -> dict[str, Place]:
    return {"dispute": elsewhere(rng) if rng.random() < 0.04 else inside(rng, town.name)}


_PLACING: dict[str, Callable[[Random, DemoTownship], dict[str, Place]]] = {
    "court": _court_place,
    "people": _stated_place,
    "trade": _spot,
    "community": _grid_place,
}


def _organisation(rng: Random, kind: str, town: DemoTownship) -> str:
    if kind == "court":
        return pick(rng, _COURT_BODIES)
    if kind == "trade":
        return pick(rng, _TRADE_BODIES)
    return f"{town.name}人民调解委员会" if kind == "people" else f"{town.name}综治中心"


def _level(kind: str, town: DemoTownship, index: int) -> float:
    """Where filings fall, the village committees take more: the faller's cause."""
    grows = kind == "people" and town.name == FALLER
    return 1 + 1.6 * min(1.0, max(0, index - 18) / 8) if grows else 1.0


def _monthly(rng: Random, kind: str, last_month: date) -> Iterator[Mediation]:
    county = sum(town.residents for town in TOWNSHIPS)
    for index, first in months(last_month):
        if kind == "court" and first < BREAK:
            continue
        days, weights, season = working_days(first)
        for town in TOWNSHIPS:
            if town.name == TINY:
                continue
            mean = _YEARLY[kind] * town.residents / county / 12 * season * _level(kind, town, index)
            for day in sorted(rng.choices(days, weights, k=poisson(rng, mean))):
                category = draw_cause(rng, "先调", day.year, town.is_street) if kind == "court" else pick(rng, DISPUTES)
                yield _mediation(rng, kind, day, _PLACING[kind](rng, town), _organisation(rng, kind, town), category)


def _number(kind: str, one: Mediation, serials: dict[tuple[str, int], int]) -> str:
    if kind == "community" or one.number:
        return one.number
    body = one.organisation.removesuffix("人民调解委员会") if kind == "people" else kind
    key = (body, one.accepted_on.year)
    serials[key] = n = serials.get(key, 0) + 1
    if kind == "people":
        return f"（{key[1]}）{body}人调字第{n}号"
    return f"（{key[1]}）{COURT_CODE}先调{n}号" if kind == "court" else f"HYTJ{key[1]}-{n:04d}"


def mediations(rng: Random, last_month: date, cases: Sequence[Case]) -> dict[str, list[Mediation]]:
    """Disputes by kind, each in order of acceptance and numbered by its ledger (community ledgers have no numbers)."""
    found: dict[str, list[Mediation]] = {}
    for kind in _YEARLY:
        before = _before_break(rng, cases) if kind == "court" else ()
        rows = sorted([*before, *_monthly(rng, kind, last_month)], key=lambda one: one.accepted_on)
        serials: dict[tuple[str, int], int] = {}
        for one in rows:
            one.number = _number(kind, one, serials)
        found[kind] = rows
    return found
