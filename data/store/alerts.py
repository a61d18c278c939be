"""What people do about alerts (预警): cases of one township and one rule, and every act on them in order.

Append-only: an act is never changed, only taken back, the latest first. A township is keyed by its code, which is its
standard name, as place decisions are; what that code means today is for the build's list to say.
"""

import json
import sqlite3
from datetime import date, datetime
from pathlib import Path

from data.refusal import Refused
from data.store.alert_case import (
    ACT_WORDS,
    ALLOWED,
    ENDED,
    LONGEST_PERSON,
    LONGEST_REMARK,
    NEEDS_WORDS,
    STATE_WORDS,
    AlertCase,
    AlertEvent,
    Entry,
    State,
)
from data.store.state import state


def alert_cases(path: Path) -> list[AlertCase]:
    """Every case with its acts, the oldest first; one of which every act was taken back is open again."""
    with state(path) as db:
        return _cases(db)


def open_case(
    path: Path, entry: Entry, *, rule: str, area_code: str, area_name: str, first_month: date, by: str, at: datetime
) -> int:
    """The first act on an alert that nobody has dealt with; returns the case's number.

    Refused when somebody else has opened one meanwhile, and as `record`.
    """
    with state(path) as db:
        db.execute("BEGIN IMMEDIATE")
        same = [one for one in _cases(db) if (one.rule, one.area_code) == (rule, area_code) and one.standing]
        if any(not one.is_ended or (one.ended_month or first_month) >= entry.month for one in same):
            raise _moved_on()
        _check(entry, "open")
        cursor = db.execute(
            "INSERT INTO alert_cases (rule, area_code, area_name, first_month) VALUES (?, ?, ?, ?)",
            (rule, area_code, area_name, first_month.isoformat()),
        )
        assert cursor.lastrowid is not None
        _add(db, cursor.lastrowid, entry, by, at)
        return cursor.lastrowid


def record(path: Path, case: int, entry: Entry, *, seen: int, by: str, at: datetime) -> None:
    """One more act on a case; `seen` is its `steps` as the person saw it.

    Refused out of order, without the words that the act needs, and when somebody else acted meanwhile.
    """
    with state(path) as db:
        db.execute("BEGIN IMMEDIATE")
        _check(entry, _seen(db, case, seen).state)
        _add(db, case, entry, by, at)


def withdraw(path: Path, case: int, *, seen: int, by: str, at: datetime) -> AlertEvent:
    """Take back the latest act that stands; returns it.

    Refused when nothing stands, when somebody acted meanwhile, and when a case that was ended has a successor.
    """
    with state(path) as db:
        db.execute("BEGIN IMMEDIATE")
        one = _seen(db, case, seen)
        if not one.standing:
            raise _moved_on()
        last = one.standing[-1]
        later = [
            other for other in _cases(db)
            if (other.rule, other.area_code) == (one.rule, one.area_code) and other.id > one.id and other.standing
        ]  # fmt: skip
        if last.act in ENDED and later:
            raise Refused("alert_has_successor", "这条预警销号后又有新的一条，不能再撤回销号；请在新的一条中继续办理。")
        db.execute(
            "UPDATE alert_events SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?", (at.isoformat(), by, last.id)
        )
        return last


def _check(entry: Entry, now: State) -> None:
    if entry.act not in ALLOWED[now]:
        raise Refused(
            "alert_out_of_order",
            f"这条预警现为“{STATE_WORDS[now]}”，不能{ACT_WORDS[entry.act]}；顺序是提示、反馈、销号，请刷新后核对。",
        )
    if entry.act in NEEDS_WORDS and not _words(entry.remark):
        raise Refused("alert_words_missing", f"{ACT_WORDS[entry.act]}要写明内容或理由，以后查对时要用。")
    if entry.act == "assigned" and not (_words(entry.person) or entry.until):
        raise Refused("alert_words_missing", "请填写责任人或办理期限。")


def _seen(db: sqlite3.Connection, case: int, seen: int) -> AlertCase:
    found = next((one for one in _cases(db) if one.id == case), None)
    if found is None or found.steps != seen:
        raise _moved_on()
    return found


def _moved_on() -> Refused:
    return Refused("alert_moved_on", "这条预警刚有别人办理；请刷新后核对，再作记录。")


def _words(text: str) -> str:
    return " ".join(text.split())


def _add(db: sqlite3.Connection, case: int, entry: Entry, by: str, at: datetime) -> None:
    db.execute(
        "INSERT INTO alert_events (alert_case, act, month, evidence, person, until, remark, recorded_at, recorded_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            case,
            entry.act,
            entry.month.isoformat(),
            json.dumps(entry.evidence, ensure_ascii=False),
            _words(entry.person)[:LONGEST_PERSON] or None,
            entry.until.isoformat() if entry.until else None,
            _words(entry.remark)[:LONGEST_REMARK],
            at.isoformat(),
            by,
        ),
    )


def _cases(db: sqlite3.Connection) -> list[AlertCase]:
    events: dict[int, list[AlertEvent]] = {}
    for row in db.execute("SELECT * FROM alert_events ORDER BY id").fetchall():
        events.setdefault(row["alert_case"], []).append(_event(row))
    return [
        AlertCase(
            row["id"],
            row["rule"],
            row["area_code"],
            row["area_name"],
            date.fromisoformat(row["first_month"]),
            tuple(events.get(row["id"], ())),
        )
        for row in db.execute("SELECT * FROM alert_cases ORDER BY id").fetchall()
    ]


def _event(row: sqlite3.Row) -> AlertEvent:
    return AlertEvent(
        id=row["id"],
        act=row["act"],
        month=date.fromisoformat(row["month"]),
        evidence=json.loads(row["evidence"]),
        person=row["person"],
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        remark=row["remark"],
        at=datetime.fromisoformat(row["recorded_at"]),
        by=row["recorded_by"],
        withdrawn_at=datetime.fromisoformat(row["withdrawn_at"]) if row["withdrawn_at"] else None,
        withdrawn_by=row["withdrawn_by"],
    )
