"""涉诉信访通报: petitions of a month, as far as the ledger tells."""

from metrics._review_words import month_words, whole
from reports.bulletin.blocks.charts import places_chart
from reports.bulletin.blocks.definition_tables import definitions
from reports.bulletin.blocks.overall import overall
from reports.bulletin.blocks.petition_basis import petition_basis
from reports.bulletin.blocks.petition_table import petition_table
from reports.bulletin.blocks.petitions_open import petitions_open
from reports.bulletin.blocks.places_tables import places_tables
from reports.bulletin.blocks.reconciliation import reconciliation
from reports.bulletin.blocks.targets import own_targets
from reports.bulletin.blocks.townships import townships
from reports.bulletin.blocks.typed import typed_advice, typed_reasons
from reports.bulletin.kind import Kind

METRICS = (
    "petition_rate",
    "petition_resolution_rate",
    "first_petition_resolution_rate",
    "backlog_petition_resolution_rate",
)

KIND = Kind(
    name="petitions",
    label="涉诉信访通报",
    title=lambda told: f"关于{month_words(told)}{whole(told)}涉诉信访工作情况的通报",
    metrics=lambda build, first: METRICS,
    opening=lambda told: f"现将{month_words(told)}{whole(told)}信访事项登记和化解情况通报如下：",
    blocks=(petition_basis, overall, townships, petitions_open, own_targets, typed_reasons, typed_advice),
    attachments=(petition_table, places_tables, places_chart),
    workbook_only=(definitions, reconciliation),
)
