"""工作建议: what people typed, else what the facts found ask for."""

from metrics import _hint_words
from metrics._review import Review
from reports.bulletin.content import Paragraph, Section


def advice(told: Review) -> Section | None:
    """One paragraph for each."""
    found = tuple(Paragraph(text) for text in _hint_words.advice(told))
    return Section("advice", "工作建议", found) if found else None
