"""Versions of the definition (口径): who changed it, when and why. Append-only: going back makes a new version."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path

from data.definition import BUILT_IN, TOWNSHIP_RATE, Definition
from data.refusal import Refused
from data.store.state import definition_in_force, state

LONGEST_NAME, LONGEST_WHY = 30, 200


@dataclass(frozen=True)
class DefinitionVersion:
    """One version as it was written down; `is_used` is False for one that is kept to be compared."""

    definition: Definition
    made_at: datetime | None
    made_by: str
    why: str
    is_used: bool = True

    @property
    def version(self) -> int:
        """The number that stands beside every figure."""
        return self.definition.version


BEGINNING = DefinitionVersion(TOWNSHIP_RATE, None, "", "系统内置的默认口径")
"""What every home begins with: version 1."""


def versions(path: Path) -> list[DefinitionVersion]:
    """Every version, the newest first, the built-in one last."""
    with state(path) as db:
        rows = db.execute("SELECT * FROM definitions ORDER BY version DESC").fetchall()
    return [*(_version(dict(row)) for row in rows), BEGINNING]


def _version(row: dict[str, str]) -> DefinitionVersion:
    definition = Definition.from_json(row["definition"])
    at = datetime.fromisoformat(row["made_at"])
    return DefinitionVersion(definition, at, row["made_by"], row["why"], bool(row["is_used"]))


def version_of(path: Path, number: int) -> DefinitionVersion:
    """One version by its number. Refused when there is none."""
    for one in versions(path):
        if one.version == number:
            return one
    raise Refused("definition_unknown", f"没有第{number}版口径；请在口径历史中核对版本号。")


def profiles(path: Path) -> dict[str, Definition]:
    """Name → its newest version: the built-in ones first, then those people made, the oldest name first."""
    found = {one.name: one for one in BUILT_IN}
    return found | {one.definition.name: one.definition for one in reversed(versions(path)[:-1])}


def save(
    path: Path, definition: Definition, *, by: str, at: datetime, why: str, based_on: int, use: bool = True
) -> Definition:
    """Write a version down and return it with its number; with `use` it is in force from the next build on.

    `based_on` is the version that the person saw in force. Refused without a reason, when nothing changed, when a
    switch has no sense, and when somebody else changed the definition meanwhile.
    """
    said = " ".join(why.split())
    if not said or len(said) > LONGEST_WHY:
        raise Refused("definition_reason_missing", f"请写明改口径的原因（不超过{LONGEST_WHY}字），以后查对时要用。")
    check(definition)
    with state(path) as db:
        db.execute("BEGIN IMMEDIATE")
        in_force = definition_in_force(path)
        if in_force.version != based_on:
            raise Refused("definition_moved_on", f"口径刚被改为第{in_force.version}版；请刷新后核对，再作修改。")
        if use and replace(definition, version=in_force.version) == in_force:
            raise Refused("definition_unchanged", "与现行口径完全相同，没有需要保存的修改。")
        [last] = db.execute("SELECT coalesce(max(version), 1) FROM definitions").fetchone()
        saved = replace(definition, name=definition.name.strip(), version=int(last) + 1)
        db.execute(
            "INSERT INTO definitions (version, definition, made_at, made_by, why, is_used) VALUES (?, ?, ?, ?, ?, ?)",
            (saved.version, saved.to_json(), at.isoformat(), by, said, int(use)),
        )
    return saved


_RULES: tuple[tuple[Callable[[Definition], bool], str], ...] = (
    (lambda one: 0 < len(one.name.strip()) <= LONGEST_NAME, f"口径名称要写明，且不超过{LONGEST_NAME}字"),
    (lambda one: bool(one.civil_types), "民商事一审的案件类型至少要有一种"),
    (lambda one: bool(one.administrative_types), "行政一审的案件类型至少要有一种"),
    (lambda one: not set(one.civil_types) & set(one.administrative_types), "同一案件类型不能既算民商事又算行政"),
    (lambda one: bool(one.attribution_order), "归属依据至少要有一项"),
    (lambda one: len(set(one.attribution_order)) == len(one.attribution_order), "归属依据不能重复"),
    (lambda one: 2 <= one.batch_smallest <= 10_000, "批量案件的件数应在2到10,000之间"),
    (lambda one: 1 <= one.batch_days <= 366, "批量案件的天数应在1到366之间"),
    (lambda one: one.population_year is None or 1949 <= one.population_year <= 2999, "人口年份应是四位年份"),
    (lambda one: 0 <= one.smallest_ranked_population <= 10_000_000, "参加排名的最小人口应在0到1,000万之间"),
    (lambda one: bool(one.ranked_kinds), "参加排名的类别至少要有一种"),
    (lambda one: 1 <= one.smallest_shown_count <= 1_000, "不宜公开案由的最小件数应在1到1,000之间"),
    (lambda one: all(each.reason.strip() and each.scope for each in one.breaks), "口径断点要写明原因和影响范围"),
)


def check(definition: Definition) -> None:
    """Refused, in one sentence, for switches that make no sense."""
    for holds, words in _RULES:
        if not holds(definition):
            raise Refused("definition_invalid", f"{words}；请更正后再保存。")


def changed_fields(before: Definition, after: Definition) -> tuple[str, ...]:
    """Names of the switches that differ, in their order; the version is no switch."""
    names = [one.name for one in fields(Definition) if one.name != "version"]
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
