"""Townships one below the other with their 95 % limits (a caterpillar), against all townships together."""

from dataclasses import dataclass, replace

from charts.palette import ACCENT, HIGH
from metrics._words import HIGH as HIGH_WORD
from metrics._words import LOW as LOW_WORD
from metrics._words import SAME, TOO_FEW
from reports.bulletin.content import Dot, DotsChart, Mark
from reports.bulletin.drawn.paper import FAINT, INK, SOFT, Paper, Symbol, shortened, text_width
from reports.bulletin.drawn.scale import Scale, scale

GREY = "#6b7880"
LOOKS: dict[Mark, tuple[Symbol, str, str]] = {
    "high": ("up", HIGH, HIGH_WORD),
    "same": ("dot", GREY, SAME),
    "low": ("down", ACCENT, LOW_WORD),
    "few": ("ring", GREY, TOO_FEW),
}
"""Shape, colour and word of each mark; the shapes stay apart in black and white."""
LONGEST_COLUMN = 36
"""More rows than this stand in two columns side by side, so that the letters need not shrink."""
_NARROWEST = 200.0
_HEAD, _AXIS, _KEY = 16.0, 14.0, 15.0
_NAMES = 100.0
_GAP = 8.0
_BETWEEN = 18.0
_SHAPE = 14.0
_FAR = 0.3
_REACH = 1.5
"""Whiskers are cut (with an arrow) at so many times the largest value: one tiny township must not squeeze the rest."""


@dataclass(frozen=True)
class _Panel:
    """One column of rows: its dots and its left and right end."""

    dots: tuple[Dot, ...]
    left: float
    right: float


def pitch(rows: int) -> float:
    """Points from row to row: roomy for a few, close for many."""
    return 18.0 if rows <= 12 else 15.0 if rows <= 25 else 12.5


def draw(chart: DotsChart, width: float, family: str = "") -> Paper:
    """The chart at a width in points; its height follows from the rows."""
    columns = max(1, min(-(-len(chart.dots) // LONGEST_COLUMN), int(width // _NARROWEST)))
    rows = max(1, -(-len(chart.dots) // columns))
    key = _key(chart, width)
    top = _HEAD + rows * pitch(rows) + _AXIS
    paper = Paper(width, top + _KEY * (1 + max((line for _, line, _, _ in key), default=0)), chart.title, family)
    each = (width - _BETWEEN * (columns - 1)) / columns
    limit = _limit(chart)
    for number in range(columns):
        left = number * (each + _BETWEEN)
        _panel(paper, chart, _Panel(chart.dots[number * rows : (number + 1) * rows], left, left + each), rows, limit)
    _draw_key(paper, key, top)
    return paper


def _limit(chart: DotsChart) -> float:
    highest = max([dot.value for dot in chart.dots] + ([] if chart.line is None else [chart.line]), default=1.0)
    return highest * _REACH if highest > 0 else float("inf")


def _panel(paper: Paper, chart: DotsChart, panel: _Panel, rows: int, limit: float) -> None:
    names = min(_NAMES, max((text_width(dot.name) for dot in chart.dots), default=0.0)) + _GAP
    texts = max([text_width(dot.text) for dot in chart.dots] + [text_width(chart.unit)]) + _GAP
    ends = [end for dot in chart.dots for end in (dot.low, dot.value, dot.high) if end is not None]
    held = [min(end, limit) for end in ends] + ([] if chart.line is None else [chart.line])
    on = scale(held, panel.left + names, panel.right - texts, 5, far=_FAR)
    on = replace(on, start=on.start + 3, end=on.end - 4)
    step = pitch(rows)
    bottom = _HEAD + rows * step
    _ground(paper, on, bottom)
    _line_of_all(paper, chart, on, bottom)
    paper.text((panel.right, _HEAD / 2), chart.unit, "end", SOFT)
    for number, dot in enumerate(panel.dots):
        y = _HEAD + (number + 0.5) * step
        paper.text((panel.left, y), shortened(dot.name, _NAMES), bold=dot.mark in ("high", "low"))
        _whisker(paper, dot, on, y, limit)
        paper.mark((on.at(dot.value), y), *LOOKS[dot.mark][:2])
        paper.text((panel.right, y), dot.text, "end", bold=dot.mark in ("high", "low"))


def _ground(paper: Paper, on: Scale, bottom: float) -> None:
    for value, text in on.marks:
        paper.line(((on.at(value), _HEAD), (on.at(value), bottom)))
        paper.text((on.at(value), bottom + _AXIS / 2), text, "middle", SOFT)


def _line_of_all(paper: Paper, chart: DotsChart, on: Scale, bottom: float) -> None:
    if chart.line is None:
        return
    x = on.at(chart.line)
    paper.line(((x, _HEAD - 2), (x, bottom)), INK, 0.9, "3 2")
    half = text_width(chart.line_text) / 2
    middle = min(max(x, on.start - 3 + half), on.end + 4 - half)
    paper.text((middle, _HEAD / 2 - 1), chart.line_text, "middle")


def _whisker(paper: Paper, dot: Dot, on: Scale, y: float, limit: float) -> None:
    if dot.low is None or dot.high is None:
        return
    left, right = on.at(dot.low), on.at(min(dot.high, limit))
    paper.line(((left, y), (right, y)), GREY, 1.0)
    paper.line(((left, y - 2), (left, y + 2)), GREY, 1.0)
    if dot.high > limit:
        paper.line(((right - 2.5, y - 2.5), (right, y), (right - 2.5, y + 2.5)), GREY, 1.0)
    else:
        paper.line(((right, y - 2), (right, y + 2)), GREY, 1.0)


def _key(chart: DotsChart, width: float) -> list[tuple[float, int, Mark | None, str]]:
    """What the shapes mean (None: the line through them), for those that occur: left end, line, mark, word."""
    words: list[tuple[Mark | None, str]] = [
        (mark, look[2]) for mark, look in LOOKS.items() if any(dot.mark == mark for dot in chart.dots)
    ]
    if any(dot.low is not None for dot in chart.dots):
        words.append((None, "95%区间"))
    placed, x, line = [], 0.0, 0
    for mark, word in words:
        room = _SHAPE + text_width(word)
        if x + room > width:
            x, line = 0.0, line + 1
        placed.append((x, line, mark, word))
        x += room + 10
    return placed


def _draw_key(paper: Paper, key: list[tuple[float, int, Mark | None, str]], top: float) -> None:
    paper.line(((0, top), (paper.width, top)), FAINT)
    for x, line, mark, word in key:
        y = top + (line + 0.5) * _KEY + 1
        if mark is None:
            paper.line(((x, y), (x + _SHAPE - 4, y)), GREY, 1.0)
        else:
            paper.mark((x + 6, y), *LOOKS[mark][:2])
        paper.text((x + _SHAPE, y), word, colour=SOFT)
