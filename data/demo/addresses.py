"""Addresses as people write them, together with the area a careful reader would give them."""

from dataclasses import dataclass
from random import Random

from data.demo.chance import between, pick
from data.demo.county import BY_NAME, CITY, COUNTY, ELSEWHERE, PROVINCE, STATED_ELSEWHERE, UNMATCHABLE, DemoTownship
from data.demo.villages import VILLAGES, spot

OUTSIDE, UNASSIGNED = "outside", "unassigned"


@dataclass(frozen=True, slots=True)
class Place:
    """`area`: a township's name, "outside", or None where the text names no single place; `village` of that area."""

    text: str = ""
    area: str | None = None
    village: str | None = None


NOWHERE = Place()


def _town_as_written(rng: Random, town: DemoTownship, renamed: bool) -> str:
    """The township's name in one of the ways that still mean exactly one township."""
    if town.old_name and not renamed and rng.random() < 0.8:
        return town.old_name
    style = rng.random()
    if town.is_quasi or style < 0.75:
        return town.name
    if town.is_street:
        return town.name + "办事处" if style < 0.9 else town.stem + "街办"
    is_single = town.stem not in ("城关", "石鼓潭")  # 城关 fits two; a village of 石鼓潭镇 is called 青芜村
    return town.stem if style > 0.9 and is_single else town.name


def inside(rng: Random, township: str, renamed: bool = True) -> Place:
    """An address in a township of the county, with village or road and house number."""
    town = BY_NAME[township]
    style = rng.random()
    head = PROVINCE + CITY + COUNTY if style < 0.35 else COUNTY if style < 0.85 else ""
    name = _town_as_written(rng, town, renamed)
    if not head and name == town.stem:
        head = COUNTY
    where = spot(rng, town)
    number = (
        f"{between(rng, 1, 40)}号楼{between(rng, 101, 1804)}室"
        if town.is_street
        else f"{between(rng, 1, 9)}组{between(rng, 1, 90)}号"
    )
    return Place(head + name + where + number, township, where if where in VILLAGES[township] else None)


def elsewhere(rng: Random) -> Place:
    """An address outside the county, sometimes in a township that has one of our names."""
    return Place(f"{pick(rng, ELSEWHERE)}{between(rng, 1, 90)}号", OUTSIDE)


def unmatchable(rng: Random) -> Place:
    """A text that names no single township of the county, and no other county."""
    return Place(pick(rng, UNMATCHABLE))


def stated(rng: Random, area: str | None) -> Place:
    """What the clerk entered in the column 所属乡镇; sometimes nothing, sometimes nothing usable."""
    chance = rng.random()
    if area is None or chance < 0.08:
        return Place(pick(rng, ("", "", "不清楚", "城关")))
    if area == OUTSIDE:
        return Place(pick(rng, STATED_ELSEWHERE), OUTSIDE)
    town = BY_NAME[area]
    is_short = chance > 0.85 and not town.is_quasi and town.stem != "城关"
    return Place(town.stem if is_short else area, area)
