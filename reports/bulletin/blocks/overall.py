"""总体情况: the month, then the year to date, with their weight."""

from metrics import sentence
from metrics._review import Review
from reports.bulletin.content import Paragraph, Section


def overall(told: Review) -> Section:
    """The county's figures."""
    lead = told.metrics[0]
    spans = (told.of_month(lead.name), told.figure(lead.name))
    return Section("overall", "总体情况", tuple(Paragraph(f"{sentence(one, lead)}。") for one in spans))
