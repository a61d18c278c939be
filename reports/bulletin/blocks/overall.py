"""总体情况: the month, then the year to date, with their weight."""

from metrics._overall_words import month_paragraph, to_date_paragraph
from metrics._review import Review
from metrics._review_words import has_year_part
from reports.bulletin.content import Paragraph, Section


def overall(told: Review) -> Section:
    """In the first month of a year the month is the whole."""
    to_date = Paragraph(to_date_paragraph(told), "累计情况。")
    if not has_year_part(told):
        return Section("overall", "总体情况", (Paragraph(to_date.text),))
    return Section("overall", "总体情况", (Paragraph(month_paragraph(told), "当月情况。"), to_date))
