"""What the documents of a month print, to be held against what they printed before."""

from collections.abc import Iterator

from metrics._review import Review
from metrics._review_basis import reach_basis
from reports.bulletin.bundle import MONTHLY
from reports.bulletin.content import Section
from reports.bulletin.kinds import notice_of
from reports.bulletin.letter import letter_of
from reports.bulletin.sheets import sheets_of


def printed(told: Review) -> tuple[object, ...]:
    """Everything that notice, sheets and letters say, but for the build and how far its ledgers reach: a later import
    moves both, and a month that is over stays what it was. Two reviews of one brief that give the same print the same.
    """
    reach = reach_basis(told)
    return tuple(
        (part.name, [one for one in part.paragraphs if one.text != reach], part.tables, part.charts)
        for part in _sections(told)
    )


def _sections(told: Review) -> Iterator[Section]:
    notice = notice_of(told)
    yield from (*notice.sections, *notice.attachments)
    if told.brief.kind == MONTHLY and told.townships:
        for sheet in sheets_of(told).sheets:
            yield Section("sheet", sheet.answer)
            yield from sheet.sections
        listed = dict(told.townships)
        for code in told.brief.letters_to:
            yield from letter_of(told, code).sections if code in listed else ()
