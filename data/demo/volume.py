"""How many cases of which type each area brings each month: level, season, the 2025 break, and the county's story."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from data.demo.addresses import OUTSIDE
from data.demo.chance import poisson
from data.demo.county import BATCH_TOWNSHIP, EARLIER_BATCH_TOWNSHIP, FALLER, RISER, TINY, TOWNSHIPS
from data.demo.people import BANK, PROPERTY
from data.demo.season import months, working_days

BREAK = date(2025, 1, 1)
# Cases a year in the whole county before and after the break; 民初 comes from the townships' rates.
_OTHER_TYPES = {
    "民诉前调": (3600, 0),
    "执": (3300, 3500),
    "执恢": (450, 520),
    "执保": (210, 240),
    "执异": (60, 66),
    "刑初": (300, 310),
    "行初": (84, 96),
    "行赔初": (6, 6),
    "行审": (42, 40),
    "民特": (110, 130),
    "民督": (50, 60),
    "财保": (260, 280),
    "诉前调确": (520, 0),
}
_CIVIL_AFTER_BREAK = 1.42
_OUTSIDE_SHARE = 0.075
BATCH_MONTH, EARLIER_BATCH_MONTH, TINY_MONTH = 31, 21, 32


@dataclass(frozen=True)
class Draw:
    """`n` cases of one type in one area and month; a batch comes from one plaintiff within four days."""

    first: date
    type_code: str
    area: str
    n: int
    cause: str = ""
    batch_of: str = ""


def _level(township: str, index: int) -> float:
    """The faller settles ever more disputes at home from month 20 on; everyone else stays."""
    return 1 - 0.6 * min(1.0, max(0, index - 20) / 8) if township == FALLER else 1.0


def _civil(rng: Random, index: int, first: date) -> Iterator[Draw]:
    season = working_days(first)[2] * (_CIVIL_AFTER_BREAK if first >= BREAK else 1.0) * (1 + 0.002 * index)
    total = 0.0
    for town in TOWNSHIPS:
        mean = town.residents * town.rate / 10_000 / 12 * season * _level(town.name, index)
        total += mean
        clumped = mean * rng.gammavariate(60, 1 / 60) if mean else 0.0
        yield Draw(first, "民初", town.name, poisson(rng, clumped))
    yield Draw(first, "民初", OUTSIDE, poisson(rng, total * _OUTSIDE_SHARE / (1 - _OUTSIDE_SHARE)))


def _other(rng: Random, first: date) -> Iterator[Draw]:
    shares = [(town.name, town.residents * town.rate) for town in TOWNSHIPS if town.rate]
    whole = sum(share for _, share in shares) / (1 - _OUTSIDE_SHARE)
    names = [*(name for name, _ in shares), OUTSIDE]
    weights = [*(share for _, share in shares), whole * _OUTSIDE_SHARE]
    for type_code, yearly in _OTHER_TYPES.items():
        n = poisson(rng, yearly[first >= BREAK] / 12 * working_days(first)[2])
        drawn = rng.choices(names, weights, k=n)
        yield from (Draw(first, type_code, name, drawn.count(name)) for name in dict.fromkeys(drawn))


def _story(rng: Random, index: int, first: date) -> Iterator[Draw]:
    """What a reader should find: the riser's cause, two batch filers, the single case of the smallest unit."""
    if index >= 24:
        yield Draw(first, "民初", RISER, poisson(rng, min(34, 8 + 3 * (index - 24))), "商品房预售合同纠纷")
    if index == BATCH_MONTH:
        yield Draw(first, "民初", BATCH_TOWNSHIP, 200, "金融借款合同纠纷", BANK)
    if index == EARLIER_BATCH_MONTH:
        yield Draw(first, "民初", EARLIER_BATCH_TOWNSHIP, 120, "物业服务合同纠纷", PROPERTY)
    if index == TINY_MONTH:
        yield Draw(first, "民初", TINY, 1, "土地承包经营权纠纷")


def draws(rng: Random, last_month: date) -> Iterator[Draw]:
    """All draws of the window, month by month."""
    for index, first in months(last_month):
        yield from _civil(rng, index, first)
        yield from _other(rng, first)
        yield from _story(rng, index, first)
