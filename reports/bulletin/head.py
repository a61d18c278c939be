"""The head of every document of a month: what the office decided, beside a title of the document's own."""

from metrics._review import Review
from metrics._review_words import NO_LIMIT, period_line, source_line
from reports.bulletin.content import Head


def head_of(told: Review, title: str, *, addressee: str = "", closing: str = NO_LIMIT, is_draft: bool) -> Head:
    """Office, date, number, secrecy and people as the brief has them; the period and the source of the figures."""
    brief = told.brief
    return Head(
        title=title,
        period=period_line(told),
        addressee=addressee,
        office=brief.office,
        dated=brief.dated,
        number=brief.number,
        secrecy=brief.secrecy,
        signer=brief.signer,
        drafter=brief.drafter,
        contact=brief.contact,
        closing=closing,
        is_draft=is_draft,
        source=source_line(told),
    )
