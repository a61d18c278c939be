"""一镇一单: what one A4 page says about each township. Rows are bounded, so that every township fits its page."""

from metrics._one_township import Line, OneTownship, TownshipCause, counts_of, every_township, township_causes
from metrics._one_township_words import answer, last_month_words
from metrics._review import FILINGS, Review
from metrics._review_words import file_stem, month_words, period_line
from metrics._rounding import half_up_float
from metrics._target_words import target_words, verdict_words
from metrics._targets import Judged, judged, target_year
from metrics._words import format_counts, yardstick
from reports.bulletin import cells, content
from reports.bulletin.content import Cell, Column, LinesChart, Paragraph, Section, Sheet, Sheets, Table
from reports.bulletin.head import head_of

LINES, CAUSES, OVERDUE, TARGETS = 8, 5, 2, 4
"""So many rows at most: the page must hold them all."""
_FIGURE_COLUMNS = (
    Column("指标", 12, "left"),
    Column("本期", 4),
    Column("件数/基数", 6),
    Column("上年同期", 4),
    Column("同比", 6),
    Column("各乡镇合计", 5),
    Column("与合计比", 6, "center"),
)
_CAUSE_COLUMNS = (
    Column("案由", 16, "left"),
    Column("本期（件）", 5, "right", cells.WHOLE),
    Column("上年同期（件）", 6, "right", cells.WHOLE),
    Column("增减（件）", 5, "right", cells.WHOLE),
)
_TARGET_COLUMNS = (
    Column("指标", 12, "left"),
    Column("目标", 12, "left"),
    Column("本期", 5),
    Column("完成情况", 14, "left"),
)
_MARKS = "▲显著高，▽显著低，●无显著差异（95%区间），–不作比较；合计为各乡镇街道合在一起计算。"
_MERGED = "婚姻家庭、继承案由按类合并；不宜公开的小数，及由合计、以前各期可推得小数的，并入其他案由。"


def sheets_of(told: Review, *, is_draft: bool = True) -> Sheets:
    """All listed townships, in the order of the list."""
    head = head_of(told, f"{told.county_name}{month_words(told)}一镇一单", is_draft=is_draft)
    targets = judged(told)
    pages = tuple(_sheet(told, one, targets) for one in every_township(told))
    return Sheets(file_stem(told, "一镇一单"), head, pages)


def _sheet(told: Review, one: OneTownship, targets: tuple[Judged, ...]) -> Sheet:
    parts = (
        figures(one),
        trend(told, one),
        causes(told, one),
        changes(told, one),
        overdue(told, one.code, OVERDUE),
        _targets(one, targets),
    )
    sections = tuple(part for part in parts if part is not None)
    return Sheet(one.code, one.name, f"{one.name}诉源治理情况", period_line(told), answer(told, one.code), sections)


def figures(one: OneTownship) -> Section | None:
    """The core metrics of the year to date, each held against all townships together."""
    rows = tuple(_figure_row(line) for line in one.lines[:LINES])
    table = Table(f"{one.name}指标", "主要指标（年初至今）", _FIGURE_COLUMNS, rows, (_MARKS,))
    return Section("figures", "主要指标", tables=(table,)) if rows else None


def _figure_row(line: Line) -> tuple[Cell, ...]:
    figure, metric = line.figure, line.metric
    together = yardstick(line.county) if line.stands is not None else None
    is_quotient = metric.denominator is not None and figure.value is not None
    return (
        Cell(f"{metric.label}（{metric.unit}）"),
        cells.value(figure, metric),
        Cell(format_counts(figure)) if is_quotient else cells.NOTHING,
        cells.base_value(figure, metric),
        cells.change(figure, metric),
        cells.NOTHING if together is None else Cell(half_up_float(together, metric.decimals), together),
        cells.NOTHING if line.stands is None else Cell(f"{line.stands.symbol} {line.stands.word}"),
    )


def trend(told: Review, one: OneTownship) -> Section | None:
    """New filings of this year beside those of the year before; None where no month is covered."""
    year = target_year(told.to_date)
    labels = tuple(f"{month.period_start.month}月" for month in one.months_before)
    values, before = (counts_of(months) for months in (one.months, one.months_before))
    if all(value is None for value in (*values, *before)):
        return None
    lines = (
        content.Line(f"{year}年", (*values, *[None] * (len(labels) - len(values)))),
        content.Line(f"{year - 1}年", before, is_before=True),
    )
    chart = LinesChart(f"{one.name}走势", "一审民商事新收逐月走势", "件", labels, lines)
    return Section("trend", "逐月走势", charts=(chart,))


def causes(told: Review, one: OneTownship) -> Section | None:
    """The most frequent causes that may stand by themselves, and all others in one row, so that the rows add up."""
    filings = told.figure(FILINGS, one.code)
    if filings.status == "not_covered" or not any((filings.numerator, filings.base_numerator)):
        return None
    rows = tuple(_cause_row(row) for row in township_causes(told, one.code, CAUSES))
    table = Table(f"{one.name}案由", "主要案由（年初至今）", _CAUSE_COLUMNS, rows, (_MERGED,), 1)
    return Section("causes", "主要案由", tables=(table,))


def _cause_row(row: TownshipCause) -> tuple[Cell, ...]:
    by = row.difference
    moved = cells.NOTHING if by is None else Cell(f"{by:+,}" if by else "0", by)
    return Cell(row.name), cells.whole(row.n), cells.whole(row.base_n), moved


def changes(told: Review, one: OneTownship) -> Section | None:
    """Against the month before."""
    words = last_month_words(told, one)
    return Section("changes", "与上月相比", tuple(map(Paragraph, words))) if words else None


def overdue(told: Review, area: str, most: int | None = None) -> Section | None:
    """What should have been done by now, `most` by name; None where nothing is."""
    found = [item for item in told.brief.overdue if item.area_code == area]
    texts = [f"{item.what}。" for item in found[:most]]
    if most is not None and len(found) > most:
        texts.append(f"等共{len(found):,}项。")
    return Section("overdue", "逾期未办", tuple(map(Paragraph, texts))) if texts else None


def _targets(one: OneTownship, found: tuple[Judged, ...]) -> Section | None:
    """The targets set for townships; None where there are none."""
    rows = tuple(_target_row(target) for target in found if target.area_code == one.code)[:TARGETS]
    table = Table(f"{one.name}目标", "目标完成情况", _TARGET_COLUMNS, rows)
    return Section("targets", "目标完成情况", tables=(table,)) if rows else None


def _target_row(one: Judged) -> tuple[Cell, ...]:
    asked = Cell(target_words(one.target, one.metric))
    return Cell(one.metric.label), asked, cells.value(one.figure, one.metric), Cell(verdict_words(one))
