"""Which rows make an issued count differ from today's, and the one cause of each of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from data.build.since import Between, RowStory
from data.definition import Definition
from metrics._areas import COUNTY, areas_of
from metrics._build import Build
from metrics._metric import Metric
from metrics._period import Period
from metrics._row_details import LEDGER_OF
from metrics._rows_behind import SUMMARY, Part, rows_behind

Cause = Literal[
    "came", "withdrawn", "replaced", "changed", "placed", "definition", "decided", "totals", "people", "covered",
    "place_only",
]  # fmt: skip
PLACES = ("place_stated", "place_defendant", "place_dispute", "place_plaintiff", "place_tribunal", "station")
"""Columns of a row that decide where it counts."""


@dataclass(frozen=True)
class RowPart:
    """What one row adds to or takes from one area; `is_within` when it stays within the county."""

    area: str
    n: int
    part: Part
    cause: Cause
    batch: int | None
    columns: tuple[str, ...]
    is_within: bool


Counted = dict[tuple[str, str], tuple[str, int]]
"""(table, key) → where a row is counted and what it adds."""


def row_parts(
    imports: Between, before: Build, after: Build, metric: Metric, period: Period, part: Part, areas: Sequence[str]
) -> dict[str, list[RowPart]]:
    """By area every row that counts otherwise, with its cause. The county's rows tell where each of them lies; of
    another area alone all are that area's."""
    sides = {area: tuple(_counted(build, metric, period, part, area) for build in (before, after)) for area in areas}
    moved = {
        area: [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)]
        for area, (old, new) in sides.items()
    }
    stories = _stories(imports, {key for keys in moved.values() for key in keys})
    found: dict[str, list[RowPart]] = {}
    for area, keys in moved.items():
        old, new = sides[area]
        found[area] = []
        for key in keys:
            was, now = old.get(key), new.get(key)
            why = _why(imports, LEDGER_OF.get(key[0], ""), stories.get(key), before, after, was, now)
            is_within = was is not None and now is not None and was[1] == now[1]
            signed = [(was, -1), (now, 1)]
            found[area] += [RowPart(one[0], sign * one[1], part, *why, is_within) for one, sign in signed if one]
    return found


def _stories(imports: Between, keys: Collection[tuple[str, str]]) -> dict[tuple[str, str], RowStory]:
    """What became of rows of any ledger, by table and key; each ledger is asked once."""
    found: dict[tuple[str, str], RowStory] = {}
    for ledger in {LEDGER_OF[table] for table, _ in keys if table in LEDGER_OF}:
        own = [(table, key) for table, key in keys if LEDGER_OF.get(table) == ledger]
        known = imports.stories(ledger, {key for _, key in own})
        found |= {(table, key): known[key] for table, key in own if key in known}
    return found


def _is_keyed(table: str) -> bool:
    """False for what bears the same name in every township: a month of a summary, a village."""
    return table in LEDGER_OF and table != SUMMARY


def _counted(build: Build, metric: Metric, period: Period, part: Part, area: str) -> Counted:
    if area not in areas_of(build).index:
        return {}
    found: Counted = {}
    for row in rows_behind(build, metric, period, area, part):
        key = row.key if _is_keyed(row.table) else f"{row.key} {row.township_code}"
        before = found.get((row.table, key))
        where = row.township_code if area == COUNTY else area
        found[row.table, key] = (where, row.n + (before[1] if before else 0))
    return found


def _why(
    imports: Between,
    ledger: str,
    story: RowStory | None,
    before: Build,
    after: Build,
    was: tuple[str, int] | None,
    now: tuple[str, int] | None,
) -> tuple[Cause, int | None, tuple[str, ...]]:
    """The one cause of a row that counts otherwise, the import that did it, and the columns it says otherwise."""
    if story is None:
        return ("totals" if ledger == LEDGER_OF[SUMMARY] else "decided"), None, ()
    if story.old_batch is None:
        return "came", story.new_batch, ()
    if story.new_batch is None:
        if story.old_batch in imports.gone:
            return "withdrawn", story.old_batch, ()
        return "replaced", max(imports.replacing(ledger), default=None), ()
    is_move = was is not None and now is not None and was[1] == now[1]
    said = tuple(one for one in story.columns if (one in PLACES) == is_move)
    if said and story.new_batch in imports.came:
        return "changed", story.new_batch, said
    if said and story.old_batch in imports.gone:
        return "withdrawn", story.old_batch, ()
    if said:
        return "changed", None, said
    if _defines_otherwise(before.definition, after.definition, is_move):
        return "definition", None, ()
    return ("placed" if is_move else "decided"), None, ()


def _defines_otherwise(before: Definition, after: Definition, is_move: bool) -> bool:
    """Whether the two definitions may place (or count) a row differently."""
    if is_move:
        return before.attribution_order != after.attribution_order
    return any(getattr(before, one) != getattr(after, one) for one in _COUNTING)


_COUNTING = (
    "civil_types",
    "administrative_types",
    "rate_numerator",
    "excluded_causes",
    "excluded_groups",
    "exclude_batch_filings",
    "batch_smallest",
    "batch_days",
    "mediation_denominator",
    "treated_as_withdrawn",
)
"""Switches that decide which rows count."""
