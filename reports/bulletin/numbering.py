"""Numbers of headings and attachments as official documents write them; Word and PDF draw the same ones."""

from collections.abc import Sequence

from metrics._numerals import chinese


def first_level(number: int) -> str:
    """一、 before the heading of a section."""
    return f"{chinese(number)}、"


def second_level(number: int) -> str:
    """（一） before a lead within a section."""
    return f"（{chinese(number)}）"


def lead_numbers(leads: Sequence[str]) -> list[str]:
    """The number of each lead of a section; '' for a paragraph without one, and for the only one of its section."""
    if sum(map(bool, leads)) < 2:
        return ["" for _ in leads]
    return [second_level(sum(map(bool, leads[:at]))) if lead else "" for at, lead in enumerate(leads, 1)]


def attachment_name(number: int, of: int) -> str:
    """附件1 above an attachment; the only one has no number."""
    return "附件" if of == 1 else f"附件{number}"


def attachment_list(titles: Sequence[str]) -> list[str]:
    """The lines of 附件说明 without their indents: no full stop after a title, the only one without a number."""
    if len(titles) < 2:
        return list(titles)
    return [f"{number}.{title}" for number, title in enumerate(titles, 1)]


def note_lines(notes: Sequence[str]) -> list[str]:
    """The lines under a table: 注： before the first; several are numbered."""
    if len(notes) < 2:
        return [f"注：{note}" for note in notes]
    return [f"{'注：' if number == 1 else '　　'}{number}.{note}" for number, note in enumerate(notes, 1)]
