"""How a row's key, columns and values are named to people who compare two states of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.build.column_labels import LABELS
from data.clean.vocabularies import ADOPTION_MEANINGS
from data.ledgers import ACTIVITY_TYPES, LEDGERS, MEDIATION_KINDS

_LABELS = {
    **LABELS,
    "place_stated": "所属乡镇",
    "place_defendant": "被告住所地",
    "place_dispute": "纠纷发生地",
    "place_plaintiff": "原告住所地",
    "place_tribunal": "承办庭室",
    "plaintiff_organisations": "原告单位",
    "defendant_organisations": "被告单位",
    "filed_on_is_received": "以收案代立案",
    "result": "调解结果（归类）",
    "type_code": "类型代字",
    "court_code": "法院代字",
    "case_year": "立案年度",
    "official_code": "行政区划代码",
    "aliases": "别名",
}
_VALUES: dict[str, Mapping[str, str]] = {
    "result": {"success": "化解", "failure": "未化解", "withdrawn": "撤回或终止", "open": "未结"},
    "kind": MEDIATION_KINDS,
    "activity_type": ACTIVITY_TYPES,
    "adoption": ADOPTION_MEANINGS,
}
STATES = {"changed": "更新", "moved": "换了乡镇或月份", "retracted": "撤下"}
"""The states of a listed row."""
_NAMES = ("case_number", "number", "station", "township")
_ADDED_TO_NAME = ("village", "basis", "as_of", "count_name", "month")


def column_label(ledger: str, column: str) -> str:
    """A column as people know it: by its own word, else by the first header of the ledger's field."""
    if column in _LABELS:
        return _LABELS[column]
    known = {field.name: field.label or field.headers[0] for field in LEDGERS[ledger].fields if field.headers}
    return known.get(column, column)


def cell_text(column: str, value: Any) -> str:
    """A value as printed in a list of changes; empty text for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return _VALUES.get(column, {}).get(str(value), str(value))


def row_name(row: Mapping[str, Any]) -> str:
    """What a row is called: its number or name, never its hash."""
    name = next((str(row[column]) for column in _NAMES if row.get(column)), "")
    more = [cell_text(column, row[column]) for column in _ADDED_TO_NAME if row.get(column)]
    return " ".join([name or "（无编号）", *more])
