"""The charts of a notice as Excel's own: whoever opens the workbook can change them."""

from typing import Any

from charts.palette import ACCENT, HIGH, MUTED, NEUTRAL
from metrics._arithmetic import arms
from metrics._words import HIGH as HIGH_WORD
from metrics._words import LOW as LOW_WORD
from metrics._words import SAME, TOO_FEW
from reports.bulletin.content import BarsChart, Chart, Dot, DotsChart, LinesChart, Mark
from reports.bulletin.workbook_chart_data import Block, ChartData
from reports.bulletin.workbook_numbers import shared_format
from reports.bulletin.workbook_paper import LETTERS, Paper
from reports.excel_text import printable

WIDTH = 900
"""Pixels, as all lengths here."""
_LINES_HEIGHT = 480
_ROW, _AROUND = 21, 170
_HIGH, _LOW, _SAME, _FEW = "#E9B690", "#93C3CF", "#C6D0D5", "#FFFFFF"
"""Paler than on the screen: numbers stand on the bars."""
_COLOURS: dict[Mark, str] = {"high": "橙色", "low": "青色", "same": "灰色", "few": "白色"}
_WORDS: dict[Mark, str] = {"high": HIGH_WORD, "low": LOW_WORD, "same": SAME, "few": TOO_FEW}
_FILLS: dict[Mark, str] = {"high": _HIGH, "low": _LOW, "same": _SAME, "few": _FEW}
_BEFORE = "#A9B4BA"
_COLUMN, _SHEET_ROW = 90, 20
"""Of the cells under a chart."""
_MONTHS_SIDE_BY_SIDE = 12
_OUTLINE = {"color": MUTED, "width": 0.5}
_FONT: dict[str, Any] = {"name": LETTERS, "size": 10, "bold": False}


