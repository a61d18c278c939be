"""A table of a document as a Word table; its look is in the styles of the template: 表格, 表头, 表格文字 and so on."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from reports.bulletin.content import Cell, Column, Table
from reports.bulletin.word_parts.values import SMALL, clean, xml_text
from reports.bulletin.word_parts.widths import fitted, header_lines

TABLE, HEAD = "表格", "表头"
BODY = {"left": "表格文字", "right": "表格数字", "center": "表格居中"}
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
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/><w:tblCaption w:val="{xml_text(clean(self.table.title))}"/>'
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(at, row, widths) for at, row in enumerate(self.table.rows))
        head = self._head(widths)
        return Markup(f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>")

    def _head(self, widths: Sequence[int]) -> str:
        cells = [
            _cell(self._run(self._title(column, width)), width, self.styles[HEAD], keeps=True)
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
            _cell(self._run(_text(cell.text)), width, self.styles[BODY[column.align]], border=border, keeps=keeps)
            for cell, column, width in zip(row, self.table.columns, widths, strict=True)
        ]
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _run(self, inner: str) -> str:
        half_points = round(self.character / 10)
        size = f'<w:rPr><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        return f"<w:r>{size if self.character < self.usual else ''}{inner}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{xml_text(clean(text))}</w:t>'


def _cell(run: str, width: int, style: str, *, border: str = "", keeps: bool = False) -> str:
    keep = "<w:keepNext/>" if keeps else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>{run}</w:p></w:tc>'
    )
