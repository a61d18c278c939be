"""Cases that a person placed in a sheet: a case number and a township, nothing else is taken."""

from data.ledgers.model import Ledger, field
from data.ledgers.places import TOWNSHIP_STATED

FILL_IN = "补填乡镇"
"""The header of the column that the sheet of unassigned cases leaves empty; no export of a court has it."""

PLACEMENTS = Ledger(
    name="placements",
    label="案件归属补填表",
    row_is="一个案件由人写明的乡镇",
    required=(("case_number",), ("township",)),
    fields=(
        field("case_number", "case_number", "案号 案件案号 本院案号 案件号"),
        field("township", "word", f"{FILL_IN} {TOWNSHIP_STATED} 案件所属乡镇 案件所在乡镇 乡镇名称"),
        field("reason", "dropped", "理由 依据 归属理由 归属依据 说明 备注"),
    ),
)
