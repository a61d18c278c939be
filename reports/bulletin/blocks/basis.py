"""口径说明: what is counted and divided by what, what is left out, and how far the figures reach."""

from metrics._review import Review
from metrics._review_words import cutoff_words
from reports.bulletin.content import Paragraph, Section


def basis(told: Review) -> Section:
    """Always said: no figure stands without its definition."""
    lead = told.metrics[0]
    return Section("basis", "口径说明", (Paragraph(f"{lead.label}＝{lead.formula}。{cutoff_words(told)}。"),))
