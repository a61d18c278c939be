"""婚姻家事案件通报: filings of the branch 婚姻家庭、继承纠纷, with small numbers of townships left out."""

from metrics._review import FILINGS
from metrics._review_words import month_words, whole
from reports.bulletin.blocks.definition_tables import definitions
from reports.bulletin.blocks.family_basis import family_basis
from reports.bulletin.blocks.family_county import family_county, family_mediation
from reports.bulletin.blocks.family_table import family_table
from reports.bulletin.blocks.reconciliation import reconciliation
from reports.bulletin.blocks.typed import typed_advice, typed_reasons
from reports.bulletin.kind import Kind

KIND = Kind(
    name="family",
    label="婚姻家事案件通报",
    title=lambda told: f"关于{month_words(told)}{whole(told)}婚姻家事案件情况的通报",
    metrics=lambda build, first: (FILINGS,),
    opening=lambda told: f"现将{month_words(told)}{whole(told)}婚姻家事案件情况通报如下：",
    blocks=(family_basis, family_county, family_mediation, typed_reasons, typed_advice),
    attachments=(family_table,),
    workbook_only=(definitions, reconciliation),
    tells_townships=False,
    causes="family",
)
