"""The problem lists of an import as a workbook that the clerk can work through."""

from collections.abc import Sequence

from data.receipt import Receipt
from reports.table_workbook import Cell, SheetColumn, table_workbook

_SEVERITY = {"error": "需修正", "warning": "请留意", "repair": "已自动规范"}
_COLUMNS = [
    SheetColumn("文件", width=30),
    SheetColumn("工作表", width=16),
    SheetColumn("类别", width=12),
    SheetColumn("行号", width=16),
    SheetColumn("列", width=16),
    SheetColumn("原值", width=24),
    SheetColumn("处数", "#,##0", 8),
    SheetColumn("说明与处理办法", width=80),
]


def problem_workbook(receipts: Sequence[Receipt]) -> bytes:
    """Every problem of every sheet, and each file's account on the second sheet."""
    rows: list[list[Cell]] = [
        [
            receipt.file,
            receipt.sheet,
            _SEVERITY[one.severity],
            str(one.row) if one.row is not None else "、".join(map(str, one.rows)),
            one.column,
            one.value,
            one.count,
            one.sentence,
        ]
        for receipt in receipts
        for one in receipt.problems
    ]
    return table_workbook("导入问题清单", _COLUMNS, rows, [(one.file, _account(one)) for one in receipts])


def _account(one: Receipt) -> str:
    if one.error_code:
        return f"未入库：{one.error}"
    return (
        f"读取{one.rows_read} = 新增{one.rows_added} + 更新{one.rows_changed} + 未变{one.rows_unchanged} + "
        f"重复{one.rows_repeated} + 待修正{one.rows_set_aside}；另剔除{one.rows_left_out}"
    )
