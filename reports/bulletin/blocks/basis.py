"""口径说明: what is counted and divided by what, what is left out, and how far the figures reach."""

from metrics._review import Review
from metrics._review_basis import (
    breaks_basis,
    exclusions_basis,
    metric_basis,
    people_basis,
    places_basis,
    reach_basis,
    told_metrics,
)
from metrics._target_words import no_targets_words
from reports.bulletin.content import Paragraph, Section


def basis(told: Review) -> Section:
    """Always said: no figure stands without its definition."""
    parts = [("指标。", "".join(metric_basis(told, one) for one in told_metrics(told)))]
    parts += [
        ("人口。", people_basis(told)),
        ("案件归属。", places_basis(told)),
        ("剔除。", exclusions_basis(told)),
        ("可比性。", breaks_basis(told)),
        ("数据截至。", reach_basis(told)),
        ("考核目标。", no_targets_words(told)),
    ]
    return Section("basis", "口径说明", tuple(Paragraph(text, lead) for lead, text in parts if text))
