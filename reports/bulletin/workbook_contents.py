"""目录: the first sheet says what the workbook is, which sheets it has, and where its figures come from."""

from collections.abc import Sequence
from typing import Any

from metrics._period import dates_label
from reports.bulletin.content import Head
from reports.bulletin.workbook_lines import lines, points
from reports.bulletin.workbook_paper import FRAME, Paper
from reports.bulletin.workbook_table import write_across, write_top
from reports.excel_text import printable, write_text

_WIDTHS = (8.0, 28.0, 56.0)
_LINE = 16.0


def write_contents(paper: Paper, name: str, sheets: Sequence[tuple[str, str]]) -> None:
    """`sheets` are names of sheets with what stands on them, in order; each name leads to its sheet."""
    sheet = paper.sheet(name)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    head = paper.head
    write_top(paper, sheet, head.title, _WIDTHS)
    down = _write_facts(paper, sheet, head, 2) + 1
    _write_list(paper, sheet, down, sheets)
    last = down + len(sheets) + 1
    if head.closing:
        write_across(sheet, last + 1, head.closing, _WIDTHS, paper.style(bold=True, text_wrap=True), _LINE)
        last += 1
    sheet.print_area(0, 0, last, len(_WIDTHS) - 1)
    sheet.activate()


def _write_facts(paper: Paper, sheet: Any, head: Head, down: int) -> int:
    """The lines of the document's head that are filled; returns the row after them."""
    told = (
        ("状态", "预览稿，尚未定稿" if head.is_draft else ""),
        ("发文字号", head.number),
        ("发文机关", head.office),
        ("成文日期", dates_label(head.dated, head.dated)),
        ("数据来源", head.source),
    )
    facts = [(name, text) for name, text in told if text]
    wide = sum(_WIDTHS[1:])
    for name, text in facts:
        write_text(sheet, down, 0, name, paper.style(font_size=9, font_color="#595959"))
        sheet.merge_range(down, 1, down, 2, "", paper.style(text_wrap=True))
        write_text(sheet, down, 1, text, paper.style(text_wrap=True))
        sheet.set_row(down, points(lines(text, wide), _LINE))
        down += 1
    return down


def _write_list(paper: Paper, sheet: Any, down: int, sheets: Sequence[tuple[str, str]]) -> None:
    for at, title in enumerate(("序号", "工作表", "内容")):
        write_text(sheet, down, at, title, paper.header_style())
    frame = {**FRAME, "text_wrap": True}
    link = paper.style(**frame, font_color="#1F5C8A", underline=1)
    for number, (name, title) in enumerate(sheets, 1):
        row = down + number
        sheet.write_number(row, 0, number, paper.style(**frame, align="center"))
        sheet.write_url(row, 1, f"internal:'{name}'!A1", link, string=name)
        write_text(sheet, row, 2, title, paper.style(**frame))
        most = max(lines(name, _WIDTHS[1]), lines(printable(title), _WIDTHS[2]))
        sheet.set_row(row, points(most, _LINE))
