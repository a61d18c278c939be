"""The change and its parts as a workbook: every cause or township, points and scores unrounded."""

from collections.abc import Sequence

from metrics._what_moved import Split
from metrics._what_moved_words import NOUNS, STANDS
from reports.table_workbook import SheetColumn, table_workbook


def changes_workbook(title: str, split: Split, card: Sequence[tuple[str, str]], *, is_compared: bool) -> bytes:
    """An xlsx file with one row per part and the whole below; without a base only this period's counts."""
    columns = [
        SheetColumn(NOUNS[split.by], width=28),
        SheetColumn("本期（件）", "#,##0"),
        SheetColumn("上年同期（件）", "#,##0", 14),
        SheetColumn("增减（件）", "#,##0"),
        SheetColumn("拉动（百分点）", "0.00", 18),
        SheetColumn("与全县变化差异检验z", "0.00", 18),
        SheetColumn("与全县变化比", width=24),
    ]
    rows = [
        [one.name, one.n, one.base_n, one.difference, one.points, one.z, STANDS[one.stands][1]]
        if is_compared
        else [one.name, one.n, None, None, None, None, "不作比较"]
        for one in split.parts
    ]
    points = split.exact_points(split.difference)
    whole = [split.base_n, split.difference, None if points is None else float(points)]
    return table_workbook(
        title, columns, [*rows, ["合计", split.n, *(whole if is_compared else [None] * 3), None, ""]], card
    )