def write_chart(paper: Paper, name: str, data: ChartData, chart: Chart) -> None:
    """A sheet of its own, so that it prints on one page and none is cut."""
    columns, rows = -(-WIDTH // _COLUMN), -(-height_of(chart) // _SHEET_ROW)
    sheet = paper.sheet(name, wide=height_of(chart) < WIDTH)
    sheet.fit_to_pages(1, 1)
    sheet.set_column_pixels(0, columns - 1, _COLUMN)
    for down in range(rows):
        sheet.set_row_pixels(down, _SHEET_ROW)
    sheet.insert_chart(0, 0, _drawn(paper, data, chart), {"object_position": 2, "description": printable(chart.name)})
    sheet.print_area(0, 0, rows - 1, columns - 1)


def height_of(chart: Chart) -> int:
    """Of the drawn chart: a row for every name, so that all of them can be read."""
    return _LINES_HEIGHT if isinstance(chart, LinesChart) else _AROUND + _ROW * len(names_of(chart))


def names_of(chart: Chart) -> tuple[str, ...]:
    """What the chart has on its axis of names; empty where there is nothing to draw."""
    if isinstance(chart, LinesChart):
        return chart.labels if chart.lines else ()
    return tuple(one.name for one in (chart.dots if isinstance(chart, DotsChart) else chart.bars))


def _drawn(paper: Paper, data: ChartData, chart: Chart) -> Any:
    if isinstance(chart, DotsChart):
        return _dots(paper, data, chart)
    return _lines(paper, data, chart) if isinstance(chart, LinesChart) else _bars(paper, data, chart)


def _dots(paper: Paper, data: ChartData, chart: DotsChart) -> Any:
    """Bars from zero with their limits; all townships together as a line from top to bottom."""
    headers = ("名称", "数值", "95%下限", "95%上限", "下限至数值", "数值至上限", "虚线", "比较")
    rows = [(one.name, one.value, one.low, one.high, *_arms(one), chart.line, _WORDS[one.mark]) for one in chart.dots]
    number_format = shared_format([one.text for one in chart.dots])
    block = data.block(chart.title, _explained(chart), headers, rows, number_format)
    figure = paper.book.add_chart({"type": "bar"})
    limits: dict[str, Any] = {
        "type": "custom",
        "plus_values": block.range(5),
        "minus_values": block.range(4),
        "line": {"color": "#404040", "width": 1},
    }
    _add_bars(figure, block, number_format, [_FILLS[one.mark] for one in chart.dots], "inside_base", limits)
    # Axes are scaled by bars, not by error bars: unseen bars up to the upper limits make room for them.
    _add_unseen(figure, block, 3)
    if chart.line is not None:
        line = {"color": "#404040", "width": 1.25, "dash_type": "dash"}
        trend = {"type": "linear", "name": printable(chart.line_text), "forward": 0.5, "backward": 0.5, "line": line}
        _add_unseen(figure, block, 6, trendline=trend)
    figure.set_legend({"none": True})
    return _named(figure, block, height_of(chart), is_lying=True)


def _explained(chart: DotsChart) -> str:
    """The axis says the unit, and what line, limits and colours mean: not every program draws the legend of a line."""
    marks = {one.mark for one in chart.dots}
    told = [
        chart.unit,
        f"虚线：{chart.line_text}" if chart.line is not None else "",
        "横线：95%区间" if any(one.low is not None for one in chart.dots) else "",
        "、".join(f"{colour}{_WORDS[mark]}" for mark, colour in _COLOURS.items() if mark in marks),
    ]
    return "；".join(part for part in told if part)


def _arms(one: Dot) -> tuple[float | None, float | None]:
    """Lengths of the error bars; None where there are no limits."""
    if one.low is None or one.high is None:
        return None, None
    below, above = arms(one.value, one.low, one.high)
    return float(below), float(above)


def _bars(paper: Paper, data: ChartData, chart: BarsChart) -> Any:
    number_format = shared_format([one.text for one in chart.bars])
    rows = [(one.name, one.value) for one in chart.bars]
    block = data.block(chart.title, chart.unit, ("名称", "数值"), rows, number_format)
    figure = paper.book.add_chart({"type": "bar"})
    fills = [_HIGH if one.value > 0 else _LOW for one in chart.bars]
    if min((one.value for one in chart.bars), default=0) >= 0:
        fills = [_SAME] * len(fills)
    _add_bars(figure, block, number_format, fills, "outside_end", None)
    figure.set_legend({"none": True})
    return _named(figure, block, height_of(chart), is_lying=True)


def _add_bars(
    figure: Any, block: Block, number_format: str, fills: list[str], labels_at: str, limits: dict[str, Any] | None
) -> None:
    series = {
        "name": block.header(1),
        "categories": block.column(0),
        "values": block.column(1),
        "points": [{"fill": {"color": fill}, "border": _OUTLINE} for fill in fills],
        "fill": {"color": _SAME},
        "border": _OUTLINE,
        "gap": 45,
        "overlap": 100,
        # On paper of their own, for limits may begin where the numbers stand.
        "data_labels": {
            "value": True,
            "position": labels_at,
            "num_format": number_format,
            "font": _FONT,
            "fill": {"color": "#FFFFFF"},
        },
    }
    figure.add_series({**series, "y_error_bars": limits} if limits else series)


def _add_unseen(figure: Any, block: Block, at: int, **more: Any) -> None:
    names = {"name": block.header(at), "categories": block.column(0), "values": block.column(at)}
    figure.add_series({**names, "fill": {"none": True}, "border": {"none": True}, **more})


def _lines(paper: Paper, data: ChartData, chart: LinesChart) -> Any:
    columns = [chart.labels, *(one.values for one in chart.lines)]
    rows = list(zip(*columns, strict=True))
    block = data.block(chart.title, chart.unit, ("月份", *(one.name for one in chart.lines)), rows, "#,##0.##")
    figure = paper.book.add_chart({"type": "line"})
    colours = iter((ACCENT, HIGH, NEUTRAL, MUTED) * len(chart.lines))
    for at, one in enumerate(chart.lines, 1):
        colour = _BEFORE if one.is_before else next(colours)
        line = {"color": colour, "width": 1.5 if one.is_before else 2.25}
        marker = {"type": "circle", "size": 4, "fill": {"color": colour}, "border": {"color": colour}}
        figure.add_series(
            {
                "name": block.header(at),
                "categories": block.column(0),
                "values": block.column(at),
                "line": {**line, "dash_type": "dash"} if one.is_before else line,
                "marker": {"type": "none"} if one.is_before else marker,
            }
        )
    figure.set_legend({"position": "bottom", "font": _FONT})
    return _named(figure, block, _LINES_HEIGHT, turned=len(chart.labels) > _MONTHS_SIDE_BY_SIDE, below=chart.note)


def _named(
    figure: Any, block: Block, height: int, *, is_lying: bool = False, turned: bool = False, below: str = ""
) -> Any:
    """Titles from cells; names of a lying chart run from above and stand left of negative bars."""
    figure.set_title({"name": block.title, "name_font": {**_FONT, "size": 12, "bold": True}, "overlay": False})
    grid = {"visible": True, "line": {"color": "#DDE2E5", "width": 0.5}}
    values: dict[str, Any] = {"name": block.unit, "name_font": _FONT, "num_font": _FONT, "major_gridlines": grid}
    names: dict[str, Any] = {"num_font": _FONT, "label_position": "low", "line": {"color": MUTED}}
    if is_lying:
        figure.set_y_axis({**names, "reverse": True, "crossing": "max", "interval_unit": 1})
        figure.set_x_axis(values)
    else:
        note = {"name": printable(below), "name_font": _FONT} if below else {}
        figure.set_x_axis({**names, **note, **({"num_font": {**_FONT, "rotation": -45}} if turned else {})})
        figure.set_y_axis({**values, "name_font": {**_FONT, "rotation": 360}})
    figure.set_size({"width": WIDTH, "height": height})
    return figure
