"""Finds the metrics: every file of this folder without an underscore is one."""

import importlib
import pkgutil
from collections.abc import Iterable
from types import ModuleType

from data.count import Count, Side, leaves_of
from metrics._counts import SHARED_COUNTS
from metrics._metric import FAMILIES, Metric


class NotAMetric(ImportError):
    """A file that should hold a metric holds none, several, or one of another name."""


def metric_of(module: ModuleType) -> Metric:
    """The one metric of a module. Raises NotAMetric when the file breaks the house rule."""
    stem = module.__name__.rpartition(".")[2]
    found = [value for value in vars(module).values() if isinstance(value, Metric)]
    if len(found) != 1:
        raise NotAMetric(f"metrics/{stem}.py must define exactly one Metric, found {len(found)}")
    if found[0].name != stem:
        raise NotAMetric(f"metrics/{stem}.py holds the metric {found[0].name!r}: file name and metric name must agree")
    return found[0]


def discover(folder: Iterable[str], package: str = "metrics") -> dict[str, Metric]:
    """All metrics below the folder's paths, by name, in display order."""
    stems = [one.name for one in pkgutil.iter_modules(folder) if not one.name.startswith("_")]
    found = [metric_of(importlib.import_module(f"{package}.{stem}")) for stem in stems]
    return {metric.name: metric for metric in sorted(found, key=_place)}


def _place(metric: Metric) -> tuple[int, int, str]:
    return FAMILIES.index(metric.family), metric.order, metric.name


def counts() -> tuple[Count, ...]:
    """Every distinct count that a build must hold: those of all metrics and those kept for later ones.

    Raises NotAMetric when two different counts bear one name.
    """
    by_name: dict[str, Side] = {}
    for side in (*SHARED_COUNTS, *(side for metric in METRICS.values() for side in _sides(metric))):
        for one in () if side is None else (side, *leaves_of(side)):
            if by_name.setdefault(one.name, one) != one:
                raise NotAMetric(f"two different counts are named {one.name!r}")
    return tuple(one for one in by_name.values() if isinstance(one, Count))


def _sides(metric: Metric) -> tuple[Side | None, ...]:
    """All sides that a metric has under any definition."""
    return (*metric.sides, metric.ended, *(other.side for _, other in metric.other_numerators))


METRICS: dict[str, Metric] = discover(importlib.import_module("metrics").__path__)
CORE: tuple[Metric, ...] = tuple(metric for metric in METRICS.values() if metric.is_core)
"""What pages show side by side without being asked."""
