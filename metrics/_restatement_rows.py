"""Which rows make an issued count differ from today's, and the one cause of each of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from data.build.since import Between, RowStory
from metrics._areas import COUNTY, areas_of
from metrics._build import Build
from metrics._metric import Metric
from metrics._period import Period
from metrics._restatement_replay import Redefined, is_decidable
from metrics._row_details import LEDGER_OF
from metrics._rows_behind import SUMMARY, Part, rows_behind

Cause = Literal[
    "came", "withdrawn", "replaced", "changed", "placed", "definition", "both", "decided", "totals", "people",
    "covered", "place_only",
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


@dataclass(frozen=True)
class Side:
    """What is held against each other: one side of a metric over a period, as the two builds have it."""

    imports: Between
    before: Build
    after: Build
    metric: Metric
    period: Period
    part: Part


def row_parts(side: Side, areas: Sequence[str]) -> dict[str, list[RowPart]]:
    """By area every row that counts otherwise, with its cause. The county's rows tell where each of them lies; of
    another area alone all are that area's."""
    counted = {area: (counted_rows(side.before, side, area), counted_rows(side.after, side, area)) for area in areas}
    stories = _stories(side.imports, {key for old, new in counted.values() for key in _moved_keys(old, new)})
    return {area: _explained(side, area, old, new, stories) for area, (old, new) in counted.items()}


def _explained(
    side: Side, area: str, old: Counted, new: Counted, stories: dict[tuple[str, str], RowStory]
) -> list[RowPart]:
    """Every row that counts otherwise in an area, with its cause."""
    keys = _moved_keys(old, new)
    replayed = _Replayed(side, area, tuple(keys))
    found = []
    for key in keys:
        was, now = old.get(key), new.get(key)
        why = _why(side, replayed, key, stories.get(key), was, now)
        is_within = was is not None and now is not None and was[1] == now[1]
        signed = [(was, -1), (now, 1)]
        found += [RowPart(one[0], sign * one[1], side.part, *why, is_within) for one, sign in signed if one]
    return found


def _moved_keys(old: Counted, new: Counted) -> list[tuple[str, str]]:
    """Rows that count otherwise."""
    return [key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key)]


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


def counted_rows(build: Build, side: Side, area: str) -> Counted:
    """The rows that a build counts in an area."""
    if area not in areas_of(build).index:
        return {}
    found: Counted = {}
    for row in rows_behind(build, side.metric, side.period, area, side.part):
        key = row.key if _is_keyed(row.table) else f"{row.key} {row.township_code}"
        before = found.get((row.table, key))
        where = row.township_code if area == COUNTY else area
        found[row.table, key] = (where, row.n + (before[1] if before else 0))
    return found


@dataclass(frozen=True)
class _Replayed:
    """Rows as they would count had only the ledgers changed, or only the definition."""

    side: Side
    area: str
    keys: tuple[tuple[str, str], ...]

    @cached_property
    def _counted(self) -> tuple[Counted, Counted] | None:
        before, after = self.side.before, self.side.after
        pairs = ((after, before.definition), (before, after.definition))
        metric, at = self.side.metric, -1 if self.side.part == "denominator" else 0
        asked = [metric.under(definition).sides[at] for _, definition in pairs]
        if not all(is_decidable(build.definition, definition, asked) for build, definition in pairs):
            return None
        cases = tuple(key for table, key in self.keys if LEDGER_OF.get(table) == "cases")
        one, other = (Redefined(build, definition, cases) for build, definition in pairs)
        return counted_rows(one, self.side, self.area), counted_rows(other, self.side, self.area)

    @property
    def is_decidable(self) -> bool:
        """Whether the rows can be replayed."""
        return self._counted is not None

    def mover(self, key: tuple[str, str], was: int, now: int) -> Literal["ledger", "definition", "both"]:
        """What a row's count moves by; both where either alone would do, none alone does, or nobody can know."""
        if self._counted is None:
            return "both"
        by_ledger, by_definition = (side.get(key, ("", 0))[1] for side in self._counted)
        if (by_ledger, by_definition) == (now, was):
            return "ledger"
        return "definition" if (by_ledger, by_definition) == (was, now) else "both"


def _why(
    side: Side,
    replayed: _Replayed,
    key: tuple[str, str],
    story: RowStory | None,
    was: tuple[str, int] | None,
    now: tuple[str, int] | None,
) -> tuple[Cause, int | None, tuple[str, ...]]:
    """The one cause of a row that counts otherwise, the import that did it, and the columns it says otherwise."""
    ledger = LEDGER_OF.get(key[0], "")
    if story is None:
        return ("totals" if ledger == LEDGER_OF[SUMMARY] else "decided"), None, ()
    is_move = was is not None and now is not None and was[1] == now[1]
    by_definition = _defines_otherwise(side, is_move)
    stays = story.old_batch is not None and story.new_batch is not None
    said = tuple(one for one in story.columns if (one in PLACES) is is_move)
    if stays and not said:
        return ("definition" if by_definition else "placed" if is_move else "decided"), None, ()
    by_ledger = (
        _said_otherwise(side.imports, ledger, story, said) if stays else _came_or_went(side.imports, ledger, story)
    )
    if not by_definition or not (stays or replayed.is_decidable):
        return by_ledger
    n = [one[1] if one else 0 for one in (was, now)]
    mover = "both" if is_move else replayed.mover(key, n[0], n[1])
    if mover == "definition":
        return "definition", None, ()
    return by_ledger if mover == "ledger" else ("both", *by_ledger[1:])


def _came_or_went(imports: Between, ledger: str, story: RowStory) -> tuple[Cause, int | None, tuple[str, ...]]:
    """A row that only one side has: which import did it."""
    if story.old_batch is None:
        return "came", story.new_batch, ()
    if story.old_batch in imports.gone:
        return "withdrawn", story.old_batch, ()
    return "replaced", max(imports.replacing(ledger), default=None), ()


def _said_otherwise(
    imports: Between, ledger: str, story: RowStory, said: tuple[str, ...]
) -> tuple[Cause, int | None, tuple[str, ...]]:
    """A row that says something else: which import did it."""
    if story.new_batch in imports.came:
        return "changed", story.new_batch, said
    if story.old_batch in imports.gone:
        return "withdrawn", story.old_batch, ()
    # The same import spoke last then and now; another one, known only where there is but one, filled what it left open.
    gone, came = (imports.of_ledger(ledger, batches) for batches in (imports.gone, imports.came))
    if gone and not came:
        return "withdrawn", gone[0] if len(gone) == 1 else None, ()
    return "changed", came[0] if len(came) == 1 and not gone else None, said


def _defines_otherwise(side: Side, is_move: bool) -> bool:
    """Whether the two definitions may place (or count) a row differently."""
    before, after = side.before.definition, side.after.definition
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
