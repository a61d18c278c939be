"""口径说明 of 涉诉信访通报: what is counted, and how far the ledger tells what concerns a court."""

from metrics._petition_rows import court_words
from metrics._review import Review
from metrics._review_basis import metric_basis, people_basis, reach_basis, told_metrics
from reports.bulletin.content import Paragraph, Section


def petition_basis(told: Review) -> Section:
    """Always said: no figure stands without its definition."""
    parts = (
        ("指标。", "".join(metric_basis(told, one) for one in told_metrics(told))),
        ("涉诉范围。", court_words(told)),
        ("人口。", people_basis(told)),
        ("数据截至。", reach_basis(told)),
    )
    return Section("basis", "口径说明", tuple(Paragraph(text, lead) for lead, text in parts if text))
