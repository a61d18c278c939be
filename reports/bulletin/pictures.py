"""The charts of the documents: as SVG for the PDF, as PNG for Word. No browser takes part.

A picture holds no title: the document prints it beside the picture. Drawn for the width it is given, nothing on it is
smaller than 8 pt.
"""

from pathlib import Path

import typst

from reports.bulletin.content import BarsChart, Chart, DotsChart
from reports.bulletin.drawn import bars, dots, lines
from reports.bulletin.drawn.paper import POINTS_PER_CM
from reports.bulletin.fonts import found

_PAGE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'


def svg(chart: Chart, width_cm: float, family: str = "") -> bytes:
    """The chart as SVG with its text as text; `family` is a face to be taken before the usual ones."""
    width = width_cm * POINTS_PER_CM
    if isinstance(chart, DotsChart):
        return dots.draw(chart, width, family).svg()
    if isinstance(chart, BarsChart):
        return bars.draw(chart, width, family).svg()
    return lines.draw(chart, width, family).svg()


def png(chart: Chart, width_cm: float, ppi: float = 220, fonts: Path | None = None) -> bytes:
    """The chart as PNG. Raises Refused (no_chinese_font) where no installed face has Chinese letters."""
    faces = found(fonts)
    picture = svg(chart, width_cm, faces.sans).decode()
    return typst.compile(_PAGE, format="png", ppi=ppi, sys_inputs={"svg": picture}, font_paths=faces.all)
