"""主要案由与重点领域: the county's causes and what moved; of single townships nothing is told by cause here."""

from metrics._cause_words import cause_lines, field_words, moved_words, top_words
from metrics._review import Review
from reports.bulletin.content import Paragraph, Section


def causes(told: Review) -> Section | None:
    """Nothing where no case is known."""
    if not cause_lines(told) and not told.moved.county.numerator:
        return None
    said = (f"{top_words(told)}{field_words(told)}", moved_words(told))
    return Section("causes", "主要案由与重点领域", tuple(Paragraph(text) for text in said if text))
