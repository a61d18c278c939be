"""未达标清单: what documents ask for in the year, how many are there, and who is not, with n and N beside."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

from metrics._review import Review
from metrics._review_words import whole
from metrics._target_words import (
    CHANCE_NOTE,
    GAP_NOTE,
    PACE_NOTE,
    counted_words,
    gap_words,
    pace_words,
    remark,
    short_target,
    signed_gap,
    target_words,
    told_gap,
    value_words,
    verdict_words,
)
from metrics._targets import FAILED, Judged, judged
from metrics._words import format_counts, format_value
from reports.bulletin.cells import text_column
from reports.bulletin.content import Cell, Column, Paragraph, Section, Table

_COLUMNS = (
    text_column("乡镇街道", 6),
    text_column("指标", 7),
    Column("本期值", 4),
    Column("件数/基数", 6),
    Column("目标及文件", 4),
    Column("差距", 4.8),
    text_column("说明", 9),
)
_MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def targets(told: Review) -> Section | None:
    """All targets of the year; None where none is set."""
    return _section(told, judged(told))


def own_targets(told: Review) -> Section | None:
    """Those of the metrics that the notice tells of; None where none is set."""
    names = {one.name for one in told.metrics}
    return _section(told, [one for one in judged(told) if one.metric.name in names])


def _section(told: Review, found: Sequence[Judged]) -> Section | None:
    if not found:
        return None
    by_target = [list(group) for _, group in groupby(found, key=lambda one: one.target)]
    documents = [group[0].target.document for group in by_target]
    paragraphs = [
        _paragraph(told, group, "同上" if document == before else document)
        for group, document, before in zip(by_target, documents, ["", *documents], strict=False)
    ]
    listed = _listed(by_target)
    table = _table(told, listed, by_target) if listed else None
    if table is None:
        paragraphs += [Paragraph(text) for text in (*_remarks(by_target), *_aside(by_target))]
    return Section("targets", "目标完成情况", tuple(paragraphs), (table,) if table else ())


def _paragraph(told: Review, group: Sequence[Judged], document: str) -> Paragraph:
    """What is asked, the share of the days gone by, and how many stand where."""
    first = group[0]
    asked = f"目标为{target_words(first.target, first.metric)}，依据{document}"
    is_known = any(one.value is not None for one in group)
    parts = [asked, pace_words(first) if is_known else ""]
    if first.target.scope == "county":
        parts.append(f"{whole(told)}{_known_words(first)}{_county_words(first)}")
        lead = f"{first.metric.label}（{whole(told)}）。"
    else:
        parts.append(_counted(group))
        lead = f"{first.metric.label}。"
    return Paragraph("。".join(part for part in parts if part) + "。", lead)


def _county_words(one: Judged) -> str:
    gap = gap_words(one)
    return verdict_words(one) if one.verdict not in FAILED else f"{verdict_words(one)}（{gap}）"


def _known_words(one: Judged) -> str:
    """The figure before what is said of it; nothing where there is none."""
    return "" if one.value is None else f"{value_words(one)}，"


def _counted(group: Sequence[Judged]) -> str:
    if all(one.verdict == "no_data" for one in group):
        return f"各乡镇街道均{verdict_words(group[0])}"
    ranked = [one for one in group if not one.is_apart]
    apart = len(group) - len(ranked)
    told = f"{len(ranked):,}个乡镇街道中，{counted_words(ranked)}" if ranked else ""
    more = f"{apart:,}个数量过小或者不参加排位，另列" if apart else ""
    return "；".join(part for part in (told, more) if part)


def _listed(by_target: Sequence[Sequence[Judged]]) -> list[Judged]:
    """Those who missed, target by target, the clearest first, then in the order of the list."""
    return [
        one for group in by_target for verdict in FAILED for one in group if one.verdict == verdict and not one.is_apart
    ]


def _table(told: Review, listed: Sequence[Judged], by_target: Sequence[Sequence[Judged]]) -> Table:
    marks = _marks(listed)
    documents = "文件依据：" + "；".join(f"{mark}{document}" for document, mark in marks.items()) + "。"
    notes = (GAP_NOTE, *_remarks(by_target), documents, *_aside(by_target))
    rows = tuple(_row(told, one, marks[one.target.document]) for one in listed)
    return Table("未达标清单", "未达标清单", _COLUMNS, rows, notes)


def _row(told: Review, one: Judged, mark: str) -> tuple[Cell, ...]:
    name = whole(told) if one.target.scope == "county" else one.figure.area_name
    return (
        Cell(name),
        Cell(one.metric.label),
        Cell(format_value(one.figure, one.metric), one.figure.value),
        Cell(format_counts(one.figure)),
        Cell(f"{short_target(one.target)}{mark}"),
        Cell(signed_gap(one), _number(told_gap(one))),
        Cell(remark(one)),
    )


def _number(exact: Fraction | None) -> float | None:
    return None if exact is None else float(exact)


def _marks(listed: Sequence[Judged]) -> dict[str, str]:
    """A sign for every document, in the order of the table."""
    documents = list(dict.fromkeys(one.target.document for one in listed))
    return {one: _MARKS[at] if at < len(_MARKS) else f"({at + 1})" for at, one in enumerate(documents)}


def _remarks(by_target: Sequence[Sequence[Judged]]) -> list[str]:
    """How to read the words, where they are used."""
    every = [one for group in by_target for one in group]
    has_pace = any(one.pace is not None and one.value is not None for one in every)
    has_chance = any(one.verdict.endswith("_within") for one in every)
    return [text for text, is_used in ((PACE_NOTE, has_pace), (CHANCE_NOTE, has_chance)) if is_used]


def _aside(by_target: Sequence[Sequence[Judged]]) -> list[str]:
    """Those who are not in the list because they are small, not ranked, or without a figure."""
    found = []
    for group in by_target:
        if all(one.verdict == "no_data" for one in group):
            continue
        aside = [one for one in group if one.is_apart or (one.verdict == "no_data" and one.target.scope == "township")]
        told = "；".join(f"{one.figure.area_name}{_known_words(one)}{verdict_words(one)}" for one in aside)
        if told:
            found.append(f"另列（{group[0].metric.label}）：{told}。")
    return found
