"""Townships: one row per township, street or unit like them."""

import re
from typing import Any

from data.clean.columns import refuse_empty, words_of
from data.clean.population import parse_name
from data.clean.reading import Reading, plain
from data.clean.sheet import Sheet, read_cells
from data.clean.villages import parse_villages
from data.read.table import cell_text

_KINDS = {"街道办事处": "街道", "街道办": "街道", "建制镇": "镇", "民族乡": "乡", "苏木": "乡", "民族苏木": "乡"}
_SEPARATORS = re.compile(r"[、，,;；/|\n\r]+")
_CODE = re.compile(r"\d{6,12}")


def township_columns(sheet: Sheet) -> dict[str, list[Any]]:
    """Columns of the townships schema but `sheet_row`, one value per data row."""
    names = [r.value for r in read_cells(sheet.first_cells("township"), parse_name)[0]]
    for position, name in enumerate(names):
        if name is None:
            refuse_empty(sheet, "township", position)
    return {
        "record_key": names,
        "township": names,
        "kind": words_of(sheet, "kind", _parse_kind),
        "official_code": words_of(sheet, "official_code", _parse_code),
        "aliases": words_of(sheet, "aliases", _parse_aliases),
        "tribunal": words_of(sheet, "tribunal"),
        "villages": words_of(sheet, "villages", parse_villages),
    }


def _parse_kind(cell: Any) -> Reading:
    kind = plain(cell_text(cell))
    return Reading(_KINDS.get(kind, kind) or None)


def _parse_code(cell: Any) -> Reading:
    found = _CODE.fullmatch(plain(cell_text(cell)))
    return Reading(found[0] if found else None)


def _parse_aliases(cell: Any) -> Reading:
    """Other names joined by 、, without repeats."""
    names = (plain(name) for name in _SEPARATORS.split(cell_text(cell)))
    kept = dict.fromkeys(name for name in names if name and name not in ("无", "-", "—", "/"))
    return Reading("、".join(kept) or None)
