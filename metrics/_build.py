"""What metrics need of a published build, and what is remembered about one."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, Protocol, TypeVar

import duckdb

import settings
from data.definition import Definition

T = TypeVar("T")


class Build(Protocol):
    """The part of a build that figures are computed from. A build's file never changes once published."""

    @property
    def number(self) -> int:
        """The build's number."""

    @property
    def path(self) -> Path:
        """Where the build lies; with the number it is the cache key."""

    @property
    def definition(self) -> Definition:
        """The definition written into the build."""

    @property
    def meta(self) -> dict[str, Any]:
        """Key and value of `build_info`."""

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for one call."""


_BUILDS_KEPT = settings.BUILDS_KEPT + 1
_kept: OrderedDict[Hashable, dict[Hashable, Any]] = OrderedDict()
_lock = threading.Lock()


def remembered(build: Build, what: Hashable, make: Callable[[], T]) -> T:
    """The answer to a question about a build: made once, then kept while its build is among the last ones asked.

    Two threads may make the same answer at once; the first one kept stands.
    """
    key = (str(build.path), build.number)
    with _lock:
        answers = _kept.setdefault(key, {})
        _kept.move_to_end(key)
        while len(_kept) > _BUILDS_KEPT:
            _kept.popitem(last=False)
        if what in answers:
            return answers[what]
    answer = make()
    with _lock:
        return answers.setdefault(what, answer)
