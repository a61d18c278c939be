"""Workbooks to fill in for ledgers that no system exports: an empty sheet, a filled example, notes, and choices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from data.clean.monthly_totals import COUNT_NAMES
from data.count import Count
from data.ledgers import LEDGERS
from metrics import counts
from reports.template_columns import COUNTS, TEMPLATES, TOWNSHIPS, Ask, Template, Value

EXAMPLE, NOTES, CHOICES = "填写示例", "填写说明", "选项"
"""Sheets beside the one to be filled in; the reader passes them over by these names."""
ROWS = 2000
"""So many rows below the header are prepared: formats, choices and messages."""
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
_WHOLE = "全县"


@dataclass(frozen=True)
class Known:
    """What a county's own data add to a template: its townships in order, and the names of the counts."""

    townships: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()


def count_labels(known: Sequence[Count]) -> tuple[str, ...]:
    """The counts that a summary may tell, as people call them."""
    named = frozenset(COUNT_NAMES.values())
    return tuple(count.label for count in known if count.name in named)


def purposes() -> dict[str, str]:
    """The ledgers that have a template, and what each is for."""
    return {ledger: template.purpose for ledger, template in TEMPLATES.items()}


def county_template(ledger: str, townships: tuple[str, ...]) -> bytes:
    """One template with the county's townships and every count of the program in its lists."""
    return template_workbook(ledger, Known(townships, count_labels(counts())))


def template_workbook(ledger: str, known: Known) -> bytes:
    """One template as xlsx. Raises KeyError for a ledger that has none."""
    template, buffer = TEMPLATES[ledger], BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        looks = _looks(book)
        page = book.add_worksheet(LEDGERS[ledger].label)
        _header(page, template, looks)
        _example(book, template, known, looks)
        _notes(book, template, known, looks)
        ranges = _choices(book, template, known)
        for at, ask in enumerate(template.columns):
            page.data_validation(1, at, ROWS, at, _validation(ask, ranges.get(at)))
    return buffer.getvalue()


def _looks(book: xlsxwriter.Workbook) -> dict[str, Any]:
    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EEF4"}
    return {
        "needed": book.add_format({**head, "bg_color": "#D6E2EE"}),
        "head": book.add_format(head),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "number": book.add_format({"num_format": "0"}),
        "text": book.add_format({"num_format": "@"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _header(page: Any, template: Template, looks: dict[str, Any]) -> None:
    """The header row; a star marks what must be filled in. The columns below have their format up to the last row."""
    for at, ask in enumerate(template.columns):
        page.set_column(at, at, max(12, 2 * len(ask.header) + 4), looks[ask.kind])
        page.write_string(0, at, ask.header + ("*" if ask.is_required else ""), _head(ask, looks))
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _head(ask: Ask, looks: dict[str, Any]) -> Any:
    return looks["needed" if ask.is_required else "head"]


def _example(book: xlsxwriter.Workbook, template: Template, known: Known, looks: dict[str, Any]) -> None:
    page = book.add_worksheet(EXAMPLE)
    _header(page, template, looks)
    first, second = (*known.townships, "甲镇", "乙街道")[:2] if len(known.townships) != 1 else ("甲镇", "乙街道")
    for down, row in enumerate(template.example(first, second), start=1):
        for at, value in enumerate(row):
            _write(page, down, at, value, looks)


def _write(page: Any, down: int, at: int, value: Value | None, looks: dict[str, Any]) -> None:
    if isinstance(value, date):
        page.write_datetime(down, at, value, looks["date"])
    elif isinstance(value, int):
        page.write_number(down, at, value)
    elif value is not None:
        page.write_string(down, at, value)


def _notes(book: xlsxwriter.Workbook, template: Template, known: Known, looks: dict[str, Any]) -> None:
    page = book.add_worksheet(NOTES)
    page.set_column(0, 0, 18)
    page.set_column(1, 1, 10)
    page.set_column(2, 3, 60, looks["wrap"])
    label = LEDGERS[template.ledger].label
    lines = [
        f"{label}：{template.purpose}",
        f"在“{label}”工作表中从第2行填起，带*的列必填；“{EXAMPLE}”“{NOTES}”两个工作表不会被读取。",
        "不要改列名；用不到的列可以空着或删去。填好后在“导入”页原样上传，改正后可以再次上传。",
        *template.notes,
    ]
    for down, line in enumerate(lines):
        page.write_string(down, 0, line)
    top = len(lines) + 1
    for at, header in enumerate(("列", "必填", "怎样填", "可选")):
        page.write_string(top, at, header, looks["head"])
    for down, ask in enumerate(template.columns, start=top + 1):
        cells = (ask.header, "必填" if ask.is_required else "", ask.note, "、".join(_listed(ask, known)))
        for at, text in enumerate(cells):
            page.write_string(down, at, text, looks["wrap"])


def _listed(ask: Ask, known: Known) -> tuple[str, ...]:
    if isinstance(ask.choices, tuple):
        return ask.choices
    return {TOWNSHIPS: known.townships, COUNTS: known.counts}[ask.choices]


def _choices(book: xlsxwriter.Workbook, template: Template, known: Known) -> dict[int, str]:
    """The lists behind the drop-downs on a hidden sheet, and per column the range that holds its own."""
    page = book.add_worksheet(CHOICES)
    page.hide()
    ranges: dict[int, str] = {}
    for at, ask in enumerate(template.columns):
        listed = _listed(ask, known)
        if ask.choices == TOWNSHIPS and template.ledger == "monthly_totals" and listed:
            listed = (_WHOLE, *listed)
        if listed:
            page.write_column(0, at, listed)
            column = xlsxwriter.utility.xl_col_to_name(at, True)
            ranges[at] = f"={CHOICES}!{column}$1:{column}${len(listed)}"
    return ranges


def _validation(ask: Ask, listed: str | None) -> dict[str, Any]:
    """The message shown when a cell is chosen; a list warns of other words and still takes them."""
    shown = {
        "input_title": ask.header[:_LONGEST_TITLE],
        "input_message": (("必填。" if ask.is_required else "") + ask.note)[:_LONGEST_MESSAGE],
        "ignore_blank": True,
    }
    if listed is None:
        return {"validate": "any", **shown}
    words = {"error_title": ask.header[:_LONGEST_TITLE], "error_message": "不在可选项内，确定这样填吗？"}
    return {"validate": "list", "source": listed, "error_type": "warning", **words, **shown}
