"""Finds the metrics: every file of this folder without an underscore is one."""

import importlib
import pkgutil
from collections.abc import Iterable
from types import ModuleType

from data.count import Count
from metrics._counts import SHARED_COUNTS
from metrics._metric import Metric


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
    return {metric.name: metric for metric in sorted(found, key=lambda metric: (metric.order, metric.name))}


def counts() -> tuple[Count, ...]:
    """Every distinct count that a build must hold: those of all metrics and those kept for later ones.

    Raises NotAMetric when two different counts bear one name.
    """
    wanted = [
        *SHARED_COUNTS,
        *(count for metric in METRICS.values() for count in (*metric.counts, metric.ended) if count),
    ]
    by_name: dict[str, Count] = {}
    for count in wanted:
        if by_name.setdefault(count.name, count) != count:
            raise NotAMetric(f"two different counts are named {count.name!r}")
    return tuple(by_name.values())


METRICS: dict[str, Metric] = discover(importlib.import_module("metrics").__path__)
