"""Text in a workbook stays text: nothing from data becomes a formula or a link, or spoils the file."""

from typing import Any

TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""Options of every workbook."""


def printable(text: str) -> str:
    """The text without what XML cannot hold: control characters, halves of surrogate pairs, non-characters."""
    return "".join(mark for mark in text if _is_legal(mark))


def _is_legal(mark: str) -> bool:
    return mark in "\t\n" or " " <= mark < "\ud800" or "\ue000" <= mark < "\ufffe" or mark > "\uffff"


def write_text(sheet: Any, down: int, at: int, text: str, style: Any = None) -> None:
    """A cell of text, whatever it begins with."""
    sheet.write_string(down, at, printable(text), style)
