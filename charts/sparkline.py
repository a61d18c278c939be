"""A line of two years the size of a word, as an SVG picture that needs no script."""

from base64 import b64encode
from collections.abc import Sequence

from charts.palette import ACCENT, HIGH, MUTED

WIDTH, HEIGHT, EDGE = 200, 34, 3


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _place(values: Sequence[float | None]) -> list[tuple[float, float] | None]:
    known = [value for value in values if value is not None]
    top = max(known, default=0.0) or 1.0
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    return [
        None if value is None else (EDGE + i * step, HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * value / top)
        for i, value in enumerate(values)
    ]


def _break_lines(values: Sequence[float | None], breaks: Sequence[float]) -> str:
    if all(value is None for value in values):
        return ""
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    return "".join(
        f'<line x1="{EDGE + at * step:.1f}" x2="{EDGE + at * step:.1f}" y1="0" y2="{HEIGHT}" stroke="{HIGH}" '
        'stroke-width="1.2" stroke-dasharray="3 2" vector-effect="non-scaling-stroke"/>'
        for at in breaks
    )


def sparkline_svg(values: Sequence[float | None], breaks: Sequence[float] = ()) -> str:
    """SVG text: one line from zero, gaps where a month has no value, a dot on the last month.

    `breaks` are places among the months (2.5 is between the third and the fourth) where the series breaks.
    """
    placed = _place(values)
    lines = "".join(
        f'<polyline points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in run)}" fill="none" stroke="{ACCENT}" '
        'stroke-width="1.6" vector-effect="non-scaling-stroke"/>'
        for run in _runs(placed)
    )
    last = next((point for point in reversed(placed) if point is not None), None)
    # A line of no length with round ends stays round however wide the picture is drawn.
    dot = (
        ""
        if last is None
        else f'<path d="M{last[0]:.1f} {last[1]:.1f}h.01" stroke="{ACCENT}" stroke-width="5.4" stroke-linecap="round" '
        'vector-effect="non-scaling-stroke"/>'
    )
    floor = (
        f'<line x1="0" x2="{WIDTH}" y1="{HEIGHT - EDGE}" y2="{HEIGHT - EDGE}" stroke="{MUTED}" stroke-opacity=".5"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">'
        f"{floor}{_break_lines(values, breaks)}{lines}{dot}</svg>"
    )


def sparkline_address(values: Sequence[float | None], breaks: Sequence[float] = ()) -> str:
    """The picture as a data address for an img element."""
    return "data:image/svg+xml;base64," + b64encode(sparkline_svg(values, breaks).encode()).decode()
