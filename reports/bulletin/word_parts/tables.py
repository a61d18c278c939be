"""A table of a document as a Word table; its look is in the styles of the template: 表格, 表头, 表格文字 and so on."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reports.bulletin.content import Cell, Column, Table
from reports.bulletin.word_parts.values import SMALL, clean, xml_text
from reports.bulletin.word_parts.widths import fitted, header_lines

TABLE, HEAD = "表格", "表头"
BODY = {"left": "表格文字", "right": "表格数字", "center": "表格居中"}
_LINE = 1.25
"""Heights of a letter from line to line."""
_CLOSE = '<w:tblCellMar><w:top w:w="8" w:type="dxa"/><w:bottom w:w="8" w:type="dxa"/></w:tblCellMar>'
_SUMS_LINE = '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:tcBorders>'


@dataclass(frozen=True)
class WordTable:
    """What {{p 表.内容 }} of a template prints. `styles` are the ids of the styles above, by name."""

    table: Table
    styles: dict[str, str]
    available: int
    """Twips from margin to margin."""
    character: float
    """Twips of one of its letters."""
    usual: float
    """Those of the style 表格文字, which are not said again."""

    def xml(self) -> Markup:
        """The table as XML, which jinja puts in as it is."""
        widths = fitted(self.table, self.available, self.character)
        look = (
            f'<w:tblStyle w:val="{self.styles[TABLE]}"/><w:tblW w:w="{self.available}" w:type="dxa"/>'
            f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{_CLOSE if self._is_small else ""}'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/><w:tblCaption w:val="{xml_text(clean(self.table.title))}"/>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(at, row, widths) for at, row in enumerate(self.table.rows))
        head = self._head(widths)
        return Markup(f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>")

    @property
    def _is_small(self) -> bool:
        """Its letters are smaller than the style's; then its rows stand closer, too: it turns fewer pages."""
        return self.character < self.usual

    def _head(self, widths: Sequence[int]) -> str:
        cells = [
            self._cell(self._title(column, width), width, HEAD, keeps=True)
            for column, width in zip(self.table.columns, widths, strict=True)
        ]
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def _title(self, column: Column, width: int) -> str:
        return "<w:br/>".join(map(_text, header_lines(column.title, width / self.character)))

    def _row(self, at: int, row: Sequence[Cell], widths: Sequence[int]) -> str:
        count = len(self.table.rows)
        first_sum = count - self.table.totals
        keeps = (at < count - 1 or bool(self.table.notes)) and (count <= SMALL or at >= min(first_sum, count - 1) - 1)
        border = _SUMS_LINE if self.table.totals and at == first_sum and at else ""
        cells = [
            self._cell(_text(cell.text), width, BODY[column.align], border=border, keeps=keeps)
            for cell, column, width in zip(row, self.table.columns, widths, strict=True)
        ]
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _cell(self, inner: str, width: int, style: str, *, border: str = "", keeps: bool = False) -> str:
        keep, line, size = "<w:keepNext/>" if keeps else "", "", ""
        if self._is_small:
            half_points = round(self.character / 10)
            line = f'<w:spacing w:line="{round(self.character * _LINE)}" w:lineRule="exact"/>'
            size = f'<w:rPr><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>'
            f'<w:pStyle w:val="{self.styles[style]}"/>{keep}{line}</w:pPr><w:r>{size}{inner}</w:r></w:p></w:tc>'
        )


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{xml_text(clean(text))}</w:t>'
