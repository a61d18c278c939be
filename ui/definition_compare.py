"""Two definitions side by side: whose value and whose place move, as a chart, a table and a workbook."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from charts.side_by_side import Pair, paired_values
from data.definition import Definition
from data.definition_words import differences
from data.refusal import Refused
from metrics import Metric, format_value
from metrics._areas import COUNTY
from metrics._period import dates_label
from metrics._side_by_side import Beside, moved_words
from metrics._words import DASH, format_counts
from ui import address_bar, choose, definition_card, definition_trial, figure_words, plot, prose, sheet, take_away
from ui.definition_change import choice_words, choices
from ui.definition_trial import Tried
from ui.markup import markdown_text
from ui.open_build import OpenBuild

Workbook = Callable[[str, Metric, Sequence[Beside], Sequence[tuple[str, str]]], bytes]
_OTHER = "p:万人起诉率（最高法）"
MOST_ROWS = 40


def show(build: OpenBuild, workbook: Workbook) -> list[str]:
    """Draw the comparison, which `workbook` also writes; returns the answer's sentences."""
    known = choices()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        left, right = _pick("left", "甲口径", "now", known), _pick("right", "乙口径", _OTHER, known)
        metric = choose.metric()
    st.subheader("设置的不同", anchor=False)
    _differences(known[left], known[right])
    try:
        sides = definition_trial.tried(build, known[left]), definition_trial.tried(build, known[right])
    except Refused as refusal:
        prose.note(refusal.sentence)
        return []
    if any(one.period is None for one in sides):
        prose.note("还没有覆盖完整月份的案件台账，不能试算。")
        return []
    rows = definition_trial.beside(metric, *sides)
    _moves(metric, rows, sides, workbook)
    return [f"{_when(sides)}{metric.label}：{moved_words(rows)}", _county_words(metric, rows, sides)]


def _pick(name: str, label: str, default: str, known: dict[str, Definition]) -> str:
    value = address_bar.read(name, default, tuple(known), keep=False, label=label)
    st.selectbox(
        label, list(known), format_func=lambda key: choice_words(key, known), width=330,
        **address_bar.bound(name, value, keep=False),
    )  # fmt: skip
    return value


def _differences(left: Definition, right: Definition) -> None:
    found = differences(left, right)
    if not found:
        prose.note("两种口径的各项设置相同。")
        return
    columns = [sheet.Column("项目", "name"), sheet.Column("甲口径", "fill"), sheet.Column("乙口径", "fill")]
    sheet.show(columns, [sheet.Row(line) for line in found], caption=f"{len(found)} 项不同，其余各项相同")


def _when(sides: tuple[Tried, Tried]) -> str:
    periods = list(dict.fromkeys(dates_label(one.period.start, one.period.end) for one in sides if one.period))
    return " 与 ".join(periods)


def _county_words(metric: Metric, rows: list[Beside], sides: tuple[Tried, Tried]) -> str:
    county = next(one for one in rows if one.area_code == COUNTY)
    told = [
        f"按{side.definition.label}，全县{format_value(figure, metric)}{metric.unit}（{format_counts(figure)}）"
        for side, figure in zip(sides, (county.left, county.right), strict=True)
        if figure is not None
    ]
    return "；".join(told) + "。"


def _places(one: Beside) -> str:
    old, new = (side.rank if side is not None else None for side in (one.left, one.right))
    if old is None and new is None:
        return ""
    return f"{old or DASH} → {new or DASH}" if old != new else f"{old} 不变"


def _moves(metric: Metric, rows: list[Beside], sides: tuple[Tried, Tried], workbook: Workbook) -> None:
    has_places = any(one.places is not None for one in rows)
    st.subheader(markdown_text(f"{metric.label}：各乡镇街道的数值{'与位次' if has_places else ''}"), anchor=False)
    townships = sorted((one for one in rows if one.is_township), key=lambda one: -_value(one))
    names, ranked = [f"{letter}口径" for letter in "甲乙"], _ranked_in_both(metric, sides)
    title = f"{_when(sides)}{metric.label}（{metric.unit}）：两种口径"
    pairs = [
        Pair(one.area_name, *_values(one), _places(one), figure_words.hover(_hover(metric, one, names)))
        for one in townships
        if any(value is not None for value in _values(one)) and (metric.better == "none" or one.area_code in ranked)
    ]
    left, right = st.columns([1, 1], gap="large")
    with left:
        if pairs:
            figure = paired_values(pairs[:MOST_ROWS], title, *names)
            plot.show(figure, key="side_by_side", alt=f"{title}。{moved_words(rows)}", file_name=title)
            right_side = "右侧为位次甲 → 乙；" if has_places else ""
            prose.small_print([f"空心为甲口径，实心为乙口径；{right_side}不参加排名的只列在表中。"])
        else:
            prose.note("两种口径下各乡镇街道都没有数值。")
    with right:
        _table(metric, [*townships, *(one for one in rows if not one.is_township)], has_places=has_places)
    card = [("甲口径", ""), *definition_card.definition_lines(sides[0].definition)]
    card += [("乙口径", ""), *definition_card.definition_lines(sides[1].definition)]
    take_away.workbook_button(title, partial(workbook, title, metric, rows, card))


def _ranked_in_both(metric: Metric, sides: tuple[Tried, Tried]) -> set[str]:
    left, right = (
        {one.area_code for one in side.figures if one.metric == metric.name and one.rank is not None} for side in sides
    )
    return left & right


def _values(one: Beside) -> tuple[float | None, float | None]:
    left, right = (side.value if side is not None else None for side in (one.left, one.right))
    return left, right


def _value(one: Beside) -> float:
    left, right = _values(one)
    return (right if right is not None else left) or 0.0


def _hover(metric: Metric, one: Beside, names: list[str]) -> list[str]:
    told = [
        f"{name}：{format_value(side, metric)}{metric.unit}（{format_counts(side)}）"
        for name, side in zip(names, (one.left, one.right), strict=True)
        if side is not None
    ]
    places = _places(one)
    return [one.area_name, *told, f"位次 {places}" if places else ""]


def _table(metric: Metric, rows: list[Beside], *, has_places: bool) -> None:
    columns = [
        sheet.Column("乡镇街道", "name"),
        sheet.Column("甲", "number", metric.unit),
        sheet.Column("乙", "number", metric.unit),
        sheet.Column("分子 甲 → 乙", "number"),
        sheet.Column("位次 甲 → 乙", "number", optional=True),
    ]
    body = [sheet.Row(_cells(metric, one), "total" if one.area_code == COUNTY else "row") for one in rows]
    order = "" if has_places else "，不是排名"
    sheet.show(columns, body, caption=f"按乙口径的数值从高到低{order}；辖区外、未归属只计件数")


def _cells(metric: Metric, one: Beside) -> list[object]:
    sides = (one.left, one.right)
    values = [DASH if side is None else format_value(side, metric) for side in sides]
    tops = [DASH if side is None else figure_words.whole(side.numerator) for side in sides]
    moved = tops[0] if tops[0] == tops[1] else f"{tops[0]} → {tops[1]}"
    return [one.area_name, *values, moved, _places(one) if one.is_township else ""]
