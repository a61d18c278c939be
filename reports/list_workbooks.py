"""Lists as workbooks: causes, cases, place names, receipts. Each carries its period or origin on the second sheet."""

from collections.abc import Sequence

from data.receipt import Receipt
from metrics._facts import CaseRow, CauseCount, PlaceRow
from reports.table_workbook import Cell, SheetColumn, table_workbook

Card = Sequence[tuple[str, str]]
_WHOLE = "#,##0"


def causes_workbook(title: str, causes: Sequence[CauseCount], card: Card, *, has_base: bool = True) -> bytes:
    """Every cause with this and last year's counts, none gathered under 其他; without last year where it is unknown."""
    columns = [
        SheetColumn("案由", width=36),
        SheetColumn("本期（件）", _WHOLE),
        SheetColumn("上年同期（件）", _WHOLE, 16),
        SheetColumn("增减（件）", "+#,##0;-#,##0;0"),
    ]
    told = len(columns) if has_base else 2
    full: list[list[Cell]] = [[one.cause, one.n, one.base_n, one.n - one.base_n] for one in causes]
    rows = [row[:told] for row in full]
    return table_workbook(title, columns[:told], rows, card)


def cases_workbook(title: str, cases: Sequence[CaseRow], sources: dict[str, str], card: Card) -> bytes:
    """Every counted case without parties; `sources` are the words for what placed it."""
    columns = [
        SheetColumn("案号", width=26),
        SheetColumn("立案日期"),
        SheetColumn("案由", width=32),
        SheetColumn("适用程序", width=14),
        SheetColumn("状态", width=12),
        SheetColumn("结案方式", width=14),
        SheetColumn("结案日期"),
        SheetColumn("归属依据", width=14),
    ]
    rows: list[list[Cell]] = []
    for one in cases:
        facts = (one.case_number, one.filed_on, one.cause, one.procedure, one.status, one.close_method, one.closed_on)
        rows.append([*facts, sources.get(one.placed_by or "", "")])
    return table_workbook(title, columns, rows, card)


def places_workbook(title: str, places: Sequence[PlaceRow], words: Sequence[tuple[str, str]], card: Card) -> bytes:
    """Place names without a township; `words` are source and reason of each in Chinese."""
    columns = [
        SheetColumn("地名（已截到村居）", width=44),
        SheetColumn("来源", width=14),
        SheetColumn("行数", _WHOLE),
        SheetColumn("原因", width=24),
    ]
    rows: list[list[Cell]] = [
        [one.place_text, source, one.rows, reason] for one, (source, reason) in zip(places, words, strict=True)
    ]
    return table_workbook(title, columns, rows, card)


def receipts_workbook(title: str, receipts: Sequence[Receipt]) -> bytes:
    """The account of every sheet, in numbers that can be added up again."""
    names = ("读取", "新增", "更新", "未变", "重复", "待修正", "另剔除", "未归属", "辖区外")
    columns = [
        SheetColumn("文件", width=48),
        SheetColumn("工作表", width=16),
        SheetColumn("导入编号", "0", 10),
        *[SheetColumn(name, _WHOLE, 9) for name in names],
        SheetColumn("覆盖开始"),
        SheetColumn("覆盖截至"),
        SheetColumn("结果", width=60),
    ]
    rows = [
        [
            one.file,
            one.sheet,
            one.batch,
            one.rows_read,
            one.rows_added,
            one.rows_changed,
            one.rows_unchanged,
            one.rows_repeated,
            one.rows_set_aside,
            one.rows_left_out,
            one.unassigned,
            one.outside,
            one.covers_start,
            one.covers_end,
            f"未入库：{one.error}" if one.error_code else "已入库",
        ]
        for one in receipts
    ]
    card = [("对账", "读取 = 新增 + 更新 + 未变 + 重复 + 待修正；合计行、说明行另行剔除，不在读取之内")]
    return table_workbook(title, columns, rows, card)
