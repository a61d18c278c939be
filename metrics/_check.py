"""One line of the check before a month is issued.

A `stop` is an error in the figures and blocks 定稿; a `warn` may be right as it is: a person looks and confirms it, and
the sentence is kept with the notice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "warn", "stop"]


@dataclass(frozen=True)
class Check:
    """One line of the check. `page` is where the matter is put right, '' where there is nothing to do."""

    name: str
    state: State
    sentence: str
    page: str = ""


def stops(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks that block 定稿."""
    return tuple(one for one in checks if one.state == "stop")


def warnings(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The checks that a person confirms one by one."""
    return tuple(one for one in checks if one.state == "warn")


def check_of(name: str, trouble: State, words: str, fine: str, page: str = "") -> Check:
    """A check that troubles with `words`, or is fine when there are none."""
    return Check(name, trouble, words, page) if words else Check(name, "ok", fine)
