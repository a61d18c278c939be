"""原因提示: what people typed, else what the figures point at."""

from metrics._hint_words import hints
from metrics._review import Review
from reports.bulletin.content import Paragraph, Section


def reasons(told: Review) -> Section | None:
    """One paragraph for each."""
    found = tuple(Paragraph(text) for text in hints(told))
    return Section("reasons", "原因提示", found) if found else None
