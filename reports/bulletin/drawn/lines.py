"""Series over months: this year strong, the year before lighter and dashed; each is named at its end."""

from collections.abc import Iterator, Sequence

from charts.palette import ACCENT, HIGH
from reports.bulletin.content import Line, LinesChart
from reports.bulletin.drawn.paper import FAINT, INK, SOFT, Paper, Point, text_width, wrapped
from reports.bulletin.drawn.scale import Scale, scale

_BEFORE = "#7b878e"
_STRONG = ((ACCENT, ""), (HIGH, "6 2"), (INK, "1.5 2"))
_HEAD, _FOOT = 14.0, 14.0
_SAMPLE = 14.0
_GAP = 5.0
_NAME_PITCH = 11.0
_NOTE_PITCH = 12.0
_SHARE_OF_NAMES = 0.22
"""Names at the ends of lines may take so much of the width; longer ones stand above."""
_SHAPE = 0.36
"""Height over width."""
_SHARES = ("%", "％")
_FAR = 0.6
"""Counts stand on zero; shares that all lie far above it may leave it out."""


def draw(chart: LinesChart, width: float, family: str = "") -> Paper:
    """The chart at a width in points."""
    height, notes = max(96.0, width * _SHAPE), wrapped(chart.note, width)
    paper = Paper(width, height + _NOTE_PITCH * (len(notes) + bool(notes)), chart.title, family)
    values = [value for line in chart.lines for value in line.values if value is not None]
    up = scale(values, height - _FOOT, _HEAD + 4, 4, far=_FAR if chart.unit in _SHARES else 1.0)
    left = max((text_width(text) for _, text in up.marks), default=0.0) + _GAP
    names = max((text_width(line.name) for line in chart.lines), default=0.0) + _SAMPLE + 3 * _GAP
    at_ends = names < _SHARE_OF_NAMES * width
    last = text_width(chart.labels[-1] if chart.labels else "") / 2
    along = Scale(0, max(1, len(chart.labels) - 1), left + 4, width - max(last, names if at_ends else 0.0) - 4, ())
    for value, text in up.marks:
        paper.line(((left, up.at(value)), (along.end + 4, up.at(value))), INK if value == 0 else FAINT)
        paper.text((left - _GAP, up.at(value)), text, "end", SOFT)
    paper.text((0, _HEAD / 2 - 2), f"单位：{chart.unit}", colour=SOFT)
    _labels(paper, chart.labels, along, height)
    for number, text in enumerate(notes):
        paper.text((0, height + _NOTE_PITCH * (number + 1)), text, colour=SOFT)
    looks = list(_looks(chart.lines))
    for line, look in sorted(zip(chart.lines, looks, strict=True), key=lambda pair: not pair[0].is_before):
        _series(paper, line, look, along, up)
    if at_ends:
        _names(paper, chart.lines, looks, along.end + 4 + _GAP, up)
    else:
        _key(paper, chart.lines, looks)
    return paper


def _looks(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Colour and dash of each line; the strong ones differ by dash too."""
    strong = 0
    for line in lines:
        yield (_BEFORE, "2.5 2") if line.is_before else _STRONG[strong % len(_STRONG)]
        strong += not line.is_before


def _labels(paper: Paper, labels: Sequence[str], along: Scale, height: float) -> None:
    """As many labels as fit without touching, the last one always among them."""
    room = (along.end - along.start) / max(1, len(labels) - 1)
    every = max(1, -int(-(max((text_width(one) for one in labels), default=0.0) + 4) // room))
    for number in range(len(labels) - 1, -1, -every):
        paper.text((along.at(number), height - _FOOT / 2 + 1), labels[number], "middle", SOFT)


def _pieces(values: Sequence[float | None]) -> Iterator[list[tuple[int, float]]]:
    """Runs of neighbouring months that have a value."""
    run: list[tuple[int, float]] = []
    for number, value in enumerate(values):
        if value is not None:
            run.append((number, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _series(paper: Paper, line: Line, look: tuple[str, str], along: Scale, up: Scale) -> None:
    colour, dash = look
    for piece in _pieces(line.values):
        points: list[Point] = [(along.at(number), up.at(value)) for number, value in piece]
        if len(points) > 1:
            paper.line(points, colour, 1.1 if line.is_before else 1.8, dash)
        if len(points) == 1 or (not line.is_before and not dash):
            for point in points:
                paper.mark(point, "dot", colour, 1.4)


def _names(paper: Paper, lines: Sequence[Line], looks: Sequence[tuple[str, str]], left: float, up: Scale) -> None:
    """Each name with a piece of its line, at the height where the line ends, moved apart where two would touch."""
    last = [next((value for value in reversed(line.values) if value is not None), None) for line in lines]
    ends = sorted((up.at(value), n) for n, value in enumerate(last) if value is not None)
    lowest = up.start - _NAME_PITCH * (len(ends) - 1)
    below = up.end
    for y, number in ends:
        below = max(below, min(y, lowest))
        _name(paper, lines[number], looks[number], (left, below))
        below, lowest = below + _NAME_PITCH, lowest + _NAME_PITCH


def _key(paper: Paper, lines: Sequence[Line], looks: Sequence[tuple[str, str]]) -> None:
    """Long names stand above, from the right, where they take nothing from the width."""
    right = paper.width
    for line, look in reversed(list(zip(lines, looks, strict=True))):
        right -= text_width(line.name) + _SAMPLE + _GAP
        _name(paper, line, look, (right, _HEAD / 2 - 2))
        right -= 2 * _GAP


def _name(paper: Paper, line: Line, look: tuple[str, str], at: Point) -> None:
    """A piece of the line as it is drawn, then its name."""
    colour, dash = look
    end = at[0] + _SAMPLE
    paper.line((at, (end, at[1])), colour, 1.1 if line.is_before else 1.8, dash)
    paper.text((end + _GAP, at[1]), line.name)
