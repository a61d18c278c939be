"""Issued notices (定稿的通报): what was frozen when a month was closed. Append-only; a month issued again is a 更正.

A notice is its build and its brief; figures and their digest are kept beside them, so that anybody can see whether the
two still give what was signed. The builds of issued notices are never removed.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from data.brief import Brief, KindName, Printed, printed_cell_from
from data.definition import Definition
from data.refusal import Refused
from data.store.state import state


@dataclass(frozen=True)
class ToIssue:
    """A notice as it was previewed: all that is frozen with it."""

    brief: Brief
    build: int
    definition: Definition
    figures: str
    """Review.figures_json(): every figure, unrounded."""
    confirmed: tuple[str, ...] = ()
    """The warnings that a person confirmed one by one, in words."""
    templates: Mapping[str, int | None] = field(default_factory=dict)
    """The office's own Word templates by kind of document; None: the built-in one."""
    program: str = ""
    """What made the figures: changes whenever figures may."""
    printed: tuple[Printed, ...] = ()
    """Counts of protected causes that it shows or holds back."""


@dataclass(frozen=True)
class Issued:
    """An issued notice. `revision` 1 is the first of its month, higher ones are corrections (更正).

    Brief and cells stay text until somebody asks: by December a brief holds thousands of cells, and lists show none.
    """

    id: int
    kind: KindName
    month: date
    revision: int
    build: int
    definition: Definition
    brief_text: str
    """Brief.to_json() as it was frozen."""
    figures: str
    sha256: str
    confirmed: tuple[str, ...]
    templates: Mapping[str, int | None]
    """Numbers of the office's own Word templates by kind of document; None: the built-in one."""
    program: str
    issued_at: datetime
    issued_by: str
    printed_text: str
    """The cells of `ToIssue.printed` as JSON."""

    @cached_property
    def brief(self) -> Brief:
        """All that the notice depends on besides its build."""
        return Brief.from_json(self.brief_text)

    @cached_property
    def printed(self) -> tuple[Printed, ...]:
        """Counts of protected causes that it shows or holds back."""
        return tuple(printed_cell_from(one) for one in json.loads(self.printed_text))

    @property
    def is_correction(self) -> bool:
        """True when the month had been issued before."""
        return self.revision > 1


def issue(path: Path, notice: ToIssue, *, seen: int, by: str, at: datetime) -> Issued:
    """Freeze a notice and return it; `seen` is the revision of its month that the person saw, 0 for none.

    Refused when somebody issued the same month meanwhile. That the build is kept is for data.build.freeze to see to.
    """
    [found] = issue_together(path, [(notice, seen)], by=by, at=at)
    return found


def issue_together(path: Path, notices: Iterable[tuple[ToIssue, int]], *, by: str, at: datetime) -> list[Issued]:
    """Freeze notices, each with the revision that was seen of its month: all of them or, whatever happens, none.

    Refused as `issue`.
    """
    with state(path) as db:
        db.execute("BEGIN IMMEDIATE")
        return [_issue(db, notice, seen, by, at) for notice, seen in notices]


def _issue(db: sqlite3.Connection, notice: ToIssue, seen: int, by: str, at: datetime) -> Issued:
    brief = notice.brief
    _refuse_other_than(seen, _latest(db, brief.kind, brief.month))
    values = (
        brief.kind, brief.month.isoformat(), seen + 1, notice.build, notice.definition.to_json(), brief.to_json(),
        notice.figures, digest_of(notice.figures), json.dumps(notice.confirmed, ensure_ascii=False),
        json.dumps(dict(notice.templates)), notice.program, at.isoformat(), by, _cells_text(notice.printed),
    )  # fmt: skip
    db.execute(
        "INSERT INTO issued_notices (kind, month, revision, build, definition, brief, figures, sha256, confirmed, "
        f"templates, program, issued_at, issued_by, printed) VALUES ({', '.join('?' * len(values))})",
        values,
    )
    found = _latest(db, brief.kind, brief.month)
    assert found is not None
    return found


def _refuse_other_than(seen: int, newest: Issued | None) -> None:
    if (newest.revision if newest else 0) != seen:
        raise _moved_on(newest)


def _cells_text(cells: Iterable[Printed]) -> str:
    return json.dumps([asdict(one) for one in cells], ensure_ascii=False, default=str)


def digest_of(figures: str) -> str:
    """SHA-256 of the figures' text, in hexadecimal."""
    return hashlib.sha256(figures.encode()).hexdigest()


def issued(path: Path, kind: KindName | None = None, since: date | None = None) -> list[Issued]:
    """Issued notices, the newest first; of one kind or all, of all months or those from `since` on."""
    query = (
        "SELECT * FROM issued_notices WHERE (:kind IS NULL OR kind = :kind) AND (:since IS NULL OR month >= :since) "
        "ORDER BY id DESC"
    )
    with state(path) as db:
        rows = db.execute(query, {"kind": kind, "since": since.isoformat() if since else None}).fetchall()
    return [_issued(row) for row in rows]


def last_before(path: Path, kind: KindName, month: date) -> Issued | None:
    """The last revision of the latest month before this one that was issued; None where there is none."""
    query = "SELECT * FROM issued_notices WHERE kind = ? AND month < ? ORDER BY month DESC, id DESC LIMIT 1"
    with state(path) as db:
        row = db.execute(query, (kind, month.isoformat())).fetchone()
    return None if row is None else _issued(row)


def latest(path: Path, kind: KindName, month: date) -> Issued | None:
    """The last revision of a month (its first day); None when it was never issued."""
    with state(path) as db:
        return _latest(db, kind, month)


def builds_kept(path: Path) -> frozenset[int]:
    """The builds of issued notices: they are kept for ever."""
    with state(path) as db:
        return frozenset(row["build"] for row in db.execute("SELECT DISTINCT build FROM issued_notices"))


def _latest(db: sqlite3.Connection, kind: KindName, month: date) -> Issued | None:
    query = "SELECT * FROM issued_notices WHERE kind = ? AND month = ? ORDER BY revision DESC LIMIT 1"
    row = db.execute(query, (kind, month.isoformat())).fetchone()
    return None if row is None else _issued(row)


def _issued(row: sqlite3.Row) -> Issued:
    plain: dict[str, Any] = dict(row)
    del plain["template"]
    return Issued(
        brief_text=plain.pop("brief"),
        printed_text=plain.pop("printed"),
        **plain
        | {
            "month": date.fromisoformat(plain["month"]),
            "definition": Definition.from_json(plain["definition"]),
            "confirmed": tuple(json.loads(plain["confirmed"])),
            "templates": json.loads(plain["templates"]),
            "issued_at": datetime.fromisoformat(plain["issued_at"]),
        },
    )


def _moved_on(newest: Issued | None) -> Refused:
    if newest is None:
        return Refused("notice_unknown", "所要更正的通报还没有定稿；请刷新后核对。")
    return Refused(
        "notice_moved_on",
        f"{newest.month.year}年{newest.month.month}月的通报刚由{newest.issued_by}于"
        f"{newest.issued_at:%Y-%m-%d %H:%M}定稿（第{newest.revision}次），您的没有定稿；"
        "请刷新后核对，需要更正的再定稿。",
    )
