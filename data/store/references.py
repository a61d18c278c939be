"""Reference figures (参照值): averages of city and province as published, typed in with their source.

They are held against our figures only where the metric and the period are the same. Nothing is ever deleted: one
entered again for the same metric, place and period takes the earlier one's place, which stays on record as withdrawn.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from data.refusal import Refused
from data.store.state import state

LONGEST_PLACE, LONGEST_SOURCE = 20, 200
GREATEST = 10_000_000
_NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,8})?")


@dataclass(frozen=True)
class ReferenceFigure:
    """One published value of a metric; `value` is kept as it was typed, in the unit of the metric."""

    id: int
    metric: str
    place: str
    period_start: date
    period_end: date
    value: Decimal
    source: str
    entered_at: datetime
    entered_by: str
    label: str = ""
    """What the metric was called then; a definition may count something else under the same metric, by another name.
    Empty where nobody wrote it down."""

    def is_of(self, start: date, end: date) -> bool:
        """Whether it speaks of these very days; of others it may not be compared."""
        return (self.period_start, self.period_end) == (start, end)

    def is_about(self, label: str) -> bool:
        """Whether it speaks of the metric of this name."""
        return self.label in ("", label)


def read_value(text: str, *, is_percent: bool = False) -> Decimal:
    """A number as people type it (32.5, 1,264, 91.2%). Refused when it is none or makes no sense.

    `is_percent`: it is counted in percent; 150% of anything else may be 150 or half as much again.
    """
    plain = text.strip().translate(str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")).replace(",", "")
    if plain.endswith("%") and not is_percent:
        words = "百分号只用于以百分数计的指标，这里请按指标的单位写数，如 32.5"
        said = f"{words}；填的是“{text.strip()[:20]}”，没有登记；请更正后再登记。"
        raise Refused("reference_invalid", said)
    plain = plain.removesuffix("%")
    if not _NUMBER.fullmatch(plain) or Decimal(plain) > GREATEST:
        said = f"数值应是0到{GREATEST:,}之间的数，如 32.5；填的是“{text.strip()[:20]}”，没有登记；请更正后再登记。"
        raise Refused("reference_invalid", said)
    return Decimal(plain)


def enter(
    path: Path, *, metric: str, label: str, place: str, start: date, end: date, value: Decimal, source: str, by: str,
    at: datetime,
) -> int:  # fmt: skip
    """Write a figure down and return its number; an earlier one of that metric, place and period is withdrawn."""
    named, said = " ".join(place.split()), " ".join(source.split())
    if not named or len(named) > LONGEST_PLACE or not said or len(said) > LONGEST_SOURCE:
        words = f"请写明范围名称（不超过{LONGEST_PLACE}字）和来源（不超过{LONGEST_SOURCE}字），没有来源的数不能作参照。"
        raise Refused("reference_invalid", words)
    if end < start:
        words = f"期间的止日 {end.isoformat()} 早于起日 {start.isoformat()}，没有登记；请核对后再登记。"
        raise Refused("reference_invalid", words)
    key = (metric, named, start.isoformat(), end.isoformat())
    with state(path) as db:
        db.execute(
            "UPDATE reference_figures SET withdrawn_at = ?, withdrawn_by = ? WHERE metric = ? AND place = ? "
            "AND period_start = ? AND period_end = ? AND label IN ('', ?) AND withdrawn_at IS NULL",
            (at.isoformat(), by, *key, label),
        )
        cursor = db.execute(
            "INSERT INTO reference_figures (metric, place, period_start, period_end, value, source, entered_at, "
            "entered_by, label) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*key, str(value), said, at.isoformat(), by, label),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def withdraw(path: Path, number: int, *, by: str, at: datetime) -> bool:
    """Take a figure back; False when it is withdrawn already or unknown."""
    with state(path) as db:
        cursor = db.execute(
            "UPDATE reference_figures SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, number),
        )
    return cursor.rowcount > 0


def reference_figures(path: Path, metric: str | None = None) -> list[ReferenceFigure]:
    """The figures in force, of one metric or all: the latest period first, then in the order they were entered."""
    query = (
        "SELECT id, metric, place, period_start, period_end, value, source, entered_at, entered_by, label "
        "FROM reference_figures WHERE withdrawn_at IS NULL AND (:metric IS NULL OR metric = :metric) "
        "ORDER BY period_end DESC, period_start, id"
    )
    with state(path) as db:
        rows = db.execute(query, {"metric": metric}).fetchall()
    return [
        ReferenceFigure(
            row["id"],
            row["metric"],
            row["place"],
            date.fromisoformat(row["period_start"]),
            date.fromisoformat(row["period_end"]),
            Decimal(row["value"]),
            row["source"],
            datetime.fromisoformat(row["entered_at"]),
            row["entered_by"],
            row["label"],
        )
        for row in rows
    ]
