"""The two pictures of 排名: places with their 95 % limits, and the funnel."""

from dataclasses import replace
from html import escape

import plotly.graph_objects as go
import streamlit as st

from charts.funnel import BESIDE, FunnelLimits, FunnelPoint, funnel
from charts.ranking import RankedRow, ranked_bars, ranked_dots
from metrics import Figure, Metric, format_value
from metrics._beyond_townships import line_label
from metrics._funnel_curves import Curve
from metrics._funnel_of_ranking import FunnelPicture, funnel_of
from metrics._ranking_table import RankingRow, RankingTable
from metrics._ranking_words import BATCH_MARK, batch_notes, batch_words
from metrics._words import Comparison, format_interval, widened_words, yardstick
from ui import figure_words as words
from ui import plot, prose, route, township_rows
from ui.markup import join, tag

MOST_ROWS = 60
"""Townships drawn at most: the first and the last; the table has them all."""
_SYMBOLS = ("▲ 显著高", "▽ 显著低", "● 无显著差异", "– 数量过小或不作比较；", "超出99.8%界限的才着色。")


def show_places(table: RankingTable, path: str, title: str, filters: dict[str, str]) -> None:
    """Every township in order of places, a click leads to it."""
    clicked = plot.show_and_click(_places(path, title, table), key="ranking_places", alt=title, file_name=title)
    _follow(clicked, table.metric, filters)
    widened = widened_words(table.county.phi)
    lines = f"横线为95%区间{f'，{widened}' if widened else ''}，虚线为各乡镇街道合计。"
    symbols = join([tag("span", one, class_="phrase") for one in _SYMBOLS], "　")
    has_limits = table.metric.interval != "none" and table.metric.denominator is not None
    told = [lines, symbols] if has_limits else ["本指标的数值不计区间，不作高低比较。"]
    note = batch_notes(table)
    prose.small_print([*told, note] if note else told)


def _follow(clicked: str | None, metric: Metric, filters: dict[str, str]) -> None:
    if clicked:
        route.go("township", area=clicked, metric=metric.name, **filters)


@st.cache_resource(max_entries=64, show_spinner=False)
def _places(path: str, title: str, _table: RankingTable) -> go.Figure:
    """The title names period, metric and switches: with the build's path it names the picture."""
    metric, county = _table.metric, _table.county
    rows = [_row(_table, one) for one in _table.rows]
    left_out = max(0, len(rows) - MOST_ROWS)
    half = MOST_ROWS // 2
    shown = [*rows[:half], *rows[-half:]] if left_out else rows
    line = yardstick(county) if metric.denominator is not None else None
    draw = ranked_bars if metric.interval == "none" else ranked_dots
    return draw(shown, title, line, escape(line_label(county, metric)), left_out)


def _row(table: RankingTable, row: RankingRow) -> RankedRow:
    """As on other pages; a township that only a batch put there bears the mark."""
    drawn = township_rows.chart_row(row.figure, table.metric, table.county)
    but = batch_words(table, row)
    if not but:
        return drawn
    return replace(drawn, name=f"{drawn.name}{BATCH_MARK}", words=f"{drawn.words}<br>{escape(but)}")


def show_funnel(table: RankingTable, path: str, title: str, filters: dict[str, str]) -> None:
    """Every township over its size, between the limits of chance."""
    found = funnel_of(table, BESIDE)
    if found is None:
        prose.note("本指标的数值不计区间，不作漏斗图。请看位次图，或换一项万人率、比率指标。")
        return
    clicked = plot.show_and_click(_funnel(path, title, table, found), key="funnel", alt=title, file_name=title)
    _follow(clicked, table.metric, filters)
    far = [one.area_name for one, stands in found.points if stands.may_colour]
    widened = widened_words(table.county.phi)
    names = f"{'、'.join(far[:12])}{f'等{len(far):,}个' if len(far) > 12 else ''}"
    told = f"超出99.8%界限的 {len(far):,} 个：{names}。" if far else "没有乡镇街道超出99.8%界限。"
    prose.small_print(
        [
            told,
            "如果都与参加排名的合计相同，偶然波动有95%落在虚线以内、99.8%落在实线以内。",
            f"规模越小，偶然波动的范围越宽{f'；界限{widened}' if widened else ''}。",
        ]
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _funnel(path: str, title: str, _table: RankingTable, _found: FunnelPicture) -> go.Figure:
    metric = _table.metric
    points = [_point(one, stands, metric) for one, stands in _found.points]
    limits = [_limits("95%界限", "dash", _found.near), _limits("99.8%界限", "solid", _found.far)]
    size = f"{metric.denominator.label}（{metric.denominator.unit}，对数刻度）" if metric.denominator else ""
    name = "参加排名的合计"
    return funnel(points, limits, _found.target, title, target_name=name, size_name=size, unit=metric.unit)


def _limits(name: str, dash: str, both: tuple[Curve, Curve]) -> FunnelLimits:
    lower, upper = ((one.n.tolist(), one.value.tolist()) for one in both)
    return FunnelLimits(name, dash, lower, upper)


def _point(figure: Figure, stands: Comparison, metric: Metric) -> FunnelPoint:
    lines = [
        figure.area_name,
        f"{metric.label} {format_value(figure, metric)}{metric.unit}",
        words.parts(figure, metric),
        f"95%区间 {format_interval(figure, metric)}",
        f"与参加排名的合计比：{stands.symbol} {stands.word}",
    ]
    return FunnelPoint(
        code=figure.area_code,
        name=figure.area_name,
        size=float(figure.denominator or 0),
        value=figure.value or 0.0,
        symbol=stands.symbol,
        is_far=stands.may_colour,
        words=words.hover(lines),
    )
