"""Layouts that people confirmed: how sheets with these headers are read from then on, and how often that was used."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from data.ledgers import LEDGERS, MEDIATION_KINDS
from data.ledgers.model import SEVERAL
from data.refusal import Refused
from data.store.layout_keys import any_of_data
from data.store.state import state
from data.taught import TaughtLayout


@dataclass(frozen=True)
class LayoutRecord:
    """One remembered layout, who taught it, and its use."""

    layout: TaughtLayout
    made_at: datetime
    made_by: str
    last_used_at: datetime | None
    uses: int

    @property
    def headers(self) -> tuple[str, ...]:
        """The columns that the layout speaks of."""
        return tuple(self.layout.fields)


def layout_records(path: Path) -> list[LayoutRecord]:
    """All remembered layouts, those used last first."""
    with state(path) as db:
        rows = db.execute("SELECT * FROM layouts ORDER BY coalesce(last_used_at, made_at) DESC, signature").fetchall()
    return [_record(row) for row in rows]


def taught_layouts(path: Path) -> tuple[TaughtLayout, ...]:
    """The layouts as they travel into the reading process, in an order that does not depend on their use."""
    return tuple(sorted((one.layout for one in layout_records(path)), key=lambda one: one.signature))


def remember_layout(path: Path, layout: TaughtLayout, *, at: datetime, by: str) -> None:
    """Keep how sheets with these headers are read; what was taught for the same headers before is replaced.

    Raises Refused for a layout by which no sheet could be read, or whose keys came from a row of data.
    """
    _refuse_rows_of_data(layout)
    _refuse_unusable(layout)
    with state(path) as db:
        db.execute(
            "INSERT INTO layouts (signature, name, layout, made_at, made_by) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (signature) DO UPDATE SET name = excluded.name, layout = excluded.layout, "
            "made_at = excluded.made_at, made_by = excluded.made_by",
            (layout.signature, layout.name, _text(layout), at.isoformat(), by),
        )


def rename_layout(path: Path, signature: str, name: str, *, at: datetime, by: str) -> None:
    """Give a layout another name. Raises Refused when it is gone or the name is empty."""
    if not name.strip():
        raise Refused("layout_name_missing", "列映射要有名称，名称没有改动；请填写名称后再保存。")
    remember_layout(path, replace(_one(path, signature).layout, name=name.strip()), at=at, by=by)


def change_layout(
    path: Path, signature: str, fields: Mapping[str, str], *, kind: str | None, at: datetime, by: str
) -> None:
    """Give columns of a layout another field ("" for not wanted) and say its kind; columns not named stay.

    Raises Refused when it is gone.
    """
    layout = _one(path, signature).layout
    remember_layout(path, replace(layout, kind=kind, fields={**layout.fields, **fields}), at=at, by=by)


def forget_layout(path: Path, signature: str) -> None:
    """From then on such sheets are read as if nobody had said anything. Raises Refused when it is gone."""
    _one(path, signature)
    with state(path) as db:
        db.execute("DELETE FROM layouts WHERE signature = ?", (signature,))


def count_uses(path: Path, signatures: Iterable[str], *, at: datetime) -> None:
    """Note that sheets were read by these layouts."""
    with state(path) as db:
        for signature in signatures:
            db.execute(
                "UPDATE layouts SET uses = uses + 1, last_used_at = ? WHERE signature = ?", (at.isoformat(), signature)
            )


def missing_groups(ledger: str, fields: Iterable[str]) -> list[str]:
    """What a ledger cannot do without and no column was chosen for, as people call it: “立案日期”或“收案日期”."""
    chosen, found = set(fields), LEDGERS[ledger]
    lacking = [group for group in found.required if not chosen.intersection(group)]
    return ["或".join(f"“{found.field(name).label}”" for name in group) for group in lacking]


def chosen_twice(ledger: str, fields: Mapping[str, str]) -> list[str]:
    """Fields that can have one column only and were given several, as people call them."""
    found = {
        field.name: field for field in LEDGERS[ledger].fields if field.kind not in SEVERAL and field.name != "people"
    }
    names = [name for name in fields.values() if name in found]
    return [found[name].label for name in dict.fromkeys(names) if names.count(name) > 1]


def _refuse_rows_of_data(layout: TaughtLayout) -> None:
    """The sentence names no key: that is what must not be told on."""
    if any_of_data(layout.fields):
        sentence = (
            "列映射里的列名含有号码、日期或案号，是数据不是表头，没有保存；"
            "请选表头所在行，没有表头的请在原表加一行后重新上传。"
        )
        raise Refused("layout_header_is_data", sentence)


def _refuse_unusable(layout: TaughtLayout) -> None:
    if layout.ledger not in LEDGERS or (layout.kind and layout.kind not in MEDIATION_KINDS):
        raise Refused("layout_ledger_unknown", f"列映射“{layout.name}”所属的台账本系统没有，没有保存；请重新选择台账。")
    known = {field.name for field in LEDGERS[layout.ledger].fields} | {""}
    if strangers := [name for name in layout.fields.values() if name not in known]:
        sentence = f"列映射“{layout.name}”里的“{strangers[0]}”不是这种台账的字段，没有保存；请重新选择。"
        raise Refused("layout_field_unknown", sentence)
    if missing := missing_groups(layout.ledger, layout.fields.values()):
        sentence = f"列映射“{layout.name}”缺少必需的{'、'.join(missing)}，没有保存；请为它选定一列。"
        raise Refused("layout_incomplete", sentence)
    if twice := chosen_twice(layout.ledger, layout.fields):
        sentence = f"列映射“{layout.name}”把“{twice[0]}”选给了两列，没有保存；请只留一列，另一列改为“不需要”。"
        raise Refused("layout_field_twice", sentence)


def _one(path: Path, signature: str) -> LayoutRecord:
    for one in layout_records(path):
        if one.layout.signature == signature:
            return one
    raise Refused("layout_gone", "没有这个列映射，可能已被他人删除；请刷新列表后再试。")


def _record(row: sqlite3.Row) -> LayoutRecord:
    return LayoutRecord(
        layout=TaughtLayout(**json.loads(row["layout"])),
        made_at=datetime.fromisoformat(row["made_at"]),
        made_by=row["made_by"],
        last_used_at=datetime.fromisoformat(row["last_used_at"]) if row["last_used_at"] else None,
        uses=row["uses"],
    )


def _text(layout: TaughtLayout) -> str:
    return json.dumps(asdict(layout), ensure_ascii=False)
