"""What the demo county's own documents ask for in a year, and its score sheet: what an office would type in.

Of the townships only settlement is asked. How many suits people file is asked of the county as a whole: an example is
copied, and no township should be given a number of filings to keep to.
"""

from datetime import date
from decimal import Decimal

from data.brief import Direction, Scope, ScoreItem, ScoreSheet, Target
from data.demo.county import COUNTY
from data.score_bands import parse_bands

_ASKED: tuple[tuple[str, Direction, Scope, str, str], ...] = (
    ("litigation_rate", "at_most", "county", "135", "130"),
    ("dispute_resolution_rate", "at_least", "township", "90", "90"),
    ("people_mediation_resolution_rate", "at_least", "township", "95", "95"),
    ("court_mediation_success_rate", "at_least", "township", "48", "50"),
)
"""Metric, direction, scope; the value of the year before and of the year."""

_SCORED = (
    ("dispute_resolution_rate", "35", "<80:15；80-90:25；≥90:35"),
    ("people_mediation_resolution_rate", "25", "<90:10；90-95:18；≥95:25"),
    ("court_mediation_success_rate", "20", "<40:5；40-50:12；≥50:20"),
    ("village_screening_coverage", "20", "<60:5；60-80:12；≥80:20"),
)
"""Metric, weight, bands."""


def targets(last_month: date) -> list[Target]:
    """Those of the year of `last_month` and of the year before, as one after the other was typed in."""
    return [
        Target(metric, year, Decimal(values[at]), direction, scope, _document(year))
        for at, year in enumerate((last_month.year - 1, last_month.year))
        for metric, direction, scope, *values in _ASKED
    ]


def score_sheet(last_month: date) -> ScoreSheet:
    """The score sheet of the year of `last_month`; its weights make 100."""
    items = tuple(ScoreItem(metric, Decimal(weight), parse_bands(bands)) for metric, weight, bands in _SCORED)
    year = last_month.year
    return ScoreSheet(year, f"{COUNTY}{year}年诉源治理考核计分表", f"{_document(year)}附件2", items)


def _document(year: int) -> str:
    return f"《{COUNTY}{year}年诉源治理工作考核办法》（云委政法〔{year}〕3号）"
