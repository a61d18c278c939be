"""What attribution speaks of: a listed township, the home county, and where a place text was found to lie."""

from dataclasses import dataclass
from typing import Literal

OUTSIDE = "outside"

How = Literal[
    "decision",  # a person said so
    "exact",
    "alias",
    "variant",  # another suffix of a stem that only one township has: 明永乡 for 明永镇
    "stem",  # 沼潭 for 沼潭街道
    "village",
    "tribunal",
    "stated_outside",  # 外县, 辖区外 …
    "province_outside",
    "city_outside",
    "county_outside",
    "ambiguous",  # fits two townships, so it fits none
    "village_several",  # two townships have a village of that name
    "tribunal_several",
    "county_only",  # names our county or city and nothing below it
    "unknown",
    "empty",
    "unassigned",  # no source named any place
]


@dataclass(frozen=True)
class TownshipName:
    """A listed township; `code` is its normalised name, since official codes differ from list to list."""

    code: str
    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    tribunal: str | None = None
    is_quasi: bool = False


@dataclass(frozen=True)
class HomeCounty:
    """The county whose court this is. A part that is not known is None, and then nothing is judged by it."""

    name: str | None = None
    short_names: tuple[str, ...] = ()
    city: str | None = None
    province: str | None = None
    court_code: str | None = None


@dataclass(frozen=True)
class Match:
    """`area` is a township code, "outside", or None: nothing matched, so the next source may speak."""

    area: str | None
    how: How
