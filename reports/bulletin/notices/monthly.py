"""月度通报: the month of a county, for the committee and the townships."""

from metrics._review import monthly_metrics
from metrics._review_words import month_words, whole
from reports.bulletin.blocks.basis import basis
from reports.bulletin.blocks.overall import overall
from reports.bulletin.kind import Kind

KIND = Kind(
    name="monthly",
    label="诉源治理通报",
    title=lambda told: f"关于{month_words(told)}{whole(told)}诉源治理工作情况的通报",
    metrics=monthly_metrics,
    opening=lambda told: f"现将{month_words(told)}{whole(told)}诉源治理工作情况通报如下。",
    blocks=(basis, overall),
)
