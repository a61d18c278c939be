"""修订说明: an issued month whose figures are not what they were, township by township, and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.store.bulletins import Issued
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import dates_label
from metrics._rank_intervals import place_of
from metrics._restatement import Restated, Restatement
from metrics._restatement_causes import RestatedCause, SpanName
from metrics._restatement_words import (
    answer_words,
    cells_words,
    counts_words,
    definition_words,
    difference_text,
    import_words,
    label_words,
    period_words,
    place_words,
    reach_words,
    value_words,
    why_words,
)
from metrics._review import Review
from metrics._review_words import day_words, file_stem, in_county, whole
from reports.bulletin import cells
from reports.bulletin.content import Cell, Column, Head, Notice, Paragraph, Section, Table
from reports.bulletin.head import head_of
from reports.bulletin.kinds import KINDS

KIND = "restatement"
_AREA, _WHY = Column("乡镇街道", 5, "left"), Column("原因", 12, "left")
_CAUSE = Column("案由", 10, "left")
_SIDE = (Column("件数", 4), Column("数值", 4), Column("位次", 3))
_BY = Column("件数差", 3.5, number_format="+#,##0;-#,##0;0")
_TITLES: dict[SpanName, str] = {"to_date": "累计", "month": "当月", "year_before": "上年同期"}


def restatement_of(issued: Issued, told: Review, found: Restatement, dated: date, *, is_draft: bool = True) -> Notice:
    """The notice that says what changed since `issued`; `told` is the month as it was issued, `dated` the
    date that this one bears.

    There may be nothing in it: then it says that nothing is to be restated.
    """
    label = KINDS[issued.kind].label
    name = f"{told.county_name}{dates_label(told.month.start, told.month.end)}{label}"
    return Notice(
        kind=KIND,
        file_stem=file_stem(told, f"{label}修订说明"),
        head=_head(issued, told, label, dated, is_draft=is_draft),
        opening=f"{name}定稿后，有关数据发生变化，现说明如下：",
        sections=tuple(one for one in (_summary(issued, told, found), *_tables(told, found)) if one is not None),
    )


def _head(issued: Issued, told: Review, label: str, dated: date, *, is_draft: bool) -> Head:
    month = dates_label(told.month.start, told.month.end)
    head = head_of(told, f"关于{month}{label}的修订说明", addressee=issued.brief.addressee, is_draft=is_draft)
    return replace(head, period=month, dated=dated, number="", source=f"原通报：{head.source}")


def _summary(issued: Issued, told: Review, found: Restatement) -> Section:
    when = day_words(issued.issued_at.date())
    said = [
        Paragraph(
            f"原通报于{when}定稿（第{issued.revision}次），所用为第{found.old_build}号数据版本；"
            f"本说明按第{found.new_build}号数据版本核对。{in_county(told, answer_words(found))}"
        )
    ]
    if words := definition_words(found):
        said.append(Paragraph(f"{words}。", "口径修改。"))
    if reach := reach_words(found):
        said.append(Paragraph(f"{reach}。", "数据范围。"))
    if imports := import_words(found):
        said.append(Paragraph(f"{'；'.join(imports)}。", "有关导入。"))
    if of_townships := cells_words(found):
        said.append(Paragraph(of_townships, "乡镇街道的案由。"))
    return Section("restatement_summary", "修订情况", tuple(said))


def _tables(told: Review, found: Restatement) -> list[Section | None]:
    return [_section(found, span, whole(told)) for span in found.periods]


def _section(found: Restatement, span: SpanName, county: str) -> Section | None:
    rows = [one for one in found.printed if one.span == span]
    causes = [one for one in found.causes if one.span == span]
    if not rows and not causes:
        return None
    own = [one for one in rows if not one.is_place_only]
    moved = [one for one in rows if one.is_place_only]
    words = f"{period_words(found, span)}（{_TITLES[span]}）"
    metrics = list(dict.fromkeys(one.metric for one in own))
    return Section(
        f"restatement_{span}",
        f"{words}的变化",
        (Paragraph(_moved_words(found, moved), "位次。"),) if moved else (),
        (
            *(_table(found, one, _TITLES[span], words, [row for row in own if row.metric == one]) for one in metrics),
            *([_cause_table(_TITLES[span], words, causes, county)] if causes else ()),
        ),
    )


def _table(found: Restatement, metric: Metric, title: str, words: str, rows: Sequence[Restated]) -> Table:
    side = [_SIDE[at] for at in _kept(metric)]
    columns = [replace(column, title=f"{when}{column.title}") for when in ("原", "现") for column in side]
    unit = f"（数值单位：{metric.unit}）" if metric.denominator is not None else ""
    return Table(
        f"修订-{title}-{metric.label}",
        f"{words}{label_words(found, metric)}原值与现值{unit}",
        (_AREA, *columns, _BY, _WHY),
        tuple(_row(found, metric, one) for one in rows),
        ("“件数差”等于原因所列各项增减之和（注明分母、人口的除外）。",),
    )


def _cause_table(title: str, words: str, causes: Sequence[RestatedCause], county: str) -> Table:
    return Table(
        f"修订-{title}-案由",
        f"{words}{county}按案由分的新收件数原值与现值",
        (_CAUSE, Column("原件数", 4), Column("现件数", 4), _BY),
        tuple(
            (
                Cell(one.line),
                cells.whole(one.old),
                cells.whole(one.new),
                Cell(difference_text(one), one.difference),
            )
            for one in causes
        ),
        ("各案由件数因有关导入、口径修改等而变，不逐项列原因：与乡镇街道的原因对照，可能推知个别情况。",),
    )


def _row(found: Restatement, metric: Metric, one: Restated) -> tuple[Cell, ...]:
    sides = [cell for figure in (one.old, one.new) for cell in _side(figure, metric)]
    by = Cell(difference_text(one), one.difference)
    return (Cell(one.area_name), *sides, by, Cell(why_words(found, one)))


def _side(figure: Figure | None, metric: Metric) -> list[Cell]:
    counts = Cell(counts_words(figure, metric), figure.numerator if figure else None)
    value = Cell(value_words(figure, metric), figure.value if figure else None)
    place = Cell(place_words(figure), place_of(figure) if figure else None)
    return [(counts, value, place)[at] for at in _kept(metric)]


def _kept(metric: Metric) -> list[int]:
    """Which of count, value and place a metric has: a count is its own value, and what is neither good nor bad has no
    place."""
    return [0, *([1] if metric.denominator is not None else []), *([2] if metric.better != "none" else [])]


def _moved_words(found: Restatement, rows: list[Restated]) -> str:
    told = [
        f"{one.area_name}{label_words(found, one.metric)}由{_nth(one.old)}变为{_nth(one.new)}"
        for one in rows
        if one.old is not None and one.new is not None
    ]
    return f"以下乡镇街道的数没有变化，位次因其他乡镇街道的变化而变：{'；'.join(told)}。"


def _nth(figure: Figure) -> str:
    place = place_of(figure)
    return "不编位次" if place is None else f"第{place}位"
