"""The court's cases as they really were: exact, clean, in filing order. Exports make them odd afterwards."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from math import exp
from random import Random

from data.demo import people
from data.demo.addresses import NOWHERE, OUTSIDE, Place, elsewhere, inside, stated, unmatchable
from data.demo.causes import draw_cause
from data.demo.chance import pick
from data.demo.closing import close
from data.demo.county import BY_NAME, COURT_CODE, SEAT, TINY
from data.demo.season import first_of_month, working_days
from data.demo.volume import Draw, draws

RENAMED_AT = 8  # month index from which nobody writes the old names any more


@dataclass(slots=True)
class Case:
    """One case. `places` by source; what each export shows of them is the export's matter.

    `chief`: who came for the authority to the hearing on `heard_on`, as noted; see `data.demo.afterwards`.
    """

    type_code: str
    filed_on: date
    received_on: date
    cause: str
    plaintiff: str
    defendants: list[str]
    places: dict[str, Place]
    co_defendant: Place
    department: str
    judge: str
    amount: float | None
    closed_on: date = date.max
    close_method: str = ""
    procedure: str = ""
    number: str = ""
    serial: int = 0
    identities: list[str] = field(default_factory=list)
    heard_on: date = date.max
    chief: str = ""


def _days(rng: Random, first: date, n: int) -> list[date]:
    days, weights, _ = working_days(first)
    ends = list(accumulate(weights))
    return [days[min(bisect(ends, rng.random() * ends[-1]), len(days) - 1)] for _ in range(n)]


def _filing_days(rng: Random, first: date, draw: Draw) -> list[date]:
    """Days over the whole month, or a few days in a row for a batch."""
    if not draw.batch_of:
        return _days(rng, first, draw.n)
    days = working_days(first)[0][8:12]
    return sorted(pick(rng, days) for _ in range(draw.n))


def _defendant_place(rng: Random, draw: Draw, renamed: bool) -> Place:
    if draw.area == OUTSIDE:
        return elsewhere(rng)
    if not draw.batch_of and draw.area != TINY and rng.random() < 0.06:
        return unmatchable(rng) if rng.random() < 0.6 else NOWHERE
    return inside(rng, draw.area, renamed)


def _plaintiff(rng: Random, draw: Draw, renamed: bool) -> tuple[str, Place]:
    if draw.batch_of:
        return draw.batch_of, inside(rng, SEAT)
    chance = rng.random()
    if chance < 0.3:
        return pick(rng, people.COMPANIES), inside(rng, SEAT)
    if chance < 0.42 or draw.area in (OUTSIDE, TINY):
        return people.person(rng), elsewhere(rng) if chance < 0.38 else inside(rng, SEAT)
    place = inside(rng, draw.area, renamed) if chance < 0.85 else unmatchable(rng)
    return people.person(rng), place


def _defendants(rng: Random, draw: Draw) -> list[str]:
    if draw.type_code in ("行初", "行赔初"):
        is_town = draw.area != OUTSIDE and rng.random() < 0.4
        return [f"{draw.area}人民政府" if is_town else pick(rng, people.OFFICES)]
    if draw.cause == "商品房预售合同纠纷" and rng.random() < 0.9:
        return [people.DEVELOPER]
    if draw.type_code == "民初" and not draw.batch_of and rng.random() < 0.1:
        return [pick(rng, people.COMPANIES)]
    return [people.person(rng) for _ in range(1 + (rng.random() < 0.16) + (rng.random() < 0.05))]


def _department(rng: Random, draw: Draw) -> Place:
    """The tribunal counts as a place only where it serves one township."""
    town = BY_NAME.get(draw.area)
    if town and town.tribunal and draw.type_code in ("民初", "民诉前调") and rng.random() < 0.7:
        return Place(town.tribunal, town.name if town.tribunal == "查干人民法庭" else None)
    if draw.type_code.startswith("执"):
        return Place("执行局")
    return Place("行政审判庭" if draw.type_code.startswith("行") else pick(rng, ("民一庭", "民二庭", "立案庭")))


def _amount(rng: Random, cause: str) -> float | None:
    if cause.startswith(("离婚", "赡养", "抚养", "排除", "行政", "申请宣告")) or cause.endswith("罪"):
        return None
    return round(exp(rng.gauss(10.2, 1.3)), 2)


def _case(rng: Random, draw: Draw, day: date, renamed: bool) -> Case:
    in_town = draw.area in BY_NAME and BY_NAME[draw.area].is_street
    cause = draw.cause or draw_cause(rng, draw.type_code, day.year, in_town)
    plaintiff, plaintiff_place = _plaintiff(rng, draw, renamed)
    defendant_place = _defendant_place(rng, draw, renamed)
    if defendant_place.area is None and rng.random() < 0.45:
        plaintiff_place = NOWHERE  # who does not know one address often gives none at all
    defendants = _defendants(rng, draw)
    department = _department(rng, draw)
    said = stated(rng, defendant_place.area or plaintiff_place.area)
    strays = len(defendants) > 1 and defendant_place.area is not None and rng.random() < 0.3
    received = day - timedelta(days=pick(rng, (0, 0, 0, 1, 2, 4)))
    return Case(
        type_code=draw.type_code,
        filed_on=day,
        received_on=received if received.year == day.year else day,
        cause=cause,
        plaintiff=plaintiff,
        defendants=defendants,
        places={"stated": said, "defendant": defendant_place, "plaintiff": plaintiff_place, "tribunal": department},
        co_defendant=inside(rng, SEAT) if strays else defendant_place,
        department=department.text,
        judge=pick(rng, people.JUDGES),
        amount=_amount(rng, cause),
        identities=[people.identity_number(rng), people.phone(rng)],
    )


def _unnumbered(rng: Random, last_month: date) -> Iterator[Case]:
    renamed_on = first_of_month(last_month, RENAMED_AT)
    for draw in draws(rng, last_month):
        for day in _filing_days(rng, draw.first, draw):
            case = _case(rng, draw, day, day >= renamed_on)
            close(rng, case)
            yield case


def court_cases(rng: Random, last_month: date) -> list[Case]:
    """Every case of the window in filing order, numbered by year and type as a registry does."""
    cases = sorted(_unnumbered(rng, last_month), key=lambda case: case.filed_on)
    serials: dict[tuple[int, str], int] = {}
    opening = first_of_month(last_month, 0)
    for case in cases:
        key = (case.filed_on.year, case.type_code)
        earlier = (opening.month - 1) * 40 if case.filed_on.year == opening.year else 0
        case.serial = serials[key] = serials.get(key, earlier) + 1
        case.number = f"（{case.filed_on.year}）{COURT_CODE}{case.type_code}{case.serial}号"
    return cases
