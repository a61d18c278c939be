"""The sums that agree, as a workbook: each count's three parts and its total."""

from collections.abc import Sequence

from metrics._facts import Identity
from reports.table_workbook import SheetColumn, table_workbook

_COLUMNS = [
    SheetColumn("计数", width=34),
    SheetColumn("乡镇街道", "#,##0"),
    SheetColumn("辖区外", "#,##0"),
    SheetColumn("未归属", "#,##0"),
    SheetColumn("全县（由明细清点）", "#,##0", 20),
    SheetColumn("核对", width=10),
]


def identity_workbook(title: str, rows: Sequence[Identity], card: Sequence[tuple[str, str]]) -> bytes:
    """One row per count of events."""
    body = [
        [one.label, one.townships, one.outside, one.unassigned, one.total, "相符" if one.adds_up else "不符"]
        for one in rows
    ]
    return table_workbook(title, _COLUMNS, body, card)
