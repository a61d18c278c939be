"""信访化解率."""

from metrics._metric import Metric
from metrics._register_counts import PETITIONS, PETITIONS_RESOLVED

METRIC = Metric(
    name="petition_resolution_rate",
    label="信访化解率",
    family="访源",
    aliases=("涉诉信访化解率", "信访事项化解率"),
    numerator=PETITIONS_RESOLVED,
    denominator=PETITIONS,
    per=100,
    unit="%",
    decimals=2,
    better="higher",
    interval="wilson",
    order=10,
    event="信访化解率",
    includes=("信访台账登记的全部事项", "化解＝台账记为已化解、息诉罢访等"),
    excludes=("办理中、未化解的", "口头咨询等未登记的"),
    basis="化解数÷登记数。按登记日期归入期间；结果为截至目前的状态。",
    caution="件数通常很少，先看件数；一人多访按台账的登记计。",
)
