"""提示函: a courteous letter to one township that the committee chose: what the figures say, what is asked, by when."""

from dataclasses import replace
from datetime import date

from metrics._letter_words import USE, asked_words, fact_words, opening
from metrics._one_township import OneTownship, one_township
from metrics._review import Review
from metrics._review_words import file_stem, month_words
from reports.bulletin import sheets
from reports.bulletin.content import Notice, Paragraph, Section
from reports.bulletin.head import head_of

KIND = "letter"


def letters_to(told: Review) -> tuple[tuple[str, str], ...]:
    """Code and name of every township that was chosen and is listed."""
    listed = dict(told.townships)
    return tuple((code, listed[code]) for code in dict.fromkeys(told.brief.letters_to) if code in listed)


def letter_stem(told: Review, name: str) -> str:
    """What the files of a township's letter are called."""
    return file_stem(told, f"提示函（{name}）")


def letter_of(told: Review, area_code: str, *, due: date | None = None, is_draft: bool = True) -> Notice:
    """The letter to a township. Without `due` its day is left blank, to be written in.

    The number that was typed is the notice's: an office gives every letter one of its own.
    Raises KeyError for an area that is no listed township.
    """
    one = one_township(told, area_code)
    title = f"关于{one.name}{month_words(told)}诉源治理工作情况的提示函"
    sections = (
        _facts(told, one),
        sheets.figures(one),
        sheets.causes(told, one),
        sheets.overdue(told, one.code),
        _asked(told, one, due),
    )
    return Notice(
        kind=KIND,
        file_stem=letter_stem(told, one.name),
        head=replace(head_of(told, title, addressee=one.name, closing=USE, is_draft=is_draft), number=""),
        opening=opening(told, one),
        sections=tuple(section for section in sections if section is not None),
    )


def _facts(told: Review, one: OneTownship) -> Section:
    return Section("facts", "基本情况", tuple(map(Paragraph, fact_words(told, one))))


def _asked(told: Review, one: OneTownship, due: date | None) -> Section:
    return Section("asked", "商请事项", tuple(map(Paragraph, asked_words(told, one, due))))
