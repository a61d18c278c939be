"""The list of alerts as a workbook: every number unrounded, with the rules beside it."""

from collections.abc import Sequence

from reports.table_workbook import Cell, SheetColumn, table_workbook

_COLUMNS = (
    SheetColumn("乡镇街道", width=20),
    SheetColumn("规则", width=24),
    SheetColumn("本期", "#,##0.00"),
    SheetColumn("预计或合计", "#,##0.00", 14),
    SheetColumn("界限", "#,##0.00"),
    SheetColumn("分子（件）", "#,##0"),
    SheetColumn("分母", "#,##0"),
    SheetColumn("单位", width=10),
    SheetColumn("为何预警", width=34),
    SheetColumn("依据", width=70),
    SheetColumn("连续期数", "0"),
    SheetColumn("首次", width=14),
    SheetColumn("状态", width=10),
    SheetColumn("责任人", width=14),
    SheetColumn("办理期限", width=12),
)


def alerts_workbook(title: str, rows: Sequence[Sequence[Cell]], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row for each township and rule; rows in the order of the columns."""
    return table_workbook(title, _COLUMNS, rows, card)


_PERIODS = (
    SheetColumn("起"),
    SheetColumn("止"),
    SheetColumn("实际", "#,##0.00"),
    SheetColumn("应有", "#,##0.00"),
    SheetColumn("99.8%下限", "#,##0.00"),
    SheetColumn("99.8%上限", "#,##0.00"),
    SheetColumn("判断", width=30),
)
_ACTS = (
    SheetColumn("时间", width=18),
    SheetColumn("办理", width=20),
    SheetColumn("办理人", width=14),
    SheetColumn("内容或理由", width=60),
    SheetColumn("责任人", width=14),
    SheetColumn("期限", width=12),
    SheetColumn("当时依据", width=60),
    SheetColumn("撤回", width=26),
)


def evidence_workbook(title: str, rows: Sequence[Sequence[Cell]], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row for each judged period of one alert."""
    return table_workbook(title, _PERIODS, rows, card)


def history_workbook(title: str, rows: Sequence[Sequence[Cell]], card: Sequence[tuple[str, str]]) -> bytes:
    """An xlsx file with one row for each act on an alert, those taken back too."""
    return table_workbook(title, _ACTS, rows, card)
