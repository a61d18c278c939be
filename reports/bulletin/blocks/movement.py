"""升降与同比: places against last month, filings against last year, and falls that are no reason for praise."""

from metrics._doubtful_falls import caution_paragraph
from metrics._movement_words import change_paragraph, place_words
from metrics._review import Review
from reports.bulletin.content import Paragraph, Section


def movement(told: Review) -> Section | None:
    """Nothing is compared where one township alone is listed."""
    if len(told.townships) < 2:
        return None
    parts = (
        ("位次升降。", "".join(dict.fromkeys(place_words(told, one) for one in told.ranked))),
        ("同比变化。", change_paragraph(told)),
        ("需要核实的情况。", caution_paragraph(told)),
    )
    paragraphs = tuple(Paragraph(text, lead) for lead, text in parts if text)
    return Section("movement", "升降与同比", paragraphs) if paragraphs else None
