"""排名 as tables: places with all that must stand beside them, tiers, and those that are listed without a place."""

from collections.abc import Mapping

from metrics import Figure
from metrics._numerals import tier_name
from metrics._rank_words import format_rank_interval
from metrics._ranking_table import RankingRow, RankingTable
from metrics._ranking_words import BATCH_MARK, batch_notes, batch_words, before_words, moved_words, naming_words
from metrics._words import DASH, format_interval, format_value, mark_words
from ui import drill_down, route, sheet
from ui import figure_words as words
from ui.markup import Markup, join, tag


def show(table: RankingTable, filters: dict[str, str], rows: tuple[RankingRow, ...], caption: str) -> None:
    """Some of the ranked townships; a column that nobody has anything in is left out."""
    metric = table.metric
    has_before = table.before.period is not None and table.has_places
    columns = [
        sheet.Column("乡镇街道", "name"),
        sheet.Column("位次", "number", optional=True),
        sheet.Column("梯队", optional=True),
        sheet.Column(metric.numerator.label, "number", metric.numerator.unit),
        sheet.Column(
            metric.denominator.label if metric.denominator else "", "number", words.unit(metric), optional=True
        ),
        sheet.Column("值", "number", metric.unit),
        sheet.Column("95%区间", "number", metric.unit, optional=True),
        sheet.Column("可以点名", unit="概率", optional=True),
        sheet.Column("上月位次", "number", optional=True),
        sheet.Column("升降", "number", optional=True),
        sheet.Column("同类位次", "number", optional=True),
        sheet.Column("标记", "wrap", optional=True),
    ]
    said = _common_marks(table)
    sheet.show(columns, [_row(table, one, filters, said, has_before=has_before) for one in rows], caption=caption)


def _row(
    table: RankingTable, row: RankingRow, filters: dict[str, str], said: tuple[str, ...], *, has_before: bool
) -> sheet.Row:
    figure, metric = row.figure, table.metric
    place = "" if row.place is None else str(row.place)
    with_reach = join([place, tag("span", format_rank_interval(figure), class_="reach")])
    before = (str(row.before or DASH), moved_words(row)) if has_before else ("", "")
    cells: list[object] = [
        _name(table, figure, filters),
        with_reach if figure.rank_low is not None else place,
        tier_name(row.standing.tier) if row.standing else "",
        *_counts(table, figure, filters),
        format_value(figure, metric),
        format_interval(figure, metric) if figure.low is not None else "",
        f"{naming_words(row)}{BATCH_MARK if batch_words(table, row) else ''}",
        *before,
        "" if table.kind or row.among_peers is None else f"{row.kind} {row.among_peers}/{row.peers}",
        "、".join(mark for mark in mark_words(figure) if mark not in said),
    ]
    return sheet.Row(cells)


def _counts(table: RankingTable, figure: Figure, filters: dict[str, str]) -> list[object]:
    """Both counts; they lead to their rows only where those rows are the ones that were counted."""
    if table.is_without_batches:
        return [words.whole(figure.numerator), words.whole(figure.denominator) if table.metric.denominator else ""]
    top = drill_down.count(figure, table.metric, "numerator", filters)
    return [top, drill_down.count(figure, table.metric, "denominator", filters) if table.metric.denominator else ""]


def _name(table: RankingTable, figure: Figure, filters: Mapping[str, str]) -> Markup:
    where = route.address("township", area=figure.area_code, metric=table.metric.name, **filters)
    return sheet.anchor(figure.area_name, where)


def show_tiers(table: RankingTable) -> None:
    """Who cannot be told apart, tier by tier."""
    columns = [
        sheet.Column("梯队"),
        sheet.Column("个数", "number"),
        sheet.Column("乡镇街道", "fill"),
    ]
    rows = [
        sheet.Row([tier_name(at), f"{len(tier):,}", "、".join(one.figure.area_name for one in tier)])
        for at, tier in enumerate(table.tiers, start=1)
    ]
    sheet.show(columns, rows, caption="同一梯队的分不出先后；与队首相比有95%把握更差的，另起一队")


def show_unranked(table: RankingTable, filters: dict[str, str]) -> None:
    """Those without a place, with the reason."""
    metric = table.metric
    columns = [
        sheet.Column("乡镇街道", "name"),
        sheet.Column("不排名的原因", "wrap"),
        sheet.Column(metric.numerator.label, "number", metric.numerator.unit),
        sheet.Column(
            metric.denominator.label if metric.denominator else "", "number", words.unit(metric), optional=True
        ),
        sheet.Column("值", "number", metric.unit),
    ]
    rows = [
        sheet.Row(
            [
                _name(table, one.figure, filters),
                one.reason,
                *_counts(table, one.figure, filters),
                format_value(one.figure, metric),
            ],
            "aside",
        )
        for one in table.unranked
    ]
    sheet.show(columns, rows, caption=f"只列示、不排名：{len(rows):,} 个", fit=True)


def small_print(table: RankingTable) -> list[str]:
    """Under the table: what the columns mean."""
    told = [batch_notes(table)]
    told += [f"{before_words(table.before)}。"] if table.has_places else ["按名册顺序列出，不分先后。"]
    told += [] if table.kind or not table.has_places else ["同类位次：在街道、镇、乡各自中的位次/个数。"]
    marks = _common_marks(table)
    told += [f"所列各乡镇街道：{'、'.join(marks)}。"] if marks else []
    return [one for one in told if one]


def _common_marks(table: RankingTable) -> tuple[str, ...]:
    """Marks of every row, said once under the table."""
    every = [mark_words(one.figure) for one in table.rows]
    return tuple(mark for mark in every[0] if all(mark in one for one in every)) if len(every) > 1 else ()
