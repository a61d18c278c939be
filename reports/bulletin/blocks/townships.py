"""各乡镇街道情况: who may be named first and last, tiers, and who is not ranked."""

from metrics._review import Review
from metrics._standing_words import one_only, standing_paragraphs
from reports.bulletin.content import Paragraph, Section


def townships(told: Review) -> Section | None:
    """One paragraph for every metric that has places."""
    if not told.townships:
        return None
    if len(told.townships) == 1:
        return Section("townships", "各乡镇街道情况", (Paragraph(one_only(told)),))
    paragraphs = tuple(Paragraph("".join(standing_paragraphs(told, one)), f"{one.label}。") for one in told.ranked)
    return Section("townships", "各乡镇街道情况", paragraphs) if paragraphs else None
