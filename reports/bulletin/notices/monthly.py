"""月度通报: the month of a county, for the committee and the townships."""

from metrics._review import monthly_metrics
from metrics._review_words import month_words, whole
from reports.bulletin.blocks.advice import advice
from reports.bulletin.blocks.basis import basis
from reports.bulletin.blocks.cause_table import cause_table
from reports.bulletin.blocks.causes import causes
from reports.bulletin.blocks.charts import cases_charts, places_chart
from reports.bulletin.blocks.definition_tables import definitions
from reports.bulletin.blocks.movement import movement
from reports.bulletin.blocks.overall import overall
from reports.bulletin.blocks.peers_table import peers_table
from reports.bulletin.blocks.places_tables import places_tables
from reports.bulletin.blocks.reasons import reasons
from reports.bulletin.blocks.reconciliation import reconciliation
from reports.bulletin.blocks.score_sheet import score_sheet
from reports.bulletin.blocks.targets import targets
from reports.bulletin.blocks.townships import townships
from reports.bulletin.kind import Kind

KIND = Kind(
    name="monthly",
    label="诉源治理通报",
    title=lambda told: f"关于{month_words(told)}{whole(told)}诉源治理工作情况的通报",
    metrics=monthly_metrics,
    opening=lambda told: f"现将{month_words(told)}{whole(told)}诉源治理工作情况通报如下：",
    blocks=(basis, overall, townships, movement, targets, causes, reasons, advice),
    attachments=(places_tables, peers_table, cause_table, score_sheet, places_chart, cases_charts),
    workbook_only=(definitions, reconciliation),
)
