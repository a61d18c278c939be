"""A chart as a picture in Word, with its title for those who cannot see it."""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu
from lxml import etree
from markupsafe import Markup

from reports.bulletin.content import Chart
from reports.bulletin.pictures import png
from reports.bulletin.word_parts.values import clean

_EMU_PER_CM = 360_000
_SIZE = slice(16, 24)
"""Where a PNG says its width and height."""


@dataclass(frozen=True)
class WordPicture:
    """What {{ 图.图片 }} of a template prints, at most `width` × `height` centimetres."""

    chart: Chart
    part: Any
    """The part of the Word file that will hold the picture."""
    width: float
    height: float
    fonts: Path | None = None

    def xml(self) -> Markup:
        """A run with the picture as XML, which jinja puts in as it is, in the middle of a run."""
        raw = png(self.chart, self.width, fonts=self.fonts)
        across, down = struct.unpack(">II", raw[_SIZE])
        width = min(self.width, self.height * across / down) * _EMU_PER_CM
        size = Emu(round(width)), Emu(round(width * down / across))
        inline = CT_Inline.new_pic_inline(0, self._placed(raw), clean(self.chart.name), *size)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")
        inline.docPr.set("descr", clean(f"{self.chart.title}（{self.chart.unit}）"))
        drawing = etree.tostring(inline, encoding="unicode").replace("{", "&#123;").replace("}", "&#125;")
        return Markup(f"</w:t></w:r><w:r><w:drawing>{drawing}</w:drawing></w:r><w:r><w:t>")

    def _placed(self, raw: bytes) -> str:
        """The picture as a part of the file: its relation's id.

        python-docx would look through all pictures for one with the same bytes, and for a free name and number: with
        1,500 townships that takes longer than everything else.
        """
        name = f"chart{len(self.part.rels) + 1}"
        picture = ImagePart(PackURI(f"/word/media/{name}.png"), CONTENT_TYPE.PNG, raw)
        self.part.load_rel(RELATIONSHIP_TYPE.IMAGE, picture, name)
        return name
