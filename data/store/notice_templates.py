"""Word templates of the office: put in place of the built-in one for a kind of notice, withdrawn, never deleted.

An issued notice names its template by number, so that it can be made again as it looked.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from data.brief import KindName
from data.refusal import Refused
from data.store.state import state

LARGEST_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True)
class NoticeTemplate:
    """One template as it was uploaded; `content` are the bytes of the .docx file."""

    id: int
    kind: KindName
    file_name: str
    content: bytes
    sha256: str
    put_at: datetime
    put_by: str


def refuse_size(file_name: str, content: bytes) -> None:
    """Before anything looks into an upload. Refused: it is empty or too large."""
    if not 0 < len(content) <= LARGEST_BYTES:
        words = f"Word 模板应在{LARGEST_BYTES // 1024 // 1024}MB以内，“{file_name}”有{len(content):,}字节，没有采用；"
        raise Refused("template_too_large", f"{words}请去掉模板中的图片后再上传。")


def put(path: Path, kind: KindName, file_name: str, content: bytes, *, by: str, at: datetime) -> int:
    """Put a template in force for a kind and return its number; the one before is withdrawn.

    Whether Word can use it was tried before. Refused when it is too large.
    """
    refuse_size(file_name, content)
    values = (kind, file_name, content, hashlib.sha256(content).hexdigest(), at.isoformat(), by)
    with state(path) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute(
            "UPDATE notice_templates SET withdrawn_at = ?, withdrawn_by = ? WHERE kind = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, kind),
        )
        cursor = db.execute(
            "INSERT INTO notice_templates (kind, file_name, content, sha256, put_at, put_by) VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def template_in_force(path: Path, kind: KindName) -> NoticeTemplate | None:
    """The office's template of a kind; None: the built-in one is used."""
    return _one(path, "kind = ? AND withdrawn_at IS NULL ORDER BY id DESC", kind)


def template_number(path: Path, number: int) -> NoticeTemplate:
    """A template by its number, withdrawn or not. Refused when there is none."""
    found = _one(path, "id = ?", number)
    if found is None:
        raise Refused("template_unknown", f"没有编号为{number}的 Word 模板；请刷新后核对。")
    return found


def withdraw(path: Path, kind: KindName, *, by: str, at: datetime) -> bool:
    """Go back to the built-in template; False when it is used already."""
    with state(path) as db:
        cursor = db.execute(
            "UPDATE notice_templates SET withdrawn_at = ?, withdrawn_by = ? WHERE kind = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, kind),
        )
    return cursor.rowcount > 0


def _one(path: Path, where: str, value: Any) -> NoticeTemplate | None:
    columns = "id, kind, file_name, content, sha256, put_at, put_by"
    with state(path) as db:
        row = db.execute(f"SELECT {columns} FROM notice_templates WHERE {where} LIMIT 1", (value,)).fetchone()
    return None if row is None else NoticeTemplate(**dict(row) | {"put_at": datetime.fromisoformat(row["put_at"])})
