"""一镇一单: what one A4 page says about each township. Rows are bounded, so that every township fits its page."""

from metrics import format_value
from metrics._one_township import Line, OneTownship, every_township
from metrics._one_township_words import answer, last_month_words
from metrics._review import Review
from metrics._review_words import NO_LIMIT, file_stem, month_words, period_line, source_line
from metrics._rounding import half_up_float
from metrics._what_moved import by_cause, is_merged
from metrics._words import DASH, format_base_value, format_change, format_counts, yardstick
from reports.bulletin import content
from reports.bulletin.content import Cell, Column, Head, LinesChart, Paragraph, Section, Sheet, Sheets, Table

CAUSES, OVERDUE, LINES = 5, 3, 8
"""So many rows at most; the page must hold them all."""
_FIGURE_COLUMNS = (
    Column("指标", 13, "left"),
    Column("本期", 5, "right", "#,##0.00"),
    Column("件数", 7, "right"),
    Column("上年同期", 5, "right"),
    Column("同比", 7, "right"),
    Column("各乡镇合计", 5, "right"),
    Column("与合计比", 6, "center"),
)
_CAUSE_COLUMNS = (
    Column("案由", 14, "left"),
    Column("本期（件）", 5, "right", "#,##0"),
    Column("上年同期（件）", 6, "right", "#,##0"),
    Column("增减（件）", 5, "right", "#,##0"),
)


def sheets_of(told: Review, *, is_draft: bool = True) -> Sheets:
    """All listed townships, in the order of the list."""
    brief = told.brief
    head = Head(
        title=f"{told.county_name}{month_words(told)}一镇一单",
        period=period_line(told),
        addressee="",
        office=brief.office,
        dated=brief.dated,
        number=brief.number,
        secrecy=brief.secrecy,
        signer=brief.signer,
        drafter=brief.drafter,
        contact=brief.contact,
        closing=NO_LIMIT,
        is_draft=is_draft,
        source=source_line(told),
    )
    return Sheets(file_stem(told, "一镇一单"), head, tuple(_sheet(told, one) for one in every_township(told)))


def _sheet(told: Review, one: OneTownship) -> Sheet:
    parts = (
        _figures(one),
        _trend(told, one),
        _causes(told, one),
        _changes(told, one),
        _overdue(told, one),
    )
    sections = tuple(part for part in parts if part is not None)
    title = f"{one.name}诉源治理情况"
    return Sheet(one.code, one.name, title, period_line(told), answer(told, one.code), sections)


def _figures(one: OneTownship) -> Section:
    rows = tuple(_figure_row(line) for line in one.lines[:LINES])
    note = "▲显著高、▽显著低、●无显著差异（95%区间），–不作比较；“各乡镇合计”为各乡镇街道合在一起的数值。"
    table = Table(f"{one.name}指标", "主要指标（年初至今）", _FIGURE_COLUMNS, rows, (note,) if rows else ())
    return Section("figures", "主要指标", tables=(table,))


def _figure_row(line: Line) -> tuple[Cell, ...]:
    figure, metric = line.figure, line.metric
    together = yardstick(line.county) if line.stands is not None else None
    return (
        Cell(f"{metric.label}（{metric.unit}）"),
        Cell(format_value(figure, metric), figure.value),
        Cell(format_counts(figure) if metric.denominator is not None and figure.value is not None else DASH),
        Cell(format_base_value(figure, metric), figure.base_value),
        Cell(format_change(figure), figure.change),
        Cell(DASH if together is None else half_up_float(together, metric.decimals), together),
        Cell(DASH if line.stands is None else f"{line.stands.symbol} {line.stands.word}"),
    )


def _trend(told: Review, one: OneTownship) -> Section:
    year = told.to_date.end.year
    labels = tuple(f"{month.period_start.month}月" for month in one.months_before)
    values = [month.value for month in one.months]
    lines = (
        content.Line(f"{year}年", tuple(values + [None] * (len(labels) - len(values)))),
        content.Line(f"{year - 1}年", tuple(month.value for month in one.months_before), is_before=True),
    )
    chart = LinesChart(f"{one.name}走势", "一审民商事新收逐月走势", "件", labels, lines)
    return Section("trend", "逐月走势", charts=(chart,))


def _causes(told: Review, one: OneTownship) -> Section:
    split = by_cause(told.moved, one.code)
    parts = sorted((part for part in split.parts if not is_merged(part.code)), key=lambda part: (-part.n, part.name))
    rows = [_cause_row(part.name, part.n, part.base_n, part.difference) for part in parts[:CAUSES]]
    table = Table(f"{one.name}案由", "主要案由（年初至今）", _CAUSE_COLUMNS, tuple(rows))
    return Section("causes", "主要案由", tables=(table,))


def _cause_row(name: str, n: int, base_n: int, by: int) -> tuple[Cell, ...]:
    return Cell(name), Cell(f"{n:,}", n), Cell(f"{base_n:,}", base_n), Cell(f"{by:+,}" if by else "0", by)


def _changes(told: Review, one: OneTownship) -> Section | None:
    words = last_month_words(told, one)
    return Section("changes", "较上月变化", tuple(map(Paragraph, words))) if words else None


def _overdue(told: Review, one: OneTownship) -> Section:
    found = [item for item in told.brief.overdue if item.area_code == one.code]
    texts = [f"{item.what}{f'（{item.due_on}到期）' if item.due_on else ''}。" for item in found[:OVERDUE]]
    if len(found) > OVERDUE:
        texts.append(f"另有{len(found) - OVERDUE:,}项，见预警与闭环台账。")
    return Section("overdue", "逾期事项", tuple(map(Paragraph, texts or ["无逾期事项。"])))
