"""What every sheet of a notice's workbook shares: letters, A4, margins, the marking above and the page below."""

from typing import Any

import xlsxwriter

from reports.bulletin.content import Head
from reports.excel_text import printable

LETTERS = "宋体"
SIZE = 10.5
TITLE_SIZE = 14
PORTRAIT = 110
"""So many units of Excel's widths fill an A4 page upright, hardly made smaller."""
FRAME: dict[str, Any] = {"border": 1, "border_color": "#A6A6A6"}
_A4 = 9
_MOST_IN_HEADER = 60


class Paper:
    """Makes sheets that print alike, and formats, each once."""

    def __init__(self, book: xlsxwriter.Workbook, head: Head) -> None:
        self.book, self.head = book, head
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, **look: Any) -> Any:
        """A format; the same look is the same format."""
        key = tuple(sorted(look.items()))
        if key not in self._styles:
            plain = {"font_name": LETTERS, "font_size": SIZE, "valign": "vcenter"}
            self._styles[key] = self.book.add_format({**plain, **look})
        return self._styles[key]

    def title_style(self) -> Any:
        """Of the line that says what a sheet holds."""
        return self.style(bold=True, font_size=TITLE_SIZE, text_wrap=True)

    def small_style(self) -> Any:
        """Of periods, units and notes."""
        return self.style(font_size=9, font_color="#595959", text_wrap=True, valign="top")

    def header_style(self) -> Any:
        """Of the names of columns."""
        return self.style(**FRAME, bold=True, text_wrap=True, align="center", bg_color="#EDF1F3")

    def sheet(self, name: str, *, wide: bool = False) -> Any:
        """A new sheet: A4, as many pages long as it needs, one page wide."""
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(_A4)
        if wide:
            sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        left = _in_header(self.head.secrecy)
        sheet.set_header(f"&L{left}" + ("&R预览稿" if self.head.is_draft else ""))
        sheet.set_footer("&C第 &P 页，共 &N 页")
        sheet.hide_gridlines(2)
        return sheet


def _in_header(text: str) -> str:
    """Excel takes & in a header for an order: its full-width form is none."""
    return " ".join(printable(text).replace("&", "＆").split())[:_MOST_IN_HEADER]
