"""A ranking to be taken away: every place with its interval, tier and peers, the unranked with reasons, the card."""

from collections.abc import Sequence

from metrics._numerals import tier_name
from metrics._ranking_table import RankingRow, RankingTable
from metrics._ranking_words import batch_words, moved_words, naming_words
from metrics._words import mark_words
from reports.table_workbook import Cell, SheetColumn, Table, tables_workbook


def ranking_workbook(title: str, table: RankingTable, card: Sequence[tuple[str, str]]) -> bytes:
    """Sheets 排名, 只列示不排名 (where there are any) and 口径; numbers unrounded."""
    sheets = [Table("排名", _columns(table), [_row(table, one) for one in table.rows])]
    if table.unranked:
        columns = [SheetColumn("乡镇街道", width=22), SheetColumn("不排名的原因", width=30), *_counts(table)]
        rows: list[list[Cell]] = [
            [one.figure.area_name, one.reason, one.figure.numerator, one.figure.denominator, one.figure.value]
            for one in table.unranked
        ]
        sheets.append(Table("只列示不排名", columns, rows))
    return tables_workbook(title, sheets, card)


def _counts(table: RankingTable) -> list[SheetColumn]:
    metric = table.metric
    shown = "#,##0" + ("." + "0" * metric.decimals if metric.decimals else "")
    return [
        SheetColumn(metric.numerator.label, "#,##0", 16),
        SheetColumn(metric.denominator.label if metric.denominator else "分母", "#,##0", 16),
        SheetColumn(f"值（{metric.unit}）", shown),
    ]


def _columns(table: RankingTable) -> list[SheetColumn]:
    counts = _counts(table)
    shown = counts[-1].number_format
    return [
        SheetColumn("乡镇街道", width=22),
        SheetColumn("位次", "0", 8),
        SheetColumn("位次区间下限", "0", 12),
        SheetColumn("位次区间上限", "0", 12),
        SheetColumn("梯队", width=12),
        *counts,
        SheetColumn("95%下限", shown),
        SheetColumn("95%上限", shown),
        SheetColumn("列入前三位的概率", "0.0%", 16),
        SheetColumn("列入后三位的概率", "0.0%", 16),
        SheetColumn("可以点名", width=18),
        SheetColumn("上月位次", "0", 10),
        SheetColumn("升降", width=8),
        SheetColumn("类别", width=8),
        SheetColumn("同类位次", "0", 10),
        SheetColumn("同类个数", "0", 10),
        SheetColumn("标记", width=24),
    ]


def _row(table: RankingTable, row: RankingRow) -> list[Cell]:
    one, own = row.figure, row.standing
    return [
        one.area_name,
        row.place,
        one.rank_low,
        one.rank_high,
        tier_name(own.tier) if own else None,
        one.numerator,
        one.denominator,
        one.value,
        one.low,
        one.high,
        own.among_best if own else None,
        own.among_worst if own else None,
        "；".join(one for one in (naming_words(row), batch_words(table, row)) if one),
        row.before,
        moved_words(row) if row.before is not None else None,
        row.kind,
        row.among_peers,
        row.peers,
        "、".join(mark_words(one)),
    ]
